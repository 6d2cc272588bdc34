package app

import (
	"context"
	"errors"
	"image"
	"image/color"
	"path/filepath"
	"testing"

	"chancery/charts/figure"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

func TestRender(t *testing.T) {
	path := curated(t)
	tests := []struct {
		name string
		look Look
		o    RenderOptions
	}{
		{"light", LookLight, RenderOptions{Lanes: model.ByCategory, Compact: true}},
		{"dark", LookDark, RenderOptions{Lanes: model.ByCategory, Compact: true}},
		{"table", LookLight, RenderOptions{Table: true}},
		{"selection", LookLight, RenderOptions{
			Selected: []string{"jk-gsomia-round1-2016"}, Query: "GSOMIA",
			From: edtf.At(2016, 1, 1), To: edtf.At(2020, 1, 1),
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := test.o
			o.Archive, o.Look, o.Width, o.Height, o.AsOf = path, test.look, 1440, 900, edtf.At(2019, 11, 17)
			picture, err := Render(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			if got := picture.Bounds(); got != image.Rect(0, 0, 1440, 900) {
				t.Fatalf("bounds %v", got)
			}
			palette := figure.Light()
			if test.look == LookDark {
				palette = figure.Dark()
			}
			if got := at(picture, 1000, 34); got != palette[figure.Surface] {
				t.Errorf("the toolbar is %v, want %v", got, palette[figure.Surface])
			}
			if n := colours(picture, image.Rect(210, 160, 1000, 780)); n < 40 {
				t.Errorf("the view has %d colours: it is blank", n)
			}
		})
	}
}

func TestRenderScales(t *testing.T) {
	picture, err := Render(context.Background(), RenderOptions{Archive: curated(t), Width: 960, Height: 600, Scale: 2})
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.Bounds(); got != image.Rect(0, 0, 1920, 1200) {
		t.Errorf("bounds at scale 2 are %v", got)
	}
}

func TestRenderFails(t *testing.T) {
	_, err := Render(context.Background(), RenderOptions{Archive: filepath.Join(t.TempDir(), "no.chancery"), Width: 960, Height: 600})
	if !errors.Is(err, store.ErrNotExist) {
		t.Errorf("error of a missing archive: %v", err)
	}
	_, err = Render(context.Background(), RenderOptions{Archive: curated(t), Width: 960, Height: 600, Selected: []string{"none such"}})
	if err == nil {
		t.Error("an event that is not there is selected")
	}
}

func at(picture image.Image, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
}

// colours counts the colours in a part of a picture, up to a hundred.
func colours(picture image.Image, part image.Rectangle) int {
	seen := map[color.NRGBA]bool{}
	for y := part.Min.Y; y < part.Max.Y; y += 2 {
		for x := part.Min.X; x < part.Max.X; x++ {
			if seen[at(picture, x, y)] = true; len(seen) == 100 {
				return 100
			}
		}
	}
	return len(seen)
}

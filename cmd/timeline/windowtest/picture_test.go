//go:build window

package windowtest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// A picture is what the window showed at one moment, a dp being a pixel.
type picture struct {
	*image.RGBA
}

// decode reads a portable pixmap, which costs a tenth of a PNG to make and to
// read; the tests look at hundreds.
func decode(t *testing.T, encoded []byte) picture {
	t.Helper()
	var width, height, most int
	header := bytes.NewReader(encoded)
	if _, err := fmt.Fscanf(header, "P6\n%d %d\n%d\n", &width, &height, &most); err != nil || most != 255 {
		t.Fatalf("picture of the window: not a pixmap of 8 bits a colour: %v", err)
	}
	pixels := encoded[len(encoded)-header.Len():]
	if len(pixels) != 3*width*height {
		t.Fatalf("picture of the window: %d bytes for %d × %d pixels", len(pixels), width, height)
	}
	p := picture{image.NewRGBA(image.Rect(0, 0, width, height))}
	for i := range width * height {
		copy(p.Pix[4*i:], pixels[3*i:3*i+3])
		p.Pix[4*i+3] = 0xFF
	}
	return p
}

// colours counts the different colours within a part of the picture, up to most.
// A window that has not painted yet shows one or two.
func (p picture) colours(part image.Rectangle, most int) int {
	seen := make(map[color.RGBA]bool)
	part = part.Intersect(p.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if seen[p.RGBAAt(x, y)] = true; len(seen) >= most {
				return most
			}
		}
	}
	return len(seen)
}

// changed is the share, 0 to 1, of the pixels within part that differ between
// two pictures. Pictures of different sizes differ wholly.
func (p picture) changed(other picture, part image.Rectangle) float64 {
	switch {
	case p.Rect != other.Rect:
		return 1
	case bytes.Equal(p.Pix, other.Pix):
		return 0
	}
	return p.moved(other, image.Point{}, part)
}

// moved is the share, 0 to 1, of the pixels within part that differ from those
// of the other picture that lie further on by the given way.
func (p picture) moved(other picture, by image.Point, part image.Rectangle) float64 {
	part = part.Intersect(p.Rect)
	if part.Empty() {
		return 0
	}
	differing := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if p.RGBAAt(x, y) != other.RGBAAt(x+by.X, y+by.Y) {
				differing++
			}
		}
	}
	return float64(differing) / float64(part.Dx()*part.Dy())
}

// find returns the first pixel, row by row, within part that has the colour.
func (p picture) find(wanted color.RGBA, part image.Rectangle) (image.Point, bool) {
	part = part.Intersect(p.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if p.RGBAAt(x, y) == wanted {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}

// findPlate is find for a plate of the colour, 12 × 8 pixels at the least, so that
// the edge of a field in the same colour is passed over.
func (p picture) findPlate(wanted color.RGBA, part image.Rectangle) (image.Point, bool) {
	plate := image.Rect(0, 0, 12, 8)
	part = part.Intersect(p.Rect)
	for y := part.Min.Y; y < part.Max.Y-plate.Dy(); y++ {
		for x := part.Min.X; x < part.Max.X-plate.Dx(); x++ {
			if p.filled(wanted, plate.Add(image.Pt(x, y))) {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}

// filled reports whether every pixel of a part has a colour.
func (p picture) filled(wanted color.RGBA, part image.Rectangle) bool {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if p.RGBAAt(x, y) != wanted {
				return false
			}
		}
	}
	return true
}

// save writes the picture to out/window/NAME.png at the root of the module.
func (p picture) save(t *testing.T, name string) {
	t.Helper()
	folder := filepath.Join(moduleRoot(t), "out", "window")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, p); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, name+".png")
	if err := os.WriteFile(path, encoded.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("see out/window/%s.png", name)
}

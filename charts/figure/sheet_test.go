package figure_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"chancery/charts/figure"
)

// TestSheet writes pictures of every glyph in every state, and of every kind of
// shape, for looking at. It is for people and judges nothing but that painting
// works.
func TestSheet(t *testing.T) {
	if os.Getenv("FIGURE_SHEET") == "" {
		t.Skip("set FIGURE_SHEET to write pictures of all glyphs to the temporary directory")
	}
	faces := newFaces(t, false)
	painter := figure.NewPainter(faces)
	for _, scale := range []float32{1, 2} {
		dst := image.NewRGBA(image.Rect(0, 0, int(1440*scale), int(900*scale)))
		for i, palette := range []*figure.Palette{figure.Light(), figure.Dark()} {
			half := dst.SubImage(image.Rect(int(720*scale)*i, 0, int(720*scale)*(i+1), dst.Rect.Max.Y)).(*image.RGBA)
			painter.Paint(half, sheet(), palette, scale)
		}
		path := filepath.Join(os.TempDir(), "figure-sheet-"+strconv.Itoa(int(scale))+"x.png")
		writePNG(t, path, dst)
		t.Log("wrote", path)
	}
	path := filepath.Join(os.TempDir(), "figure-sheet.svg")
	if err := os.WriteFile(path, []byte(svg(t, sheet(), figure.SVGOptions{Faces: faces})), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Log("wrote", path)
	path = filepath.Join(os.TempDir(), "figure-sheet.pdf")
	if err := os.WriteFile(path, pdfOf(t, faces, sheet()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Log("wrote", path)
}

func writePNG(t *testing.T, path string, img image.Image) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, img); err != nil {
		t.Fatal(err)
	}
}

// sheet is a page 720 × 900 dp of glyphs, date precisions, spans, ramps, lines
// and letters.
func sheet() *figure.Figure {
	f := figure.New(720, 900)
	f.Fill(f.Bounds(), figure.Plot.Ink())
	sheetGlyphs(f)
	f.Line(figure.Pt(24, 467), figure.Pt(696, 467), figure.Pen{Ink: figure.Line.Ink()})
	sheetDates(f, 477)
	sheetSpans(f, 477)
	f.Line(figure.Pt(24, 724), figure.Pt(696, 724), figure.Pen{Ink: figure.Line.Ink()})
	sheetRamps(f, 732)
	sheetLetters(f, 770)
	sheetLines(f, 770)
	return f
}

var categoryNames = []string{
	"Agreement", "Ratification", "Negotiation", "Meeting", "Mediation", "Visit", "Statement",
	"Court ruling", "Dispute filing", "Export control", "Military", "Protest", "Withdrawal", "Other",
}

func sheetGlyphs(f *figure.Figure) {
	caption := figure.Font{Size: 11, Ink: figure.Text2.Ink(), Align: figure.Centre}
	f.Text(figure.Pt(24, 34), "Light", figure.Font{Size: 16, Bold: true})
	for i, head := range []string{"12", "14", "22", "hollow", "linked", "selected", "bar tint"} {
		f.Text(figure.Pt(float32(270+i*62), 34), head, caption)
	}
	for i, name := range categoryNames {
		y := float32(62 + i*31)
		if i == figure.Other {
			y = 62 + 12.6*31
		}
		ink := figure.CategoryToken(i)
		glyph := func(x, size float32) { f.Glyph(figure.Pt(x, y), i, figure.Mark{Size: size}) }
		glyph(34, 16)
		f.Text(figure.Pt(54, y+4), name, figure.Font{})
		f.Text(figure.Pt(224, y+4), "#0123AB", figure.Font{Size: 11, Ink: figure.Text3.Ink(), Mono: true, Align: figure.Right})
		glyph(270, 12)
		glyph(332, 14)
		glyph(394, 22)
		f.Glyph(figure.Pt(456, y), i, figure.Mark{Hollow: true})
		f.Text(figure.Pt(463, y-4), "?", figure.Font{Size: 11, Bold: true, Ink: ink.Ink()})
		glyph(518, 13)
		f.Disc(figure.Pt(518, y), 10.5, figure.Box{Stroke: figure.Sel.Tint(0.7)})
		glyph(580, 13)
		f.Disc(figure.Pt(580, y), 11, figure.Box{Stroke: figure.Sel.Ink(), Width: 2})
		f.Fill(figure.R(618, y-10, 80, 20), ink.Tint(0.17))
		f.Fill(figure.R(618, y-10, 3, 20), ink.Ink())
		f.Glyph(figure.Pt(632, y), i, figure.Mark{Size: 11})
		f.Text(figure.Pt(643, y+4), "Label", figure.Font{})
	}
}

func sheetDates(f *figure.Figure, top float32) {
	f.Text(figure.Pt(24, top+14), "Date precision", figure.Font{Size: 14, Bold: true})
	ink := figure.CategoryToken(figure.Meeting)
	states := []struct {
		name, date, extent string
		hollow             bool
	}{
		{"Exact day", "2019-11-17", "", false},
		{"Month, season, year", "2019-11 2019-22", "caps", false},
		{"Approximate", "2019-11~", "fade", false},
		{"Uncertain", "2019-11?", "caps", true},
		{"Both", "2019-11%", "fade", true},
		{"Digits not given", "2019-XX-XX", "dots", false},
		{"One of a set", "[..]", "dots", true},
	}
	for i, s := range states {
		y := top + 42 + float32(i)*29
		f.Text(figure.Pt(24, y+4), s.name, figure.Font{})
		f.Text(figure.Pt(170, y+4), s.date, figure.Font{Size: 11, Mono: true, Ink: figure.Text3.Ink()})
		switch s.extent {
		case "fade":
			f.Ramp(figure.R(306, y-5, 68, 10), ink.Ink(),
				figure.Stop{}, figure.Stop{At: 0.3, Opacity: 0.5}, figure.Stop{At: 0.7, Opacity: 0.5}, figure.Stop{At: 1})
		case "caps", "dots":
			pen, caps := figure.Pen{Ink: ink.Ink(), Width: 1.5}, figure.Pen{Ink: ink.Ink(), Width: 1.5}
			if s.extent == "dots" {
				pen.Width, pen.Dash, caps.Dash = 2, [2]float32{2, 4}, [2]float32{2, 2}
			}
			f.Line(figure.Pt(306, y), figure.Pt(374, y), pen)
			f.Line(figure.Pt(306, y-4), figure.Pt(306, y+4), caps)
			f.Line(figure.Pt(374, y-4), figure.Pt(374, y+4), caps)
		}
		f.Glyph(figure.Pt(340, y), figure.Meeting, figure.Mark{Hollow: s.hollow, Halo: 2})
		if s.hollow {
			f.Text(figure.Pt(348, y-4), "?", figure.Font{Size: 11, Bold: true, Ink: ink.Ink()})
		}
	}
}

func sheetSpans(f *figure.Figure, top float32) {
	names := []string{"Start and end known", "No end yet", "End not known", "Start approximate", "Before the view", "Notice period", "Deadline"}
	ink := figure.CategoryToken(figure.Sanction)
	for i, name := range names {
		y := top + 42 + float32(i)*29
		f.Text(figure.Pt(400, y+4), name, figure.Font{})
		switch i {
		case 5:
			sheetNotice(f, y)
			continue
		case 6:
			sheetDeadline(f, y)
			continue
		}
		stops := []figure.Stop{{At: 0, Opacity: 0.17}, {At: 0.72, Opacity: 0.17}, {At: 1, Opacity: 0}}
		if i == 0 || i == 4 {
			stops[2].Opacity = 0.17
		}
		if i == 3 {
			stops = []figure.Stop{{}, {At: 0.35, Opacity: 0.17}, {At: 1, Opacity: 0.17}}
		}
		f.Ramp(figure.R(560, y-10, 136, 20), ink.Ink(), stops...)
		if i < 3 {
			f.Fill(figure.R(560, y-10, 3, 20), ink.Ink())
		}
		if i == 0 || i > 2 {
			f.Fill(figure.R(693, y-10, 3, 20), ink.Ink())
		}
		chevron := figure.Pen{Ink: ink.Ink(), Width: 1.6, Round: true}
		switch i {
		case 1:
			for _, x := range []float32{678, 684} {
				f.Polyline([]figure.Point{{X: x, Y: y - 4}, {X: x + 4, Y: y}, {X: x, Y: y + 4}}, chevron)
			}
		case 2:
			f.Text(figure.Pt(682, y+4), "?", figure.Font{Bold: true, Ink: ink.Ink()})
		case 4:
			f.Polyline([]figure.Point{{X: 570, Y: y - 4}, {X: 566, Y: y}, {X: 570, Y: y + 4}}, chevron)
		}
		x := float32(576)
		if i == 3 {
			x = 604
		} else if i == 4 {
			x = 584
		}
		f.Glyph(figure.Pt(x, y), figure.Sanction, figure.Mark{Size: 11})
	}
}

func sheetNotice(f *figure.Figure, y float32) {
	ink := figure.CategoryToken(figure.Agreement)
	f.Fill(figure.R(560, y-11, 60, 22), ink.Ink())
	f.Fill(figure.R(620, y-11, 76, 22), ink.Tint(0.1))
	f.Hatch(figure.R(620, y-11, 76, 22), ink.Tint(0.55), 2, 7)
	f.Rect(figure.R(620, y-11, 76, 22), figure.Box{Stroke: ink.Ink(), Width: 1.5})
	f.Fill(figure.R(619, y-14, 2.5, 28), figure.Text.Ink())
	f.Text(figure.Pt(569, y+4), "In force", figure.Font{Ink: figure.White.Ink()})
}

func sheetDeadline(f *figure.Figure, y float32) {
	f.Polygon([]figure.Point{{X: 696, Y: y - 9}, {X: 586, Y: y - 9}, {X: 580, Y: y}, {X: 586, Y: y + 9}, {X: 696, Y: y + 9}},
		figure.Box{Fill: figure.Deadline.Ink()})
	f.Text(figure.Pt(686, y+4.5), "expires 23 Nov", figure.Font{Bold: true, Align: figure.Right, Ink: figure.DeadlineText.Ink()})
	f.Line(figure.Pt(696, y-14), figure.Pt(696, y+14), figure.Pen{Ink: figure.Deadline.Ink(), Width: 1.5, Dash: [2]float32{4, 3}})
}

func sheetRamps(f *figure.Figure, y float32) {
	caption := figure.Font{Size: 11, Ink: figure.Text2.Ink()}
	f.Text(figure.Pt(24, y+14), "Conflict", caption)
	for i := range figure.DivergingSteps {
		f.Fill(figure.R(float32(80+i*26), y+3, 26, 14), figure.DivergingToken(i).Ink())
	}
	f.Text(figure.Pt(322, y+14), "Cooperation", caption)
	f.Text(figure.Pt(430, y+14), "Density", caption)
	for i := range figure.SequentialSteps {
		f.Fill(figure.R(float32(480+i*30), y+3, 30, 14), figure.SequentialToken(i).Ink())
	}
}

func sheetLetters(f *figure.Figure, y float32) {
	for i, text := range []string{
		"Iwaya and Jeong talk informally at Shangri-La",
		"日韓軍事情報包括保護協定 · 지소미아 종료",
		"אמנה בין 2016 ל-2019 · اتفاقية 2019",
		"ẹ́ é̂ · Việt Nam · भारत · ประเทศไทย · 🤝",
	} {
		f.Text(figure.Pt(24, y+14+float32(i)*20), text, figure.Font{})
	}
	f.Text(figure.Pt(24, y+104), "Italic caption, with digits 0123456789", figure.Font{Size: 11, Italic: true, Ink: figure.Text2.Ink()})
	f.Text(figure.Pt(300, y+104), "events a month", figure.Font{Size: 11, Up: true, Ink: figure.Text3.Ink()})
}

func sheetLines(f *figure.Figure, y float32) {
	curve := []figure.Point{{X: 340, Y: y + 110}, {X: 340, Y: y + 20}, {X: 380, Y: y + 60}, {X: 430, Y: y + 20}}
	f.Curve(curve, figure.Pen{Ink: figure.Plot.Ink(), Width: 5})
	f.Curve(curve, figure.Pen{Ink: figure.Sel.Ink(), Width: 1.5})
	f.Arrow(curve[3], curve[2], 7, figure.Sel.Ink())
	dashed := []figure.Point{{X: 360, Y: y + 110}, {X: 400, Y: y + 60}, {X: 460, Y: y + 110}}
	f.Polyline(dashed, figure.Pen{Ink: figure.Sel.Ink(), Width: 1.5, Dash: [2]float32{6, 3}})
	f.Rect(figure.R(470, y+10, 90, 24), figure.Box{Fill: figure.AccentSoft.Ink(), Stroke: figure.Accent.Ink(), Radius: 12})
	f.Text(figure.Pt(515, y+26), "12 earlier", figure.Font{Align: figure.Centre, Ink: figure.Accent.Ink()})
	f.Rect(figure.R(470, y+44, 24, 24), figure.Box{Stroke: figure.Focus.Ink(), Width: 2, Radius: 6})
	f.Rect(figure.R(504, y+44, 56, 24), figure.Box{Stroke: figure.CategoryToken(0).Ink(), Width: 1.5, Dash: [2]float32{5, 4}})
	f.Rect(figure.R(570, y+10, 130, 50), figure.Box{Fill: figure.Tip.Ink(), Radius: 6})
	f.Text(figure.Pt(582, y+28), "Exact day", figure.Font{Bold: true, Ink: figure.TipText.Ink()})
	f.Text(figure.Pt(582, y+45), "Click to select", figure.Font{Size: 11, Ink: figure.TipText.Ink()})
	f.Disc(figure.Pt(600, y+90), 20, figure.Box{Fill: figure.Hover.Ink(), Stroke: figure.Outline.Ink(), Dash: [2]float32{3, 2}})
	f.Clip(figure.R(640, y+70, 40, 40))
	f.Disc(figure.Pt(680, y+90), 30, figure.Box{Fill: figure.Hit.Ink()})
	f.Unclip()
}

package app

import (
	"encoding/csv"
	"image"
	"image/png"
	"io"

	"chancery/charts"
	"chancery/charts/figure"
)

// Sizes of a chart in a file, in dp.
const (
	pageWidth  = 900
	pageMargin = 24
	pageScale  = 2 // pixels per dp
)

// chartFormats are the files that one chart can be written to.
var chartFormats = []struct {
	name, extension string
	write           func(io.Writer, *figure.Faces, *charts.Spec) error
}{
	{"SVG", ".svg", func(out io.Writer, faces *figure.Faces, s *charts.Spec) error {
		return figure.WriteSVG(out, chartPage(faces, s), figure.SVGOptions{Title: s.Title, Description: s.Alt, Faces: faces})
	}},
	{"PNG", ".png", func(out io.Writer, faces *figure.Faces, s *charts.Spec) error {
		page := chartPage(faces, s)
		picture := image.NewRGBA(image.Rect(0, 0, int(page.W*pageScale), int(page.H*pageScale)))
		figure.NewPainter(faces).Paint(picture, page, figure.Light(), pageScale)
		return png.Encode(out, picture)
	}},
	{"PDF", ".pdf", func(out io.Writer, faces *figure.Faces, s *charts.Spec) error {
		return figure.WritePDF(out, figure.PDFOptions{Title: s.Title, Description: s.Alt, Faces: faces}, chartPage(faces, s))
	}},
	{"CSV", ".csv", func(out io.Writer, _ *figure.Faces, s *charts.Spec) error {
		table := csv.NewWriter(out)
		if err := table.Write(s.Table.Head); err != nil {
			return err
		}
		return table.WriteAll(s.Table.Rows)
	}},
}

// chartPage draws a chart as a picture of its own, with its note.
func chartPage(faces *figure.Faces, s *charts.Spec) *figure.Figure {
	o := charts.DrawOptions{Faces: faces, Notes: true}
	f := figure.New(pageWidth, charts.Height(s, pageWidth-2*pageMargin, o)+2*pageMargin)
	f.Fill(f.Bounds(), figure.Surface.Ink())
	charts.Draw(s, f, f.Bounds().Inset(pageMargin), o)
	return f
}

func chartPages(faces *figure.Faces, specs []*charts.Spec) []*figure.Figure {
	pages := make([]*figure.Figure, len(specs))
	for i, s := range specs {
		pages[i] = chartPage(faces, s)
	}
	return pages
}

// specs returns the charts that are shown, in the order in which they stand.
func (b *chartBoard) specs() []*charts.Spec {
	var specs []*charts.Spec
	for _, keys := range [][]string{chartColumn, sideColumn} {
		for _, key := range keys {
			if c := b.cards[key]; c.Visible() {
				specs = append(specs, c.spec)
			}
		}
	}
	return specs
}

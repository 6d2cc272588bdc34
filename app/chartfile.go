package app

import (
	"io"

	"chancery/charts"
	"chancery/charts/figure"
)

// Sizes of a chart in a file.
const (
	pageWidth = 900 // dp
	pageScale = 2   // pixels of an image per dp
)

// A chartFormat is a file that one chart can be written to.
type chartFormat struct{ name, extension string }

var chartFormats = []chartFormat{{"SVG", ".svg"}, {"PNG", ".png"}, {"PDF", ".pdf"}, {"CSV", ".csv"}}

// write writes a chart: its picture or, as CSV, its numbers.
func (f chartFormat) write(out io.Writer, faces *figure.Faces, s *charts.Spec) error {
	if f.extension != ".csv" {
		return WriteFigure(out, f.extension, charts.Page(s, faces, pageWidth), faces, s.Title, false, pageScale)
	}
	return s.WriteCSV(out)
}

func chartPages(faces *figure.Faces, specs []*charts.Spec) []*figure.Figure {
	pages := make([]*figure.Figure, len(specs))
	for i, s := range specs {
		pages[i] = charts.Page(s, faces, pageWidth)
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

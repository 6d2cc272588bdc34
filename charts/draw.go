package charts

import "chancery/charts/figure"

// DrawOptions say how a chart is drawn. Only Faces is needed.
type DrawOptions struct {
	Faces *figure.Faces // measures texts
	Scale float32       // of texts and strokes: 1.15 for a text size of 115 %; 0 means 1
	// Head draws the title, the subtitle and the note, as in a picture of its
	// own. The window's cards have their own heads.
	Head bool
	// Left is where the plots of charts with a time axis begin, from the left
	// of the area, so that charts below one another share it; 0 means 100.
	Left float32
	// Lit marks what a query holds in every chart: the bin of its From, the
	// rows and nodes of its actors, its Events. It is what the pointer is on
	// in any of them; nil for nothing.
	Lit *Query
	// Focus is the datum that has the keyboard; the zero Datum for none.
	Focus Datum
}

// Draw appends a chart to a figure, within an area of it in dp, and returns
// where its data are. A chart of nothing says so. The area's height is a wish:
// see Height.
func Draw(s *Spec, f *figure.Figure, area figure.Rect, o DrawOptions) *Hits {
	h := &Hits{spec: s}
	return h
}

// Height returns how high, in dp, a chart wants to be when it is w wide.
func Height(s *Spec, w float32, o DrawOptions) float32 { return 0 }

// Hits tell where the data of a drawn chart are.
type Hits struct {
	spec *Spec
	hits []hit
}

type hit struct {
	area  figure.Rect
	datum Datum
}

// At returns the datum at a point of the figure; ok is false where there is
// none.
func (h *Hits) At(p figure.Point) (d Datum, ok bool) {
	for i := len(h.hits) - 1; i >= 0; i-- {
		if h.hits[i].area.Contains(p) {
			return h.hits[i].datum, true
		}
	}
	return Datum{}, false
}

// Box returns where a datum was drawn; ok is false when it was not.
func (h *Hits) Box(d Datum) (area figure.Rect, ok bool) {
	for i := range h.hits {
		if h.hits[i].datum == d {
			return h.hits[i].area, true
		}
	}
	return figure.Rect{}, false
}

// Data returns every datum that was drawn, in the order in which a keyboard
// goes over them.
func (h *Hits) Data() []Datum {
	data := make([]Datum, len(h.hits))
	for i := range h.hits {
		data[i] = h.hits[i].datum
	}
	return data
}

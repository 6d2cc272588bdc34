package scene

import (
	"math"

	"chancery/charts/figure"
	"chancery/model"
)

// A Sheet says how the timeline is drawn as a picture by itself, with the marks
// of the screen.
type Sheet struct {
	Title string // above; "" for none
	Note  string // under the title: which events these are
	Lanes string // in the corner: what the lanes are

	// Whole asks that the picture is as high as all lanes together. The input's
	// height is then what lanes without marks of their own are shared out in.
	Whole bool

	// Bare leaves the legend out, for a page that has one of its own.
	Bare bool

	// Load returns what the marks of events say.
	Load func([]model.EventID) (map[model.EventID]model.Label, error)
}

// Sizes of a sheet in dp at 100 %.
const (
	sheetMargin = 16
	sheetTitle  = 18 // size of the title's letters
	legendRow   = 22
	sheetHeight = 900 // of lanes without marks, when all lanes are drawn
)

// Draw returns the picture of an input: title, lane heads, axis and plot, and a
// legend of the categories of the kept events. Every mark that finds room for
// its label has it.
func (s *Sheet) Draw(in Input) (*figure.Figure, error) {
	if s.Whole {
		in.ScrollY = 0
		if in.Height <= 0 {
			in.Height = sheetHeight
		}
	}
	in.OverviewHeight, in.Live = 0, false
	labels := map[model.EventID]model.Label{}
	in.Labels = func(id model.EventID) (model.Label, bool) {
		l, ok := labels[id]
		return l, ok
	}
	var b Builder
	sc, err := s.build(&b, &in, labels)
	if err != nil {
		return nil, err
	}
	// Where labels are decides how high lanes are, and that what fits.
	const settled = 6
	for turn := 0; s.Whole && turn < settled && in.Height != ceil(sc.ContentHeight); turn++ {
		in.Height = ceil(max(sc.ContentHeight, 1))
		if sc, err = s.build(&b, &in, labels); err != nil {
			return nil, err
		}
	}
	return s.compose(&in, sc), nil
}

// build builds a scene until all labels that it wants are known.
func (s *Sheet) build(b *Builder, in *Input, labels map[model.EventID]model.Label) (*Scene, error) {
	for {
		sc := b.Build(in)
		if len(sc.Wanted) == 0 || s.Load == nil {
			return sc, nil
		}
		loaded, err := s.Load(sc.Wanted)
		if err != nil {
			return nil, err
		}
		for _, id := range sc.Wanted {
			labels[id] = loaded[id] // an event that is gone says nothing
		}
	}
}

func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

func (s *Sheet) compose(in *Input, sc *Scene) *figure.Figure {
	k := sc.metrics.k
	head, width := in.HeaderWidth, float32(in.View.Width)
	top := float32(0)
	if s.Title != "" || s.Note != "" {
		top = sheetMargin * k
		if s.Title != "" {
			top += (sheetTitle + 8) * k
		}
		if s.Note != "" {
			top += 18 * k
		}
		top += 6 * k
	}
	var legend legend
	if !s.Bare {
		legend = legendOf(in, head+width)
	}
	foot := legend.height()
	f := figure.New(head+width, top+sc.Axis.H+in.Height+foot)
	f.Fill(f.Bounds(), figure.Surface.Ink())
	y := sheetMargin * k
	if s.Title != "" {
		y += sheetTitle * k
		f.Text(figure.Pt(sheetMargin*k, y), s.Title, figure.Font{Size: sheetTitle * k, Bold: true})
		y += 8 * k
	}
	if s.Note != "" {
		f.Text(figure.Pt(sheetMargin*k, y+11*k), s.Note, figure.Font{Size: sc.metrics.label, Ink: figure.Text2.Ink()})
	}
	if top > 0 {
		f.Fill(figure.R(0, top-1, f.W, 1), figure.Line.Ink())
	}
	f.Place(figure.Pt(head, top), &sc.Axis)
	if head > 0 {
		s.corner(f, in, sc, top)
		f.Place(figure.Pt(0, top+sc.Axis.H), &sc.Headers)
	}
	f.Place(figure.Pt(head, top+sc.Axis.H), &sc.Plot)
	legend.draw(f, f.H-foot)
	return f
}

// corner says what the lanes are.
func (s *Sheet) corner(f *figure.Figure, in *Input, sc *Scene, top float32) {
	h := sc.Axis.H
	f.Fill(figure.R(0, top+h-1, in.HeaderWidth, 1), figure.GridMajor.Ink())
	f.Fill(figure.R(in.HeaderWidth-1, top, 1, h), figure.Line.Ink())
	if s.Lanes != "" {
		f.Text(figure.Pt(14, top+h/2+sc.metrics.rise), s.Lanes, figure.Font{Size: sc.metrics.label, Ink: figure.Text3.Ink()})
	}
}

// A legend names the categories of a picture.
type legend struct {
	k       float32
	entries []legendEntry
	rows    int
}

type legendEntry struct {
	category uint8
	name     string
	x        float32
	row      int
}

// legendOf lays out the categories of the kept events in rows of a width.
func legendOf(in *Input, width float32) legend {
	k := in.TextScale
	if k == 0 {
		k = 1
	}
	l := legend{k: k}
	used := map[uint8]bool{}
	for i, c := range in.Columns.Category {
		if in.Kept.Has(i) {
			used[c] = true
		}
	}
	x := sheetMargin * k
	for n := range in.Columns.Categories {
		c := &in.Columns.Categories[n]
		if !used[uint8(n)] || c.Short == "" {
			continue
		}
		wide := 20*k + in.Faces.Measure(c.Short, 11*k, false) + 18*k
		if x+wide > width && x > sheetMargin*k {
			x = sheetMargin * k
			l.rows++
		}
		l.entries = append(l.entries, legendEntry{c.Index, c.Short, x, l.rows})
		x += wide
	}
	l.rows++
	return l
}

func (l *legend) height() float32 {
	if len(l.entries) == 0 {
		return 0
	}
	return (float32(l.rows)*legendRow + 14) * l.k
}

func (l *legend) draw(f *figure.Figure, top float32) {
	if len(l.entries) == 0 {
		return
	}
	f.Fill(figure.R(0, top, f.W, 1), figure.GridMajor.Ink())
	for _, e := range l.entries {
		y := top + (8+legendRow/2+float32(e.row)*legendRow)*l.k
		f.Glyph(figure.Pt(e.x+7*l.k, y), int(e.category), figure.Mark{Size: 12 * l.k, Back: figure.Surface.Ink()})
		f.Text(figure.Pt(e.x+20*l.k, y+4*l.k), e.name, figure.Font{Size: 11 * l.k, Ink: figure.Text2.Ink()})
	}
}

package charts

import (
	"slices"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// DrawOptions say how a chart is drawn. Only Faces is needed.
type DrawOptions struct {
	Faces *figure.Faces // measures texts
	Scale float32       // of texts and strokes: 1.15 for a text size of 115 %; 0 means 1

	Headless bool    // leaves out the title and the subtitle, and not what colours mean
	Menu     float32 // room at the right of the head that is left free, dp
	Notes    bool    // writes the note under the chart, as a picture of its own needs it

	// Named gives what is drawn the words of its tooltips, which SVG shows and
	// reads out. EventTitle is the title of an event in them; nil for none.
	Named      bool
	EventTitle func(model.EventID) string

	// Left is where plots begin, from the left of the area, so that those of
	// charts below one another share their axis; 0 means 100.
	Left float32
	// AsOf is marked on axes of time; 0 for nothing.
	AsOf edtf.Instant
	// Lit marks what a query holds in every chart: the bin of its From and To,
	// the rows and nodes of its actors, its Events. It is what the pointer is
	// on in any of them; nil for nothing.
	Lit *Query
	// Focus is the datum that has the keyboard; the zero Datum for none.
	Focus Datum
}

// Draw appends a chart to a figure, within an area of it in dp, and returns
// where its data are. A chart of nothing says so in words. Height says how high
// an area suits.
func Draw(s *Spec, f *figure.Figure, area figure.Rect, o DrawOptions) *Hits {
	h := &Hits{}
	d := newDrawing(s, f, area, o, h)
	d.all()
	if box, ok := h.Box(o.Focus); ok {
		box = box.Inset(-2 * d.k)
		f.Rect(box, figure.Box{Stroke: figure.Focus.Ink(), Width: 2 * d.k, Radius: min(4*d.k, box.H/2)})
	}
	return h
}

// Height returns how high, in dp, the area of a chart should be that is w wide.
func Height(s *Spec, w float32, o DrawOptions) float32 {
	d := newDrawing(s, figure.New(w, 0), figure.R(0, 0, w, 0), o, &Hits{})
	return d.height()
}

// A drawing is one chart on its way into a figure.
type drawing struct {
	*figure.Figure
	s     *Spec
	o     DrawOptions
	k     float32 // dp of 1 in the design
	panel int
	hits  *Hits
	area  figure.Rect // what is left of it

	bare     bool   // a panel, whose legend is that of the whole
	subtitle string // of the whole
}

func newDrawing(s *Spec, f *figure.Figure, area figure.Rect, o DrawOptions, h *Hits) *drawing {
	k := o.Scale
	if !(k > 0) {
		k = 1
	}
	if o.Left == 0 {
		o.Left = 100 * k
	}
	return &drawing{Figure: f, s: s, o: o, k: k, hits: h, area: area}
}

const (
	headHeight = 24 // title row and the gap under it
	rowHeight  = 20
	panelGap   = 16
)

// all draws the head, the chart or its panels, and the note.
func (d *drawing) all() {
	if !d.o.Headless {
		d.head()
	} else if legend := d.headlessRamp(); legend != nil {
		d.drawRamp(legend, d.area.Right(), d.area.Y+8*d.k)
		d.drop(rowHeight * d.k)
	}
	if d.o.Notes {
		lines := d.noteLines()
		d.area.H -= float32(len(lines)) * 16 * d.k
		for i, line := range lines {
			d.Text(figure.Pt(d.area.X, d.area.Bottom()+float32(i)*16*d.k+12*d.k), line, figure.Font{Size: 11 * d.k, Ink: figure.Text3.Ink()})
		}
	}
	switch {
	case len(d.s.Panels) > 0:
		d.panels()
	case d.s.Empty():
		d.nothing()
	default:
		d.chart()
	}
}

// head draws the title, the subtitle and, at the right, the legend of a ramp.
func (d *drawing) head() {
	right := d.area.Right() - d.o.Menu
	y := d.area.Y + 14.5*d.k
	if legend := d.rampLegend(); legend != nil && !d.s.Empty() {
		right = d.drawRamp(legend, right, d.area.Y+10*d.k) - 12*d.k
	}
	subtitle := d.s.Subtitle
	if d.bare && subtitle == d.subtitle {
		subtitle = "" // the whole says it
	}
	title, w := d.o.Faces.Truncate(d.s.Title, 13*d.k, true, right-d.area.X)
	d.Text(figure.Pt(d.area.X, y), title, figure.Font{Size: 13 * d.k, Bold: true})
	x := d.area.X + w + 8*d.k
	if room := right - x; room > 40*d.k {
		subtitle, _ := d.o.Faces.Truncate(subtitle, 11*d.k, false, room)
		d.Text(figure.Pt(x, y), subtitle, figure.Font{Size: 11 * d.k, Ink: figure.Text3.Ink()})
	}
	d.drop(headHeight * d.k)
}

// drop takes a strip off the top of the area.
func (d *drawing) drop(h float32) {
	d.area.Y += h
	d.area.H -= h
}

func (d *drawing) noteLines() []string {
	if !d.o.Notes || d.s.Note == "" || d.s.Empty() && len(d.s.Panels) == 0 {
		return nil
	}
	return wrap(d.o.Faces, d.s.Note, 11*d.k, d.area.W)
}

// nothing says that there is nothing to draw, and why.
func (d *drawing) nothing() {
	text := d.s.Note
	if text == "" {
		text = "Nothing to draw here."
	}
	lines := wrap(d.o.Faces, text, 13*d.k, min(d.area.W, 420*d.k))
	y := d.area.Y + (d.area.H-float32(len(lines))*18*d.k)/2 + 13*d.k
	for i, line := range lines {
		d.Text(figure.Pt(d.area.Centre().X, max(y, d.area.Y+13*d.k)+float32(i)*18*d.k), line,
			figure.Font{Size: 13 * d.k, Ink: figure.Text3.Ink(), Align: figure.Centre})
	}
}

// panels draws panels in rows of Across, those of a row equally wide.
func (d *drawing) panels() {
	if d.s.Kind == Stacked {
		of := *d
		of.s = d.s.union()
		of.legend()
		d.area = of.area
	}
	across := max(d.s.Across, 1)
	w := (d.area.W - float32(across-1)*panelGap*d.k) / float32(across)
	rows := (len(d.s.Panels) + across - 1) / across
	spare := max(d.area.H-d.panelsHeight(w), 0) / float32(rows)
	y := d.area.Y
	for r := range rows {
		h := d.rowHeight(r, w) + spare
		for i := r * across; i < min((r+1)*across, len(d.s.Panels)); i++ {
			p := d.panelOf(i, figure.R(d.area.X+float32(i-r*across)*(w+panelGap*d.k), y, w, h))
			p.all()
		}
		y += h + panelGap*d.k
	}
}

func (d *drawing) panelOf(i int, area figure.Rect) *drawing {
	o := d.o
	o.Headless, o.Menu = false, 0
	p := newDrawing(&d.s.Panels[i], d.Figure, area, o, d.hits)
	p.panel, p.bare, p.subtitle = i, true, d.s.Subtitle
	p.o.Notes = o.Notes && p.s.Note != d.s.Note
	return p
}

// union is a chart with the series of all panels, for their legend.
func (s *Spec) union() *Spec {
	all := &Spec{Kind: s.Kind}
	for i := range s.Panels {
		p := &s.Panels[i]
		for k := range p.Series {
			if !slices.ContainsFunc(all.Series, func(x Series) bool { return x.Name == p.Series[k].Name }) {
				all.Series, all.Glyphs = append(all.Series, p.Series[k]), append(all.Glyphs, p.Glyphs[k])
			}
		}
	}
	return all
}

// rowHeight is how high row r of the panels is.
func (d *drawing) rowHeight(r int, w float32) float32 {
	h := float32(0)
	across := max(d.s.Across, 1)
	for i := r * across; i < min((r+1)*across, len(d.s.Panels)); i++ {
		h = max(h, d.panelOf(i, figure.R(0, 0, w, 0)).height())
	}
	return h
}

func (d *drawing) panelsHeight(w float32) float32 {
	across := max(d.s.Across, 1)
	rows := (len(d.s.Panels) + across - 1) / across
	h := float32(rows-1) * panelGap * d.k
	for r := range rows {
		h += d.rowHeight(r, w)
	}
	return h
}

// height is how high the whole chart should be.
func (d *drawing) height() float32 {
	h := float32(len(d.noteLines())) * 16 * d.k
	if !d.o.Headless {
		h += headHeight * d.k
	} else if d.headlessRamp() != nil {
		h += rowHeight * d.k
	}
	switch {
	case len(d.s.Panels) > 0:
		if d.s.Kind == Stacked {
			of := *d
			of.s = d.s.union()
			h += of.legendHeight()
		}
		across := float32(max(d.s.Across, 1))
		return h + d.panelsHeight((d.area.W-(across-1)*panelGap*d.k)/across)
	case d.s.Empty():
		return h + 80*d.k
	}
	return h + painters[d.s.Kind].height(d)
}

// chart draws a chart that is not empty.
func (d *drawing) chart() { painters[d.s.Kind].draw(d) }

// painters draw the kinds of charts.
var painters [kindCount]struct {
	draw   func(*drawing)
	height func(*drawing) float32
}

func init() {
	set := func(k Kind, draw func(*drawing), height func(*drawing) float32) {
		painters[k].draw, painters[k].height = draw, height
	}
	set(Timeline, (*drawing).timeline, (*drawing).timelineHeight)
	set(Heat, (*drawing).heat, (*drawing).heatHeight)
	set(Ranking, (*drawing).ranking, (*drawing).rankingHeight)
	set(Stacked, (*drawing).stacked, (*drawing).stackedHeight)
	set(Scores, (*drawing).scores, fixed(166))
	set(Matrix, (*drawing).matrix, (*drawing).matrixHeight)
	set(Network, (*drawing).network, fixed(374))
	set(Ladder, (*drawing).ladder, (*drawing).ladderHeight)
	set(Waits, (*drawing).waits, (*drawing).waitsHeight)
	set(Calendar, (*drawing).calendar, (*drawing).calendarHeight)
	set(Shares, (*drawing).shares, (*drawing).sharesHeight)
	set(Mirror, (*drawing).mirror, fixed(186))
}

func fixed(h float32) func(*drawing) float32 {
	return func(d *drawing) float32 { return h * d.k }
}

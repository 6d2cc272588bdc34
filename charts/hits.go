package charts

import (
	"math"

	"chancery/charts/figure"
	"chancery/model"
)

// Hits tell where the data of a drawn chart are.
type Hits struct{ hits []hit }

type hit struct {
	area  figure.Rect
	datum Datum
	line  [2]figure.Point // of what is a line, both ends; else equal
	reach float32         // how near to the line is on it
}

// hit makes what was drawn last a datum.
func (d *drawing) hit(area figure.Rect, part Part, i, j int) {
	d.hitArea(area, part, i, j)
	d.name(part, i, j)
}

// hitArea makes an area a datum that is not drawn.
func (d *drawing) hitArea(area figure.Rect, part Part, i, j int) {
	d.hits.hits = append(d.hits.hits, hit{area: area, datum: Datum{Panel: d.panel, Part: part, I: i, J: j}})
}

// hitLine makes a line a datum.
func (d *drawing) hitLine(from, to figure.Point, reach float32, part Part, i int) {
	area := figure.R(min(from.X, to.X)-reach, min(from.Y, to.Y)-reach, abs(to.X-from.X)+2*reach, abs(to.Y-from.Y)+2*reach)
	d.hits.hits = append(d.hits.hits, hit{
		area: area, datum: Datum{Panel: d.panel, Part: part, I: i}, line: [2]figure.Point{from, to}, reach: reach,
	})
}

// name gives what was drawn last the words of a datum.
func (d *drawing) name(part Part, i, j int) {
	if d.o.Named {
		d.Title(d.s.Words(Datum{Part: part, I: i, J: j}).line(d.o.EventTitle))
	}
}

// line is the words as one line: "February 2019, 161 events; Military 26".
func (w Words) line(title func(model.EventID) string) string {
	text := w.Head
	if w.Count != "" {
		text += ", " + w.Count
	}
	for _, id := range w.Events {
		if title != nil {
			text += "; " + title(id)
		}
	}
	for _, row := range w.Rows {
		text += "; " + row[0] + " " + row[1]
	}
	return text
}

// At returns the datum at a point of the figure, what was drawn last first; ok
// is false where there is none.
func (h *Hits) At(p figure.Point) (d Datum, ok bool) {
	for i := len(h.hits) - 1; i >= 0; i-- {
		if h.hits[i].holds(p) {
			return h.hits[i].datum, true
		}
	}
	return Datum{}, false
}

func (h *hit) holds(p figure.Point) bool {
	if !h.area.Contains(p) {
		return false
	}
	return h.line[0] == h.line[1] || distance(p, h.line[0], h.line[1]) <= h.reach
}

// distance returns how far a point is from a straight line between two.
func distance(p, a, b figure.Point) float32 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := ((p.X-a.X)*dx + (p.Y-a.Y)*dy) / (dx*dx + dy*dy)
	t = min(max(t, 0), 1)
	return float32(math.Hypot(float64(p.X-a.X-t*dx), float64(p.Y-a.Y-t*dy)))
}

// Box returns where a datum was drawn; ok is false when it was not.
func (h *Hits) Box(d Datum) (area figure.Rect, ok bool) {
	if d.Part == NoPart {
		return figure.Rect{}, false
	}
	for i := range h.hits {
		if h.hits[i].datum == d {
			return h.hits[i].area, true
		}
	}
	return figure.Rect{}, false
}

// Data returns every datum that was drawn, those behind others first.
func (h *Hits) Data() []Datum {
	data := make([]Datum, len(h.hits))
	for i := range h.hits {
		data[i] = h.hits[i].datum
	}
	return data
}

// Next returns the datum that an arrow key leads to from another: right is 1 to
// the right and -1 to the left, down 1 down and -1 up. It stays among data of
// the same sort, and goes to another sort only upwards or downwards where there
// is no other way. From the zero Datum, or one that is not there, it leads to
// the first. ok is false at the edge.
func (h *Hits) Next(from Datum, right, down int) (d Datum, ok bool) {
	at, ok := h.Box(from)
	if !ok {
		if len(h.hits) == 0 {
			return Datum{}, false
		}
		return h.hits[0].datum, true
	}
	best, found := h.nearest(from, at, right, down, true)
	if !found && down != 0 {
		best, found = h.nearest(from, at, right, down, false)
	}
	return best, found
}

func (h *Hits) nearest(from Datum, at figure.Rect, right, down int, same bool) (best Datum, found bool) {
	const aside = 3 // times as far as ahead
	least := float32(math.MaxFloat32)
	here := at.Centre()
	for i := range h.hits {
		x := &h.hits[i]
		if x.datum == from || same && x.datum.Part != from.Part {
			continue
		}
		there := x.area.Centre()
		dx, dy := there.X-here.X, there.Y-here.Y
		ahead, off := dx*float32(right), abs(dy)
		if down != 0 {
			ahead, off = dy*float32(down), abs(dx)
		}
		if ahead <= 0.5 {
			continue
		}
		if far := ahead + aside*off; far < least {
			best, least, found = x.datum, far, true
		}
	}
	return best, found
}

func abs(v float32) float32 { return max(v, -v) }

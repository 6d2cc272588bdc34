package model

import "chancery/model/edtf"

// A Sketch is enough of a large chronology to draw the whole of it: how many
// events of each lane of a grouping begin in each cell of time, and in full the
// events of lanes so short that they may show single ones. It is a small part of
// the size of Columns, so that a window can show an archive while its Columns
// are being read. It is plain data, to be stored; Unfold makes it of use.
type Sketch struct {
	Grouping Grouping
	Events   int // of the chronology, in whatever lane

	From, To  edtf.Instant // as Extent has it
	All       Cells        // of all events
	Deadlines []edtf.Instant

	Lanes []LaneSketch
	Short *Columns // the events of short lanes, without lookups but Categories
}

// A LaneSketch is one lane of a Sketch: by its Cells or, when it is short, by
// its rows of Sketch.Short.
type LaneSketch struct {
	Key, Name string
	Category  uint8
	Actors    [2]uint32
	Cells     Cells
	Timed     bool
	Rows      []uint32
}

// Cells are how many events begin in each of the cells of equal length that
// follow on one another from Origin. Past events have no finite start.
type Cells struct {
	Origin edtf.Instant
	Length int64 // seconds; 0 for no cells
	Past   int
	Counts []uint32
}

// Limits of a sketch.
const (
	shortLane   = 1 << 14 // events of a lane from which on none shows single ones when all is in view
	sketchRows  = 1 << 16 // events of all short lanes
	sketchCells = 1 << 21 // of all lanes
	leastSketch = 1 << 16 // events of a chronology that is worth a sketch
	deadlineMax = 1 << 12 // deadlines
)

// WorthSketch reports whether there are so many events that a sketch of them may
// save time.
func (c *Columns) WorthSketch() bool { return c.Len() >= leastSketch && c.sketched == nil }

// Sketch returns the sketch of lanes of every event, or nil when there is none
// that is worth its size: the chronology is small, or it has many short lanes.
func (l *Lanes) Sketch() *Sketch {
	c := l.Columns
	if !c.WorthSketch() || l.Events != c.Len() {
		return nil
	}
	short, ok := l.short()
	if !ok {
		return nil
	}
	s := &Sketch{Grouping: l.Grouping, Events: l.Events, All: cellsOf(c.density()), Short: c.pick(short)}
	if s.From, s.To, ok = c.Extent(nil); !ok {
		return nil
	}
	if s.Deadlines, ok = c.allDeadlines(); !ok {
		return nil
	}
	place := short.ranks()
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		sketch := LaneSketch{Key: lane.Key, Name: lane.Name, Category: lane.Category, Actors: lane.Actors}
		if len(lane.Rows) > shortLane {
			sketch.Cells, sketch.Timed = cellsOf(lane.density), lane.Timed(c)
		} else {
			for _, row := range lane.Rows {
				sketch.Rows = append(sketch.Rows, place(row))
			}
		}
		s.Lanes = append(s.Lanes, sketch)
	}
	return s
}

// short returns the rows of the short lanes; ok is false when they or the cells
// of the others are too many.
func (l *Lanes) short() (rows Bitmap, ok bool) {
	rows = NewBitmap(l.Columns.Len())
	cells := 0
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		if len(lane.Rows) > shortLane {
			cells += len(lane.density.sum)
			continue
		}
		for _, row := range lane.Rows {
			rows.Set(int(row))
		}
	}
	return rows, rows.Count() <= sketchRows && cells <= sketchCells
}

func cellsOf(d density) Cells {
	cells := Cells{Origin: d.origin, Length: d.length, Past: d.past}
	for k := 1; k < len(d.sum); k++ {
		cells.Counts = append(cells.Counts, d.sum[k]-d.sum[k-1])
	}
	return cells
}

// density sums up the cells.
func (c *Cells) density() density {
	d := density{origin: c.Origin, length: c.Length, past: c.Past}
	if len(c.Counts) == 0 {
		return d
	}
	d.sum = make([]uint32, len(c.Counts)+1)
	for k, n := range c.Counts {
		d.sum[k+1] = d.sum[k] + n
	}
	return d
}

// pick returns columns of some rows, without lookups but Categories.
func (c *Columns) pick(rows Bitmap) *Columns {
	p := &Columns{Generation: c.Generation, Categories: c.Categories, ActorAt: []uint32{0}}
	for row := range rows.All {
		p.ID = append(p.ID, c.ID[row])
		p.Start, p.End = append(p.Start, c.Start[row]), append(p.End, c.End[row])
		p.Form, p.Category = append(p.Form, c.Form[row]), append(p.Category, c.Category[row])
		p.Collection, p.Place = append(p.Collection, c.Collection[row]), append(p.Place, c.Place[row])
		p.Score, p.Confidence = append(p.Score, c.Score[row]), append(p.Confidence, c.Confidence[row])
		actors, roles := c.ActorsOf(row)
		p.Actor, p.Role = append(p.Actor, actors...), append(p.Role, roles...)
		p.ActorAt = append(p.ActorAt, uint32(len(p.Actor)))
	}
	return p
}

// A sketched says what the rows of some Columns are only a part of.
type sketched struct {
	events    int
	from, to  edtf.Instant
	all       density
	deadlines []edtf.Instant
	lacking   bool // something was asked that is not known
}

// Unfold returns what is drawn of a sketch. Rows of the columns are those of
// short lanes alone, and other lanes have none. What is asked of either that is
// not known is answered by a guess; after a guess Lacking is true.
func (s *Sketch) Unfold() (*Columns, *Lanes) {
	c := *s.Short
	c.index()
	c.sketched = &sketched{events: s.Events, from: s.From, to: s.To, all: s.All.density(), deadlines: s.Deadlines}
	lanes := &Lanes{Columns: &c, Grouping: s.Grouping, Events: s.Events, Lanes: make([]Lane, len(s.Lanes))}
	for i := range s.Lanes {
		from, lane := &s.Lanes[i], &lanes.Lanes[i]
		*lane = Lane{Key: from.Key, Name: from.Name, Category: from.Category, Actors: from.Actors, Rows: from.Rows}
		if len(from.Rows) > 0 {
			lane.index(&c)
			continue
		}
		lane.density, lane.sketch, lane.timed = from.Cells.density(), c.sketched, from.Timed
	}
	return &c, lanes
}

// Sketched reports whether these are the columns of a Sketch: they hold some of
// the events only.
func (c *Columns) Sketched() bool { return c.sketched != nil }

// Lacking reports whether the columns of a Sketch, or lanes of them, were asked
// what they do not know.
func (c *Columns) Lacking() bool { return c.sketched != nil && c.sketched.lacking }

// Events returns the number of events: that of rows or, for the columns of a
// Sketch, of the events that there are besides.
func (c *Columns) Events() int {
	if c.sketched != nil {
		return c.sketched.events
	}
	return c.Len()
}

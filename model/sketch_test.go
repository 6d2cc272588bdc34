package model_test

import (
	"slices"
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

// sketchable returns a chronology that is worth a sketch, with a lane or two of
// every length.
func sketchable() *model.Columns {
	c := chronology(70_000)
	c.Collections = append(c.Collections, model.Collection{Key: "few"})
	for i := range 300 {
		c.Collection[i*200] = 2
	}
	return c
}

// TestSketchAnswersLikeColumns makes sure that a sketch tells the same as what it
// was made of, of every moment at which a cell begins, and never says that it
// knows what it does not.
func TestSketchAnswersLikeColumns(t *testing.T) {
	c := sketchable()
	for _, by := range []model.Grouping{model.ByCollection, model.ByActor, model.ByNone} {
		whole := c.Lanes(by, nil, false)
		s := whole.Sketch()
		if s == nil {
			t.Fatalf("by %s there is no sketch", by)
		}
		columns, lanes := s.Unfold()
		if columns.Events() != c.Len() || !columns.Sketched() || lanes.Events != whole.Events {
			t.Errorf("by %s a sketch of %d events has %d, %d of them in lanes", by, c.Len(), columns.Events(), lanes.Events)
		}
		from, to, _ := columns.Extent(nil)
		wantFrom, wantTo, _ := c.Extent(nil)
		if from != wantFrom || to != wantTo {
			t.Errorf("by %s it lasts from %v to %v, want %v to %v", by, from, to, wantFrom, wantTo)
		}
		if columns.CellLength() != c.CellLength() {
			t.Errorf("by %s cells last %d s, want %d s", by, columns.CellLength(), c.CellLength())
		}
		long := 0
		for i := range whole.Lanes {
			sameLane(t, c, &whole.Lanes[i], columns, &lanes.Lanes[i])
			if len(lanes.Lanes[i].Rows) == 0 {
				long++
			}
		}
		if long == 0 {
			t.Errorf("by %s every lane is there in full", by)
		}
		for _, at := range cellEdges(c) {
			if got, want := columns.Before(at), c.Before(at); got != want {
				t.Fatalf("by %s %d events start before %v, want %d", by, got, at, want)
			}
		}
		if columns.Lacking() {
			t.Errorf("by %s it lacks what it has", by)
		}
		columns.Before(c.Start[c.Len()/2] + 1)
		if !columns.Lacking() {
			t.Errorf("by %s it tells of the middle of a day", by)
		}
	}
}

// sameLane compares the lane of a sketch with what it was made of.
func sameLane(t *testing.T, c *model.Columns, whole *model.Lane, columns *model.Columns, lane *model.Lane) {
	t.Helper()
	if lane.Key != whole.Key || lane.Name != whole.Name || lane.Len() != whole.Len() || lane.Timed(columns) != whole.Timed(c) {
		t.Errorf("the lane %q of %d events became %q of %d", whole.Key, whole.Len(), lane.Key, lane.Len())
	}
	from, _, _ := c.Extent(nil)
	if got, want := lane.Running(columns, from-1, 1000, nil), whole.Running(c, from-1, 1000, nil); !slices.Equal(got, want) {
		t.Errorf("%q: %v run before all, want %v", whole.Key, got, want)
	}
	for _, at := range cellEdges(c) {
		if got, want := lane.Before(columns, at), whole.Before(c, at); got != want {
			t.Fatalf("%q: %d events start before %v, want %d", whole.Key, got, at, want)
		}
	}
	for k, row := range lane.Rows {
		want := int(whole.Rows[k])
		got := int(row)
		if columns.ID[got] != c.ID[want] || columns.Start[got] != c.Start[want] || columns.Form[got] != c.Form[want] {
			t.Fatalf("%q: event %d is another one", whole.Key, k)
		}
		actors, roles := columns.ActorsOf(got)
		wantActors, wantRoles := c.ActorsOf(want)
		if !slices.Equal(actors, wantActors) || !slices.Equal(roles, wantRoles) {
			t.Fatalf("%q: event %d has other actors", whole.Key, k)
		}
	}
}

// cellEdges returns some moments at which cells begin, and the ends of time.
func cellEdges(c *model.Columns) []edtf.Instant {
	edges := []edtf.Instant{edtf.Past, edtf.Past + 1, edtf.Future}
	length := edtf.Instant(c.CellLength())
	from, to, _ := c.Extent(nil)
	for at := from - from%length - 3*length; at < to+3*length; at += 97 * length {
		edges = append(edges, at)
	}
	return edges
}

func TestNoSketchOfWhatItWouldNotShorten(t *testing.T) {
	if c := chronology(2000); c.WorthSketch() || c.Lanes(model.ByNone, nil, false).Sketch() != nil {
		t.Error("a small chronology has a sketch")
	}
	c := sketchable()
	if c.Lanes(model.ByCategory, nil, false).Sketch() != nil {
		t.Error("thirteen short lanes of 70 000 events have a sketch")
	}
	some := model.NewBitmap(c.Len())
	for i := range c.Len() - 1 {
		some.Set(i)
	}
	if c.Lanes(model.ByCollection, some, false).Sketch() != nil {
		t.Error("lanes of some of the events have a sketch")
	}
}

func TestDeadlinesOfASketch(t *testing.T) {
	c := sketchable()
	for i := 100; i < c.Len(); i += 1000 {
		c.Form[i] |= model.DeadlineForm
	}
	columns, _ := c.Lanes(model.ByNone, nil, false).Sketch().Unfold()
	for _, after := range windows() {
		if got, want := columns.Deadlines(after, nil, 6), c.Deadlines(after, nil, 6); !slices.Equal(got, want) {
			t.Errorf("after %v the deadlines are %v, want %v", after, got, want)
		}
	}
	if columns.Lacking() {
		t.Error("a sketch lacks deadlines")
	}
}

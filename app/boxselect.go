package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// boxed selects what lies in a box of the plot: the marks in it and, in lanes
// too crowded for marks, the events that begin in its time.
func (t *timeline) boxed(from, to fyne.Position) {
	s := t.current()
	if s == nil {
		return
	}
	var ids []model.EventID
	add := func(id model.EventID) {
		if len(ids) < extendLimit {
			ids = append(ids, id)
		}
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.X < from.X || m.X > to.X || m.Y < from.Y || m.Y > to.Y {
			continue
		}
		if m.Kind == scene.FoldMark {
			hit, _ := s.At(m.X, m.Y)
			for _, id := range hit.IDs {
				add(id)
			}
			continue
		}
		add(m.ID)
	}
	first, last := t.view.Time(float64(from.X)), t.view.Time(float64(to.X))
	for _, box := range s.Lanes {
		if box.Level == scene.Bars && box.Y < to.Y && box.Y+box.H > from.Y {
			t.starting(&t.ws.Lanes().Lanes[box.Index], first, last, add)
		}
	}
	t.ws.Select(t.inTimeOrder(ids)...)
}

// starting passes on the events of a lane that begin in [from, to).
func (t *timeline) starting(lane *model.Lane, from, to edtf.Instant, add func(model.EventID)) {
	columns := t.ws.Columns()
	for _, row := range lane.Rows[lane.Before(columns, from):lane.Before(columns, to)] {
		add(columns.ID[row])
	}
}

// inTimeOrder returns each of some events once, in time order.
func (t *timeline) inTimeOrder(ids []model.EventID) []model.EventID {
	columns := t.ws.Columns()
	rows := columns.RowsOf(ids)
	ordered := make([]model.EventID, 0, len(ids))
	for row := range rows.All {
		ordered = append(ordered, columns.ID[row])
	}
	return slices.Clip(ordered)
}

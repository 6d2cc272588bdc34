package charts

import (
	"slices"

	"chancery/model"
)

const (
	ladderRows  = 9
	ladderMarks = 160 // more arrows are a thicket
)

// ladder draws each event of the subject once, from the row of who acts to that
// of who is acted on. Events in which nobody of the rows takes part are left
// out.
func ladder(s *scope) Spec {
	spec := s.spec()
	if len(s.axis.bins) == 0 || len(s.dated()) == 0 {
		return spec
	}
	circle, total := s.circle(s.limit(ladderRows))
	place := make([]int, len(s.c.Actors)) // plus 1
	for i, a := range circle {
		place[a] = i + 1
		spec.Categories = append(spec.Categories, s.name(a))
		spec.Queries = append(spec.Queries, s.shareOf(a))
	}
	spec.Total = total
	rows := s.rowsOfPlaced(place)
	m := s.matcher()
	step := newThinning(len(rows), ladderMarks)
	for _, row := range rows {
		if step.keeps() {
			spec.Marks = append(spec.Marks, s.rung(m, int(row), place))
		}
	}
	spec.Arcs = s.arcs(spec.Marks)
	spec.Subtitle = "an arrow from who acts to who is acted on"
	spec.Note = s.note()
	if others := len(s.dated()) - len(rows); others > 0 {
		spec.Note += " " + plural(others, "event is", "events are") + " of other actors alone."
	}
	if len(spec.Marks) < len(rows) {
		spec.Note += " " + Count(len(spec.Marks)) + " of " + Count(len(rows)) + " events are drawn, evenly chosen along time; a shorter period shows all."
	}
	if total > len(circle) {
		spec.Note += " " + Count(len(circle)) + " of " + Count(total) + " actors are shown."
	}
	spec.Alt = "Ladder of " + plural(len(spec.Marks), "event", "events") + " between " + plural(len(circle), "actor", "actors") + ", " +
		Period(spec.Bins[0].Start, spec.Bins[len(spec.Bins)-1].End) + ", with " + plural(len(spec.Arcs), "link", "links") + " between them."
	spec.Table = ladderTable(&spec)
	return spec
}

// shareOf returns what narrows the subject's events to those in which an actor
// takes part.
func (s *scope) shareOf(actor uint32) Query {
	switch {
	case s.focus < 0:
		return Query{Actor: s.name(actor)}
	case int(actor) == s.focus || int(actor) == s.with:
		return Query{}
	}
	return Query{Also: s.name(actor)}
}

// rowsOfPlaced returns the dated rows in which any actor with a row takes part.
func (s *scope) rowsOfPlaced(place []int) []uint32 {
	if s.focus >= 0 {
		return s.dated() // it takes part in all
	}
	rows := make([]uint32, 0, len(s.dated()))
	for _, row := range s.dated() {
		actors, _ := s.c.ActorsOf(int(row))
		if slices.ContainsFunc(actors, func(a uint32) bool { return place[s.stand[a]] > 0 }) {
			rows = append(rows, row)
		}
	}
	return rows
}

// rung lays an event between the rows of those who take part. The first who acts
// and the first acted on, in the order of the rows, have the arrow.
func (s *scope) rung(m *matcher, row int, place []int) Mark {
	m.read(row)
	mark := s.mark(row)
	for _, a := range m.seen {
		if place[a] > 0 {
			mark.Rows = append(mark.Rows, place[a]-1)
		}
	}
	slices.Sort(mark.Rows)
	mark.Lane = mark.Rows[0]
	mark.From, mark.To = mark.Lane, mark.Lane
	from, to := first(m.from, place), first(m.to, place)
	if from >= 0 && to >= 0 && from != to {
		mark.From, mark.To, mark.Lane = from, to, from
	} else if from >= 0 {
		mark.From, mark.To, mark.Lane = from, from, from
	}
	return mark
}

// first returns the topmost row of the actors, or -1.
func first(actors []uint32, place []int) int {
	top := -1
	for _, a := range actors {
		if p := place[a] - 1; p >= 0 && (top < 0 || p < top) {
			top = p
		}
	}
	return top
}

// arcs returns the links both of whose events are among the marks.
func (s *scope) arcs(marks []Mark) []Arc {
	if len(s.links) == 0 {
		return nil
	}
	at := make(map[model.EventID]int, len(marks))
	for i := range marks {
		at[marks[i].Event] = i
	}
	var arcs []Arc
	for _, l := range s.links {
		cause, ok := at[l.Cause]
		response, also := at[l.Response]
		if ok && also && cause != response {
			arcs = append(arcs, Arc{Cause: cause, Response: response, Kind: l.Kind})
		}
	}
	return arcs
}

// ladderTable has a row per event.
func ladderTable(spec *Spec) Table {
	t := Table{Caption: spec.Title + ", " + spec.Subtitle, Head: []string{"Begins", "From", "To", "Score"}, Numeric: []bool{false, false, false, true}}
	for i := range spec.Marks {
		m := &spec.Marks[i]
		to, score := "", "none"
		if m.To != m.From {
			to = spec.Categories[m.To]
		}
		if m.Score != model.NoScore {
			score = Points(float64(m.Score) / 10)
		}
		t.Rows = append(t.Rows, []string{Day.Label(m.Start), spec.Categories[m.From], to, score})
	}
	return t
}

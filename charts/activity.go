package charts

import (
	"slices"
	"strconv"

	"chancery/model"
)

// fewEvents is the number below which events are drawn one by one.
const fewEvents = 30

// activity counts events by category along time.
func activity(s *scope) Spec {
	spec := s.spec()
	if len(s.axis.bins) == 0 || len(s.dated()) == 0 {
		return spec
	}
	stack(s, &spec, s.counted().byCategory)
	spec.Subtitle = "events per " + s.axis.unit.String()
	if s.o.Normalised {
		spec.Subtitle = "share of the events of each " + s.axis.unit.String()
		normalise(&spec)
	} else if len(s.dated()) < fewEvents {
		spec.Marks = s.marks()
		spec.Subtitle = "each event a dot, by " + s.axis.unit.String()
	}
	spec.Note = s.note()
	spec.Table = stackedTable(&spec)
	spec.Alt = stackedAlt(&spec, len(s.dated()))
	return spec
}

// stack makes series of the categories that occur, in the order of legends. The
// user's own categories, which look alike, are one series.
func stack(s *scope, spec *Spec, counts [][]float64) {
	own := -1
	for k, c := range s.c.Categories {
		if sum(counts[k]) == 0 {
			continue
		}
		if c.Index == model.OtherCategory && own >= 0 {
			series := &spec.Series[own]
			series.Name = "Other"
			series.Query.Categories = append(series.Query.Categories, c.Key)
			for b, v := range counts[k] {
				series.Values[b] += v
			}
			continue
		}
		if c.Index == model.OtherCategory {
			own = len(spec.Series)
		}
		spec.Glyphs = append(spec.Glyphs, c.Index)
		spec.Series = append(spec.Series, Series{Name: c.Short, Values: slices.Clone(counts[k]), Query: Query{Categories: []string{c.Key}}})
	}
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

// normalise turns the numbers of each bin into shares of them all, and keeps the
// numbers in N.
func normalise(spec *Spec) {
	spec.Normalised = true
	for b := range spec.Bins {
		total := 0.0
		for i := range spec.Series {
			total += spec.Series[i].Values[b]
		}
		for i := range spec.Series {
			x := &spec.Series[i]
			x.N = append(x.N, int(x.Values[b]))
			if total > 0 {
				x.Values[b] /= total
			}
		}
	}
}

// count returns how many events a value of a series is of.
func (s *Series) count(i int) int {
	if s.N != nil {
		return s.N[i]
	}
	return int(s.Values[i])
}

// marks returns the dated rows as marks in one lane.
func (s *scope) marks() []Mark {
	marks := make([]Mark, 0, len(s.dated()))
	for _, row := range s.dated() {
		marks = append(marks, s.mark(int(row)))
	}
	return marks
}

func (s *scope) mark(row int) Mark {
	return Mark{
		Event: s.c.ID[row], Start: s.c.Start[row], End: s.c.End[row], Form: s.c.Form[row],
		Category: s.c.Categories[s.c.Category[row]].Index, Score: s.scores[row],
	}
}

// stackedTable has a row per bin in which anything happened.
func stackedTable(spec *Spec) Table {
	t := Table{Caption: spec.Title + ", " + spec.Subtitle, Head: []string{"From"}}
	for i := range spec.Series {
		t.Head = append(t.Head, spec.Series[i].Name)
	}
	t.Head = append(t.Head, "All")
	t.Numeric = numericAfterFirst(len(t.Head))
	for b := range spec.Bins {
		row := []string{spec.Bins[b].Label}
		total := 0
		for i := range spec.Series {
			n := spec.Series[i].count(b)
			total += n
			row = append(row, Count(n))
		}
		if total > 0 {
			t.Rows = append(t.Rows, append(row, Count(total)))
		}
	}
	return t
}

// numericAfterFirst says that all columns but the first hold numbers.
func numericAfterFirst(columns int) []bool {
	numeric := make([]bool, columns)
	for i := range numeric {
		numeric[i] = i > 0
	}
	return numeric
}

func stackedAlt(spec *Spec, events int) string {
	most, when := 0, ""
	for b := range spec.Bins {
		total := 0
		for i := range spec.Series {
			total += spec.Series[i].count(b)
		}
		if total > most {
			most, when = total, spec.Bins[b].Label
		}
	}
	return "Stacked bars of " + plural(events, "event", "events") + " in " + plural(len(spec.Series), "category", "categories") + ", " +
		Period(spec.Bins[0].Start, spec.Bins[len(spec.Bins)-1].End) + ". The most are " + strconv.Itoa(most) + ", in " + when + "."
}

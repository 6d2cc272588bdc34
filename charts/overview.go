package charts

import (
	"chancery/model"
	"chancery/model/edtf"
)

// Overview returns the charts that tell what a set of events holds: when they
// were, who was active when, and which actors had to do with each other. The
// timeline has a lane per collection, or per category when the kept events are
// all of one collection. A nil keep keeps every row.
func Overview(c *model.Columns, keep model.Bitmap) []Spec {
	return []Spec{TimelineOf(c.Lanes(GroupingFor(c, keep), keep, false)), ActivityOf(c, keep), PairsOf(c, keep)}
}

// GroupingFor returns the lanes that suit a set of events which nobody has chosen
// lanes for: collections or, within one, categories.
func GroupingFor(c *model.Columns, keep model.Bitmap) model.Grouping {
	first := -1
	for i := range c.ID {
		switch {
		case !keep.Has(i):
		case first < 0:
			first = int(c.Collection[i])
		case first != int(c.Collection[i]):
			return model.ByCollection
		}
	}
	return model.ByCategory
}

// A Fact is a figure and what it counts: "254", "events".
type Fact struct{ Value, Label string }

// Facts returns the figures of a set of events: how many there are and how many
// are dated less exactly than to the day, when the first and the last were, and
// which actors they are about.
func Facts(c *model.Columns, keep model.Bitmap) []Fact {
	events, vague := 0, 0
	for i := range c.ID {
		if !keep.Has(i) {
			continue
		}
		events++
		if vagueStart(c.Bounds(i)) {
			vague++
		}
	}
	count := Fact{Count(events), choose(events, "event", "events")}
	if vague > 0 {
		count.Label += ", " + Count(vague) + " with imprecise dates"
	}
	facts := []Fact{count}
	if from, to, ok := c.Extent(keep); ok {
		facts = append(facts, Fact{Period(from, to), "first to last date"})
	}
	if collections := len(c.Lanes(model.ByCollection, keep, false).Lanes); collections > 1 {
		facts = append(facts, Fact{Count(collections), "collections"})
	}
	if tallies := c.TallyActors(keep, false); len(tallies) > 0 {
		facts = append(facts, Fact{Count(len(tallies)), actorLabel(c, tallies)})
	}
	return facts
}

// vagueStart reports whether an event may have begun on more than one day.
func vagueStart(b edtf.Bounds) bool {
	return !b.EarliestStart.Finite() || !b.LatestStart.Finite() || b.LatestStart-b.EarliestStart > 86_400
}

func actorLabel(c *model.Columns, tallies []model.ActorTally) string {
	label := "actors: "
	if len(tallies) == 1 {
		label = "actor: "
	}
	for i, t := range tallies[:min(len(tallies), 3)] {
		if i > 0 {
			label += ", "
		}
		label += c.Actors[t.Actor].Name
	}
	if len(tallies) > 3 {
		label += " …"
	}
	return label
}

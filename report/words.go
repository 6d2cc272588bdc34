package report

import (
	"fmt"
	"slices"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// Describe puts a filter into words; the zero filter has none. Collections that
// are known stand under their names.
func Describe(f *model.Filter, known []model.Collection) string {
	var parts []string
	add := func(noun string, values []string, joint string) {
		if len(values) > 0 {
			parts = append(parts, noun+" "+strings.Join(values, joint))
		}
	}
	if f.AllActors {
		add("actors", f.Actors, " and ")
	} else {
		add("actor", f.Actors, ", ")
	}
	var categories []string
	for _, key := range f.Categories {
		categories = append(categories, model.CategoryNamed(key).Name)
	}
	add("category", categories, ", ")
	add("collection", labels(f.Collections, known), ", ")
	add("place", f.Places, ", ")
	add("confidence", f.Confidence, ", ")
	if f.Text != "" {
		parts = append(parts, fmt.Sprintf("words “%s”", f.Text))
	}
	if !f.Period.IsZero() {
		parts = append(parts, describePeriod(f.Period))
	}
	return strings.Join(parts, "; ")
}

// labels returns what collections are called, by their keys.
func labels(keys []string, known []model.Collection) []string {
	names := slices.Clone(keys)
	for i, key := range names {
		for _, c := range known {
			if c.Key == key {
				names[i] = c.Label()
			}
		}
	}
	return names
}

var modeWords = map[model.PeriodMode]string{
	model.Overlaps: "time", model.Starts: "beginning", model.Ends: "ending", model.Inside: "wholly",
}

func describePeriod(p model.Period) string {
	words := []string{modeWords[p.Mode]}
	if p.Certainly {
		words = []string{"certainly", words[0]}
	}
	if p.From != edtf.Past {
		words = append(words, "from "+model.DayOf(p.From).Display())
	}
	if p.To != edtf.Future {
		words = append(words, "to "+model.DayOf(p.To-1).Display())
	}
	return strings.Join(words, " ")
}

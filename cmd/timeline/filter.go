package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// filterFlags are the flags that say which events are meant.
type filterFlags struct {
	from, to                        string
	actors, categories, collections []string
	query                           string
}

func addFilter(cmd *cobra.Command) *filterFlags {
	f := &filterFlags{}
	flags := cmd.Flags()
	flags.StringVar(&f.from, "from", "", "only events that may overlap the time from this date, in any form that timeline date reads")
	flags.StringVar(&f.to, "to", "", "only events that may overlap the time up to this date, the date included")
	flags.StringArrayVar(&f.actors, "actor", nil, "only events of this actor, or of bodies and people under it; may be repeated for any of several")
	flags.StringArrayVar(&f.categories, "category", nil, "only events of this category; may be repeated")
	flags.StringArrayVar(&f.collections, "collection", nil, "only events of the collection with this key; may be repeated")
	flags.StringVar(&f.query, "q", "", "only events whose title, summary, actors or sources hold these words")
	return f
}

// pairOf reads the two actors of --pair, separated by a comma.
func pairOf(text string) (first, second string, err error) {
	first, second, ok := strings.Cut(text, ",")
	first, second = strings.TrimSpace(first), strings.TrimSpace(second)
	if !ok || first == "" || second == "" || first == second {
		return "", "", fmt.Errorf("--pair %q is not two actors separated by a comma", text)
	}
	return first, second, nil
}

// binOf reads --bin; "" is what suits the time.
func binOf(text string) (charts.Unit, error) {
	if text == "" {
		return charts.Automatic, nil
	}
	unit, ok := charts.ParseUnit(text)
	if !ok {
		return unit, fmt.Errorf("--bin %q is not day, week, month, quarter, year or decade", text)
	}
	return unit, nil
}

// lanesOf reads --lanes.
func lanesOf(text string) (model.Grouping, error) {
	by, ok := model.ParseGrouping(text)
	if !ok {
		return by, fmt.Errorf("--lanes %q is not collection, actor, category, pair, place or none", text)
	}
	return by, nil
}

// filter returns the filter that the flags ask for.
func (f *filterFlags) filter(cmd *cobra.Command) (model.Filter, error) {
	filter := model.Filter{Collections: f.collections, Text: f.query, Actors: f.actors}
	for _, c := range f.categories {
		filter.Categories = append(filter.Categories, model.CategoryNamed(c).Key)
	}
	if f.from == "" && f.to == "" {
		return filter, nil
	}
	filter.Period = model.Period{From: edtf.Past, To: edtf.Future}
	if f.from != "" {
		b, err := readBounds("from", f.from)
		if err != nil {
			return filter, usage(cmd, err)
		}
		filter.Period.From = b.EarliestStart
	}
	if f.to != "" {
		b, err := readBounds("to", f.to)
		if err != nil {
			return filter, usage(cmd, err)
		}
		filter.Period.To = b.LatestEnd
	}
	if filter.Period.From >= filter.Period.To {
		return filter, usage(cmd, fmt.Errorf("--from %s is after --to %s", f.from, f.to))
	}
	return filter, nil
}

// readBounds reads a date of a flag, as EDTF or as people write it.
func readBounds(flag, text string) (edtf.Bounds, error) {
	d, err := readDate(text)
	if err != nil {
		return edtf.Bounds{}, fmt.Errorf("--%s: %w", flag, err)
	}
	return d.Bounds(), nil
}

// readDate reads one date, as EDTF or as people write it; text with two
// readings is an error that gives both.
func readDate(text string) (edtf.Date, error) {
	if d, err := edtf.Parse(text); err == nil {
		return d, nil
	}
	r, err := edtf.Read(text, edtf.Unstated)
	if err != nil {
		return edtf.Date{}, err
	}
	if len(r.Dates) != 1 {
		return edtf.Date{}, fmt.Errorf("%s can be read as %s or %s; write one of these", text, r.Dates[0], r.Dates[1])
	}
	return r.Dates[0], nil
}

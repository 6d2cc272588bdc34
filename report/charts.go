package report

import (
	"context"

	"chancery/charts"
)

// The charts that a report shows of everyone, of an actor, and of a pair, unless
// others are asked for.
var (
	ofAll   = []string{"activity", "conflict", "contacts", "counterparts", "network"}
	ofActor = []string{"activity", "conflict", "contacts", "counterparts", "network", "ladder"}
	ofPair  = []string{"activity", "conflict", "reciprocity", "contacts", "ladder", "responses"}
)

// SuitingCharts returns the keys of the charts that a report of a subject shows
// when none are asked for.
func SuitingCharts(s charts.Subject) []string {
	switch {
	case s.With != "":
		return ofPair
	case s.Actor != "":
		return ofActor
	}
	return ofAll
}

// subject returns whom the report is about: the one actor that its filter names,
// or the two that must both take part.
func (r *Report) subject() charts.Subject {
	names := r.Filter.Actors
	for _, name := range names {
		if !r.known(name) {
			return charts.Subject{}
		}
	}
	switch {
	case len(names) == 1:
		return charts.Subject{Actor: names[0]}
	case len(names) == 2 && r.Filter.AllActors && names[0] != names[1]:
		return charts.Subject{Actor: names[0], With: names[1]}
	}
	return charts.Subject{}
}

func (r *Report) known(actor string) bool {
	for i := range r.Columns.Actors {
		if r.Columns.Actors[i].Name == actor {
			return true
		}
	}
	return false
}

// specs returns the charts of the report: the timeline and, of the time that it
// first shows, those of the catalogue. Without any event there is only the
// timeline, which says so.
func (r *Report) specs(ctx context.Context) ([]charts.Spec, error) {
	timeline := charts.TimelineOf(r.Lanes)
	keys := r.Charts
	subject := r.subject()
	if keys == nil {
		keys = SuitingCharts(subject)
	}
	if r.Lanes.Events == 0 || len(keys) == 0 {
		return []charts.Spec{timeline}, nil
	}
	d := charts.Data{Columns: r.Columns, Keep: r.Kept}
	if linked(keys) {
		var err error
		if d.Links, err = r.Archive.Ties(ctx); err != nil {
			return nil, err
		}
	}
	// An actor that the filter names stands for the bodies and people under it
	// there, too.
	o := charts.Options{Subject: subject, RollUp: true, Unit: r.Unit}
	if r.asked {
		o.AsOf = r.AsOf
	}
	o.From, o.To = r.From, r.To
	if p := r.Filter.Period; o.From == 0 && o.To == 0 && !p.IsZero() {
		o.From, o.To = p.From, p.To
	}
	specs, err := charts.BuildAll(ctx, keys, d, o)
	if err != nil {
		return nil, err
	}
	if r.Charts == nil {
		specs = drawable(specs)
	}
	return append([]charts.Spec{timeline}, specs...), nil
}

// linked reports whether one of the charts shows links between events.
func linked(keys []string) bool {
	for _, key := range keys {
		if key == "ladder" || key == "responses" {
			return true
		}
	}
	return false
}

// drawable leaves out charts that nobody asked for and that have nothing to show.
func drawable(specs []charts.Spec) []charts.Spec {
	var some []charts.Spec
	for i := range specs {
		if !specs[i].Empty() {
			some = append(some, specs[i])
		}
	}
	return some
}

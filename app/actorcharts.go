package app

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// actorData is what charts are made from, gathered once for the columns, the
// filter and the scale of scores.
type actorData struct {
	charts.Data
	tree *model.ActorTree
}

// update gathers anew what changed, and makes the charts again.
func (v *actorsView) update() {
	archive, columns := v.ws.Archive(), v.ws.Columns()
	v.List.AsOf = v.asOf()
	if v.stale == 0 && v.data.tree != nil {
		if v.stretch() != v.within {
			v.rebuild() // the timeline was moved meanwhile
		}
		return
	}
	v.stale = 0
	if archive == nil {
		v.data = actorData{}
		v.Board.Clear()
		v.List.Set(columns, &model.ActorTree{})
		v.headline()
		return
	}
	old, keep, scale := v.data, v.ws.Kept(), v.scale
	var found actorData
	v.start(lang.L("Count actors"), func(ctx context.Context, _ *workspace.Job) (err error) {
		found, err = gather(ctx, archive, columns, keep, old, scale)
		return err
	}, func() {
		v.data = found
		v.List.Set(columns, found.tree)
		if actorNamed(columns, v.subject.Actor) < 0 {
			v.subject = charts.Subject{Actor: v.List.Busiest()}
		}
		v.List.Choose(v.subject.Actor)
		v.rebuild()
	})
}

// gather reads what charts need; of old it keeps what is still true.
func gather(ctx context.Context, archive *store.Archive, columns *model.Columns, keep model.Bitmap, old actorData, scale *cameo.Scale) (actorData, error) {
	d := actorData{Data: charts.Data{Columns: columns, Keep: keep}}
	if old.Columns == columns {
		d.Index, d.Links = old.Index, old.Links
	} else {
		d.Index = columns.IndexActors()
		ties, err := archive.Ties(ctx)
		if err != nil {
			return d, err
		}
		d.Links = ties
	}
	if scale != nil {
		scores, err := archive.Scores(ctx, columns, *scale)
		if err != nil {
			return d, err
		}
		d.Scores, d.Scale = scores, scale.Name
	}
	d.tree = columns.ActorTree(keep)
	return d, ctx.Err()
}

// start does work in the background in place of what is under way.
func (v *actorsView) start(label string, work func(context.Context, *workspace.Job) error, done func()) {
	if v.job != nil {
		v.job.Cancel()
	}
	v.asked++
	asked := v.asked
	v.job = v.ws.Jobs().Start(label, work, func(err error) {
		switch {
		case asked != v.asked, errors.Is(err, context.Canceled):
		case err != nil:
			v.OnError(err)
		default:
			v.job = nil
			done()
		}
	})
}

// asOf returns the as-of date when the user chose one, else 0.
func (v *actorsView) asOf() edtf.Instant {
	if at, chosen := v.ws.AsOf(); chosen {
		return at
	}
	return 0
}

// options are what the charts are asked for with, but for their looks.
func (v *actorsView) options() charts.Options {
	o := charts.Options{Subject: v.subject, Compare: v.beside, RollUp: v.rollUp, Unit: v.unit, AsOf: v.asOf()}
	v.within = v.stretch()
	o.From, o.To = v.within[0], v.within[1]
	return o
}

// stretch returns between which moments events are to begin, zeros for all time.
func (v *actorsView) stretch() (within [2]edtf.Instant) {
	if v.sliced && v.Stretch != nil {
		from, to := v.Stretch()
		within = [2]edtf.Instant{edtf.Instant(from), edtf.Instant(to)}
	}
	return within
}

// firstCharts are made first, because they are in view at once.
var firstCharts = []string{"activity", "conflict", "contacts", "counterparts", "network"}

// rebuild makes the charts again: first those that are in view, then the rest.
func (v *actorsView) rebuild() {
	if v.data.Columns == nil {
		return
	}
	if v.subject.Actor == "" {
		v.Board.Clear()
		v.counts = 0
		v.headline()
		return
	}
	v.build(firstCharts, func(specs []charts.Spec) {
		v.Board.Set(specs, v.asOf(), true)
		v.build(v.laterCharts(), func(later []charts.Spec) { v.Board.Set(append(specs, later...), v.asOf(), false) })
	})
}

// laterCharts are the others that can be made of what there is.
func (v *actorsView) laterCharts() []string {
	var keys []string
	for _, e := range charts.Catalogue() {
		pair := e.Needs&charts.NeedsPair != 0 && v.subject.With == ""
		links := e.Needs&charts.NeedsLinks != 0 && len(v.data.Links) == 0
		if !pair && !links && !slices.Contains(firstCharts, e.Key) {
			keys = append(keys, e.Key)
		}
	}
	return keys
}

// build makes charts in the background.
func (v *actorsView) build(keys []string, done func([]charts.Spec)) {
	data, options, count := v.data.Data, v.options(), 0
	var first, last edtf.Instant
	byLook := map[chartLook][]string{}
	for _, key := range keys {
		byLook[v.looks[key]] = append(byLook[v.looks[key]], key)
	}
	var specs []charts.Spec
	v.start(lang.L("Draw charts"), func(ctx context.Context, j *workspace.Job) error {
		options.Progress = func(done, total int) { j.Report(int64(done), int64(total)) }
		for look, keys := range byLook {
			some, err := charts.BuildAll(ctx, keys, data, look.apply(options))
			if err != nil {
				return err
			}
			specs = append(specs, some...)
		}
		q := charts.Query{Actor: options.Subject.Actor, With: options.Subject.With, RollUp: options.RollUp, From: options.From, To: options.To}
		rows := q.Rows(data)
		count = len(rows)
		first, last = bounds(data.Columns, rows)
		return nil
	}, func() {
		if count == 0 && v.sliced && options.From < options.To {
			v.sliced = false // nothing of it lies there: all of it is more use than an empty page
			v.rebuild()
			return
		}
		v.counts, v.from, v.to = count, first, last
		v.headline()
		done(specs)
		if v.OnChange != nil {
			v.OnChange()
		}
	})
}

// bounds returns between which known moments some rows begin, both 0 where none
// is known.
func bounds(c *model.Columns, rows []uint32) (from, to edtf.Instant) {
	from, to = edtf.Future, edtf.Past
	for _, row := range rows {
		if start := c.Start[row]; start.Finite() {
			from, to = min(from, start), max(to, start+1)
		}
	}
	if from > to {
		return 0, 0
	}
	return from, to
}

// apply puts a look into options.
func (l chartLook) apply(o charts.Options) charts.Options {
	o.ByRole, o.Normalised, o.Separate = l.byRole, l.normalised, l.separate
	if l.byScore {
		o.Shade = charts.ByScore
	}
	if l.all {
		o.Rows = allRows
	}
	return o
}

// allRows is how many rows a chart has when all are asked for.
const allRows = 200

package app

import (
	"math"
	"slices"

	"chancery/app/scene"
	"chancery/app/workspace"
	"chancery/model"
	"chancery/model/edtf"
)

// lives are the lives of an archive's agreements as they were known on a day,
// each with the lane where it is at home. They are kept from frame to frame
// while nothing of that changes.
type lives struct {
	agreements []model.Agreement
	lanes      *model.Lanes
	on         edtf.Instant
	known      []scene.Life
}

// lifecycles returns the lives of the agreements of which any event is kept, as
// they were known on the as-of date, without those that had not begun by then.
func (t *timeline) lifecycles() []scene.Life { return t.livesIn(t.ws.Lanes()) }

// livesIn is lifecycles with the lanes that are drawn. A sketch cannot tell where
// agreements are at home: they come with the columns.
func (t *timeline) livesIn(lanes *model.Lanes) []scene.Life {
	if lanes.Columns.Sketched() {
		return nil
	}
	agreements, ids := t.ws.Agreements()
	l, on := &t.lives, t.asOf()
	same := len(agreements) == len(l.agreements) && on == l.on && lanes == l.lanes &&
		(len(agreements) == 0 || &agreements[0] == &l.agreements[0])
	if same {
		return l.known
	}
	*l = lives{agreements: agreements, lanes: lanes, on: on}
	for i, home := range lanes.Homes(agreements, ids) {
		if !home.Kept {
			continue
		}
		if life := agreements[i].LifecycleOn(on); len(life.Stages) > 0 {
			l.known = append(l.known, scene.Life{Lifecycle: life, Lane: home.Lane})
		}
	}
	return l.known
}

// livesOf returns the lives that an event belongs to, as they were known on a
// day: those it is named by, then those that name an event it is linked with.
func livesOf(agreements []model.Agreement, on edtf.Instant, d *workspace.Detail) []model.Lifecycle {
	var found, near []model.Lifecycle
	for i := range agreements {
		events := agreements[i].Events
		named := slices.Contains(events, d.Event.Key)
		linked := slices.ContainsFunc(d.Links, func(l workspace.Linked) bool { return slices.Contains(events, l.Key) })
		if !named && !linked {
			continue
		}
		life := agreements[i].LifecycleOn(on)
		switch {
		case len(life.Stages) == 0:
		case named:
			found = append(found, life)
		default:
			near = append(near, life)
		}
	}
	return append(found, near...)
}

// keyOf returns the key of a lane, or that of the group of agreements for none.
func (t *timeline) keyOf(lane int) string {
	if lane < 0 {
		return scene.AgreementsKey
	}
	return t.ws.Lanes().Lanes[lane].Key
}

// chooseOfLife selects the event of an agreement's life that is nearest to a
// moment.
func (t *timeline) chooseOfLife(hit scene.Hit, at edtf.Instant) {
	all := t.lifecycles()
	if hit.Life >= len(all) {
		return
	}
	_, ids := t.ws.Agreements()
	columns := t.ws.Columns()
	nearest, distance := model.EventID(0), float64(0)
	for _, key := range all[hit.Life].Agreement.Events {
		row, ok := columns.RowOf(ids[key])
		if !ok {
			continue
		}
		if d := math.Abs(float64(columns.Start[row]) - float64(at)); nearest == 0 || d < distance {
			nearest, distance = columns.ID[row], d
		}
	}
	if nearest != 0 {
		t.ws.Select(nearest)
	}
}

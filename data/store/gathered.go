package store

import (
	"cmp"
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// gathered are the events that a batch adds, in the order of their IDs, as they
// will stand in Columns: to draw them, nothing need be read back. They lie in
// blocks, so that growing copies nothing. Words and actors are the ids of the
// tables. Nil takes events too, and forgets them.
type gathered struct {
	first  model.EventID // the IDs follow one another
	blocks []*gatheredBlock
	length int
	actors int
}

// gatheredRows is how many events a block holds.
const gatheredRows = 1 << 14

type gatheredBlock struct {
	start, end           [gatheredRows]edtf.Instant
	form                 [gatheredRows]model.Form
	score                [gatheredRows]int8
	category, confidence [gatheredRows]uint32
	collection, place    [gatheredRows]uint32
	actorAt              [gatheredRows + 1]uint32
	actor                []uint32
	role                 []model.Role
}

// add takes an event; its actors follow with addActor.
func (g *gathered) add(id model.EventID, p *prepared, ids *words) {
	if g == nil {
		return
	}
	if g.length == 0 {
		g.first = id
	}
	i := g.length % gatheredRows
	if i == 0 {
		b := &gatheredBlock{}
		b.actor = make([]uint32, 0, 5*gatheredRows/2)
		b.role = make([]model.Role, 0, 5*gatheredRows/2)
		g.blocks = append(g.blocks, b)
	}
	b := g.blocks[len(g.blocks)-1]
	b.start[i], b.end[i], b.form[i], b.score[i] = p.startAt, p.endAt, p.form, p.tenths
	b.category[i], b.confidence[i] = uint32(ids.category), uint32(ids.confidence)
	b.collection[i], b.place[i] = uint32(ids.collection), uint32(ids.place)
	b.actorAt[i+1] = uint32(len(b.actor))
	g.length++
}

// addActor adds to the last event.
func (g *gathered) addActor(id int64, role model.Role) {
	if g == nil {
		return
	}
	b := g.blocks[len(g.blocks)-1]
	b.actor, b.role = append(b.actor, uint32(id)), append(b.role, role)
	b.actorAt[(g.length-1)%gatheredRows+1] = uint32(len(b.actor))
	g.actors++
}

// columns returns the events by start and then ID, pointing into the lookups
// of n.
func (g *gathered) columns(n *names) *model.Columns {
	starts := make([]edtf.Instant, g.length)
	for k, b := range g.blocks {
		copy(starts[k*gatheredRows:], b.start[:])
	}
	order := make([]uint32, g.length)
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(starts[i], starts[j]), cmp.Compare(i, j))
	})
	c := emptyColumns(n, g.length, g.actors)
	at := uint32(0)
	for i, row := range order {
		b, k := g.blocks[row/gatheredRows], row%gatheredRows
		c.ID[i] = g.first + model.EventID(row)
		c.Start[i], c.End[i], c.Form[i], c.Score[i] = b.start[k], b.end[k], b.form[k], b.score[k]
		c.Category[i] = n.categories[int64(b.category[k])]
		c.Confidence[i] = n.confidences[int64(b.confidence[k])]
		c.Collection[i] = n.collections[int64(b.collection[k])]
		c.Place[i] = n.places[int64(b.place[k])]
		for p := b.actorAt[k]; p < b.actorAt[k+1]; p++ {
			c.Actor[at], c.Role[at] = n.actors[int64(b.actor[p])], b.role[p]
			at++
		}
		c.ActorAt[i+1] = at
	}
	c.Index()
	return c
}

// mergeColumns returns the rows of two Columns with the same lookups, by start;
// of those with the same start, the older ones come first.
func mergeColumns(old, added *model.Columns) *model.Columns {
	if old.Len() == 0 {
		return added
	}
	m := emptyColumns(&names{columns: *added}, old.Len()+added.Len(), len(old.Actor)+len(added.Actor))
	o, a, at := 0, 0, 0
	for i := range m.ID {
		from, row := old, o
		if o == old.Len() || a < added.Len() && added.Start[a] < old.Start[o] {
			from, row = added, a
			a++
		} else {
			o++
		}
		m.ID[i], m.Start[i], m.End[i] = from.ID[row], from.Start[row], from.End[row]
		m.Form[i], m.Category[i], m.Collection[i] = from.Form[row], from.Category[row], from.Collection[row]
		m.Place[i], m.Score[i], m.Confidence[i] = from.Place[row], from.Score[row], from.Confidence[row]
		actors, roles := from.ActorsOf(row)
		copy(m.Actor[at:], actors)
		copy(m.Role[at:], roles)
		at += len(actors)
		m.ActorAt[i+1] = uint32(at)
	}
	m.Index()
	return m
}

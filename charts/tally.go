package charts

import (
	"cmp"
	"slices"

	"chancery/model"
)

// Others are whom the rows of a scope are counted for: those of row k are
// actor[at[k]:at[k+1]].
type others struct{ at, actor []uint32 }

func (o *others) of(k int) []uint32 { return o.actor[o.at[k]:o.at[k+1]] }

// met finds those whom the subject has to do with: the others of an actor's
// pairs, who else takes part in the events of a pair, or all actors when the
// subject is everyone. It tallies them, most events first and then by name.
func (s *scope) met() (*others, []model.ActorTally) {
	s.shared.meeting.Do(func() {
		s.shared.others = s.meet()
		s.shared.tallies = s.tally()
	})
	return &s.shared.others, s.shared.tallies
}

func (s *scope) meet() others {
	o := others{at: make([]uint32, 1, len(s.rows)+1), actor: make([]uint32, 0, len(s.rows)+len(s.rows)/4)}
	m := s.matcher()
	for k, row := range s.rows {
		if s.stopped(k) {
			o.at = append(o.at, slices.Repeat([]uint32{uint32(len(o.actor))}, len(s.rows)-k)...)
			break
		}
		o.actor = m.others(int(row), o.actor)
		o.at = append(o.at, uint32(len(o.actor)))
	}
	return o
}

func (s *scope) tally() []model.ActorTally {
	all := make([]model.ActorTally, len(s.c.Actors))
	o := &s.shared.others
	for k, row := range s.rows {
		score := s.scores[row]
		for _, a := range o.of(k) {
			all[a].Add(score)
		}
	}
	for i := range all {
		all[i].Actor = uint32(i)
	}
	all = slices.DeleteFunc(all, func(t model.ActorTally) bool { return t.Events == 0 })
	slices.SortFunc(all, func(x, y model.ActorTally) int {
		return mostFirst(x.Events, y.Events, func() int { return cmp.Compare(s.name(x.Actor), s.name(y.Actor)) })
	})
	return all
}

// others appends whom a row counts for, each once.
func (m *matcher) others(row int, found []uint32) []uint32 {
	if m.focus >= 0 && m.with < 0 {
		// Two actors make a pair whatever their roles.
		if actors, _ := m.c.ActorsOf(row); len(actors) == 2 {
			a, b := m.stand[actors[0]], m.stand[actors[1]]
			if int(a) != m.focus {
				return append(found, a)
			}
			if int(b) != m.focus {
				found = append(found, b)
			}
			return found
		}
		m.read(row)
		return m.partners(uint32(m.focus), found)
	}
	m.read(row)
	for _, a := range m.seen {
		if m.focus < 0 || int(a) != m.focus && int(a) != m.with {
			found = append(found, a)
		}
	}
	return found
}

package exchange

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// Ties says what the edges of a network are.
type Ties uint8

// The kinds of edges. PairTies has one edge for all events between two actors
// in one direction, with their number and mean score and with a spell for each
// stretch in which one lies. EventTies has an edge for every event and pair.
const (
	PairTies Ties = iota
	EventTies
)

// partiesLimit is the number of undirected participants above which an event
// ties no pair, as in lanes by pair: a conference of twenty is not 190 meetings
// of two.
const partiesLimit = 4

// errChanged says that the second look at the events showed others.
var errChanged = errors.New("the archive was changed while it was being written; export it again")

// A network is the actors of a sequence of events and, with PairTies, what ties
// them. It holds a few bytes for each event and pair, and no text but names.
type network struct {
	actors []node
	index  map[string]uint32
	ties   []tie
	tieAt  map[tieKey]uint32
	spells []spell
	result Result
	// decimal says that some day has no year of four digits, so that time is
	// told in years and their fractions.
	decimal     bool
	first, last edtf.Instant // days
}

// A node is an actor, with the days of its first event and its last.
type node struct {
	name        string
	about       *model.Actor // nil when nothing more is known
	events      int
	first, last edtf.Instant
}

// A tie is the events between two actors. Those of a directed tie go from the
// first to the second.
type tie struct {
	tieKey
	events, scored int
	sum            float64
}

type tieKey struct {
	from, to uint32
	directed bool
}

// A spell is the days, both included, on which an event may lie.
type spell struct {
	tie         uint32
	first, last int32 // days since 1970
}

// newNetwork reads all events once.
func newNetwork(events Events, ties Ties, about *About) (*network, error) {
	n := &network{index: map[string]uint32{}, tieAt: map[tieKey]uint32{}, first: edtf.Future, last: edtf.Past}
	known := make(map[string]*model.Actor, len(about.Actors))
	for i := range about.Actors {
		known[about.Actors[i].Name] = &about.Actors[i]
	}
	var keys []tieKey
	for e, err := range events {
		if err != nil {
			return nil, err
		}
		s, reason := stretchOf(&e)
		if reason != "" {
			n.result.leaveOut(&e, reason)
			continue
		}
		n.result.Events++
		n.note(&e, s, known)
		if ties == PairTies {
			keys = n.appendTies(keys[:0], &e)
			n.tie(&e, s, keys)
		}
	}
	return n, nil
}

// note notes who takes part in an event, and when.
func (n *network) note(e *model.Event, s stretch, known map[string]*model.Actor) {
	n.decimal = n.decimal || !s.inYears()
	first, last := s.days()
	n.first, n.last = min(n.first, first), max(n.last, last)
	last = lasting(e, last)
	for k, p := range e.Actors {
		at, ok := n.index[p.Actor]
		if !ok {
			at = uint32(len(n.actors))
			n.index[p.Actor] = at
			n.actors = append(n.actors, node{name: p.Actor, about: known[p.Actor], first: first, last: last})
		}
		a := &n.actors[at]
		a.first, a.last = min(a.first, first), max(a.last, last)
		if !slices.ContainsFunc(e.Actors[:k], func(q model.Participation) bool { return q.Actor == p.Actor }) {
			a.events++
		}
	}
}

// appendTies appends what an event ties: those who act to those acted on, or
// else all participants to each other when they are few.
func (n *network) appendTies(keys []tieKey, e *model.Event) []tieKey {
	add := func(key tieKey) {
		if key.from != key.to && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	var acting, bearing bool
	for _, p := range e.Actors {
		acting = acting || p.Role == model.Initiator
		bearing = bearing || p.Role == model.Target
	}
	if acting && bearing {
		for _, p := range e.Actors {
			for _, q := range e.Actors {
				if p.Role == model.Initiator && q.Role == model.Target {
					add(tieKey{n.index[p.Actor], n.index[q.Actor], true})
				}
			}
		}
		return keys
	}
	if n.parties(e) > partiesLimit {
		return keys
	}
	for k, p := range e.Actors {
		for _, q := range e.Actors[k+1:] {
			a, b := n.index[p.Actor], n.index[q.Actor]
			add(tieKey{min(a, b), max(a, b), false})
		}
	}
	return keys
}

// parties counts the actors of an event, each once.
func (n *network) parties(e *model.Event) int {
	count := 0
	for k, p := range e.Actors {
		if !slices.ContainsFunc(e.Actors[:k], func(q model.Participation) bool { return q.Actor == p.Actor }) {
			count++
		}
	}
	return count
}

// tie adds an event to its ties.
func (n *network) tie(e *model.Event, s stretch, keys []tieKey) {
	first, last := s.days()
	last = lasting(e, last)
	score, scored := scoreOf(e)
	for _, key := range keys {
		at, ok := n.tieAt[key]
		if !ok {
			at = uint32(len(n.ties))
			n.tieAt[key] = at
			n.ties = append(n.ties, tie{tieKey: key})
		}
		t := &n.ties[at]
		t.events++
		if scored {
			t.scored++
			t.sum += score
		}
		n.spells = append(n.spells, spell{at, dayNumber(first), dayNumber(last)})
	}
}

// lasting returns the last day of an event, or edtf.Future when it still goes on.
func lasting(e *model.Event, last edtf.Instant) edtf.Instant {
	if e.End.IsOpen() || e.Start.OpenEnd() {
		return edtf.Future
	}
	return last
}

// stillOn is the number of a last day that is yet to come.
const stillOn = math.MaxInt32

// dayNumber saturates at some six million years, which no archive of events
// between actors reaches.
func dayNumber(i edtf.Instant) int32 {
	return int32(min(max(i/daySeconds, math.MinInt32), stillOn))
}

// day is the inverse of dayNumber.
func day(number int32) edtf.Instant {
	if number == stillOn {
		return edtf.Future
	}
	return edtf.Instant(number) * daySeconds
}

// sortSpells puts the spells into the order of their ties and of time.
func (n *network) sortSpells() {
	slices.SortFunc(n.spells, func(a, b spell) int {
		return cmp.Or(cmp.Compare(a.tie, b.tie), cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
}

// takeSpells returns the spells of a tie and takes them off the list, which must
// be sorted and asked for tie by tie. Those that share a day are one.
func (n *network) takeSpells(at uint32) []spell {
	end := 0
	for end < len(n.spells) && n.spells[end].tie == at {
		end++
	}
	all := n.spells[:end]
	n.spells = n.spells[end:]
	joined := all[:min(len(all), 1)]
	for _, s := range all[len(joined):] {
		if last := &joined[len(joined)-1]; s.first <= last.last {
			last.last = max(last.last, s.last)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// eventTies yields each event again, with the ties between its actors. It ends
// with errChanged when the events are not those that the network was made from.
func (n *network) eventTies(events Events, yield func(e *model.Event, s stretch, key tieKey) error) error {
	var keys []tieKey
	seen := 0
	for e, err := range events {
		if err != nil {
			return err
		}
		s, reason := stretchOf(&e)
		if reason != "" {
			continue
		}
		seen++
		for _, p := range e.Actors {
			if _, ok := n.index[p.Actor]; !ok {
				return errChanged
			}
		}
		keys = n.appendTies(keys[:0], &e)
		for _, key := range keys {
			if err := yield(&e, s, key); err != nil {
				return err
			}
		}
	}
	if seen != n.result.Events {
		return errChanged
	}
	return nil
}

// when writes a day as the network tells time; a day yet to come is "".
func (n *network) when(day edtf.Instant) string {
	if day == edtf.Future {
		return ""
	}
	if !n.decimal {
		return isoDay(day)
	}
	y, _, _ := day.Civil()
	start, end := edtf.At(y, 1, 1), edtf.At(y+1, 1, 1)
	return number(round6(float64(y) + float64(day-start)/float64(end-start)))
}

func round6(v float64) float64 {
	const parts = 1e6
	if v < 0 {
		return -round6(-v)
	}
	return float64(int64(v*parts+0.5)) / parts
}

package model

import "slices"

// A Home is where an agreement stands among lanes.
type Home struct {
	// Lane is the key of the lane that holds most of its events or, with lanes
	// by pair, that of its two parties; "" when there is none.
	Lane string
	// Kept is false when it has events and no lane holds any of them: the
	// filter leaves it out.
	Kept bool
}

// Homes returns the home of each agreement. ids are the events by the keys that
// agreements name them by; a key that is not there counts for nothing. Of lanes
// that hold equally many events the first is taken. It costs one pass over the
// columns, whatever the number of agreements.
func (l *Lanes) Homes(agreements []Agreement, ids map[string]EventID) []Home {
	rows := l.rowsOf(agreements, ids)
	homes := make([]Home, len(agreements))
	for i := range agreements {
		homes[i] = l.home(&agreements[i], ids, rows)
	}
	return homes
}

// rowsOf returns the rows of the events that the agreements name.
func (l *Lanes) rowsOf(agreements []Agreement, ids map[string]EventID) map[EventID]uint32 {
	var named []EventID
	for i := range agreements {
		for _, key := range agreements[i].Events {
			if id, ok := ids[key]; ok {
				named = append(named, id)
			}
		}
	}
	rows := make(map[EventID]uint32, len(named))
	if len(named) == 0 {
		return rows
	}
	found := l.Columns.RowsOf(named)
	for row, id := range l.Columns.ID {
		if found.Has(row) {
			rows[id] = uint32(row)
		}
	}
	return rows
}

func (l *Lanes) home(a *Agreement, ids map[string]EventID, rows map[EventID]uint32) Home {
	home := Home{Kept: true}
	most, known := 0, false
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		n := 0
		for _, key := range a.Events {
			row, ok := rows[ids[key]]
			if !ok {
				continue
			}
			known = true
			if _, in := slices.BinarySearch(lane.Rows, row); in {
				n++
			}
		}
		if n > most {
			home.Lane, most = lane.Key, n
		}
	}
	home.Kept = most > 0 || !known
	if l.Grouping == ByPair && home.Kept {
		if lane := l.pairOf(a.Parties); lane != nil {
			home.Lane = lane.Key
		}
	}
	return home
}

// pairOf returns the lane of two parties, nil when there is none.
func (l *Lanes) pairOf(parties []string) *Lane {
	if len(parties) != 2 {
		return nil
	}
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		a, b := l.Columns.Actors[lane.Actors[0]].Name, l.Columns.Actors[lane.Actors[1]].Name
		if a == parties[0] && b == parties[1] || a == parties[1] && b == parties[0] {
			return lane
		}
	}
	return nil
}

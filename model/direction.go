package model

// A Direction says which way an event goes between the two actors of a pair.
type Direction int8

// The directions.
const (
	Backward   Direction = iota - 1 // from the second actor to the first
	Undirected                      // both ways, or neither
	Forward                         // from the first actor to the second
)

// Roots returns for each actor of the columns the one that its lanes stand for:
// itself or, with RollUp, the one at the root above it.
func (l *Lanes) Roots() []uint32 { return l.Columns.roots(l.RollUp) }

// Direction returns which way the event of a row goes between the actors of a
// lane by pair. An event goes from those who act to those acted on; one in
// which an actor of the pair does both goes neither way. roots are Lanes.Roots.
func (l *Lane) Direction(c *Columns, row int, roots []uint32) Direction {
	actors, roles := c.ActorsOf(row)
	var acts, bears [2]bool
	for k, a := range actors {
		for side, party := range l.Actors {
			if roots[a] != party {
				continue
			}
			acts[side] = acts[side] || roles[k] == Initiator
			bears[side] = bears[side] || roles[k] == Target
		}
	}
	forward, backward := acts[0] && bears[1], acts[1] && bears[0]
	switch {
	case forward == backward:
		return Undirected
	case forward:
		return Forward
	}
	return Backward
}

package model

// An ActorIndex finds the rows in which an actor takes part without looking at
// the others. It is of the Columns that made it and of no other.
type ActorIndex struct {
	at   []uint32 // where the rows of an actor begin
	rows []uint32
}

// IndexActors returns the index of c: one pass over who takes part, and four
// bytes for each. It can be kept as long as c is, and read by several goroutines
// at once.
func (c *Columns) IndexActors() *ActorIndex {
	x := &ActorIndex{at: make([]uint32, len(c.Actors)+1)}
	c.eachParty(func(_ int, actor uint32) { x.at[actor+1]++ })
	for a := range c.Actors {
		x.at[a+1] += x.at[a]
	}
	x.rows = make([]uint32, x.at[len(c.Actors)])
	next := append([]uint32(nil), x.at...)
	c.eachParty(func(row int, actor uint32) {
		x.rows[next[actor]] = uint32(row)
		next[actor]++
	})
	return x
}

// eachParty calls visit with each row and each actor in it, once whatever the
// number of its roles there.
func (c *Columns) eachParty(visit func(row int, actor uint32)) {
	from := uint32(0)
	for row := range c.ID {
		to := c.ActorAt[row+1]
		for k := from; k < to; k++ {
			if !seenBefore(c.Actor[from:k], c.Actor[k]) {
				visit(row, c.Actor[k])
			}
		}
		from = to
	}
}

func seenBefore(actors []uint32, actor uint32) bool {
	for _, a := range actors {
		if a == actor {
			return true
		}
	}
	return false
}

// Rows returns the rows in which an actor, an index into Actors, takes part, in
// order. The slice is a view: do not change it.
func (x *ActorIndex) Rows(actor uint32) []uint32 { return x.rows[x.at[actor]:x.at[actor+1]] }

package charts

import (
	"math/bits"

	"chancery/model"
)

// A rowFinder finds the rows of the events that links join. To look at each of a
// million rows for the few that do must be cheap, so what is wanted is a set of
// bits, and the place of a bit among those that are set is the place of its row.
type rowFinder struct {
	low    model.EventID
	wanted model.Bitmap // by ID from low on
	before []int32      // how many are wanted before each word of it
	rows   []int32      // plus 1; 0 for none

	far map[model.EventID]int32 // instead, when the IDs lie too far apart
}

// farApart is how many bits a set may have: 8 MB of them.
const farApart = 1 << 26

func newRowFinder(links []model.Tie) *rowFinder {
	f := &rowFinder{}
	if len(links) == 0 {
		return f
	}
	f.low = links[0].Cause
	high := f.low
	for _, l := range links {
		f.low, high = min(f.low, l.Cause, l.Response), max(high, l.Cause, l.Response)
	}
	if uint64(high-f.low) >= farApart {
		f.far = make(map[model.EventID]int32, 2*len(links))
	} else {
		f.wanted = model.NewBitmap(int(high-f.low) + 1)
	}
	for _, l := range links {
		if l.Kind == model.ResponseTo {
			f.want(l.Cause)
			f.want(l.Response)
		}
	}
	f.before = make([]int32, len(f.wanted))
	n := 0
	for w, word := range f.wanted {
		f.before[w] = int32(n)
		n += bits.OnesCount64(word)
	}
	f.rows = make([]int32, n)
	return f
}

func (f *rowFinder) want(id model.EventID) {
	if f.far != nil {
		f.far[id] = 0
		return
	}
	f.wanted.Set(int(id - f.low))
}

// wants reports whether links join an event.
func (f *rowFinder) wants(id model.EventID) bool {
	if f.far != nil {
		_, ok := f.far[id]
		return ok
	}
	at := uint64(id - f.low)
	return at>>6 < uint64(len(f.wanted)) && f.wanted[at>>6]&(1<<(at&63)) != 0
}

// found notes the row of an event that is wanted.
func (f *rowFinder) found(id model.EventID, row int) {
	if f.far != nil {
		f.far[id] = int32(row + 1)
		return
	}
	f.rows[f.place(id)] = int32(row + 1)
}

// of returns the row of an event that is wanted; ok is false when it was not
// found.
func (f *rowFinder) of(id model.EventID) (row int, ok bool) {
	at := int32(0)
	if f.far != nil {
		at = f.far[id]
	} else {
		at = f.rows[f.place(id)]
	}
	return int(at) - 1, at > 0
}

func (f *rowFinder) place(id model.EventID) int32 {
	at := uint64(id - f.low)
	return f.before[at>>6] + int32(bits.OnesCount64(f.wanted[at>>6]&(1<<(at&63)-1)))
}

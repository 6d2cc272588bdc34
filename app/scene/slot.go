package scene

// A side says where the label of a mark is.
type side int8

const (
	leftSide side = iota - 1
	noSide
	rightSide
	inside // in the bar or the extent
	beyond // after the bar, which is shorter than the label
)

// A slot is what has been decided for one event of a lane at one scale.
type slot struct {
	state slotState
	side  side
	line  int8
	echo  bool    // drawn in the lane above, and only reaches into this one
	words int32   // into the glossary, or unknown
	shift float32 // from the middle of the glyph to the start of the label
	width float32 // kept free for the label's text
	fold  int32   // of a folded event the index of its fold's host; of a host how many it folds
}

type slotState uint8

const (
	unplaced slotState = iota
	placed
	stacked // drawn over others: no room of its own
	folded  // drawn as part of another's fold
)

// slots are the slots of a lane, in pages that are made when they are needed:
// a lane may have a million events of which a screen shows ten.
type slots struct {
	pages []*[slotPage]slot
	used  []int // pages in use
	spare []*[slotPage]slot
}

const slotPage = 64

// reset empties the slots and makes room for n.
func (s *slots) reset(n int) {
	for _, p := range s.used {
		*s.pages[p] = [slotPage]slot{}
		s.spare = append(s.spare, s.pages[p])
		s.pages[p] = nil
	}
	s.used = s.used[:0]
	if pages := (n + slotPage - 1) / slotPage; len(s.pages) != pages {
		s.pages = make([]*[slotPage]slot, pages)
	}
}

// of returns the slot of event k, for reading and writing.
func (s *slots) of(k int) *slot {
	page := s.pages[k/slotPage]
	if page == nil {
		if n := len(s.spare); n > 0 {
			page, s.spare = s.spare[n-1], s.spare[:n-1]
		} else {
			page = new([slotPage]slot)
		}
		s.pages[k/slotPage] = page
		s.used = append(s.used, k/slotPage)
	}
	return &page[k%slotPage]
}

// peek returns a copy of the slot of event k without making its page.
func (s *slots) peek(k int) slot {
	if k/slotPage >= len(s.pages) {
		return slot{}
	}
	if page := s.pages[k/slotPage]; page != nil {
		return page[k%slotPage]
	}
	return slot{}
}

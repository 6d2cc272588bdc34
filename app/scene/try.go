package scene

import (
	"math"

	"chancery/model"
)

// A try looks for a place for one event.
type try struct {
	*placement
	k        int
	body     body
	slot     *slot
	from, to float64 // what is never given up
	full     float32 // width of the whole label
}

// settle takes [from, to) of line i for the event, if it is free and no mark
// without room of its own lies where the event's would.
func (t *try) settle(i int, from, to float64) bool {
	l := t.line(i)
	if !l.free(from, to) || t.body.kind != barBody && t.stackedAt(i, foldWithin) >= 0 {
		return false
	}
	l.take(box{from, to, t.k})
	t.slot.line = int8(i)
	return true
}

// eachLine tries the lines from the top down. Bars may take more of them than
// points, since a bar that is not drawn is missed all the way.
func (t *try) eachLine(from, to float64) bool {
	lines := t.most
	if t.body.kind == barBody {
		lines = max(lines, rowsAll)
	}
	for i := range lines {
		if t.settle(i, from, to) {
			return true
		}
	}
	return false
}

// beside notes where the label of a settled mark is.
func (t *try) beside(s side, start float64, width float32) bool {
	t.slot.side, t.slot.shift, t.slot.width = s, float32(start-t.body.x), width
	return true
}

// bar places a bar with its label in it, or after it when it is too short.
func (t *try) bar() bool {
	from, to := t.body.lo-4, t.body.hi+6
	ahead, behind := 25.0, 12.0 // of the label in the bar
	if t.set.columns.Form[t.lane.Rows[t.k]].Has(model.StartApproximate) {
		ahead = fadedAhead + 11
	}
	title := t.full
	if w := t.slot.words; w != unknown {
		title = min(t.set.words.all[w].titleW, longest)
	}
	if title > 0 && ahead+float64(title)+behind > to-from {
		start := t.body.hi + 6
		room := min(float64(title), t.blocked(t.body.hi-8, start))
		if room >= float64(title)-0.5 && t.eachLine(from, start+room+gapAfter) {
			return t.beside(beyond, start, title)
		}
	}
	return t.eachLine(from, to) && t.beside(inside, 0, 0)
}

// within places a point whose extent holds its label.
func (t *try) within() bool {
	return t.eachLine(t.from, t.to) && t.beside(inside, 0, t.full)
}

func (t *try) right(width float32) bool {
	start := t.to + gapBefore
	if t.blocked(t.body.x, start) < float64(width) {
		return false
	}
	return t.eachLine(t.from, start+float64(width)+gapAfter) && t.beside(rightSide, start, width)
}

func (t *try) left(width float32) bool {
	start := t.pushed(t.from-gapBefore-float64(width), width)
	return t.eachLine(start-gapAfter, t.to) && t.beside(leftSide, start, width)
}

// blocked returns how wide a label may be that starts at start, right of a mark
// at x, before it crosses a line.
func (t *try) blocked(x, start float64) float64 {
	for _, line := range t.set.barriers {
		if x < line-8 && start < line {
			return line - start - 4
		}
	}
	return math.Inf(1)
}

// pushed returns the start of a label left of a mark, moved left of the lines
// that it would cross.
func (t *try) pushed(start float64, width float32) float64 {
	for i := len(t.set.barriers) - 1; i >= 0; i-- {
		line := t.set.barriers[i]
		if t.body.x > line+6 && start < line && start+float64(width)+4 > line {
			start = line - gapLine - float64(width)
		}
	}
	return start
}

// shorter places the mark on the line with most room for a shortened label.
func (t *try) shorter() bool {
	best, at, on, start := float64(shortest), -1, rightSide, 0.0
	for i := range t.most {
		l := t.line(i)
		if !l.free(t.from, t.to) {
			continue
		}
		if from, room := t.roomRight(*l); room > best {
			best, at, on, start = room, i, rightSide, from
		}
		if from, room := t.roomLeft(*l); room > best+1 {
			best, at, on, start = room, i, leftSide, from
		}
	}
	return at >= 0 && t.settleBeside(at, on, start, best)
}

// settleBeside takes the mark's place and that of a label on line i.
func (t *try) settleBeside(i int, on side, start, room float64) bool {
	if on == leftSide {
		return t.settle(i, start-gapAfter, t.to) && t.beside(on, start, float32(room))
	}
	return t.settle(i, t.from, start+room+gapAfter) && t.beside(on, start, float32(room))
}

// roomRight returns where a label to the right of the mark starts on a line,
// and how wide it may be.
func (t *try) roomRight(l line) (start, room float64) {
	start = t.to + gapBefore
	return start, min(l.roomAfter(t.to)-gapBefore-gapAfter, t.blocked(t.body.x, start), float64(t.full))
}

// roomLeft returns where the widest label to the left of the mark starts on a
// line, and how wide it is: beside the mark or, if more room is there, before
// the line that it would cross.
func (t *try) roomLeft(l line) (start, room float64) {
	end, full := t.from-gapBefore, float64(t.full)
	free := t.from - l.roomBefore(t.from) + gapAfter // the leftmost start
	room = min(end-free, full)
	for i := len(t.set.barriers) - 1; i >= 0; i-- {
		line := t.set.barriers[i]
		if t.body.x <= line+6 || end-room > line+2 {
			continue
		}
		before := min(line-gapLine-free, full)
		if between := min(end-line-2, full); between >= before {
			room = between
			break
		}
		end, room = line-gapLine, before
	}
	return end - room, room
}

// bare places the mark without a label.
func (t *try) bare() bool {
	if t.body.kind == barBody {
		return false
	}
	return t.eachLine(t.from, t.to) && t.beside(noSide, 0, 0)
}

// as places the event as it was placed at another scale, so that a zoom moves
// nothing that still fits.
func (t *try) as(hint slot) bool {
	i := int(hint.line)
	if t.body.kind == barBody {
		return t.settle(i, t.body.lo-4, t.body.hi+6) && t.beside(inside, 0, 0)
	}
	if i >= t.most {
		return false
	}
	full := t.full
	if full > 0 && t.body.holds(float64(full)) && t.settle(i, t.from, t.to) {
		return t.beside(inside, 0, full)
	}
	if full > 0 && hint.side != noSide && t.asBeside(i, hint.side) {
		return true
	}
	return t.settle(i, t.from, t.to) && t.beside(noSide, 0, 0)
}

func (t *try) asBeside(i int, on side) bool {
	l := t.line(i)
	if !l.free(t.from, t.to) {
		return false
	}
	start, room := t.roomRight(*l)
	if on == leftSide {
		start, room = t.roomLeft(*l)
	} else {
		on = rightSide
	}
	return room >= min(shortest, float64(t.full)) && t.settleBeside(i, on, start, room)
}

// widen gives a mark on its line, in box at, the label that there is room for.
func (t *try) widen(at int) {
	l := t.lines[t.slot.line]
	if t.body.holds(float64(t.full)) {
		t.beside(inside, 0, t.full)
		return
	}
	enough := min(shortest, float64(t.full))
	if start, room := t.roomRight(l); room >= enough {
		l[at].to = start + room + gapAfter
		t.beside(rightSide, start, float32(room))
		return
	}
	if start, room := t.roomLeft(l); room >= enough {
		l[at].from = start - gapAfter
		t.beside(leftSide, start, float32(room))
	}
}

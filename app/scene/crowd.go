package scene

import "math"

// Marks for which there is no room are drawn over others when their middles
// are so far apart that both are seen, else folded with one within reach. A
// fold with room for its pill is looked for farther away. All in dp.
const (
	stackApart = 9
	foldReach  = 24
	foldFar    = 120
)

// pillRoom is what the pill of a fold needs beside its glyph, in dp.
const pillRoom = 38

// crowd places a mark for which no line has room: a label gives way to it, else
// it is drawn over others or, where it could not be told from them, folded.
func (t *try) crowd() {
	if t.body.kind == barBody {
		t.stackOrFold()
		return
	}
	for i := range t.most {
		if t.yield(i) && t.settle(i, t.from, t.to) {
			return
		}
	}
	t.stackOrFold()
}

func (t *try) stackOrFold() {
	best, far := -1, float64(stackApart)
	for i := range t.most {
		if d := t.apart(i); d > far {
			best, far = i, d
		}
	}
	if best >= 0 {
		t.stack(best)
		return
	}
	if host := t.host(); host >= 0 {
		t.foldInto(host)
		return
	}
	// Bars run along every line: the mark lies on the lowest.
	last := t.most - 1
	if k := t.stackedAt(last, stackApart); k >= 0 {
		t.foldInto(k)
		return
	}
	t.stack(last)
}

// stackedAt returns the mark without room of its own that lies within reach of
// where this one would on a line, or -1.
func (t *try) stackedAt(i int, reach float64) int {
	l := *t.overLine(i)
	at := l.at(t.body.x - reach)
	if at < len(l) && l[at].from < t.body.x+reach {
		return l[at].k
	}
	return -1
}

// apart returns how far the nearest glyph on a line is, those drawn over others
// included, or a negative number where a bar runs.
func (t *try) apart(i int) float64 {
	distance := math.Inf(1)
	for _, l := range [2]line{*t.line(i), *t.overLine(i)} {
		at := l.at(t.body.x)
		for j := max(at-2, 0); j < min(at+2, len(l)); j++ {
			b := t.bodyOf(l[j].k)
			if b.kind == barBody && l[j].from < t.body.x && t.body.x < l[j].to {
				return -1
			}
			if s := t.slots.of(l[j].k); s.fold > 0 && b.x <= t.body.x && t.body.x < b.x+float64(s.shift+s.width) {
				return 0 // on the pill
			}
			distance = min(distance, math.Abs(b.x-t.body.x))
		}
	}
	return distance
}

// stack draws the event on a line without room of its own.
func (t *try) stack(i int) {
	t.line(i)
	*t.slot = slot{state: stacked, words: t.slot.words, line: int8(i), echo: t.slot.echo}
	t.overLine(i).take(box{t.body.x - 1, t.body.x + 1, t.k})
}

// overLine returns the marks of a line that have no room of their own, as
// narrow boxes that may overlap.
func (p *placement) overLine(i int) *line {
	for len(p.over) <= i {
		p.over = append(p.over, nil)
	}
	return &p.over[i]
}

// host returns the event to fold the mark with: the nearest that is a fold or
// can become one, else the nearest at all, else -1.
func (t *try) host() int {
	best, near := -1, float64(foldFar)
	any, nearest := -1, float64(foldReach)
	for i := range t.most {
		l := *t.line(i)
		at := l.at(t.body.x)
		for j := max(at-6, 0); j < min(at+6, len(l)); j++ {
			b := t.bodyOf(l[j].k)
			if b.kind == barBody {
				continue
			}
			d := math.Abs(b.x - t.body.x)
			s := t.slots.of(l[j].k)
			if d < nearest {
				any, nearest = l[j].k, d
			}
			if s.fold == 0 && !t.pillFits(l, j, b) {
				continue
			}
			// A fold that is there already is better than one more.
			if s.fold > 0 {
				d /= 2
			}
			if d < near {
				best, near = l[j].k, d
			}
		}
	}
	if best >= 0 {
		return best
	}
	return any
}

// pillFits reports whether the mark in box j of a line has room for a pill, its
// label given up.
func (t *try) pillFits(l line, j int, b body) bool {
	_, to := b.core(float64(t.set.m.half))
	return j+1 == len(l) || l[j+1].from-to >= pillRoom*float64(t.set.m.k)
}

// yield shortens or drops the labels that lie where the mark is to be on line
// i. It does nothing and returns false when more than labels are in the way.
func (t *try) yield(i int) bool {
	l := *t.line(i)
	first := l.at(t.from)
	last := first
	for ; last < len(l) && l[last].from < t.to; last++ {
		b := t.bodyOf(l[last].k)
		from, to := b.core(float64(t.set.m.half))
		s := t.slots.of(l[last].k)
		if from < t.to && t.from < to || s.fold > 0 || b.kind == barBody && s.side == inside {
			return false
		}
	}
	for j := first; j < last; j++ {
		s := t.slots.of(l[j].k)
		b := t.bodyOf(l[j].k)
		from, to := b.core(float64(t.set.m.half))
		if b.x < t.body.x {
			start := b.x + float64(s.shift)
			if room := t.from - gapAfter - start; room >= shortest && s.side == rightSide {
				s.width, l[j].to = float32(room), t.from
				continue
			}
			s.side, s.width, l[j].to = noSide, 0, min(to, t.from)
			if b.kind == barBody {
				s.side = inside // as much of it as the bar holds
			}
			continue
		}
		end := b.x + float64(s.shift) + float64(s.width)
		if room := end - t.to - gapAfter; room >= shortest && s.side == leftSide {
			s.shift, s.width, l[j].from = float32(end-room-b.x), float32(room), t.to
			continue
		}
		s.side, s.width, l[j].from = noSide, 0, max(from, t.to)
	}
	return true
}

// foldInto makes the event part of the fold of a host.
func (t *try) foldInto(host int) {
	h := t.slots.of(host)
	*t.slot = slot{state: folded, words: t.slot.words, line: h.line, fold: int32(host), echo: t.slot.echo}
	if t.folds == nil {
		t.folds = map[int][]int{}
	}
	t.folds[host] = append(t.folds[host], t.k)
	h.fold++
	if h.fold > 1 {
		return
	}
	h.fold = 2
	t.makePillRoom(host, h)
}

// makePillRoom gives up the label of a host for the pill of its fold.
func (t *try) makePillRoom(host int, h *slot) {
	b := t.bodyOf(host)
	from, to := b.core(float64(t.set.m.half))
	l := *t.line(int(h.line))
	at, ok := l.find(host, b.x)
	if !ok {
		return
	}
	h.side, h.width = noSide, 0
	fits := t.pillFits(l, at, b)
	l[at].from, l[at].to = from, to
	if at > 0 {
		l[at].from = max(from, l[at-1].to)
	}
	if fits {
		l[at].to = to + pillRoom*float64(t.set.m.k)
		h.side = rightSide // the pill's
		h.shift, h.width = float32(to-b.x), float32(pillRoom*t.set.m.k)
	}
}

// fill gives an event whose label has arrived what was kept free for it, and
// more where the line has room.
func (p *placement) fill(k int, w int32) {
	s := p.slots.of(k)
	s.words = w
	if s.state != placed || s.side != leftSide && s.side != rightSide {
		return
	}
	full := p.set.words.width(w)
	b := p.bodyOf(k)
	l := p.lines[s.line]
	at, ok := l.find(k, b.x)
	if !ok {
		return
	}
	start := b.x + float64(s.shift)
	if s.side == rightSide {
		limit := math.Inf(1)
		if at+1 < len(l) {
			limit = l[at+1].from - gapAfter - start
		}
		t := try{placement: p, body: b}
		s.width = min(full, float32(max(min(limit, t.blocked(b.x, start)), float64(s.width))))
		l[at].to = start + float64(s.width) + gapAfter
		return
	}
	end := start + float64(s.width)
	limit := math.Inf(1)
	if at > 0 {
		limit = end - gapAfter - l[at-1].to
	}
	width := min(full, float32(max(limit, float64(s.width))))
	s.shift, s.width = float32(end-float64(width)-b.x), width
	l[at].from = end - float64(width) - gapAfter
}

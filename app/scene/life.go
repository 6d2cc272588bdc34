package scene

import (
	"slices"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// Heights of what shows agreements, in dp at 100 %, and how many are shown
// before the others are counted.
const (
	lifeHeight    = 64 // of one life
	lifeLow       = 46 // of one that has nothing to say under its bar
	groupHead     = 28
	moreHeight    = 24 // of the pill that counts the others
	livesInLane   = 3
	livesInGroup  = 6
	flagFrom      = 30  // days after an expiry for which it is flagged
	flagTo        = 366 // days before it
	collapsedLine = 3   // of one life in a collapsed group
)

// lives are the lives of agreements that a Builder draws.
type lives struct {
	from    []Life
	lanes   *model.Lanes
	by      *Arrangement
	shown   bool
	settled bool // what is shown was chosen for the settled view
	words   []lifeWords
	named   wording
	group   []int // into from: those above the lanes
	others  int   // of the group, not shown
	due     []edtf.Instant
	ranked  []int
}

// A wording is what the words of lives depend on.
type wording struct {
	detail dateDetail
	m      metrics
	asOf   edtf.Instant
	faces  Measurer
	alone  bool // there are no heads that say which agreement it is
}

// sameLives reports whether two slices are one and the same.
func sameLives(a, b []Life) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// readLives takes over the lives of an input: what they say, and which are
// shown. During a gesture those that were shown stay.
func (b *Builder) readLives() {
	in, l := b.in, &b.lives
	same := sameLives(in.Lifecycles, l.from)
	named := wording{b.words.detail, b.m, in.AsOf, in.Faces, in.HeaderWidth <= 0}
	if !same || named != l.named {
		l.named = named
		l.words = slices.Grow(l.words[:0], len(in.Lifecycles))
		for i := range in.Lifecycles {
			l.words = append(l.words, b.lifeWords(&in.Lifecycles[i]))
		}
	}
	shown := in.ShowLifecycles || in.Lanes.Grouping == model.ByCollection || in.Lanes.Grouping == model.ByPair
	fresh := l.lanes != in.Lanes || l.by != in.Arrangement || l.shown != shown || len(l.from) != len(in.Lifecycles)
	stale := fresh || !l.settled || !same && !in.Live
	l.from, l.lanes, l.by, l.shown = in.Lifecycles, in.Lanes, in.Arrangement, shown
	if stale {
		l.settled = true
		b.chooseLives()
	}
	b.findDue()
}

// chooseLives decides which lives are drawn, and where.
func (b *Builder) chooseLives() {
	in, l := b.in, &b.lives
	for i := range b.states {
		b.states[i].lives, b.states[i].others = b.states[i].lives[:0], 0
	}
	l.group, l.others = l.group[:0], 0
	if !l.shown || len(in.Lifecycles) == 0 {
		return
	}
	inLanes := in.Lanes.Grouping == model.ByCollection || in.Lanes.Grouping == model.ByPair
	for i := range in.Lifecycles {
		life := &in.Lifecycles[i]
		if stirring(life, in.View) == 0 {
			continue
		}
		at := -1
		if inLanes && life.Lane != "" {
			at = slices.IndexFunc(in.Lanes.Lanes, func(lane model.Lane) bool { return lane.Key == life.Lane })
		}
		if at >= 0 {
			b.states[at].lives = append(b.states[at].lives, i)
		} else {
			l.group = append(l.group, i)
		}
	}
	for i := range b.states {
		st := &b.states[i]
		if len(st.lives) > 0 {
			st.lives, st.others = b.liveliest(st.lives, in.Lanes.Lanes[i].Key, livesInLane)
		}
	}
	l.group, l.others = b.liveliest(l.group, AgreementsKey, livesInGroup)
}

// stirring returns how much there is to see of a life in a view: 0 when it is
// not in it, 1 when nothing changes there, more when something does.
func stirring(l *Life, v Viewport) int {
	if len(l.Stages) == 0 {
		return 0
	}
	last := l.Stages[len(l.Stages)-1]
	end := last.To
	if last.Standing == model.Ended {
		end = last.From
	}
	from, to := v.From(), v.To()
	if l.Stages[0].From >= to || end < from {
		return 0
	}
	most := 1
	for _, s := range l.Stages {
		if s.From >= from && s.From < to {
			most = max(most, 2)
		}
		if s.Standing == model.UnderNotice && s.From < to && s.To > from {
			most = 3
		}
	}
	return most
}

// liveliest keeps the lives of which there is most to see, at most so many
// unless all are asked for, in the order in which they are. Where others stir,
// those at rest are left out. It returns how many are not kept.
func (b *Builder) liveliest(all []int, key string, most int) (kept []int, others int) {
	if b.in.Arrangement != nil && b.in.Arrangement.ShowAll[key] {
		return all, 0
	}
	life := func(i int) int { return stirring(&b.in.Lifecycles[i], b.in.View) }
	ranked := append(b.lives.ranked[:0], all...)
	slices.SortStableFunc(ranked, func(i, j int) int { return life(j) - life(i) })
	b.lives.ranked = ranked
	n := min(most, len(ranked))
	if key != AgreementsKey {
		for n > 1 && life(ranked[n-1]) < 2 {
			n--
		}
	}
	others = len(all) - n
	kept = append(all[:0], ranked[:n]...)
	slices.Sort(kept)
	return kept, others
}

// findDue gathers the moments that a line marks through all lanes: the input's
// deadlines, and the flagged expiries of the lives that are shown.
func (b *Builder) findDue() {
	l := &b.lives
	l.due = l.due[:0]
	for _, at := range b.in.Deadlines {
		if at.Finite() {
			l.due = append(l.due, at)
		}
	}
	for _, i := range b.order.lanes {
		b.addExpiries(b.states[i].lives)
	}
	b.addExpiries(l.group)
	slices.Sort(l.due)
	l.due = slices.Compact(l.due)
}

func (b *Builder) addExpiries(shown []int) {
	for _, i := range shown {
		if b.lives.words[i].flag.text != "" && b.in.Lifecycles[i].Expiry >= b.in.AsOf {
			b.lives.due = append(b.lives.due, b.in.Lifecycles[i].Expiry)
		}
	}
}

// lead returns the height of what stands at the top of a lane, above its marks.
func (b *Builder) lead(lane *model.Lane, st *laneState) float32 {
	if len(st.lives) == 0 || b.collapsed(lane) {
		return 0
	}
	return b.livesHeight(st.lives, st.others)
}

// lifeHeight returns the height of one life.
func (b *Builder) lifeHeight(i int) float32 {
	if b.lives.words[i].tall {
		return lifeHeight * b.m.k
	}
	return lifeLow * b.m.k
}

func (b *Builder) livesHeight(shown []int, others int) float32 {
	var h float32
	for _, i := range shown {
		h += b.lifeHeight(i)
	}
	if others > 0 {
		h += moreHeight * b.m.k
	}
	return h
}

func (b *Builder) groupCollapsed() bool {
	return b.in.Arrangement != nil && b.in.Arrangement.Collapsed[AgreementsKey]
}

// groupHeight returns the height of the group of agreements, 0 for none.
func (b *Builder) groupHeight() float32 {
	switch {
	case len(b.lives.group) == 0:
		return 0
	case b.groupCollapsed():
		return groupHead * b.m.k
	default:
		return groupHead*b.m.k + b.livesHeight(b.lives.group, b.lives.others)
	}
}

// above returns the height of what stands above the lanes.
func (b *Builder) above() float32 { return b.totalHeight() + b.groupHeight() }

// placeGroup notes where the group of agreements is, and returns its height.
func (b *Builder) placeGroup(y float32) float32 {
	h := b.groupHeight()
	b.scene.Agreements = figure.Rect{}
	if h > 0 {
		b.scene.Agreements = figure.R(0, y, b.in.HeaderWidth, h)
	}
	return h
}

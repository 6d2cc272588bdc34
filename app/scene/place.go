package scene

import "chancery/model"

// A setting is what the placing of a frame's marks depends on.
type setting struct {
	columns  *model.Columns
	labels   func(model.EventID) (model.Label, bool)
	words    *glossary
	m        metrics
	scale    float64
	barriers []float64 // world dp of the lines that labels may not cross, in order
	edition  int       // counts changes of barriers
}

// A placement says which line each event of a lane is on and where its label
// is, at one scale. What is placed stays where it is while the view is panned;
// events that come into view take what room is left.
//
// Positions are found greedily in order of importance: bars and wide extents,
// then deadlines, then the rest in time order, each on the first line with
// room for its label on the right, else on the left, else shortened.
type placement struct {
	set    *setting
	lane   *model.Lane
	above  *model.Lane // whose events are drawn there, and only reach into this lane
	lines  []line
	over   []line // marks that have no room of their own, by line
	slots  slots
	before slots // of the scale before, which a live zoom keeps to
	folds  map[int][]int
	from   int // events [from, to) of the lane are placed, and some beside
	to     int
	scale  float64
	asked  []model.EventID // placed without knowing their labels
	virgin bool            // nothing was added since all was placed anew
	kept   bool            // positions are those of another scale
	texts  bool            // marks have labels
	limit  int             // most lines of the lane, as it was asked for
	most   int             // the same, and some more if bars take most of them

	edition int // of the setting's barriers

	batch []int
}

// restart empties the placement for the setting's scale.
func (p *placement) restart(set *setting, lane *model.Lane, limit int) {
	p.set, p.lane, p.scale, p.edition = set, lane, set.scale, set.edition
	p.limit, p.most = limit, limit
	for i := range p.lines {
		p.lines[i] = p.lines[i][:0]
	}
	p.lines = p.lines[:0]
	for i := range p.over {
		p.over[i] = p.over[i][:0]
	}
	p.slots.reset(len(lane.Rows))
	p.from, p.to = 0, 0
	p.asked = p.asked[:0]
	p.virgin, p.kept = true, false
	p.before.reset(len(lane.Rows))
	clear(p.folds)
}

// keep is restart, but events keep their line and side where they fit.
func (p *placement) keep(set *setting, lane *model.Lane, limit int) {
	before := p.slots
	p.slots = p.before
	p.before = slots{}
	p.restart(set, lane, limit)
	p.before = before
	p.virgin, p.kept = false, true
}

// span places the events [from, to) of the lane and those of running that are
// not placed yet. They become the range that is known to be placed, together
// with what was if the two touch.
func (p *placement) span(from, to int, running []int) {
	if p.to > p.from {
		p.virgin = false
	}
	p.batch = p.batch[:0]
	for _, k := range running {
		if p.slots.of(k).state == unplaced {
			p.batch = append(p.batch, k)
		}
	}
	for k := from; k < to; k++ {
		if k >= p.from && k < p.to {
			k = p.to - 1
			continue
		}
		if p.slots.of(k).state == unplaced {
			p.batch = append(p.batch, k)
		}
	}
	p.run()
	if from <= p.to && to >= p.from && p.to > p.from {
		p.from, p.to = min(from, p.from), max(to, p.to)
		return
	}
	p.from, p.to = from, to
}

// pointLines is how many lines points have at least, however many bars there
// are.
const pointLines = 2

// answered reports whether all labels are known that were not when the events
// were placed.
func (p *placement) answered() bool {
	for n := len(p.asked); n > 0; n = len(p.asked) {
		if p.set.words.find(p.asked[n-1], p.set.labels) == unknown {
			return false
		}
		if n == 1 {
			return true
		}
		p.asked = p.asked[:n-1]
	}
	return false
}

// label gives labels to marks that were placed without, where their lines have
// room. No mark moves.
func (p *placement) label() {
	for k := p.from; k < p.to; k++ {
		s := p.slots.of(k)
		if s.state != placed || s.side != noSide || s.fold != 0 {
			continue
		}
		row := p.lane.Rows[k]
		if s.echo {
			continue
		}
		if s.words = p.set.words.find(p.set.columns.ID[row], p.set.labels); s.words == unknown && p.set.labels != nil {
			p.asked = append(p.asked, p.set.columns.ID[row])
		}
		t := try{placement: p, k: k, body: p.bodyOf(k), slot: s, full: p.set.words.width(s.words)}
		t.from, t.to = t.body.core(float64(p.set.m.half))
		if at, ok := p.lines[s.line].find(k, t.body.x); ok && t.body.kind != barBody {
			t.widen(at)
		}
	}
}

// run places the batch in order of importance.
func (p *placement) run() {
	for pass := range 3 {
		if pass == 1 {
			p.most = min(max(p.limit, len(p.lines)+pointLines), max(p.limit, rowsAll))
		}
		for _, k := range p.batch {
			if p.slots.of(k).state != unplaced {
				continue
			}
			row := p.lane.Rows[k]
			b := bodyOf(p.set.columns, int(row), p.scale)
			w := unknown
			if p.texts && !p.echoes(row) {
				if w = p.set.words.find(p.set.columns.ID[row], p.set.labels); w == unknown {
					p.ask(p.set.columns.ID[row], pass)
				}
			}
			if p.pass(b, p.set.columns.Form[row], w) <= pass {
				p.place(k, b, w)
			}
		}
	}
}

// ask notes an event whose label is not known, once for its three passes.
func (p *placement) ask(id model.EventID, pass int) {
	if pass == 0 && p.set.labels != nil {
		p.asked = append(p.asked, id)
	}
}

func (p *placement) pass(b body, form model.Form, w int32) int {
	switch {
	case b.kind == barBody, b.holds(float64(p.set.words.width(w))):
		return 0
	case form.Has(model.DeadlineForm):
		return 1
	}
	return 2
}

// place decides the slot of event k.
func (p *placement) place(k int, b body, w int32) {
	s := p.slots.of(k)
	*s = slot{state: placed, words: w, echo: p.echoes(p.lane.Rows[k])}
	if b.kind == noBody {
		return
	}
	t := try{placement: p, k: k, body: b, slot: s}
	t.from, t.to = b.core(float64(p.set.m.half))
	if p.texts && !s.echo {
		t.full = p.set.words.width(w)
	}
	switch hint := p.before.peek(k); {
	case hint.state == placed && t.as(hint):
	case b.kind == barBody && t.bar():
	case t.full > 0 && b.holds(float64(t.full)) && t.within():
	case t.full > 0 && b.kind != barBody && (t.right(t.full) || t.left(t.full) || t.shorter()):
	case t.bare():
	default:
		t.crowd()
	}
}

// line returns line i, made if need be.
func (p *placement) line(i int) *line {
	for len(p.lines) <= i {
		if n := len(p.lines); n < cap(p.lines) {
			p.lines = p.lines[:n+1]
			p.lines[n] = p.lines[n][:0]
			continue
		}
		p.lines = append(p.lines, nil)
	}
	return &p.lines[i]
}

// bodyOf returns the body of event k of the lane.
func (p *placement) bodyOf(k int) body {
	return bodyOf(p.set.columns, int(p.lane.Rows[k]), p.scale)
}

package scene

import (
	"math"
	"slices"

	"chancery/charts/figure"
	"chancery/model"
)

// How many links are drawn; of more the nearest are.
const (
	linksMost   = 12  // of the selection
	tracedMost  = 60  // of a chain that is lit
	visibleMost = 200 // of all visible events
)

// linkFaint is the opacity of links beside those of the selection.
const linkFaint = 0.4

// A tie is a link both of whose marks have a place in the frame.
type tie struct {
	kind     model.LinkKind
	from, to place
	far      float32
	faint    bool
}

// A place is where the mark of an event is, in view or not.
type place struct {
	x, y  float32
	label float32 // where its label starts, when that is to its left; else x
	ok    bool
}

// linkCurves draws the links of the selection, under labels and glyphs.
func (b *Builder) linkCurves(f *figure.Figure, pinned bool) {
	if len(b.in.Links)+len(b.in.AllLinks) == 0 || pinned && b.order.pinned < len(b.scene.Lanes) {
		return
	}
	b.indexDrawn()
	if len(b.in.AllLinks) > 0 {
		b.tie(b.in.AllLinks, true)
		for _, t := range b.ties[:min(len(b.ties), visibleMost)] {
			b.curve(f, t)
		}
	}
	most := linksMost
	if len(b.in.Traced) > 0 {
		most = tracedMost
	}
	b.tie(b.in.Links, false)
	for _, t := range b.ties[:min(len(b.ties), most)] {
		b.curve(f, t)
	}
}

// tie gathers the links both of whose events have a place, nearest first; of
// those of all visible events the ones with an event in view. With a chain lit,
// the links beside it are faint.
func (b *Builder) tie(links []Link, visible bool) {
	b.ties = b.ties[:0]
	for _, l := range links {
		t := tie{kind: l.Kind, from: b.placeOf(l.Cause), to: b.placeOf(l.Response), faint: visible}
		if !t.from.ok || !t.to.ok || visible && !b.shows(t) {
			continue
		}
		if len(b.in.Traced) > 0 {
			t.faint = t.faint || b.markers.by[l.Cause]&isTraced == 0 || b.markers.by[l.Response]&isTraced == 0
		}
		t.far = float32(math.Abs(float64(t.from.x-t.to.x)) + math.Abs(float64(t.from.y-t.to.y)))
		b.ties = append(b.ties, t)
	}
	slices.SortStableFunc(b.ties, func(a, c tie) int { return int(a.far) - int(c.far) })
}

// shows reports whether either end of a link is in the plot.
func (b *Builder) shows(t tie) bool {
	in := func(p place) bool { return p.x > 0 && p.x < b.scene.Plot.W && p.y > 0 && p.y < b.scene.Plot.H }
	return in(t.from) || in(t.to)
}

// indexDrawn notes where each event was gathered first.
func (b *Builder) indexDrawn() {
	if b.first == nil {
		b.first = map[model.EventID]int{}
	}
	clear(b.first)
	for i := range b.drawn {
		if _, ok := b.first[b.drawn[i].id]; !ok {
			b.first[b.drawn[i].id] = i
		}
	}
}

// placeOf returns where an event is drawn: where it was gathered or, out of
// view, where it would be.
func (b *Builder) placeOf(id model.EventID) place {
	if i, ok := b.first[id]; ok {
		d := &b.drawn[i]
		x := b.middle(d)
		p := place{x: x, y: d.y, label: x, ok: true}
		if d.slot.side == leftSide && d.slot.words != unknown && b.scene.Lanes[d.lane].Level == Labels {
			p.label = d.x + d.slot.shift
		}
		return p
	}
	for _, s := range b.markers.special {
		if b.in.Columns.ID[s.row] == id {
			return b.outside(s.row)
		}
	}
	return place{}
}

// outside returns where the mark of a row that is not in the frame would be.
func (b *Builder) outside(row int) place {
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		lane := &b.in.Lanes.Lanes[box.Index]
		k, ok := slices.BinarySearch(lane.Rows, uint32(row))
		if !ok || !b.inPlot(box) {
			continue
		}
		body := bodyOf(b.in.Columns, row, b.in.View.Scale)
		if body.kind == noBody {
			return place{}
		}
		x := float32(min(max(body.x-b.in.View.Start/b.in.View.Scale, -far), far))
		y := box.top() + (box.H-box.Lead)/2
		if s := b.states[box.Index].place.slots.peek(k); s.state != unplaced && box.Level >= Marks {
			y = box.top() + b.m.pad + (float32(s.line)+0.5)*b.m.row
		}
		return place{x: x, y: y, label: x, ok: true}
	}
	return place{}
}

// style returns how a link of a kind is drawn: its ink, width and dashes, and
// whether it has an arrowhead at its response and at its cause.
func (t tie) style(k float32) (pen figure.Pen, head, tail bool) {
	pen = figure.Pen{Ink: figure.Sel.Ink(), Width: 1.5 * k}
	if t.faint {
		defer func() { pen.Ink, pen.Width = pen.Ink.Fade(linkFaint), k }()
	}
	switch t.kind {
	case model.Follows:
		pen.Dash = [2]float32{6, 3}
	case model.PartOf:
		pen.Width = k
		return pen, false, false
	case model.Supersedes:
		return pen, true, true
	case model.DeadlineOf:
		pen.Ink = figure.Deadline.Ink()
	}
	return pen, true, false
}

// curve draws one link from its cause to its response. It leaves to the right
// and arrives from the left, at the start of the label if that is there.
func (b *Builder) curve(f *figure.Figure, t tie) {
	k := b.m.k
	a, z := t.from, t.to
	b.points = b.points[:0]
	ring := 11 * k
	switch {
	case abs(z.y-a.y) < 4*k:
		b.level(a, z, ring)
	case z.x-a.x < 60*k && z.label-a.x < 60*k:
		b.steep(a, z, ring)
	default:
		b.sweep(a, z, ring)
	}
	pen, head, tail := t.style(k)
	if left := b.in.LinksLeft; left > 0 && !t.faint {
		b.points, head = cutCurve(b.points, 1-left), false
	}
	if !t.faint {
		f.Curve(b.points, figure.Pen{Ink: figure.Plot.Tint(0.9), Width: 5 * k})
	}
	f.Curve(b.points, pen)
	n := len(b.points)
	if head {
		b.arrow(f, b.points[n-1], b.points[n-2], pen)
	}
	if tail {
		b.arrow(f, b.points[0], b.points[1], pen)
	}
}

// cutCurve keeps the first share of a run of Bézier curves, by their number and
// the parameter of the last: de Casteljau's way to cut one.
func cutCurve(points []figure.Point, share float32) []figure.Point {
	curves := (len(points) - 1) / 3
	whole := int(share * float32(curves))
	if whole >= curves {
		return points
	}
	at := share*float32(curves) - float32(whole)
	between := func(a, z figure.Point) figure.Point {
		return figure.Pt(a.X+(z.X-a.X)*at, a.Y+(z.Y-a.Y)*at)
	}
	p := points[3*whole : 3*whole+4]
	ab, bc, cd := between(p[0], p[1]), between(p[1], p[2]), between(p[2], p[3])
	p[1], p[2] = ab, between(ab, bc)
	p[3] = between(p[2], between(bc, cd))
	return points[:3*whole+4]
}

// sweep runs down or up beside the cause as a trunk, and turns into the label
// of the response. Links of one cause share the trunk.
func (b *Builder) sweep(a, z place, ring float32) {
	side := sign(z.y - a.y)
	x, y := a.x+ring*0.82, a.y+side*ring*0.73
	end := min(z.label-6, z.x-ring)
	r := min(46*b.m.k, abs(z.y-y)*0.8, max(end-x-6, 4))
	trunk := x + 6
	b.points = append(b.points,
		figure.Pt(x, y),
		figure.Pt(x+5, y+side*min(14, abs(z.y-y)*0.2)), figure.Pt(trunk, y+side*min(30, abs(z.y-y)*0.3)), figure.Pt(trunk, z.y-side*r),
		figure.Pt(trunk, z.y-side*r*0.45), figure.Pt(trunk+r*0.55, z.y), figure.Pt(min(trunk+r, end), z.y),
		figure.Pt(min(trunk+r, end), z.y), figure.Pt(end, z.y), figure.Pt(end, z.y),
	)
}

// steep joins marks that lie nearly above each other: out of the cause's near
// side and into the response from below or above left.
func (b *Builder) steep(a, z place, ring float32) {
	side := sign(z.y - a.y)
	y := a.y + side*ring
	endX, endY := z.x-ring*0.8, z.y-side*ring*0.76
	reach := abs(endY-y) * 0.5
	b.points = append(b.points,
		figure.Pt(a.x, y),
		figure.Pt(a.x, y+side*reach), figure.Pt(endX-min(40, abs(endX-a.x)*0.5+14), endY-side*reach*0.5), figure.Pt(endX, endY),
	)
}

// level joins marks on one line by a low arch above their labels, or below them
// at the top of the plot.
func (b *Builder) level(a, z place, ring float32) {
	side := sign(z.x - a.x)
	lift := min(26*b.m.k, 8+abs(z.x-a.x)*0.12)
	if a.y < ring+lift {
		ring, lift = -ring, -lift
	}
	x, y := a.x+side*abs(ring)*0.7, a.y-ring*0.75
	endX, endY := z.x-side*abs(ring)*0.7, z.y-ring*0.75
	b.points = append(b.points,
		figure.Pt(x, y), figure.Pt(x+side*abs(lift), y-lift), figure.Pt(endX-side*abs(lift), endY-lift), figure.Pt(endX, endY))
}

// arrow draws an open arrowhead of 7 dp at tip, coming from the side of from.
func (b *Builder) arrow(f *figure.Figure, tip, from figure.Point, pen figure.Pen) {
	angle := math.Atan2(float64(tip.Y-from.Y), float64(tip.X-from.X))
	if tip == from {
		angle = 0
	}
	size := 7 * float64(b.m.k)
	leg := func(turn float64) figure.Point {
		return figure.Pt(tip.X-float32(size*math.Cos(angle+turn)), tip.Y-float32(size*math.Sin(angle+turn)))
	}
	pen.Dash, pen.Round = [2]float32{}, true
	head := [3]figure.Point{leg(0.55), tip, leg(-0.55)}
	f.Polyline(head[:], pen)
}

func sign(v float32) float32 {
	if v < 0 {
		return -1
	}
	return 1
}

func abs(v float32) float32 { return max(v, -v) }

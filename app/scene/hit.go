package scene

import (
	"chancery/charts/figure"
	"chancery/model/edtf"
)

// At returns what lies at a point of the Plot: a pill, else the nearest mark
// within 12 dp, else a label or bar there, a bin of a histogram, the as-of
// line, or the lane itself. ok is false where there is no lane.
func (s *Scene) At(x, y float32) (hit Hit, ok bool) {
	at := figure.Pt(x, y)
	if s.ScrollBar.W > 0 && s.ScrollBar.Inset(-3).Contains(at) {
		return Hit{Kind: HitScroll, Lane: -1}, true
	}
	for i := len(s.pills) - 1; i >= 0; i-- {
		if p := &s.pills[i]; p.rect.Contains(at) {
			return Hit{Kind: p.kind, ID: p.id, Lane: p.lane, Count: p.n}, true
		}
	}
	if y >= 0 && y < s.Total.H {
		if hit, ok := s.totalAt(x); ok {
			return hit, true
		}
		return Hit{Lane: -1}, false
	}
	if m := s.lifeAt(at); m != nil {
		return s.lifeHit(m, x), true
	}
	box := s.laneAt(y)
	if m := s.markAt(at, box); m != nil {
		return s.hitOf(m, x), true
	}
	if s.asOfAt(x) && box != nil {
		return Hit{Kind: HitAsOf, Lane: box.Index}, true
	}
	if box == nil {
		return Hit{Lane: -1}, false
	}
	if box.Level == Bars && y >= box.top() {
		if hit, ok := s.binAt(box, x); ok {
			return hit, true
		}
	}
	return Hit{Kind: HitLane, Lane: box.Index, Count: box.InView}, true
}

// laneAt returns the lane at a height of the plot, nil for none.
func (s *Scene) laneAt(y float32) *LaneBox {
	if y < s.Total.H || y < 0 || y >= s.height {
		return nil
	}
	for i := range s.Lanes {
		if b := &s.Lanes[i]; y >= b.Y && y < b.Y+b.H {
			return b // pinned lanes come first, and lie over others
		}
	}
	return nil
}

// markAt returns the nearest mark whose middle is within reach, the topmost of
// equals, else the topmost whose label, bar or extent lies there.
func (s *Scene) markAt(at figure.Point, box *LaneBox) *Mark {
	var best *Mark
	reach := hitRadius * s.metrics.k
	nearest := reach * reach
	for i := range s.Marks {
		m := &s.Marks[i]
		if box != nil && m.Lane != box.Index {
			continue
		}
		dx, dy := m.X-at.X, m.Y-at.Y
		if d := dx*dx + dy*dy; d <= nearest {
			best, nearest = m, d
		}
	}
	if best != nil {
		return best
	}
	for i := len(s.Marks) - 1; i >= 0; i-- {
		m := &s.Marks[i]
		if (box == nil || m.Lane == box.Index) && m.Box.Contains(at) {
			return m
		}
	}
	return nil
}

// edgeReach is how near the pointer is to the end of a bar that it moves, dp.
const edgeReach = 5

func (s *Scene) hitOf(m *Mark, x float32) Hit {
	h := Hit{Kind: HitMark, Mark: *m, ID: m.ID, Lane: m.Lane, Count: m.Count}
	if m.Kind == FoldMark {
		h.Kind, h.IDs = HitFold, s.folds[m.first:m.first+m.Count]
	}
	if m.Kind == BarMark && m.Bar.W > 4*edgeReach {
		switch {
		case abs(x-m.Bar.X) <= edgeReach && m.Bar.X > 0:
			h.Edge = StartEdge
		case abs(x-m.Bar.Right()) <= edgeReach && m.Bar.Right() < float32(s.view.Width):
			h.Edge = EndEdge
		}
	}
	return h
}

// binAt returns the bin of a lane's histogram at x, if it holds any events.
func (s *Scene) binAt(box *LaneBox, x float32) (Hit, bool) {
	from := floorTo(s.view.Time(float64(x)), box.Bin)
	to := from + edtf.Instant(box.Bin)
	lane := &s.lanes.Lanes[box.Index]
	n := lane.Before(s.columns, to) - lane.Before(s.columns, from)
	return Hit{Kind: HitBin, Lane: box.Index, Count: n, From: from, To: to}, n > 0
}

func (s *Scene) asOfAt(x float32) bool {
	if s.AsOfPill.W == 0 {
		return false
	}
	return abs(x-float32(s.view.X(s.asOf))) <= 3
}

// AtAxis returns what lies at a point of the Axis: the as-of pill, or the axis.
func (s *Scene) AtAxis(x, y float32) Hit {
	if s.AsOfPill.W > 0 && s.AsOfPill.Inset(-3).Contains(figure.Pt(x, y)) {
		return Hit{Kind: HitAsOf, Lane: -1}
	}
	return Hit{Kind: HitAxis, Lane: -1}
}

// AtHeaders returns the lane whose head lies at a point of Headers, or its
// chevron; ok is false below the lanes.
func (s *Scene) AtHeaders(x, y float32) (hit Hit, ok bool) {
	box := s.laneAt(y)
	if box == nil {
		return Hit{Lane: -1}, false
	}
	kind := HitLane
	if x < 16*s.metrics.k {
		kind = HitCollapse
	}
	return Hit{Kind: kind, Lane: box.Index, Count: box.InView}, true
}

// AtOverview returns what lies at x of the Overview: a handle of the window, the
// window, or what is beside it. ok is false over its headers.
func (s *Scene) AtOverview(x float32) (hit Hit, ok bool) {
	if x < s.header {
		return Hit{Lane: -1}, false
	}
	handles := s.handles()
	switch {
	case abs(x-handles[0]) <= handleReach && abs(x-handles[0]) <= abs(x-handles[1]):
		return Hit{Kind: HitFrom, Lane: -1}, true
	case abs(x-handles[1]) <= handleReach:
		return Hit{Kind: HitTo, Lane: -1}, true
	case x >= s.Window.X && x < s.Window.Right():
		return Hit{Kind: HitWindow, Lane: -1}, true
	}
	return Hit{Kind: HitOverview, Lane: -1}, true
}

// OverviewTime returns the moment at x of the Overview.
func (s *Scene) OverviewTime(x float32) edtf.Instant {
	return s.OverviewAt.Time(float64(x - s.header))
}

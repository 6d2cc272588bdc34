package scene

import (
	"math"
	"strconv"

	"chancery/charts/figure"
	"chancery/model"
)

// A heading is the texts of a lane's head, made when they change.
type heading struct {
	name    string
	width   float32 // that name was shortened to
	bin     int64
	caption string
	level   Level
	k       float32
}

// headers draws the heads of the lanes, beside the plot.
func (b *Builder) headers() {
	f := &b.scene.Headers
	f.Reset(b.in.HeaderWidth, b.in.Height)
	f.Fill(f.Bounds(), figure.Surface.Ink())
	if f.W <= 0 {
		return
	}
	if len(b.headings) != len(b.states) {
		b.headings = make([]heading, len(b.states))
	}
	pinned := b.pinnedHeight()
	b.said = ""
	if b.total.on {
		b.said = captionOf(&b.scene.Total)
	}
	f.Clip(figure.R(0, pinned, f.W, max(f.H-pinned, 0)))
	b.groupHeader(f)
	for n := b.order.pinned; n < len(b.scene.Lanes); n++ {
		b.header(f, &b.scene.Lanes[n], pinned)
	}
	f.Unclip()
	for n := range b.order.pinned {
		b.header(f, &b.scene.Lanes[n], 0)
	}
	b.totalHead(f)
	if end := b.lanesEnd(); end < f.H {
		f.Fill(figure.R(0, end, f.W, f.H-end), figure.Bg.Ink())
	}
	f.Fill(figure.R(f.W-1, 0, 1, f.H), figure.Line.Ink())
}

// header draws the head of a lane in the middle of its visible part.
func (b *Builder) header(f *figure.Figure, box *LaneBox, top float32) {
	from, to := max(box.Y, top), min(box.Y+box.H, f.H)
	if to <= from {
		return
	}
	k := b.m.k
	lane := &b.in.Lanes.Lanes[box.Index]
	from = min(max(from, box.top()), to)
	if box.Collapsed {
		f.Fill(figure.R(0, box.Y, f.W, box.H), figure.Band.Ink())
	}
	if b.in.HoverLane != "" && lane.Key == b.in.HoverLane {
		f.Fill(figure.R(0, box.Y, f.W, box.H-1), figure.Hover.Ink())
	}
	f.Fill(figure.R(0, box.Y+box.H-1, f.W, 1), figure.Line.Ink())
	y := (from + to) / 2
	// A head that is scrolled half away stays whole: it is cut, not squeezed.
	y = min(max(y, box.top()+b.m.row/2+2), box.Y+box.H-b.m.row/2-2)
	h := b.heading(lane, box)
	name := 14 * k
	if box.Collapsed || b.in.HoverLane != "" && lane.Key == b.in.HoverLane {
		b.foldMark(f, box.Collapsed, y)
	}
	if box.Lead > 0 {
		b.lifeNames(f, b.states[box.Index].lives, box.Y)
		f.Fill(figure.R(0, box.top()-1, f.W, 1), figure.Line.Tint(0.6))
	}
	// What holds for lanes in a row is said once, beside the first of them.
	caption := h.caption != "" && h.caption != b.said && box.H-box.Lead >= 38*k
	b.said = h.caption
	if caption {
		y -= 8 * k
	}
	if b.in.Lanes.Grouping == model.ByCategory {
		f.Glyph(figure.Pt(22*k, y), int(lane.Category), figure.Mark{Size: 13 * k, Back: figure.Surface.Ink()})
		name = 38 * k
	}
	f.Text(figure.Pt(name, y+b.m.rise), h.name, figure.Font{Size: b.m.label, Bold: true})
	f.Number(figure.Pt(f.W-12, y+b.m.rise), box.InView, figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink(), Align: figure.Right})
	if caption {
		f.Text(figure.Pt(name, y+b.m.rise+15*k), h.caption, figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink()})
	}
}

// foldMark draws the chevron that collapses a lane or opens it.
func (b *Builder) foldMark(f *figure.Figure, collapsed bool, y float32) {
	k := b.m.k
	pen := figure.Pen{Ink: figure.Text2.Ink(), Width: 1.5 * k, Round: true}
	if collapsed {
		b.points = append(b.points[:0], figure.Pt(5*k, y-4*k), figure.Pt(9*k, y), figure.Pt(5*k, y+4*k))
	} else {
		b.points = append(b.points[:0], figure.Pt(3*k, y-2*k), figure.Pt(7*k, y+2*k), figure.Pt(11*k, y-2*k))
	}
	f.Polyline(b.points, pen)
}

// heading returns the texts of a lane's head.
func (b *Builder) heading(lane *model.Lane, box *LaneBox) *heading {
	h := &b.headings[box.Index]
	used := b.numberWidth(box.InView) + 24
	left := 14 * b.m.k
	if b.in.Lanes.Grouping == model.ByCategory {
		left = 38 * b.m.k
	}
	room := float32(math.Floor(float64(b.in.HeaderWidth - left - used)))
	if h.name == "" || h.width != room || h.k != b.m.k {
		name := lane.Name
		if name == "" {
			name = unnamed(b.in.Lanes.Grouping)
		}
		h.name, _ = b.in.Faces.Truncate(name, b.m.label, true, max(room, 20))
		h.width, h.k = room, b.m.k
	}
	if h.bin != box.Bin || h.level != box.Level {
		h.bin, h.level, h.caption = box.Bin, box.Level, captionOf(box)
	}
	return h
}

// unnamed is the name of a lane of events that lack what lanes are made by.
func unnamed(by model.Grouping) string {
	switch by {
	case model.ByPlace:
		return "No place"
	case model.ByNone:
		return "All events"
	}
	return "Others"
}

// captionOf says what a lane shows when it does not show single events.
func captionOf(box *LaneBox) string {
	switch {
	case box.Collapsed || box.Level > Dots:
		return ""
	case box.Level == Dots:
		return "a dot per event, by " + stackName(box.Bin)
	}
	return "each bar " + lengthName(box.Bin)
}

func stackName(seconds int64) string {
	switch {
	case seconds < 2*day:
		return "day"
	case seconds < 8*day:
		return "week"
	case seconds < 32*day:
		return "month"
	case seconds < 93*day:
		return "quarter"
	case seconds < 367*day:
		return "year"
	}
	return strconv.FormatInt((seconds+year/2)/(365*day+day/4), 10) + " years"
}

func lengthName(seconds int64) string {
	n, word := seconds/hour, "hour"
	switch {
	case seconds >= 4*365*day:
		n, word = (seconds+182*day)/(365*day+day/4), "year"
	case seconds >= day:
		n, word = seconds/day, "day"
	}
	if n == 1 {
		return "1 " + word
	}
	return grouped(n) + " " + word + "s"
}

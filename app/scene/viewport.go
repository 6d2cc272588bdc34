package scene

import (
	"math"

	"chancery/model/edtf"
)

// The limits of a view: the shortest and the longest time across its width, in
// seconds. Between them every zoom is allowed.
const (
	MinSpan = 3600.0
	MaxSpan = 10_000 * 365.2425 * 86_400
)

// farthest bounds the moments a view can start at, so that arithmetic on them
// stays finite and fits an Instant.
const farthest = 1 << 62

// A Viewport maps time onto the width of the plot. Start is the moment at the
// left edge in seconds since 1970, Scale is seconds per dp and Width is dp.
// Times are float64, which holds every second of 285 million years exactly.
type Viewport struct {
	Start float64
	Scale float64
	Width float64
}

// Span returns the seconds across the view.
func (v Viewport) Span() float64 { return v.Scale * v.Width }

// From returns the moment at the left edge.
func (v Viewport) From() edtf.Instant { return v.Time(0) }

// To returns the moment at the right edge, which is the first not shown.
func (v Viewport) To() edtf.Instant { return v.Time(v.Width) }

// X returns where t lies, in dp from the left edge. Past and Future lie
// infinitely far to the left and right.
func (v Viewport) X(t edtf.Instant) float64 {
	switch t {
	case edtf.Past:
		return math.Inf(-1)
	case edtf.Future:
		return math.Inf(1)
	}
	return (float64(t) - v.Start) / v.Scale
}

// Time returns the moment at x dp from the left edge, rounded down to a second.
func (v Viewport) Time(x float64) edtf.Instant {
	return edtf.Instant(math.Floor(min(max(v.Start+x*v.Scale, -farthest), farthest)))
}

// Zoom returns v with everything factor times as wide and the moment under x
// held still. At a limit it returns v itself, so that nothing moves.
func (v Viewport) Zoom(factor, x float64) Viewport {
	if !(factor > 0) || math.IsInf(factor, 0) || !(v.Width > 0) {
		return v
	}
	scale := min(max(v.Scale/factor, MinSpan/v.Width), MaxSpan/v.Width)
	v.Start += x * (v.Scale - scale)
	v.Scale = scale
	return v.inside()
}

// Pan returns v moved so that what was at dx lies at the left edge.
func (v Viewport) Pan(dx float64) Viewport {
	v.Start += dx * v.Scale
	return v.inside()
}

// Resize returns v with another width and the same moment at its left edge.
// The scale stays, unless the new width would pass a limit.
func (v Viewport) Resize(width float64) Viewport {
	if !(width > 0) {
		return v
	}
	v.Width = width
	v.Scale = min(max(v.Scale, MinSpan/width), MaxSpan/width)
	return v.inside()
}

// Fit returns the view of the given width that shows [from, to) with padding
// dp left free on either side. Less than the shortest span is shown in the
// middle of it.
func Fit(from, to edtf.Instant, width, padding float64) Viewport {
	if !(width > 0) {
		width = 1
	}
	if to < from {
		from, to = to, from
	}
	from, to = max(from, -farthest), min(to, farthest)
	length := float64(to) - float64(from)
	room := max(width-2*padding, width/2)
	scale := min(max(length/room, MinSpan/width), MaxSpan/width)
	middle := float64(from) + length/2
	return Viewport{Start: middle - scale*width/2, Scale: scale, Width: width}.inside()
}

// Reveal returns v panned as little as shows [from, to) with padding dp beside
// it, or v itself when that is in view. What is longer than the view is shown
// from its start, at the scale of v.
func (v Viewport) Reveal(from, to edtf.Instant, padding float64) Viewport {
	if from == edtf.Past {
		from = to
	}
	if to == edtf.Future {
		to = from
	}
	if from == edtf.Past || from == edtf.Future || to == edtf.Past {
		return v
	}
	padding = min(padding, v.Width/2)
	left, right := v.X(from)-padding, v.X(to)+padding
	switch {
	case left >= 0 && right <= v.Width:
		return v
	case left < 0 || right-left > v.Width:
		return v.Pan(left)
	}
	return v.Pan(right - v.Width)
}

// Centre returns v panned so that t lies in its middle.
func (v Viewport) Centre(t edtf.Instant) Viewport {
	if !t.Finite() {
		return v
	}
	return v.Pan(v.X(t) - v.Width/2)
}

// AtLimit reports whether v can be zoomed no further in or out.
func (v Viewport) AtLimit() (in, out bool) {
	const slack = 1e-9
	return v.Span() <= MinSpan*(1+slack), v.Span() >= MaxSpan*(1-slack)
}

// inside returns v moved, if need be, so that both its edges are moments.
func (v Viewport) inside() Viewport {
	v.Start = min(max(v.Start, -farthest), farthest-v.Span())
	return v
}

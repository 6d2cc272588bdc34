package scene

import (
	"math"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

const (
	openOrUnknownStart = model.OpenStart | model.UnknownStart
	openOrUnknownEnd   = model.OpenEnd | model.UnknownEnd
	startUncertain     = model.StartUncertain
)

// densityOpacity is that of bars over the plot.
const densityOpacity = 0.82

// densities draws a lane that shows bars or dots.
func (b *Builder) densities(f *figure.Figure, box *LaneBox) {
	lane, st := &b.in.Lanes.Lanes[box.Index], &b.states[box.Index]
	switch {
	case box.Level == Bars:
		b.bars(f, box, lane, st)
	case box.Level == Dots:
		b.dots(f, box, lane)
	}
}

// laneInk returns the colour of a lane's bars and dots: its category's, or a
// neutral one when it holds several.
func (b *Builder) laneInk(lane *model.Lane) figure.Ink {
	opacity := float32(densityOpacity)
	if len(b.in.Traced) > 0 {
		opacity *= dimmed
	}
	if b.in.Lanes.Grouping == model.ByCategory {
		return figure.CategoryToken(int(lane.Category)).Tint(opacity)
	}
	return figure.Text3.Tint(opacity)
}

// bars draws how many events of a lane start in each bin.
func (b *Builder) bars(f *figure.Figure, box *LaneBox, lane *model.Lane, st *laneState) {
	b.barsOf(f, box, &st.bars, st.kept, b.peakOf(box), b.laneInk(lane))
}

// barsOf draws the bars of a histogram in a lane. Where those that the filter
// hides are shown too, all are drawn faintly and over them the kept ones.
func (b *Builder) barsOf(f *figure.Figure, box *LaneBox, h *histogram, kept []int, peak int, ink figure.Ink) {
	if b.in.KeptLanes == nil {
		b.drawBars(f, box, h, h.counts, peak, ink)
		return
	}
	b.drawBars(f, box, h, h.counts, peak, ink.Fade(ghost))
	b.drawBars(f, box, h, kept, peak, ink)
}

// drawBars draws counts of the bins of a histogram. Bins begin at fixed moments,
// so that they move with the pan and do not shimmer. Neighbours of one height are
// one rectangle.
func (b *Builder) drawBars(f *figure.Figure, box *LaneBox, bars *histogram, counts []int, peak int, ink figure.Ink) {
	v := b.in.View
	wide := float32(float64(bars.length) / v.Scale)
	room := barRoom(box)
	if peak == 0 {
		return
	}
	foot := box.Y + box.H - 1
	if box.Collapsed {
		foot = box.Y + box.H - 4
	}
	var run figure.Rect
	at := bars.from
	for _, n := range counts {
		next := at + edtf.Instant(bars.length)
		x := float32(math.Round(v.X(at)))
		to := float32(math.Round(v.X(next)))
		if wide >= binGap {
			x, to = float32(v.X(at))+0.75, float32(v.X(next))-0.75
		}
		at = next
		h := barHeight(n, peak, room)
		if h == run.H && x == run.Right() {
			run.W = to - run.X
			continue
		}
		if run.H > 0 {
			f.Fill(run, ink)
		}
		run = figure.R(x, foot-h, to-x, h)
	}
	if run.H > 0 {
		f.Fill(run, ink)
	}
}

// barRoom returns the height of the highest bar of a lane.
func barRoom(box *LaneBox) float32 {
	if box.Collapsed {
		return box.H - 8
	}
	h := box.H - box.Lead
	return max(min(h, densityMax)-9, h/2)
}

// barHeight returns the height of a bar of n events, in half dp and never so
// low that it is not seen.
func barHeight(n, peak int, room float32) float32 {
	if n == 0 {
		return 0
	}
	h := float32(min(n, peak)) / float32(peak) * room
	return max(float32(math.Round(float64(h*2)))/2, 1)
}

// dots draws a dot for each event of a lane, stacked by day or a longer
// division, and records each as a mark.
func (b *Builder) dots(f *figure.Figure, box *LaneBox, lane *model.Lane) {
	c, k := b.in.Columns, b.m.k
	ink := b.laneInk(lane)
	foot := box.Y + box.H - stackBase*k
	for _, s := range b.stacks {
		first, last := lane.Before(c, s.at), lane.Before(c, s.next)
		columns := stackColumns(s)
		wide := min(columns, max(last-first, 1))
		left := float32((s.x+s.end)/2) - float32(wide-1)*dotPitchX/2
		if wide == columns {
			left = float32((s.x+s.end)/2) - float32(columns-1)*dotPitchX/2
		}
		for i := first; i < last; i++ {
			n := i - first
			x := left + float32(n%columns)*dotPitchX
			y := foot - float32(n/columns)*dotPitchY*k
			row, fill := int(lane.Rows[i]), ink
			if b.in.hides(row) {
				fill = ink.Fade(ghost)
			}
			f.Disc(figure.Pt(x, y), dotRadius*k, figure.Box{Fill: fill})
			b.scene.Marks = append(b.scene.Marks, Mark{
				ID: c.ID[row], Row: row, Lane: box.Index, Kind: DotMark, Count: 1, X: x, Y: y,
				Box: figure.R(x-dotPitchX/2, y-dotPitchY*k/2, dotPitchX, dotPitchY*k),
			})
		}
	}
}

package charts

import (
	"math"

	"chancery/charts/figure"
)

// ScoreToken returns the colour of a mean score of n events: the outer four
// steps of the diverging ramp, split at –4, 0 and +4, since its pale middle is
// too faint for bars and lines. What has no score is grey, and paler grey what
// is neither.
func ScoreToken(n int, mean float64) figure.Token {
	switch {
	case n == 0:
		return figure.Text3
	case math.Abs(mean) < 0.05:
		return figure.Outline
	case mean < -4:
		return figure.DivergingToken(0)
	case mean < 0:
		return figure.DivergingToken(1)
	case mean <= 4:
		return figure.DivergingToken(figure.DivergingSteps - 2)
	}
	return figure.DivergingToken(figure.DivergingSteps - 1)
}

// Thin reports whether a mean of n events tells so little that it is drawn
// faintly.
func Thin(n int) bool { return n < thinBin }

// DensityStep returns the step of the density ramp for a value beside the peak:
// none is step 0, the rest are spaced by the square root, so that small numbers
// can be told apart beside a large peak.
func DensityStep(v, peak float64) int {
	const last = figure.SequentialSteps - 1
	if v <= 0 || peak <= 0 {
		return 0
	}
	return min(max(int(math.Ceil(math.Sqrt(v/peak)*last)), 1), last)
}

// A rampKey is a ramp with what its ends mean.
type rampKey struct {
	inks      []figure.Token
	low, high string
}

// scoreKey is the legend of colours of scores.
func scoreKey() *rampKey {
	return &rampKey{
		inks: []figure.Token{figure.DivergingToken(0), figure.DivergingToken(1), figure.Outline, figure.DivergingToken(7), figure.DivergingToken(8)},
		low:  "–10", high: "+10",
	}
}

// drawScoreKey draws it at the lower left of the area.
func (d *drawing) drawScoreKey() {
	key := scoreKey()
	width := d.o.Faces.Measure(key.low, 11*d.k, false) + d.o.Faces.Measure(key.high, 11*d.k, false) + float32(len(key.inks))*14*d.k + 8*d.k
	d.drawRamp(key, d.area.X+width, d.area.Bottom()-10*d.k)
}

// rampLegend returns the legend of a chart whose colours are a ramp, nil for
// others.
func (d *drawing) rampLegend() *rampKey {
	s := d.s
	switch {
	case len(s.Panels) > 0:
		return nil
	case s.Kind == Matrix && s.Shade == ByScore, s.Kind == Mirror:
		return scoreKey()
	case s.Kind == Heat, s.Kind == Calendar, s.Kind == Matrix:
		key := &rampKey{}
		key.low, key.high = s.DensityEnds()
		for i := range figure.SequentialSteps {
			key.inks = append(key.inks, figure.SequentialToken(i))
		}
		return key
	}
	return nil
}

// headlessRamp is the rampLegend of a chart without a head to hold it.
func (d *drawing) headlessRamp() *rampKey {
	if d.s.Empty() {
		return nil
	}
	return d.rampLegend()
}

// DensityEnds returns what the ends of the density ramp mean in a chart.
func (s *Spec) DensityEnds() (low, high string) {
	top, _ := s.Extent()
	return "0", s.ValueText(top)
}

// ValueText writes a value of the chart: a number or a share.
func (s *Spec) ValueText(v float64) string {
	if s.Normalised {
		return Percent(v)
	}
	return Count(int(v))
}

// drawRamp draws a ramp that ends at right, its middle at a height, and returns
// where it begins.
func (d *drawing) drawRamp(key *rampKey, right, middle float32) float32 {
	k := d.k
	d.caption(right, middle, key.high, figure.Text3, figure.Right)
	x := right - d.o.Faces.Measure(key.high, 11*k, false) - 4*k - float32(len(key.inks))*14*k
	for i, ink := range key.inks {
		d.Fill(figure.R(x+float32(i)*14*k, middle-4*k, 14*k, 8*k), ink.Ink())
	}
	d.caption(x-4*k, middle, key.low, figure.Text3, figure.Right)
	return x - 4*k - d.o.Faces.Measure(key.low, 11*k, false)
}

package charts

import "math"

// A Scale is the axis of values of a chart: its ends, and what is written along
// it from Low to High. That of Waits is of squashed days, see Squash.
type Scale struct {
	Low, High float64
	Ticks     []Tick
}

// A Tick is a value that an axis names.
type Tick struct {
	Value float64
	Text  string
}

// Scale returns the axis of values of a chart that has one: Stacked, Scores,
// Mirror and Waits.
func (s *Spec) Scale() Scale {
	top, bottom := s.Extent()
	switch s.Kind {
	case Stacked:
		if s.Normalised {
			return scaleOf([]float64{0, 0.25, 0.5, 0.75, 1}, s.ValueText)
		}
		return wholeScale(0, max(top, 1), s.ValueText)
	case Scores:
		if !s.Separate {
			return scaleOf([]float64{-10, -5, 0, 5, 10}, signed)
		}
		span := max(top, -bottom, 0.1)
		values, low, high := ticks(-span, span, 4)
		scale := scaleOf(values, signed)
		scale.Low, scale.High = low, high
		return scale
	case Mirror:
		text := func(v float64) string { return s.ValueText(math.Abs(v)) }
		if s.Normalised {
			return scaleOf([]float64{-1, -0.5, 0, 0.5, 1}, text)
		}
		return wholeScale(-max(top, 1), max(top, 1), text)
	case Waits:
		return s.waitScale()
	}
	return Scale{}
}

// scaleOf returns a scale from the first of some values to the last.
func scaleOf(values []float64, text func(float64) string) Scale {
	s := Scale{Low: values[0], High: values[len(values)-1]}
	for _, v := range values {
		s.Ticks = append(s.Ticks, Tick{v, text(v)})
	}
	return s
}

// wholeScale returns a scale of numbers of events, which are whole.
func wholeScale(bottom, top float64, text func(float64) string) Scale {
	values, low, high := ticks(bottom, top, 4)
	s := scaleOf(wholeOnly(values), text)
	s.Low, s.High = low, high
	return s
}

// waitTicks are days that an axis of response times names.
var waitTicks = []Tick{
	{-365, "–1 year"}, {-30, "–30"}, {-7, "–7"}, {-1, "–1"}, {0, "0"}, {1, "1"}, {3, "3"}, {7, "7"}, {14, "14"}, {30, "30"}, {90, "90"}, {180, "180 days"},
	{365, "1 year"}, {3 * 365, "3 years"}, {10 * 365, "10 years"}, {30 * 365, "30 years"}, {100 * 365, "100 years"}, {1000 * 365, "1\u00a0000 years"},
}

func (s *Spec) waitScale() Scale {
	top, bottom := s.Extent()
	scale := Scale{Low: Squash(bottom), High: Squash(max(top, 7))}
	scale.High += (scale.High - scale.Low) * 0.04
	for _, t := range waitTicks {
		if at := Squash(t.Value); at >= scale.Low-1e-9 && at <= scale.High {
			scale.Ticks = append(scale.Ticks, Tick{at, t.Text})
		}
	}
	return scale
}

// Squash lays days on an axis on which a week is longer than the same days of a
// year: the logarithm of one more, either way.
func Squash(days float64) float64 { return math.Copysign(math.Log1p(math.Abs(days)), days) }

// Package layout finds places for the nodes of a network, so that those that
// are joined lie near one another and none lies on another.
//
// It is a simulation of forces: edges are springs, nodes push one another away,
// and all are drawn a little towards the middle. The steps are those of velocity
// Verlet integration with a temperature that falls, and the strength of a spring
// is divided by the smaller degree of its ends, as d3-force does (M. Bostock,
// after T. Dwyer, "Scalable, Versatile and Simple Constrained Graph Layout",
// 2009). In large networks the push of far nodes is that of their common centre
// (J. Barnes and P. Hut, "A hierarchical O(N log N) force-calculation
// algorithm", Nature 324, 1986).
//
// The same network with the same seed makes the same picture on every machine:
// there is no clock and no other source of chance in it, and sums are taken in
// one order.
package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// A Point is a place.
type Point struct{ X, Y float64 }

// An Edge is a spring between the nodes A and B. Length is how long it would be
// at rest, 1 being usual; 0 means 1. Strength is how much it pulls, 1 being
// usual; 0 means 1. An edge from a node to itself does nothing.
type Edge struct {
	A, B             int
	Length, Strength float64
}

// Options say how a network is laid out. The zero Options are good.
type Options struct {
	Seed     uint64
	Ticks    int                   // steps of the simulation; 0 means 300
	Progress func(done, total int) // told every few steps; nil for nobody
}

// Of returns the places of n nodes, within the unit square: what is longer of
// width and height reaches from 0 to 1, the other is in the middle. Cancelling
// ctx ends it with the error of ctx.
func Of(ctx context.Context, n int, edges []Edge, o Options) ([]Point, error) {
	if o.Ticks <= 0 {
		o.Ticks = 300
	}
	f := newField(n, edges, o.Seed)
	for tick := range o.Ticks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if o.Progress != nil && tick%8 == 0 {
			o.Progress(tick, o.Ticks)
		}
		// The temperature falls from 1 to a thousandth.
		f.step(math.Pow(0.001, float64(tick)/float64(o.Ticks)))
	}
	f.part()
	if o.Progress != nil {
		o.Progress(o.Ticks, o.Ticks)
	}
	return f.unit(), nil
}

// begin lays the nodes on a spiral of sunflower seeds, a little off by chance,
// so that none begin in one place.
func begin(n int, seed uint64) []Point {
	r := rand.New(rand.NewPCG(seed, 0x9E3779B97F4A7C15))
	golden := math.Pi * (3 - math.Sqrt(5))
	at := make([]Point, n)
	for i := range at {
		radius, angle := 10*math.Sqrt(0.5+float64(i)), float64(i)*golden
		at[i] = Point{float64(radius*math.Cos(angle)) + r.Float64(), float64(radius*math.Sin(angle)) + r.Float64()}
	}
	return at
}

// unit scales the places into the unit square.
func (f *field) unit() []Point {
	if len(f.at) == 0 {
		return nil
	}
	low, high := f.at[0], f.at[0]
	for _, p := range f.at {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	side := max(high.X-low.X, high.Y-low.Y)
	scaled := make([]Point, len(f.at))
	for i, p := range f.at {
		scaled[i] = Point{0.5, 0.5}
		if side > 0 {
			scaled[i].X += (p.X - (low.X+high.X)/2) / side
			scaled[i].Y += (p.Y - (low.Y+high.Y)/2) / side
		}
	}
	return scaled
}

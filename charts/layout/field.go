package layout

import (
	"math"
	"runtime"
	"sync"
)

// The forces, in the units of d3-force.
const (
	restLength = 30.0
	charge     = 60.0 // of the push between nodes
	pull       = 0.06 // towards the middle
	drag       = 0.6  // of a velocity that is left after a step
	nearest    = 1.0  // the push grows no further below this distance
)

// exactUpTo is the number of nodes up to which each pair is looked at: below it
// that is quicker than to build a tree.
const exactUpTo = 384

// A field is a simulation on its way. Products that are added to something are
// rounded first, by a conversion, since some machines would else not round them.
type field struct {
	at, v   []Point
	springs []spring
	tree    tree
	push    []Point // of the step at hand, beside the temperature
}

// A spring is an edge made ready: bias is how much of its pull b takes, the node
// with more edges less.
type spring struct {
	a, b                   int32
	length, strength, bias float64
}

func newField(n int, edges []Edge, seed uint64) *field {
	f := &field{at: begin(n, seed), v: make([]Point, n), push: make([]Point, n)}
	degree := make([]float64, n)
	for _, e := range edges {
		if e.A != e.B {
			degree[e.A]++
			degree[e.B]++
		}
	}
	for _, e := range edges {
		if e.A == e.B {
			continue
		}
		s := spring{a: int32(e.A), b: int32(e.B), length: restLength, strength: 1 / min(degree[e.A], degree[e.B])}
		if e.Length > 0 {
			s.length *= e.Length
		}
		if e.Strength > 0 {
			s.strength *= e.Strength
		}
		s.bias = degree[e.A] / (degree[e.A] + degree[e.B])
		f.springs = append(f.springs, s)
	}
	return f
}

// step moves the nodes once, at a temperature from 1 down.
func (f *field) step(heat float64) {
	f.stretch(heat)
	if len(f.at) <= exactUpTo {
		f.pushAll()
	} else {
		f.pushByTree()
	}
	for i := range f.at {
		p, v := &f.at[i], &f.v[i]
		v.X = (v.X + float64(heat*(float64(charge*f.push[i].X)-float64(pull*p.X)))) * drag
		v.Y = (v.Y + float64(heat*(float64(charge*f.push[i].Y)-float64(pull*p.Y)))) * drag
		p.X += v.X
		p.Y += v.Y
	}
}

// stretch lets the springs pull.
func (f *field) stretch(heat float64) {
	for i := range f.springs {
		s := &f.springs[i]
		a, b := &f.at[s.a], &f.at[s.b]
		va, vb := &f.v[s.a], &f.v[s.b]
		dx, dy := b.X+vb.X-a.X-va.X, b.Y+vb.Y-a.Y-va.Y
		far := math.Sqrt(float64(dx*dx) + float64(dy*dy))
		if far < 1e-9 {
			continue
		}
		by := (far - s.length) / far * heat * s.strength
		dx, dy = dx*by, dy*by
		vb.X -= float64(dx * s.bias)
		vb.Y -= float64(dy * s.bias)
		va.X += float64(dx * (1 - s.bias))
		va.Y += float64(dy * (1 - s.bias))
	}
}

// pushAll adds up the push of every node on every other.
func (f *field) pushAll() {
	clear(f.push)
	for i := range f.at {
		p := f.at[i]
		var sum Point
		others, push := f.at[i+1:], f.push[i+1:]
		push = push[:len(others)]
		for j, q := range others {
			dx, dy := p.X-q.X, p.Y-q.Y
			by := 1 / max(float64(dx*dx)+float64(dy*dy), nearest)
			dx, dy = float64(dx*by), float64(dy*by)
			sum.X += dx
			sum.Y += dy
			push[j].X -= dx
			push[j].Y -= dy
		}
		f.push[i].X += sum.X
		f.push[i].Y += sum.Y
	}
}

// pushByTree finds the push on every node from a tree of all, as many nodes at a
// time as there are processors.
func (f *field) pushByTree() {
	f.tree.build(f.at)
	workers := runtime.GOMAXPROCS(0)
	share := (len(f.at) + workers - 1) / workers
	var done sync.WaitGroup
	for from := 0; from < len(f.at); from += share {
		done.Go(func() {
			for i := from; i < min(from+share, len(f.at)); i++ {
				f.push[i] = f.tree.push(f.at[i])
			}
		})
	}
	done.Wait()
}

// part moves nodes apart that lie nearer to one another than a third of what
// they would if all were spread evenly.
func (f *field) part() {
	if len(f.at) < 2 || len(f.at) > 4*exactUpTo {
		return
	}
	low, high := f.at[0], f.at[0]
	for _, p := range f.at {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	apart := 0.55 * math.Sqrt((high.X-low.X)*(high.Y-low.Y)/float64(len(f.at)))
	for range 24 {
		moved := false
		for i := range f.at {
			for j := i + 1; j < len(f.at); j++ {
				dx, dy := f.at[j].X-f.at[i].X, f.at[j].Y-f.at[i].Y
				far := float64(dx*dx) + float64(dy*dy)
				if far >= apart*apart || far == 0 {
					continue
				}
				far = math.Sqrt(far)
				by := (apart - far) / far / 2
				dx, dy = float64(dx*by), float64(dy*by)
				f.at[i].X -= dx
				f.at[i].Y -= dy
				f.at[j].X += dx
				f.at[j].Y += dy
				moved = true
			}
		}
		if !moved {
			return
		}
	}
}

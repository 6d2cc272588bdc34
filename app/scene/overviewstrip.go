package scene

import (
	"chancery/charts/figure"
	"chancery/model"
)

// stripHeight is that of the lives of agreements under the histogram, in dp.
const stripHeight = 3

// strip draws the lives of the agreements that are shown along the foot of the
// histogram: a moment at which several were in force is no darker than one of
// one.
func (b *Builder) strip(f *figure.Figure, left, foot float32) {
	r := figure.R(left, foot+1, b.overview.width, stripHeight*b.m.k)
	for _, notice := range [2]bool{false, true} {
		for _, i := range b.order.lanes {
			b.stripOf(f, b.states[i].lives, notice, left, r)
		}
		b.stripOf(f, b.lives.group, notice, left, r)
	}
}

func (b *Builder) stripOf(f *figure.Figure, shown []int, notice bool, left float32, r figure.Rect) {
	for _, i := range shown {
		for _, s := range b.in.Lifecycles[i].Stages {
			from := max(viewX(b.overview.view, s.From), 0)
			to := min(viewX(b.overview.view, s.To), b.overview.width)
			if to <= from || (s.Standing == model.UnderNotice) != notice {
				continue
			}
			switch s.Standing {
			case model.UnderNotice:
				f.Fill(figure.R(left+from, r.Y, max(to-from, 1.5), r.H), figure.Deadline.Ink())
			case model.InForce:
				f.Fill(figure.R(left+from, r.Y, to-from, r.H), agreementInk(1))
			}
		}
	}
}

package figure

// Place appends the shapes of another figure with its corner at a point, cut off
// at its edges. The other is copied and stays as it is.
func (f *Figure) Place(at Point, other *Figure) {
	f.Clip(Rect{at.X, at.Y, other.W, other.H})
	first := len(f.Shapes)
	for i := range other.Shapes {
		s := other.Shapes[i]
		points := other.span(&s)
		s.X, s.Y = s.X+at.X, s.Y+at.Y
		s.first, s.count = int32(len(f.arena)), int32(len(points))
		for _, p := range points {
			if s.Kind != KindRamp { // whose points are stops
				p = Point{p.X + at.X, p.Y + at.Y}
			}
			f.arena = append(f.arena, p)
		}
		f.Shapes = append(f.Shapes, s)
	}
	for _, t := range other.titles {
		f.titles = append(f.titles, title{first + t.shape, t.text})
	}
	f.Unclip()
}

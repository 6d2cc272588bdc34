package figure

// A histogram is hundreds of rectangles in one colour. Written as one path they
// take a fifth of the bytes.

// runLeast is how many rectangles are worth a path.
const runLeast = 4

// run returns how many shapes from i on are plain rectangles that one path can
// hold: of one ink, without edge, round corners or a title.
func (o *svgWriter) run(i, named int) int {
	shapes, ink := o.figure.Shapes, o.figure.Shapes[i].Fill
	end := len(shapes)
	if named < len(o.figure.titles) {
		end = min(end, o.figure.titles[named].shape)
	}
	n := 0
	for ; i+n < end; n++ {
		s := &shapes[i+n]
		if s.Kind != KindRect || s.Fill != ink || !s.Stroke.None() || s.Radius > 0 || !isFinite(s.X, s.Y, s.W, s.H) {
			break
		}
	}
	if n < runLeast || ink.None() {
		return 0
	}
	return n
}

// rects writes rectangles of one ink as a path.
func (o *svgWriter) rects(shapes []Shape) {
	o.WriteString(`<path d="`)
	for i := range shapes {
		r := shapes[i].Rect()
		o.WriteString("M" + num(r.X) + " " + num(r.Y) + "h" + num(r.W) + "v" + num(r.H) + "h" + num(-r.W) + "z")
	}
	o.WriteString(`"` + o.fill(shapes[0].Fill) + crispIf(true) + "/>\n")
}

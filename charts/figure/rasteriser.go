package figure

import (
	"image"
	"image/draw"

	"golang.org/x/image/vector"
)

// A rasteriser turns outlines into masks.
type rasteriser struct {
	vector.Rasterizer
	filled image.Alpha
}

// begin empties the rasteriser for a mask of w × h pixels.
func (r *rasteriser) begin(w, h int) {
	r.Reset(w, h)
	r.DrawOp = draw.Src
}

// mask returns how much of each pixel the outlines since begin cover. It is
// good until the next mask.
func (r *rasteriser) mask() []byte {
	size := r.Size()
	r.filled.Pix = resized(r.filled.Pix, size.X*size.Y)
	r.filled.Stride = size.X
	r.filled.Rect = r.Bounds()
	r.Draw(&r.filled, r.filled.Rect, image.Opaque, image.Point{})
	return r.filled.Pix
}

// closed adds a closed line, moved by -x, -y.
func (r *rasteriser) closed(line []Point, x, y float32) {
	r.MoveTo(line[0].X-x, line[0].Y-y)
	for _, pt := range line[1:] {
		r.LineTo(pt.X-x, pt.Y-y)
	}
	r.ClosePath()
}

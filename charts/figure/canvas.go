package figure

import (
	"bytes"
	"image"
	"math"
)

// A canvas is the image that is painted on, in device pixels from its upper
// left corner. Nothing outside clip is ever touched.
type canvas struct {
	pix    []byte
	stride int
	w, h   int
	clip   box
}

// A box is a rectangle of device pixels, without its right and lower edges.
type box struct{ x0, y0, x1, y1 int }

func (b box) empty() bool { return b.x0 >= b.x1 || b.y0 >= b.y1 }

func (b box) intersect(o box) box {
	return box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
}

// union returns the smallest box that holds both.
func (b box) union(o box) box {
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

func newCanvas(dst *image.RGBA) canvas {
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	if w <= 0 || h <= 0 || dst.Stride < 4*w {
		return canvas{}
	}
	h = min(h, (len(dst.Pix)-4*w)/dst.Stride+1)
	if len(dst.Pix) < 4*w {
		h = 0
	}
	return canvas{pix: dst.Pix, stride: dst.Stride, w: w, h: h, clip: box{0, 0, w, h}}
}

// row returns the bytes of the pixels x0 to x1 of a row, which must lie in
// clip.
func (c *canvas) row(y, x0, x1 int) []byte {
	i := y*c.stride + 4*x0
	j := y*c.stride + 4*x1
	return c.pix[i:j:j]
}

// narrow is up to how many pixels wide a box is not worth copying rows for.
const narrow = 4

// fill lays a pixel over a box.
func (c *canvas) fill(b box, s pixel) {
	b = b.intersect(c.clip)
	if b.empty() || s.alpha() == 0 {
		return
	}
	if s.alpha() < 255 {
		c.veil(b, s)
		return
	}
	if b.x1-b.x0 <= narrow {
		c.columns(b, s)
		return
	}
	first := c.row(b.y0, b.x0, b.x1)
	setSpan(first, s)
	for y := b.y0 + 1; y < b.y1; y++ {
		copy(c.row(y, b.x0, b.x1), first)
	}
}

// veil lays a pixel that is not opaque over a box, which must lie in clip. Rows
// of a picture are often the same for a while, grid and all: such rows are mixed
// once and copied.
func (c *canvas) veil(b box, s pixel) {
	if b.x1-b.x0 <= narrow {
		c.veilColumns(b, s)
		return
	}
	for y := b.y0; y < b.y1; {
		first, end := c.row(y, b.x0, b.x1), y+1
		for end < b.y1 && bytes.Equal(first, c.row(end, b.x0, b.x1)) {
			end++
		}
		fillSpan(first, s)
		for y++; y < end; y++ {
			copy(c.row(y, b.x0, b.x1), first)
		}
	}
}

// veilColumns is veil for a box a few pixels wide.
func (c *canvas) veilColumns(b box, s pixel) {
	width := 4 * (b.x1 - b.x0)
	m := mixer{pixel: s}
	for i, end := b.y0*c.stride+4*b.x0, b.y1*c.stride; i < end; i += c.stride {
		row := c.pix[i : i+width]
		for j := 0; j < len(row); j += 4 {
			store(row[j:], m.over(load(row[j:])))
		}
	}
}

// columns sets the pixels of a box a few wide, which must lie in clip.
func (c *canvas) columns(b box, s pixel) {
	width := 4 * (b.x1 - b.x0)
	for i, end := b.y0*c.stride+4*b.x0, b.y1*c.stride; i < end; i += c.stride {
		row := c.pix[i : i+width]
		for j := 0; j < len(row); j += 4 {
			store(row[j:], s)
		}
	}
}

// point lays a pixel over one place at m/255 of its strength.
func (c *canvas) point(x, y int, s pixel, m uint32) {
	if m == 0 || x < c.clip.x0 || x >= c.clip.x1 || y < c.clip.y0 || y >= c.clip.y1 {
		return
	}
	at := c.row(y, x, x+1)
	store(at, s.times(m).over(load(at)))
}

// fillSoft lays a pixel over a rectangle whose edges may lie within pixels,
// which are then covered in part.
func (c *canvas) fillSoft(x0, y0, x1, y1 float32, s pixel) {
	if !(x1 > x0 && y1 > y0) {
		return
	}
	columns, rows := cover(x0, x1), cover(y0, y1)
	c.softRow(rows.first, columns, rows.head, s)
	for _, part := range columns.parts() {
		c.fill(box{part.from, rows.first + 1, part.to, rows.last}, s.times(part.share))
	}
	if rows.last > rows.first {
		c.softRow(rows.last, columns, rows.tail, s)
	}
}

func (c *canvas) softRow(y int, columns covering, share uint32, s pixel) {
	if share == 0 {
		return
	}
	for _, part := range columns.parts() {
		c.fill(box{part.from, y, part.to, y + 1}, s.times(part.share*share/255))
	}
}

// covering is how an interval covers the pixels first to last of an axis: the
// two at its ends in part, those between in full.
type covering struct {
	first, last int
	head, tail  uint32 // of 255
}

type coveringPart struct {
	from, to int
	share    uint32
}

func cover(from, to float32) covering {
	first, last := floor(from), floor(to)
	if first == last {
		return covering{first, last, share(to - from), 0}
	}
	return covering{first, last, share(float32(first+1) - from), share(to - float32(last))}
}

// parts returns the pixels in up to three stretches of the same coverage.
func (c covering) parts() [3]coveringPart {
	if c.first == c.last {
		return [3]coveringPart{{c.first, c.first + 1, c.head}}
	}
	return [3]coveringPart{
		{c.first, c.first + 1, c.head},
		{c.first + 1, c.last, 255},
		{c.last, c.last + 1, c.tail},
	}
}

// share returns a fraction between 0 and 1 as one of 255.
func share(v float32) uint32 {
	if !(v > 0) {
		return 0
	}
	return uint32(min(v, 1)*255 + 0.5)
}

func floor(v float32) int { return int(math.Floor(float64(v))) }

func snap(v float32) int { return int(math.Floor(float64(v) + 0.5)) }

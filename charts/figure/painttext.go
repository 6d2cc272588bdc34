package figure

// A line is a run at one size: how much of each pixel its letters cover
// together. A line too large for that has its letters one by one. Places are
// whole pixels from the start of the baseline.
type line struct {
	whole   sparseMask
	letters []placedLetter
}

type placedLetter struct {
	mask *letterMask
	x, y int
}

// maxLine is up to how many pixels a line is one mask.
const maxLine = 1 << 16

// lineKey is what makes one line differ from another. size is device pixels,
// phase the fraction of a pixel, in quarters, at which the line begins.
type lineKey struct {
	text  string
	size  float32
	style style
	phase uint8
	up    bool
}

// Sizes, in device pixels, that texts are drawn in.
const (
	minText = 1
	maxText = 512
)

func (p *pass) paintText(s *Shape) {
	ink := p.ink(s.Fill)
	size := p.device(s.Size)
	if p.stock.faces == nil || s.Text == "" || ink.alpha() == 0 || !(size >= minText && size <= maxText) {
		return
	}
	x, y := p.device(s.X), p.device(s.Y)
	if reach := 3 * size; !s.Up && (y < float32(p.canvas.clip.y0)-reach || y > float32(p.canvas.clip.y1)+reach) {
		return
	}
	style, ahead := styleOf(s.Bold, s.Italic, s.Mono), float32(0)
	if s.Align != Left {
		ahead = p.stock.faces.run(s.Text, style).width * size
		if s.Align == Centre {
			ahead /= 2
		}
	}
	p.layLine(s.Text, Point{x, y}, ahead, 0, lineKey{size: size, style: style, up: s.Up}, ink)
}

// layLine lays a text over the canvas that starts along from where a line does,
// which is ahead of a point. All are device pixels; the start of the line and
// the text in it lie on quarters of one.
func (p *pass) layLine(text string, at Point, ahead, along float32, key lineKey, ink pixel) {
	key.text = text
	if key.up {
		quarters := snap((at.Y+ahead)*4) + snap(-along*4)
		key.phase = uint8(quarters & 3)
		p.blitLine(p.stock.line(key), snap(at.X), quarters>>2, ink)
		return
	}
	quarters := snap((at.X-ahead)*4) + snap(along*4)
	key.phase = uint8(quarters & 3)
	p.blitLine(p.stock.line(key), quarters>>2, snap(at.Y), ink)
}

func (p *pass) blitLine(l *line, x, y int, ink pixel) {
	p.canvas.blitSparse(&l.whole, x, y, ink)
	for i := range l.letters {
		placed := &l.letters[i]
		p.canvas.blitMask(placed.mask, x+placed.x, y+placed.y, ink)
	}
}

// blitMask lays a pixel over the canvas where a mask covers it; x, y is the
// mask's origin.
func (c *canvas) blitMask(m *letterMask, x, y int, ink pixel) {
	x, y = x+m.left, y+m.top
	from, to := max(c.clip.x0-x, 0), min(c.clip.x1-x, m.w)
	if from >= to {
		return
	}
	for j := max(c.clip.y0-y, 0); j < min(c.clip.y1-y, m.h); j++ {
		maskSpan(c.row(y+j, x+from, x+to), m.pix[j*m.w+from:j*m.w+to], ink)
	}
}

// joined returns letters as one line.
func joined(letters []placedLetter) *line {
	if len(letters) == 0 {
		return &line{}
	}
	b := letters[0].bounds()
	for _, l := range letters[1:] {
		b = b.union(l.bounds())
	}
	m := letterMask{left: b.x0, top: b.y0, w: b.x1 - b.x0, h: b.y1 - b.y0}
	if m.w > maxLine || m.h > maxLine || m.w*m.h > maxLine {
		return &line{letters: letters}
	}
	m.pix = make([]byte, m.w*m.h)
	for _, l := range letters {
		m.add(l)
	}
	return &line{whole: newSparseMask(&m)}
}

func (l placedLetter) bounds() box {
	x, y := l.x+l.mask.left, l.y+l.mask.top
	return box{x, y, x + l.mask.w, y + l.mask.h}
}

// add adds what a letter covers.
func (m *letterMask) add(l placedLetter) {
	b := l.bounds()
	for j := range l.mask.h {
		to := m.pix[(b.y0-m.top+j)*m.w+b.x0-m.left:]
		for i, v := range l.mask.pix[j*l.mask.w : (j+1)*l.mask.w] {
			to[i] = byte(min(uint(to[i])+uint(v), 255))
		}
	}
}

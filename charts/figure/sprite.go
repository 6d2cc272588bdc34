package figure

// A sprite is a glyph or a disc as a small picture with a halo, an ink and a back of its
// own, ready to be laid over an image: the pixels that are seen through, which
// are mixed with what is there, and those that are opaque.
type sprite struct {
	left, top, w, h int   // of all dots, from the glyph's centre
	soft, solid     []dot // top to bottom
	stride          int   // of the image that offsets are right for
}

// A dot is a pixel of a sprite.
type dot struct {
	x, y   uint16
	offset int32 // in bytes from the sprite's first pixel, for a stride
	pixel  pixel
}

// spriteKey is what makes one sprite differ from another. Lengths are device
// pixels. Phases are the fraction of a pixel at which the centre lies: quarters,
// and halves along y for glyphs.
type spriteKey struct {
	size, halo, outline float32
	ink, back           pixel
	glyph               uint8
	hollow              bool
	phaseX, phaseY      uint8
}

// The largest size and halo, in device pixels, that glyphs are drawn in.
const (
	maxGlyph = 192
	maxHalo  = 24
)

func (p *pass) paintGlyph(s *Shape) {
	size := min(p.device(s.Size), maxGlyph)
	ink, back := p.ink(s.Fill), p.ink(s.Stroke)
	if !(size > 0) || ink.alpha() == 0 && back.alpha() == 0 {
		return
	}
	halo := min(max(p.device(s.StrokeWidth), 0), maxHalo)
	x, y := snap(p.device(s.X)*4), snap(p.device(s.Y)*2)
	reach := int(size) + int(halo) + 2
	clip := p.canvas.clip
	if x>>2 < clip.x0-reach || x>>2 > clip.x1+reach || y>>1 < clip.y0-reach || y>>1 > clip.y1+reach {
		return
	}
	key := spriteKey{
		size: size, halo: halo, outline: min(p.device(outlineWidth), maxHalo), ink: ink, back: back,
		glyph: min(s.Glyph, uint8(Other)), hollow: s.Hollow,
		phaseX: uint8(x & 3), phaseY: uint8(y & 1),
	}
	p.canvas.blit(p.stock.sprite(key, p.canvas.stride), x>>2, y>>1)
}

// blit lays a sprite over the canvas with its centre in the pixel x, y.
func (c *canvas) blit(s *sprite, x, y int) {
	x, y = x+s.left, y+s.top
	if x < c.clip.x0 || y < c.clip.y0 || x+s.w > c.clip.x1 || y+s.h > c.clip.y1 {
		c.blitPart(s, x, y)
		return
	}
	pix := c.pix[y*c.stride+4*x:]
	for _, d := range s.solid {
		store(pix[d.offset:], d.pixel)
	}
	for _, d := range s.soft {
		at := pix[d.offset:]
		store(at, d.pixel.over(load(at)))
	}
}

// blitPart lays those dots over the canvas that lie within the clip.
func (c *canvas) blitPart(s *sprite, x, y int) {
	for _, dots := range [...][]dot{s.solid, s.soft} {
		for _, d := range dots {
			c.point(x+int(d.x), y+int(d.y), d.pixel, 255)
		}
	}
}

// fit makes the offsets right for a stride.
func (s *sprite) fit(stride int) {
	if s.stride == stride {
		return
	}
	s.stride = stride
	for _, dots := range [...][]dot{s.solid, s.soft} {
		for i, d := range dots {
			dots[i].offset = int32(int(d.y)*stride + 4*int(d.x))
		}
	}
}

// newSprite draws a sprite: the halo or inside in the back's colour, then the
// silhouette or its outline, then the cuts.
func (r *rasteriser) newSprite(key spriteKey) *sprite {
	shape := glyphContours()[key.glyph]
	reach := floor(key.size*0.55+max(key.halo, key.outline/2)) + 2
	l := newLayers(2*reach + 1)
	at := placement{
		scale: key.size / glyphBox,
		x:     float32(reach) + float32(key.phaseX)/4,
		y:     float32(reach) + float32(key.phaseY)/2,
	}
	fill, cut := at.place(shape.fill), at.place(shape.cut)
	silhouette := r.silhouette(fill, l.side)
	if key.hollow {
		l.lay(silhouette, key.back)
		l.lay(outlineMask(fill, key.outline/2, l.side), key.ink)
		l.lay(r.silhouette(cut, l.side), key.ink)
		return l.sprite(reach)
	}
	if key.halo > 0 {
		l.lay(haloMask(silhouette, fill, key.halo, l.side), key.back)
	}
	l.lay(silhouette, key.ink)
	l.lay(r.silhouette(cut, l.side), key.back)
	return l.sprite(reach)
}

// layers are a square picture that a sprite is put together in.
type layers struct {
	side int
	pix  []byte
}

func newLayers(side int) layers { return layers{side, make([]byte, 4*side*side)} }

// lay lays a colour over the picture where the mask covers it.
func (l *layers) lay(mask []byte, ink pixel) {
	if mask != nil && ink.alpha() > 0 {
		maskSpan(l.pix, mask, ink)
	}
}

// sprite picks the pixels that are not empty.
func (l *layers) sprite(centre int) *sprite {
	b := box{l.side, l.side, 0, 0}
	for i := range l.side * l.side {
		if x, y := i%l.side, i/l.side; load(l.pix[4*i:]).alpha() > 0 {
			b = box{min(b.x0, x), min(b.y0, y), max(b.x1, x+1), max(b.y1, y+1)}
		}
	}
	if b.empty() {
		return &sprite{}
	}
	s := &sprite{left: b.x0 - centre, top: b.y0 - centre, w: b.x1 - b.x0, h: b.y1 - b.y0}
	for i := range l.side * l.side {
		d := dot{pixel: load(l.pix[4*i:])}
		if d.pixel.alpha() == 0 {
			continue
		}
		d.x, d.y = uint16(i%l.side-b.x0), uint16(i/l.side-b.y0)
		if d.pixel.alpha() == 255 {
			s.solid = append(s.solid, d)
		} else {
			s.soft = append(s.soft, d)
		}
	}
	return s
}

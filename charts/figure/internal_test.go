package figure

import (
	"image/color"
	"testing"
)

func TestPixelsStayWithinTheirChannels(t *testing.T) {
	white := premultiply(color.NRGBA{255, 255, 255, 255})
	for a := range uint32(256) {
		top := premultiply(color.NRGBA{255, 255, 255, uint8(a)})
		if got := top.over(white); got != white {
			t.Errorf("white at %d over white is %08x", a, got)
		}
		if got := white.times(a).alpha(); got != a && got != a+1 && got+1 != a {
			t.Errorf("white at %d has alpha %d", a, got)
		}
	}
	if got := white.times(255); got != white {
		t.Errorf("white at full strength is %08x", got)
	}
	if got := white.times(0); got != 0 {
		t.Errorf("white at no strength is %08x", got)
	}
}

// TestPixelOver compares with exact arithmetic.
func TestPixelOver(t *testing.T) {
	for a := 0; a < 256; a += 5 {
		for d := 0; d < 256; d += 15 {
			top := premultiply(color.NRGBA{200, 100, 0, uint8(a)})
			under := premultiply(color.NRGBA{uint8(d), uint8(255 - d), 7, 255})
			got := top.over(under)
			for shift, pair := range map[int][2]int{0: {200, d}, 8: {100, 255 - d}, 16: {0, 7}, 24: {255, 255}} {
				want := (pair[0]*a + pair[1]*(255-a)) / 255
				if off := int(got>>shift&255) - want; off < -2 || off > 2 {
					t.Fatalf("alpha %d over %d: channel %d is off by %d", a, d, shift/8, off)
				}
			}
		}
	}
}

func TestMaskSpansAgree(t *testing.T) {
	mask := make([]byte, 300)
	for i := range mask {
		if i%40 > 12 {
			mask[i] = byte(i * 37)
		}
	}
	m := letterMask{w: len(mask), h: 1, pix: mask}
	sparse := newSparseMask(&m)
	for _, ink := range []pixel{0xff1f5bc4, 0x80102030} {
		plain, dotted := make([]byte, 4*len(mask)), make([]byte, 4*len(mask))
		setSpan(plain, 0xffcdd2da)
		setSpan(dotted, 0xffcdd2da)
		maskSpan(plain, mask, ink)
		c := canvas{pix: dotted, stride: len(dotted), clip: box{0, 0, len(mask), 1}}
		c.blitSparse(&sparse, 0, 0, ink)
		for i := range plain {
			if d := int(plain[i]) - int(dotted[i]); d < -1 || d > 1 {
				t.Fatalf("ink %08x: byte %d is %d and %d", ink, i, plain[i], dotted[i])
			}
		}
	}
}

func TestCacheStaysWithinItsLimit(t *testing.T) {
	c := newCache[int, int](100)
	for i := range 1000 {
		if v, ok := c.get(0); i > 0 && (!ok || v != 42) {
			t.Fatalf("after %d others what is used all the time is gone", i)
		}
		if i == 0 {
			c.put(0, 42, 1)
			continue
		}
		c.put(i, i, 10)
		if kept := len(c.young) + len(c.old); kept > 22 {
			t.Fatalf("%d values are kept", kept)
		}
	}
	if _, ok := c.get(1); ok {
		t.Error("what was used long ago is still kept")
	}
	c.put(-1, 7, 1000)
	if v, ok := c.get(-1); !ok || v != 7 {
		t.Error("a value over the limit is not even kept until the next")
	}
}

func TestParsePath(t *testing.T) {
	for i, outline := range glyphOutlines {
		for _, line := range append(parsePath(outline.fill), parsePath(outline.cut)...) {
			if len(line) < 3 {
				t.Errorf("%s has a line of %d points", glyphNames[i], len(line))
			}
			for _, p := range line {
				if abs(p.X) > 6.3 || abs(p.Y) > 6.3 {
					t.Errorf("%s reaches to %v", glyphNames[i], p)
				}
			}
		}
	}
	disc := parsePath(glyphOutlines[Agreement].fill)[0]
	for _, p := range disc {
		if r := hypot(p.X, p.Y); abs(r-5.4) > 0.001 {
			t.Errorf("the disc has a point %v from its centre, want 5.4", r)
		}
	}
	if area := abs(signedArea(disc)); area < 3.14*5.4*5.4*0.99 {
		t.Errorf("the disc covers %v", area)
	}
}

// TestGridFitKeepsOrder checks that fitting never turns an outline over and
// never moves a letter by as much as a pixel and a half.
func TestGridFitKeepsOrder(t *testing.T) {
	for size := float32(6); size <= maxFit; size += 0.7 {
		h := heights{x: 0.536, zones: []zone{{0, -0.02, 0.01, false}, {0.536, 0.53, 0.55, true}, {0.714, 0.7, 0.73, true}}}
		var edges []outlineEdge
		for i, y := range []float32{-0.01, 0.07, 0.25, 0.31, 0.32, 0.47, 0.545, 0.66, 0.714} {
			edges = append(edges, outlineEdge{y: y * size, left: 0, right: size, top: i%2 == 1})
		}
		stretch := h.stretch(size)
		levels := h.levels(edges, size, stretch)
		last := float32(-100)
		for y := -0.3 * size; y < size; y += size / 200 {
			got := moved(levels, y, stretch)
			if got < last {
				t.Fatalf("size %v: %v goes to %v, below %v", size, y, got, last)
			}
			if off := got - y*stretch; off > 1.5 || off < -1.5 {
				t.Fatalf("size %v: %v goes to %v", size, y, got)
			}
			last = got
		}
	}
}

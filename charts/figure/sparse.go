package figure

// A sparseMask is a mask of which only the pixels that are covered are kept, row
// by row. Letters cover few pixels in no order that could be foreseen, so this
// is several times as quick to lay over an image as a full mask.
type sparseMask struct {
	left, top, w int
	rows         []int32  // where each row begins in dots, and the end of the last
	dots         []uint32 // column << 8 | coverage
}

func newSparseMask(m *letterMask) sparseMask {
	s := sparseMask{left: m.left, top: m.top, w: m.w, rows: make([]int32, 1, m.h+1)}
	for j := range m.h {
		for i, v := range m.pix[j*m.w : (j+1)*m.w] {
			if v > 0 {
				s.dots = append(s.dots, uint32(i)<<8|uint32(v))
			}
		}
		s.rows = append(s.rows, int32(len(s.dots)))
	}
	return s
}

// blitSparse lays a pixel over the canvas where a mask covers it; x, y is the
// mask's origin.
func (c *canvas) blitSparse(m *sparseMask, x, y int, ink pixel) {
	x, y = x+m.left, y+m.top
	if x >= c.clip.x1 || x+m.w <= c.clip.x0 {
		return
	}
	whole := x >= c.clip.x0 && x+m.w <= c.clip.x1 && ink.alpha() == 255
	for j := max(c.clip.y0-y, 0); j < min(c.clip.y1-y, len(m.rows)-1); j++ {
		dots := m.dots[m.rows[j]:m.rows[j+1]]
		if whole {
			dotSpan(c.row(y+j, x, x+m.w), dots, ink)
			continue
		}
		for _, dot := range dots {
			c.point(x+int(dot>>8), y+j, ink, dot&0xff)
		}
	}
}

// dotSpan lays an opaque pixel over a row where dots cover it.
func dotSpan(row []byte, dots []uint32, ink pixel) {
	spread := ink.spread()
	for _, dot := range dots {
		i := int(dot >> 8 * 4)
		at := row[i : i+4 : i+4]
		w := weight(dot & 0xff)
		store(at, gather(spread*w+load(at).spread()*(256-w)))
	}
}

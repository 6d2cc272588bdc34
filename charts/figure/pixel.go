package figure

import (
	"encoding/binary"
	"image/color"
)

// A pixel is a colour with its channels multiplied by its alpha, as the bytes
// red, green, blue, alpha of image.RGBA read as one little-endian number.
type pixel uint32

func premultiply(c color.NRGBA) pixel {
	a := uint32(c.A)
	mul := func(v uint8) uint32 { return (uint32(v)*a + 127) / 255 }
	return pixel(mul(c.R) | mul(c.G)<<8 | mul(c.B)<<16 | a<<24)
}

func (s pixel) alpha() uint32 { return uint32(s >> 24) }

// The arithmetic below treats the four channels side by side, each in 16 bits
// of one number, and weights in 256ths: of 255ths it makes them by adding the
// top bit, so that 0 and 255 are exact.
const (
	lanes = 0x00ff00ff00ff00ff
	halfs = 0x0080008000800080
)

func (s pixel) spread() uint64 {
	v := uint64(s)
	return (v | v<<24) & lanes
}

// gather rounds the channels, which are multiplied by 256, and puts them
// together.
func gather(v uint64) pixel {
	v = (v + halfs) >> 8 & lanes
	return pixel(v | v>>24)
}

func weight(m uint32) uint64 { return uint64(m + m>>7) }

// times returns the pixel at m/255 of its strength.
func (s pixel) times(m uint32) pixel { return gather(s.spread() * weight(m)) }

// over returns the pixel laid over d.
func (s pixel) over(d pixel) pixel { return s + gather(d.spread()*(256-weight(s.alpha()))) }

func load(pix []byte) pixel { return pixel(binary.LittleEndian.Uint32(pix)) }

func store(pix []byte, s pixel) { binary.LittleEndian.PutUint32(pix, uint32(s)) }

// fillSpan lays one pixel over all of a row's bytes.
func fillSpan(row []byte, s pixel) {
	m := mixer{pixel: s}
	for ; len(row) >= 4; row = row[4:] {
		store(row, m.over(load(row)))
	}
}

// A mixer lays one pixel over many. Neighbours are mostly alike, so it keeps the
// last mixture.
type mixer struct {
	pixel
	below, mixed pixel
}

func (m *mixer) over(below pixel) pixel {
	if below != m.below || m.mixed == 0 {
		m.below, m.mixed = below, m.pixel.over(below)
	}
	return m.mixed
}

// setSpan sets all of a row's bytes to one pixel.
func setSpan(row []byte, s pixel) {
	done := 0
	for ; done < len(row) && done < 64; done += 4 {
		store(row[done:], s)
	}
	for ; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

// maskSpan lays a pixel over a row where the mask, one byte for each pixel,
// covers it.
func maskSpan(row, mask []byte, s pixel) {
	if s.alpha() < 255 {
		maskFaint(row, mask, s)
		return
	}
	spread := s.spread()
	for len(mask) > 0 && len(row) >= 4 {
		m := uint32(mask[0])
		switch m {
		case 0:
			if len(mask) >= 8 && len(row) >= 32 && binary.LittleEndian.Uint64(mask) == 0 {
				mask, row = mask[8:], row[32:]
				continue
			}
		case 255:
			store(row, s)
		default:
			w := weight(m)
			store(row, gather(spread*w+load(row).spread()*(256-w)))
		}
		mask, row = mask[1:], row[4:]
	}
}

// maskFaint is maskSpan for a pixel that is not opaque.
func maskFaint(row, mask []byte, s pixel) {
	for len(mask) > 0 && len(row) >= 4 {
		if m := uint32(mask[0]); m > 0 {
			store(row, s.times(m).over(load(row)))
		}
		mask, row = mask[1:], row[4:]
	}
}

package store

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// A fixed is an integer that a column of the snapshot holds.
type fixed interface {
	~int8 | ~uint8 | ~uint16 | ~uint32 | ~int64
}

// A frame says how the values of one chunk are written: each is base + unit ×
// code, where codes are little-endian numbers of width bytes, or none at all
// when every value is base. Dates that are all whole days thus take two bytes
// and not eight. The base wraps round, so that any two values have a code.
//
// With far, the two highest codes stand for the least and the greatest 64-bit
// value, which are the ends of time: one open end must not make wide codes of
// a whole chunk.
type frame struct {
	base, unit uint64
	width      int
	far        bool
}

// frameHead is the length of a frame's description: a byte for the width, with
// farBit, then base and unit.
const (
	frameHead = 17
	farBit    = 0x80
)

// pack returns a chunk of a column as bytes.
func pack[T fixed](column []T) []byte {
	f := frameOf(column)
	packed := make([]byte, frameHead, frameHead+f.width*len(column))
	packed[0] = byte(f.width)
	if f.far {
		packed[0] |= farBit
	}
	binary.LittleEndian.PutUint64(packed[1:], f.base)
	binary.LittleEndian.PutUint64(packed[9:], f.unit)
	for _, v := range column {
		code := (uint64(v) - f.base) / f.unit
		if f.far && int64(v) == math.MaxInt64 {
			code = f.top()
		} else if f.far && int64(v) == math.MinInt64 {
			code = f.top() - 1
		}
		for b := range f.width {
			packed = append(packed, byte(code>>(8*b)))
		}
	}
	return packed
}

// frameOf returns the frame with the narrowest codes.
func frameOf[T fixed](column []T) frame {
	size := int(unsafe.Sizeof(*new(T)))
	low, high := int64(math.MaxInt64), int64(math.MinInt64)
	far := false
	for _, v := range column {
		if size == 8 && isFar(int64(v)) {
			far = true
			continue
		}
		low, high = min(low, int64(v)), max(high, int64(v))
	}
	if low > high { // nothing, or nothing but the ends of time
		low, high = 0, 0
	}
	f := frame{base: uint64(low), unit: 1, far: far}
	if size == 8 {
		f.unit = commonUnit(column, low)
	}
	most := (uint64(high) - uint64(low)) / f.unit
	if far {
		most += 2
	}
	for f.width = range size {
		if f.width != 3 && f.width <= 4 && most < 1<<(8*f.width) {
			return f
		}
	}
	// As wide as the values are: then codes are the values.
	return frame{unit: 1, width: size}
}

func isFar(v int64) bool { return v == math.MinInt64 || v == math.MaxInt64 }

// commonUnit returns the greatest number that divides the distance of every
// value from low.
func commonUnit[T fixed](column []T, low int64) uint64 {
	unit := uint64(0)
	for _, v := range column {
		if isFar(int64(v)) {
			continue
		}
		a, b := uint64(v)-uint64(low), unit
		if b == 0 || a%b != 0 {
			for b != 0 {
				a, b = b, a%b
			}
			unit = a
		}
		if unit == 1 {
			break
		}
	}
	return max(unit, 1)
}

// unpack fills a chunk of a column, and reports whether packed is one of its
// length.
func unpack[T fixed](column []T, packed []byte) bool {
	if len(packed) < frameHead {
		return false
	}
	f := frame{
		base:  binary.LittleEndian.Uint64(packed[1:]),
		unit:  binary.LittleEndian.Uint64(packed[9:]),
		width: int(packed[0] &^ farBit),
		far:   packed[0]&farBit != 0,
	}
	codes := packed[frameHead:]
	if len(codes) != f.width*len(column) {
		return false
	}
	switch f.width {
	case 0:
		for i := range column {
			column[i] = T(f.base)
		}
	case 1:
		if f.plain() && unsafe.Sizeof(*new(T)) == 1 {
			copy(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(column))), len(column)), codes)
			break
		}
		for i, code := range codes {
			column[i] = T(f.base + f.unit*uint64(code))
		}
	case 2:
		for i := range column {
			column[i] = T(f.base + f.unit*uint64(binary.LittleEndian.Uint16(codes[2*i:])))
		}
	case 4:
		for i := range column {
			column[i] = T(f.base + f.unit*uint64(binary.LittleEndian.Uint32(codes[4*i:])))
		}
	case 8:
		for i := range column {
			column[i] = T(f.base + f.unit*binary.LittleEndian.Uint64(codes[8*i:]))
		}
	default:
		return false
	}
	if f.far {
		unpackFar(column, f, codes)
	}
	return true
}

// plain reports whether codes are the values.
func (f frame) plain() bool { return f.base == 0 && f.unit == 1 && !f.far }

// top returns the highest code.
func (f frame) top() uint64 { return ^uint64(0) >> (64 - 8*max(f.width, 1)) }

// unpackFar puts the ends of time where their codes stand.
func unpackFar[T fixed](column []T, f frame, codes []byte) {
	future, past := int64(math.MaxInt64), int64(math.MinInt64)
	for i := range column {
		code := uint64(0)
		for b := range f.width {
			code |= uint64(codes[i*f.width+b]) << (8 * b)
		}
		switch code {
		case f.top():
			column[i] = T(future)
		case f.top() - 1:
			column[i] = T(past)
		}
	}
}

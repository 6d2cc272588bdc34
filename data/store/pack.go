package store

import (
	"encoding/binary"
	"unsafe"
)

// A fixed is an integer that a column of the snapshot holds.
type fixed interface {
	~int8 | ~uint8 | ~uint16 | ~uint32 | ~int64
}

// littleEndian reports whether the machine keeps numbers as snapshots do. If
// so a column and its bytes are the same memory, and packing costs nothing.
var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// pack returns a column as little-endian bytes. They may be the column's own
// memory: read them before the column changes.
func pack[T fixed](column []T) []byte {
	if littleEndian {
		return memory(column)
	}
	return packSlow(column)
}

// unpack fills a column from as many little-endian bytes as it takes.
func unpack[T fixed](column []T, packed []byte) {
	if littleEndian {
		copy(memory(column), packed)
		return
	}
	unpackSlow(column, packed)
}

// memory views the bytes of a column. This is sound because T is an integer: it
// holds no pointers, every pattern of bits is a value, and bytes need no
// alignment.
func memory[T fixed](column []T) []byte {
	var zero T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(column))), len(column)*int(unsafe.Sizeof(zero)))
}

// packSlow and unpackSlow do the same on any machine, a byte at a time.
func packSlow[T fixed](column []T) []byte {
	var zero T
	size := int(unsafe.Sizeof(zero))
	packed := make([]byte, 0, len(column)*size)
	for _, v := range column {
		for b := range size {
			packed = append(packed, byte(uint64(v)>>(8*b)))
		}
	}
	return packed
}

func unpackSlow[T fixed](column []T, packed []byte) {
	var zero T
	size := int(unsafe.Sizeof(zero))
	for i := range column {
		var v uint64
		for b := range size {
			v |= uint64(packed[i*size+b]) << (8 * b)
		}
		column[i] = T(v)
	}
}

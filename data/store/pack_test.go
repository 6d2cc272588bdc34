package store

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

// TestPackIsLittleEndianEverywhere makes sure that the quick way, which depends
// on the machine, and the slow way, which does not, are the same.
func TestPackIsLittleEndianEverywhere(t *testing.T) {
	testPack(t, []int8{0, 1, -1, math.MinInt8, math.MaxInt8})
	testPack(t, []uint8{0, 1, math.MaxUint8})
	testPack(t, []uint16{0, 1, 0x1234, math.MaxUint16})
	testPack(t, []uint32{0, 1, 0x12345678, math.MaxUint32})
	testPack(t, []int64{0, 1, -1, 0x123456789abcdef, math.MinInt64, math.MaxInt64})
	testPack(t, []int64{})
	if got := pack([]uint32{0x12345678}); !bytes.Equal(got, []byte{0x78, 0x56, 0x34, 0x12}) {
		t.Errorf("packed % x", got)
	}
}

func testPack[T fixed](t *testing.T, column []T) {
	t.Helper()
	packed := pack(column)
	if slow := packSlow(column); !bytes.Equal(packed, slow) {
		t.Errorf("%v packs to % x, slowly to % x", column, packed, slow)
	}
	quick, slow := make([]T, len(column)), make([]T, len(column))
	unpack(quick, packed)
	unpackSlow(slow, packed)
	if !slices.Equal(quick, column) || !slices.Equal(slow, column) {
		t.Errorf("%v comes back as %v, slowly as %v", column, quick, slow)
	}
}

package store

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPackNarrows(t *testing.T) {
	const day = 86400
	for _, tt := range []struct {
		name   string
		packed []byte
		width  int
	}{
		{"nothing", pack([]int64{}), 0},
		{"one value", pack([]int64{math.MaxInt64 - 1, math.MaxInt64 - 1}), 0},
		{"days", pack([]int64{-5 * day, 0, 200 * day}), 1},
		{"days of a century", pack([]int64{-5 * day, 0, 36500 * day}), 2},
		{"days and an open end", pack([]int64{-5 * day, math.MaxInt64, 200 * day, math.MinInt64}), 1},
		{"open ends alone", pack([]int64{math.MaxInt64, math.MaxInt64}), 1},
		{"seconds", pack([]int64{0, 1, 1 << 31}), 4},
		{"the whole range", pack([]int64{math.MinInt64 + 1, 0, 7, math.MaxInt64 - 1}), 8},
		{"scores", pack([]int8{-100, 100}), 1},
		{"few of many", pack([]uint32{1 << 30, 1<<30 + 255}), 1},
	} {
		if got := int(tt.packed[0] &^ farBit); got != tt.width {
			t.Errorf("%s: codes of %d bytes, want %d", tt.name, got, tt.width)
		}
	}
}

func TestPackIsLittleEndian(t *testing.T) {
	want := append(make([]byte, frameHead), 0, 0, 0, 0, 0x78, 0x56, 0x34, 0x12)
	want[0], want[9] = 4, 1
	if got := pack([]uint32{0, 0x12345678}); !bytes.Equal(got, want) {
		t.Errorf("packed % x, want % x", got, want)
	}
}

func TestUnpackReturnsWhatWasPacked(t *testing.T) {
	testPack(t, []int8{0, 1, -1, math.MinInt8, math.MaxInt8})
	testPack(t, []uint8{0, 1, math.MaxUint8})
	testPack(t, []uint8{7, 7, 7})
	testPack(t, []uint16{0, 1, 0x1234, math.MaxUint16})
	testPack(t, []uint32{0, 1, 0x12345678, math.MaxUint32})
	testPack(t, []int64{0, 1, -1, 0x123456789abcdef, math.MinInt64, math.MaxInt64})
	testPack(t, []int64{math.MinInt64, math.MaxInt64})
	testPack(t, []int64{})
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		wide := make([]int64, 1+r.IntN(40))
		base, unit := int64(r.Uint64()), int64(r.Uint64()>>r.IntN(64))
		span := 1 + r.Int64N(1<<r.IntN(40))
		for i := range wide {
			wide[i] = base + unit*r.Int64N(span) // may wrap round, which is as good a test
			switch r.IntN(12) {
			case 0:
				wide[i] = math.MinInt64
			case 1:
				wide[i] = math.MaxInt64
			}
		}
		testPack(t, wide)
		narrow := make([]uint32, 1+r.IntN(40))
		from, width := r.Uint32(), r.IntN(32)
		for i := range narrow {
			narrow[i] = from + r.Uint32N(1<<width)
		}
		testPack(t, narrow)
	}
}

func testPack[T fixed](t *testing.T, column []T) {
	t.Helper()
	packed := pack(column)
	got := make([]T, len(column))
	if !unpack(got, packed) || !slices.Equal(got, column) {
		t.Errorf("%v comes back as %v", column, got)
	}
	if len(column) > 0 && packed[0] != 0 && unpack(got[1:], packed) {
		t.Errorf("%v fits a shorter chunk", column)
	}
}

// FuzzUnpack makes sure that no bytes bring unpacking down.
func FuzzUnpack(f *testing.F) {
	f.Add(pack([]int64{1, 2, math.MaxInt64}))
	f.Add(pack([]int64{0, 0, 0}))
	f.Fuzz(func(t *testing.T, packed []byte) {
		column := make([]int64, 3)
		if unpack(column, packed) && !unpack(make([]int64, 3), pack(column)) {
			t.Errorf("%v cannot be packed and unpacked", column)
		}
	})
}

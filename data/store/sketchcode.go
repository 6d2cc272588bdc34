package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"chancery/model"
	"chancery/model/edtf"
)

// A sketch is written as numbers of 64 bits, texts with their lengths, and
// arrays packed as those of Columns are, in the order of encodeSketch.

func encodeSketch(s *model.Sketch) []byte {
	w := &sketchWriter{}
	w.number(checksumCategories(s.Short.Categories))
	w.number(int64(s.Grouping))
	w.number(int64(s.Events))
	w.number(int64(s.From))
	w.number(int64(s.To))
	w.cells(&s.All)
	writeArray(w, s.Deadlines)
	w.number(int64(s.Short.Len()))
	w.number(int64(len(s.Short.Actor)))
	for _, column := range packedColumns(s.Short) {
		w.blob(column.pack(0, column.length))
	}
	w.number(int64(len(s.Lanes)))
	for i := range s.Lanes {
		lane := &s.Lanes[i]
		w.blob([]byte(lane.Key))
		w.blob([]byte(lane.Name))
		w.number(int64(lane.Category))
		w.number(int64(lane.Actors[0]))
		w.number(int64(lane.Actors[1]))
		timed := int64(0)
		if lane.Timed {
			timed = 1
		}
		w.number(timed)
		w.cells(&lane.Cells)
		writeArray(w, lane.Rows)
	}
	return w.data
}

// decodeSketch returns the sketch in data, or nil when that is not one for a
// program with these categories.
func decodeSketch(data []byte, categories []model.Category) *model.Sketch {
	r := &sketchReader{data: data}
	if r.number() != checksumCategories(categories) {
		return nil
	}
	s := &model.Sketch{Grouping: model.Grouping(r.number()), Events: int(r.number())}
	s.From, s.To = edtf.Instant(r.number()), edtf.Instant(r.number())
	s.All = r.cells()
	s.Deadlines = readArray[edtf.Instant](r)
	rows, participations := r.length(), r.length()
	s.Short = emptyColumns(&names{columns: model.Columns{Categories: categories}}, rows, participations)
	for _, column := range packedColumns(s.Short) {
		if !column.unpack(0, column.length, r.blob()) {
			return nil
		}
	}
	if !sumCounts(s.Short.ActorAt, participations) || !inRange(s.Short.Category, len(categories)) {
		return nil
	}
	s.Lanes = make([]model.LaneSketch, r.length())
	for i := range s.Lanes {
		lane := &s.Lanes[i]
		lane.Key, lane.Name = string(r.blob()), string(r.blob())
		lane.Category = uint8(r.number())
		lane.Actors = [2]uint32{uint32(r.number()), uint32(r.number())}
		lane.Timed = r.number() != 0
		lane.Cells = r.cells()
		lane.Rows = readArray[uint32](r)
		if !inRange(lane.Rows, rows) {
			return nil
		}
	}
	if r.broken || len(r.data) > 0 {
		return nil
	}
	return s
}

// checksumCategories guards against a program that lists categories differently.
func checksumCategories(categories []model.Category) int64 {
	sum := crc32.New(castagnoli)
	for _, x := range categories {
		fmt.Fprintf(sum, "%q", x.Key)
	}
	return int64(sum.Sum32())
}

type sketchWriter struct{ data []byte }

func (w *sketchWriter) number(n int64) { w.data = binary.LittleEndian.AppendUint64(w.data, uint64(n)) }

func (w *sketchWriter) blob(b []byte) {
	w.number(int64(len(b)))
	w.data = append(w.data, b...)
}

func writeArray[T fixed](w *sketchWriter, values []T) {
	w.number(int64(len(values)))
	w.blob(pack(values))
}

func (w *sketchWriter) cells(c *model.Cells) {
	w.number(int64(c.Origin))
	w.number(c.Length)
	w.number(int64(c.Past))
	writeArray(w, c.Counts)
}

// A sketchReader takes data apart. Once that has ended too early it is broken,
// and gives nothing.
type sketchReader struct {
	data   []byte
	broken bool
}

func (r *sketchReader) number() int64 {
	return int64(binary.LittleEndian.Uint64(r.take(8, make([]byte, 8))))
}

// length reads a number of things, each of which takes a place in the data or
// is one of few.
func (r *sketchReader) length() int {
	const most = 1 << 24
	n := r.number()
	if n < 0 || n > most {
		r.broken = true
		return 0
	}
	return int(n)
}

func (r *sketchReader) blob() []byte { return r.take(r.length(), nil) }

func (r *sketchReader) take(n int, otherwise []byte) []byte {
	if r.broken || n > len(r.data) {
		r.broken = true
		return otherwise
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

func readArray[T fixed](r *sketchReader) []T {
	n := r.length()
	packed := r.blob()
	if n == 0 || r.broken {
		return nil
	}
	values := make([]T, n)
	if !unpack(values, packed) {
		r.broken = true
	}
	return values
}

func (r *sketchReader) cells() model.Cells {
	return model.Cells{
		Origin: edtf.Instant(r.number()), Length: r.number(), Past: r.length(), Counts: readArray[uint32](r),
	}
}

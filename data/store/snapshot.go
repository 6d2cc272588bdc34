package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/crc32"
	"runtime"
	"sync"
	"sync/atomic"

	"chancery/model"
)

// The snapshot is Columns in packed chunks, so that opening an archive is
// reading a few megabytes and spreading them out. It is never trusted beyond what it proves: its format, the
// generation of the tables, the names its indices point into, the length and
// the checksum of every piece. Where one is wrong the tables are read instead.

// snapshotFormat is the version of the layout below.
const snapshotFormat = 2

// chunkRows is how many values of a column one blob holds.
const chunkRows = 1 << 16

// errStale says that there is no snapshot of the present state.
var errStale = errors.New("no current snapshot")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A packedColumn is one array of Columns as bytes.
type packedColumn struct {
	length int // values
	pack   func(from, to int) []byte
	unpack func(from, to int, packed []byte) bool
}

func columnOf[T fixed](column []T) packedColumn {
	return packedColumn{
		length: len(column),
		pack:   func(from, to int) []byte { return pack(column[from:to]) },
		unpack: func(from, to int, packed []byte) bool { return unpack(column[from:to], packed) },
	}
}

// countsOf packs at, which says where the participations of each row end, as how
// many each row has: mostly the same small number. Unpacking leaves the counts
// in at[1:], to be summed up when all are there.
func countsOf(at []uint32) packedColumn {
	counts := columnOf(at[1:])
	counts.pack = func(from, to int) []byte {
		of := make([]uint32, to-from)
		for i := range of {
			of[i] = at[from+i+1] - at[from+i]
		}
		return pack(of)
	}
	return counts
}

// sumCounts turns the counts in at[1:] into sums, and reports whether the last
// is total.
func sumCounts(at []uint32, total int) bool {
	sum := uint64(0)
	for i, n := range at {
		sum += uint64(n)
		at[i] = uint32(sum)
	}
	return sum == uint64(total)
}

// packedColumns lists the arrays of c in the order of the snapshot.
func packedColumns(c *model.Columns) []packedColumn {
	return []packedColumn{
		columnOf(c.ID), columnOf(c.Start), columnOf(c.End), columnOf(c.Form),
		columnOf(c.Category), columnOf(c.Collection), columnOf(c.Place),
		columnOf(c.Score), columnOf(c.Confidence),
		countsOf(c.ActorAt), columnOf(c.Actor), columnOf(c.Role),
	}
}

// A snapshotHead is what the table meta says of the snapshot.
type snapshotHead struct {
	format, generation, events, participations int64
	names                                      int64 // checksum of what indices point into
}

func (h *snapshotHead) fields() map[string]*int64 {
	return map[string]*int64{
		"snapshot_format": &h.format, "snapshot_generation": &h.generation,
		"snapshot_events": &h.events, "snapshot_participations": &h.participations,
		"snapshot_names": &h.names,
	}
}

func headOf(c *model.Columns) snapshotHead {
	return snapshotHead{
		format: snapshotFormat, generation: int64(c.Generation),
		events: int64(c.Len()), participations: int64(len(c.Actor)),
		names: checksumNames(c),
	}
}

// checksumNames guards against a program that lists categories differently.
func checksumNames(c *model.Columns) int64 {
	sum := crc32.New(castagnoli)
	for _, x := range c.Categories {
		fmt.Fprintf(sum, "%q", x.Key)
	}
	for _, x := range c.Collections {
		fmt.Fprintf(sum, "%q", x.Key)
	}
	fmt.Fprint(sum, len(c.Places), len(c.Confidences), len(c.Actors))
	return int64(sum.Sum32())
}

// readSnapshot returns the Columns of the snapshot, or an error when it is not
// of the present generation or not whole.
func readSnapshot(ctx context.Context, q queryer, n *names) (*model.Columns, error) {
	var head snapshotHead
	fields := head.fields()
	err := each(ctx, q, func(rows *sql.Rows) error {
		var key string
		var value int64
		err := rows.Scan(&key, &value)
		if field, ok := fields[key]; ok {
			*field = value
		}
		return err
	}, "SELECT key, value FROM meta")
	if err != nil {
		return nil, err
	}
	if head.format != snapshotFormat || head.generation != int64(n.columns.Generation) || head.names != checksumNames(&n.columns) {
		return nil, errStale
	}
	// The head could be wrong as well: make no room for what is not there.
	var chunks int64
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM snapshot WHERE id >= 0").Scan(&chunks); err != nil {
		return nil, err
	}
	if most := chunks * chunkRows; head.events < 0 || head.participations < 0 || head.events > most || head.participations > most {
		return nil, errStale
	}
	c := emptyColumns(n, int(head.events), int(head.participations))
	if err := readChunks(ctx, q, packedColumns(c)); err != nil {
		return nil, err
	}
	if err := checkIndices(c); err != nil {
		return nil, err
	}
	c.Index()
	return c, nil
}

// A packedChunk is one blob of the snapshot and where it belongs.
type packedChunk struct {
	column   packedColumn
	from, to int
	checksum int64
	data     []byte
}

// spread fills its part of the column, and reports whether the chunk is of its
// length and has its checksum.
func (c *packedChunk) spread() bool {
	return int64(crc32.Checksum(c.data, castagnoli)) == c.checksum && c.column.unpack(c.from, c.to, c.data)
}

// readChunks fills the columns, and fails unless every chunk is there and
// whole. While one chunk is read, others are spread out.
func readChunks(ctx context.Context, q queryer, columns []packedColumn) error {
	workers := runtime.GOMAXPROCS(0)
	chunks := make(chan packedChunk, workers)
	spent := make(chan []byte, 2*workers+1) // to be filled again
	var broken atomic.Bool
	var spreading sync.WaitGroup
	for range workers {
		spreading.Go(func() {
			for c := range chunks {
				if !c.spread() {
					broken.Store(true)
				}
				spent <- c.data
			}
		})
	}
	for range cap(spent) {
		spent <- nil
	}
	err := eachChunk(ctx, q, columns, func(c packedChunk) {
		// What was read is good until the next is read.
		c.data = append((<-spent)[:0], c.data...)
		chunks <- c
	})
	close(chunks)
	spreading.Wait()
	if err == nil && broken.Load() {
		return errStale
	}
	return err
}

// eachChunk passes on every chunk that the columns need, whose bytes are good
// during the call, and fails when one is missing or too many.
func eachChunk(ctx context.Context, q queryer, columns []packedColumn, use func(packedChunk)) error {
	column, from := 0, 0
	skip := func() {
		for column < len(columns) && from >= columns[column].length {
			column, from = column+1, 0
		}
	}
	skip()
	err := each(ctx, q, func(rows *sql.Rows) error {
		var id int64
		var c packedChunk
		if err := rows.Scan(&id, &c.checksum, (*sql.RawBytes)(&c.data)); err != nil {
			return err
		}
		if column == len(columns) || id != chunkID(column, from/chunkRows) {
			return errStale
		}
		c.column, c.from, c.to = columns[column], from, min(from+chunkRows, columns[column].length)
		from = c.to
		skip()
		use(c)
		return nil
	}, "SELECT id, checksum, data FROM snapshot WHERE id >= 0 ORDER BY id")
	if err == nil && column < len(columns) {
		return errStale
	}
	return err
}

func chunkID(column, chunk int) int64 { return int64(column)<<32 | int64(chunk) }

// checkIndices sums up the counts of participations, and makes sure that no index points beyond what it indexes, so that
// a wrong snapshot with right checksums cannot bring drawing down.
func checkIndices(c *model.Columns) error {
	ok := inRange(c.Category, len(c.Categories)) && inRange(c.Collection, len(c.Collections)) &&
		inRange(c.Place, len(c.Places)) && inRange(c.Confidence, len(c.Confidences)) &&
		inRange(c.Actor, len(c.Actors))
	if !ok || !sumCounts(c.ActorAt, len(c.Actor)) {
		return errStale
	}
	return nil
}

func inRange[T uint8 | uint16 | uint32](indices []T, n int) bool {
	var high T
	for _, i := range indices {
		high = max(high, i)
	}
	return len(indices) == 0 || int(high) < n
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/crc32"
	"unsafe"

	"chancery/model"
)

// The snapshot is Columns as it lies in memory, so that opening an archive is
// reading. It is never trusted beyond what it proves: its format, the
// generation of the tables, the names its indices point into, the length and
// the checksum of every piece. Where one is wrong the tables are read instead.

// snapshotFormat is the version of the layout below.
const snapshotFormat = 1

// chunkRows is how many values of a column one blob holds.
const chunkRows = 1 << 16

// errStale says that there is no snapshot of the present state.
var errStale = errors.New("no current snapshot")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A packedColumn is one array of Columns as bytes.
type packedColumn struct {
	length, size int // values, and bytes in one
	pack         func(from, to int) []byte
	unpack       func(from, to int, packed []byte)
}

func columnOf[T fixed](column []T) packedColumn {
	var zero T
	return packedColumn{
		length: len(column), size: int(unsafe.Sizeof(zero)),
		pack:   func(from, to int) []byte { return pack(column[from:to]) },
		unpack: func(from, to int, packed []byte) { unpack(column[from:to], packed) },
	}
}

// packedColumns lists the arrays of c in the order of the snapshot.
func packedColumns(c *model.Columns) []packedColumn {
	return []packedColumn{
		columnOf(c.ID), columnOf(c.Start), columnOf(c.End), columnOf(c.Form),
		columnOf(c.Category), columnOf(c.Collection), columnOf(c.Place),
		columnOf(c.Score), columnOf(c.Confidence),
		columnOf(c.ActorAt), columnOf(c.Actor), columnOf(c.Role),
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
	var packed int64
	if err := q.QueryRowContext(ctx, "SELECT ifnull(sum(length(data)), 0) FROM snapshot").Scan(&packed); err != nil {
		return nil, err
	}
	if head.events < 0 || head.participations < 0 || head.events > packed || head.participations > packed {
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

// readChunks fills the columns, and fails unless every chunk is there, is of
// its length and has its checksum.
func readChunks(ctx context.Context, q queryer, columns []packedColumn) error {
	column, from := 0, 0
	skip := func() {
		for column < len(columns) && from >= columns[column].length {
			column, from = column+1, 0
		}
	}
	skip()
	err := each(ctx, q, func(rows *sql.Rows) error {
		var id, sum int64
		var data sql.RawBytes
		if err := rows.Scan(&id, &sum, &data); err != nil {
			return err
		}
		if column == len(columns) || id != chunkID(column, from/chunkRows) {
			return errStale
		}
		c := columns[column]
		to := min(from+chunkRows, c.length)
		if len(data) != (to-from)*c.size || int64(crc32.Checksum(data, castagnoli)) != sum {
			return errStale
		}
		c.unpack(from, to, data)
		from = to
		skip()
		return nil
	}, "SELECT id, checksum, data FROM snapshot ORDER BY id")
	if err == nil && column < len(columns) {
		return errStale
	}
	return err
}

func chunkID(column, chunk int) int64 { return int64(column)<<32 | int64(chunk) }

// checkIndices makes sure that no index points beyond what it indexes, so that
// a wrong snapshot with right checksums cannot bring drawing down.
func checkIndices(c *model.Columns) error {
	ok := inRange(c.Category, len(c.Categories)) && inRange(c.Collection, len(c.Collections)) &&
		inRange(c.Place, len(c.Places)) && inRange(c.Confidence, len(c.Confidences)) &&
		inRange(c.Actor, len(c.Actors))
	for i := range c.ID {
		ok = ok && c.ActorAt[i] <= c.ActorAt[i+1]
	}
	if !ok || c.ActorAt[0] != 0 || int(c.ActorAt[c.Len()]) != len(c.Actor) {
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

package store

import (
	"context"
	"database/sql"
	"fmt"
	"hash/crc32"

	"chancery/model"
)

// smallArchive is how many events can be read from the tables so quickly that
// the snapshot may as well be made anew after any batch.
var smallArchive = 100_000

// A renewal is how the snapshot is renewed after a batch, at a cost in proportion
// to that of the batch: from all tables or, after a batch that changes little of a
// large archive, from the columns before it. With neither, the next call of
// Columns does it.
type renewal struct {
	whole  bool
	before *model.Columns
}

// renewal finds out how to renew the snapshot after the batch, which is yet to be
// committed.
func (b *Batch) renewal(ctx context.Context) (r renewal) {
	changed := b.counts[Added] + b.counts[Updated]
	if worthSnapshot(b.existing+b.counts[Added], changed) {
		return renewal{whole: true}
	}
	// Without the columns from before, all is read when it is next wanted.
	r.before, _ = b.columnsBefore(ctx)
	return r
}

// run renews the snapshot after the batch, which changed some events.
func (r renewal) run(ctx context.Context, a *Archive, changed []idRange) error {
	switch {
	case r.whole:
		_, err := a.Columns(ctx)
		return err
	case r.before == nil:
		return nil
	}
	c, err := a.UpdateColumns(ctx, r.before, idsOf(changed))
	if err != nil {
		return err
	}
	return a.SaveSnapshot(ctx, c)
}

// worthSnapshot reports whether the snapshot of so many events is to be renewed
// after so many have changed.
func worthSnapshot(events, changed int) bool { return events <= smallArchive || changed >= events/16 }

// SaveSnapshot keeps c, so that the next Columns need not build it. It does
// nothing if the archive has moved on from c's generation, is read-only, or is
// being written to. The arrays of c must be those of the archive.
func (a *Archive) SaveSnapshot(ctx context.Context, c *model.Columns) error {
	if a.readOnly {
		return nil
	}
	sketches := sketchesOf(c)
	return a.saveDerived(ctx, c.Generation, func(tx *sql.Tx) error { return writeSnapshot(ctx, tx, c, sketches) })
}

func writeSnapshot(ctx context.Context, tx *sql.Tx, c *model.Columns, sketches []*model.Sketch) error {
	if err := writeChunks(ctx, tx, c); err != nil {
		return err
	}
	return writeSketches(ctx, tx, c.Generation, sketches)
}

// saveDerived writes what is derived from the tables in a generation, unless the
// archive has moved on from that, is read-only, or is being written to.
func (a *Archive) saveDerived(ctx context.Context, generation uint64, write func(tx *sql.Tx) error) error {
	if a.readOnly || !a.turn.try() {
		return nil
	}
	defer a.turn.give()
	conn, err := a.writer.Conn(ctx)
	if err != nil {
		return a.explain(err)
	}
	defer conn.Close()
	// Another program's write is no reason to make this one wait.
	if _, err := conn.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil {
		return a.explain(err)
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), fmt.Sprintf("PRAGMA busy_timeout = %d", a.wait.Milliseconds()))
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return a.explain(err)
	}
	defer tx.Rollback()
	present, err := metaValue(ctx, tx, "generation")
	if err != nil || uint64(present) != generation {
		return a.explain(err)
	}
	if err := write(tx); err != nil {
		return a.explain(err)
	}
	return a.explain(tx.Commit())
}

func writeChunks(ctx context.Context, tx *sql.Tx, c *model.Columns) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM snapshot WHERE id >= 0"); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO snapshot (id, checksum, data) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for column, p := range packedColumns(c) {
		for from := 0; from < p.length; from += chunkRows {
			data := p.pack(from, min(from+chunkRows, p.length))
			sum := int64(crc32.Checksum(data, castagnoli))
			if _, err := insert.ExecContext(ctx, chunkID(column, from/chunkRows), sum, data); err != nil {
				return err
			}
		}
	}
	head := headOf(c)
	for key, value := range head.fields() {
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO meta VALUES (?, ?)", key, *value); err != nil {
			return err
		}
	}
	return nil
}

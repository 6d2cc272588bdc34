package store

import (
	"context"
	"database/sql"
	"errors"
)

// Into an archive that is small beside the batch, rows go without most indexes,
// which are made again from all rows after the commit: SQLite then sorts once
// instead of finding the place of each row by itself, and the events are on the
// screen before. Their statements stand in the table late_index meanwhile, so that
// they survive a crash. What would use them is slower without, and no less right.

// fewEvents is for how many added events the indexes stay, and surelyEvents after
// how many it is believed that as large a part of those to come are new as of those
// that came.
const (
	fewEvents    = 4096
	surelyEvents = 256
)

// dropIndexes drops them, once it is clear that it pays.
func (b *Batch) dropIndexes(ctx context.Context) error {
	added := b.counts[Added]
	if b.unindexed || added < surelyEvents {
		return nil
	}
	all := added + b.counts[Updated] + b.counts[Unchanged]
	if n := max(added, b.expected*added/all); n < fewEvents || n < b.existing/2 {
		return nil
	}
	b.unindexed = true
	if err := b.beginSearch(ctx); err != nil {
		return err
	}
	var names, statements []string
	err := each(ctx, b.w.settled(), func(rows *sql.Rows) error {
		var name, statement string
		err := rows.Scan(&name, &statement)
		names, statements = append(names, name), append(statements, statement)
		return err
	}, `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
		AND tbl_name IN ('event', 'participation', 'citation', 'link')`)
	if err != nil {
		return err
	}
	for i, name := range names {
		if err := b.w.exec(ctx, "INSERT INTO late_index (statement) VALUES (?)", statements[i]); err != nil {
			return err
		}
		if _, err := b.w.settled().ExecContext(ctx, "DROP INDEX "+name); err != nil {
			return err
		}
	}
	return nil
}

// restoreIndexes makes the late indexes within the batch, if it has to find out
// what nothing uses any longer.
func (b *Batch) restoreIndexes(ctx context.Context) error {
	if len(b.w.loosenedActors)+len(b.w.loosenedSources)+len(b.w.renamed) == 0 {
		return nil
	}
	if err := b.w.flush(ctx); err != nil {
		return err
	}
	for {
		if more, err := makeLateIndex(ctx, b.w.settled()); err != nil || !more {
			return err
		}
	}
}

// makeLateIndex makes one of the indexes that are late, and reports whether there
// was one.
func makeLateIndex(ctx context.Context, tx *sql.Tx) (made bool, err error) {
	var id int64
	var statement string
	err = tx.QueryRowContext(ctx, "SELECT id, statement FROM late_index ORDER BY id LIMIT 1").Scan(&id, &statement)
	if err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return false, err
	}
	if _, err := tx.ExecContext(ctx, statement); err != nil {
		return false, err
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM late_index WHERE id = ?", id)
	return true, err
}

// makeLateIndexes makes all of them, each in a transaction of its own, so that
// edits need not wait long. Rows are sorted on the disk, so that memory does not
// grow with the archive.
func (a *Archive) makeLateIndexes(ctx context.Context) (err error) {
	late, err := a.lateIndexes(ctx)
	if err != nil || late == 0 || a.readOnly {
		return err
	}
	if err := a.sortIn(ctx, "FILE"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.sortIn(context.WithoutCancel(ctx), "MEMORY")) }()
	for made := true; made; {
		err := a.transact(ctx, func(tx *sql.Tx) (err error) {
			made, err = makeLateIndex(ctx, tx)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// sortIn says where the writing connection sorts what is more than its cache.
func (a *Archive) sortIn(ctx context.Context, where string) error {
	_, err := a.writer.ExecContext(ctx, "PRAGMA temp_store = "+where)
	return a.explain(err)
}

// lateIndexes returns how many indexes are still to be made.
func (a *Archive) lateIndexes(ctx context.Context) (n int, err error) {
	err = a.reader.QueryRowContext(ctx, "SELECT count(*) FROM late_index").Scan(&n)
	return n, err
}

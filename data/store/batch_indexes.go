package store

import (
	"context"
	"database/sql"
)

// Into an archive that is small beside the batch, rows go without most indexes,
// which are made again from all rows before the commit: SQLite then sorts once
// instead of finding the place of each row by itself.

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
	if b.indexes != nil || added < surelyEvents {
		return nil
	}
	all := added + b.counts[Updated] + b.counts[Unchanged]
	if n := max(added, b.expected*added/all); n < fewEvents || n < b.existing/2 {
		return nil
	}
	var names []string
	err := each(ctx, b.tx, func(rows *sql.Rows) error {
		var name, statement string
		err := rows.Scan(&name, &statement)
		names, b.indexes = append(names, name), append(b.indexes, statement)
		return err
	}, `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
		AND tbl_name IN ('event', 'participation', 'citation', 'link')`)
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, err := b.tx.ExecContext(ctx, "DROP INDEX "+name); err != nil {
			return err
		}
	}
	return nil
}

// restoreIndexes makes again what dropIndexes dropped.
func (b *Batch) restoreIndexes(ctx context.Context) error {
	if err := b.w.flush(ctx); err != nil {
		return err
	}
	for _, statement := range b.indexes {
		if _, err := b.tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

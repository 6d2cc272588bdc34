package store

import (
	"context"
	"strings"
)

// chunks are how many rows an INSERT takes, largest first. Many rows in one
// statement are nearly twice as fast as one at a time; a few fixed sizes keep
// the prepared statements few.
var chunks = [...]int{64, 16, 4, 1}

// A bulk gathers rows for one table and inserts them many at a time. On a
// conflict the rows before it stay (OR FAIL), which spares SQLite a journal for
// each statement: a conflict is an error of this package, after which the
// transaction is not committed.
type bulk struct {
	into    string // "link" or "event_fts (rowid, title)"
	columns int
	cells   []any
	insert  [len(chunks)]string
}

func newBulk(into string, columns int) bulk {
	b := bulk{into: into, columns: columns}
	row := "(" + strings.Repeat("?, ", columns-1) + "?)"
	for i, n := range chunks {
		b.insert[i] = "INSERT OR FAIL INTO " + into + " VALUES " + strings.Repeat(row+", ", n-1) + row
	}
	return b
}

func (b *bulk) add(row ...any) { b.cells = append(b.cells, row...) }

// flush writes the gathered rows.
func (b *bulk) flush(ctx context.Context, w *writer) error {
	cells := b.cells
	for i, n := range chunks {
		for size := n * b.columns; len(cells) >= size; cells = cells[size:] {
			if err := w.exec(ctx, b.insert[i], cells[:size]...); err != nil {
				return err
			}
		}
	}
	clear(b.cells) // let go of the texts
	b.cells = b.cells[:0]
	return nil
}

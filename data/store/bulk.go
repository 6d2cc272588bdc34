package store

import (
	"context"
	"fmt"
	"strings"
)

// chunks are how many rows an INSERT takes, largest first. Many rows in one
// statement are nearly twice as fast as one at a time; a few fixed sizes keep
// the prepared statements few.
var chunks = [...]int{64, 16, 4, 1}

// A bulk gathers rows for one table and inserts them many at a time. On a
// conflict the rows before it stay (OR FAIL), which spares SQLite a journal for
// each statement: a conflict is an error of this package, after which the
// transaction is not committed. For the same reason rows of numbered tables
// leave their id to SQLite, which counts on from the highest: an id that is
// given would have to be checked.
type bulk struct {
	into    string // "link" or "event_fts (rowid, title)"
	columns int
	cells   []any
	insert  [len(chunks)]string
	// The id that the last gathered row is expected to be given, 0 when rows
	// come with their ids or have none.
	last int64
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
			id, err := w.insert(ctx, b.insert[i], cells[:size]...)
			if err != nil {
				return err
			}
			if len(cells) == size {
				if err := b.given(id); err != nil {
					return err
				}
			}
		}
	}
	b.empty()
	return nil
}

// given checks that the last row was given the id that it was expected to get.
func (b *bulk) given(id int64) error {
	if b.last != 0 && id != b.last {
		return fmt.Errorf("insert into %s: the last row was given the id %d, not %d", b.into, id, b.last)
	}
	return nil
}

// empty lets go of the rows and keeps the room for others.
func (b *bulk) empty() {
	clear(b.cells)
	b.cells = b.cells[:0]
}

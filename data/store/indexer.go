package store

import "context"

// The full-text index is written apart from the tables. SQLite tells FTS5 of
// every statement that writes several rows (xSavepoint), and FTS5 then writes
// out what it has in memory as a segment of its own, to be merged later with
// great effort. So changes to the index are gathered and made in one go, a row
// a statement, with nothing in between.

// indexLimit is how many bytes of text are gathered before they are indexed,
// and how large FTS5 lets its own memory grow meanwhile. The latter is of the
// same order as the text.
const (
	indexLimit = 32 << 20
	indexHash  = 64 << 20
)

// defaultHash is what FTS5 takes by itself.
const defaultHash = 1 << 20

// An indexChange puts, replaces or drops the text of one event.
type indexChange struct {
	id   int64
	drop bool
	text *indexText // nil to drop only
}

// An indexer gathers changes to the full-text index in their order.
type indexer struct {
	changes []indexChange
	bytes   int
	roomy   bool // FTS5 has been told to take more memory
}

func (x *indexer) add(c indexChange) {
	x.changes = append(x.changes, c)
	if t := c.text; t != nil {
		x.bytes += len(t.title) + len(t.summary) + len(t.actors) + len(t.sources) + len(t.place) + len(t.cjk)
	}
}

func (x *indexer) full() bool { return x.bytes >= indexLimit }

// flush makes the gathered changes.
func (x *indexer) flush(ctx context.Context, w *writer) error {
	if len(x.changes) > pendingEvents && !x.roomy {
		x.roomy = true
		if err := w.configureIndex(ctx, "hashsize", indexHash); err != nil {
			return err
		}
	}
	for _, c := range x.changes {
		if c.drop {
			if err := w.exec(ctx, "DELETE FROM event_fts WHERE rowid = ?", c.id); err != nil {
				return err
			}
		}
		if t := c.text; t != nil {
			err := w.exec(ctx, "INSERT INTO event_fts (rowid, title, summary, actors, sources, place, cjk) VALUES (?, ?, ?, ?, ?, ?, ?)",
				c.id, t.title, t.summary, t.actors, t.sources, t.place, t.cjk)
			if err != nil {
				return err
			}
		}
	}
	clear(x.changes) // let go of the texts
	x.changes, x.bytes = x.changes[:0], 0
	return nil
}

// finish makes what is left and gives FTS5 its usual memory again.
func (x *indexer) finish(ctx context.Context, w *writer) error {
	if err := x.flush(ctx, w); err != nil || !x.roomy {
		return err
	}
	return w.configureIndex(ctx, "hashsize", defaultHash)
}

// configureIndex sets an option of the full-text index, which stays with the
// archive once it is committed.
func (w *writer) configureIndex(ctx context.Context, option string, value int) error {
	return w.exec(ctx, "INSERT INTO event_fts (event_fts, rank) VALUES (?, ?)", option, value)
}

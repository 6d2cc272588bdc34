package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"chancery/model"
)

// How a shard follows the archive: first it takes note of the ranges of events
// that have changed since it last looked, together with the mark up to which it
// has looked; then it works the ranges off, some megabytes a transaction. Each
// transaction leaves the shard in a state from which it can go on, in this
// program or the next. To index an event again does no harm, so nothing depends
// on the archive's standing still meanwhile.

// chunkBytes is how much text one transaction of a shard indexes.
var chunkBytes = 32 << 20

// follow brings the shard up to date; done is told how many IDs have been seen to.
func (s *shard) follow(ctx context.Context, a *Archive, done func(ids int64)) error {
	if s.write == nil {
		return fileErrorf(ErrReadOnly, "the search index of %s cannot be written", a.path)
	}
	if err := s.turn.take(ctx); err != nil {
		return err
	}
	defer s.turn.give()
	if err := s.note(ctx, a); err != nil {
		return err
	}
	for {
		more, err := s.chunk(ctx, a, done)
		if err != nil {
			return err
		}
		if err := s.tidy(ctx); err != nil || !more {
			return err
		}
	}
}

// A mark is the row of event_change up to which a shard has looked.
type mark struct{ seen, token int64 }

func (s *shard) mark(ctx context.Context, q queryer) (m mark, err error) {
	err = q.QueryRowContext(ctx, `SELECT (SELECT value FROM state WHERE key = 'seen'),
		(SELECT value FROM state WHERE key = 'token')`).Scan(&m.seen, &m.token)
	return m, err
}

// news returns what has changed in the archive since a mark, and the mark to go
// on from. When the mark is not of this archive, everything is new.
func news(ctx context.Context, q queryer, since mark) (ranges []idRange, now mark, all bool, err error) {
	err = q.QueryRowContext(ctx, "SELECT id, token FROM event_change ORDER BY id DESC LIMIT 1").Scan(&now.seen, &now.token)
	if err != nil || now == since {
		return nil, now, false, err
	}
	var known bool
	err = q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM event_change WHERE id = ? AND token = ?)", since.seen, since.token).Scan(&known)
	if err != nil {
		return nil, now, false, err
	}
	if !known {
		var last model.EventID
		err := q.QueryRowContext(ctx, "SELECT ifnull(max(id), 0) FROM event").Scan(&last)
		return []idRange{{1, last}}, now, true, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var r idRange
		err := rows.Scan(&r.first, &r.last)
		ranges = append(ranges, r)
		return err
	}, "SELECT first, last FROM event_change WHERE id > ? ORDER BY id", since.seen)
	return ranges, now, false, err
}

// note enters what has changed in the archive into the list of what is to do.
func (s *shard) note(ctx context.Context, a *Archive) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	since, err := s.mark(ctx, tx)
	if err != nil {
		return err
	}
	err = a.view(ctx, func(main *sql.Tx) error { return s.noteIn(ctx, tx, main, since) })
	if err != nil {
		return err
	}
	return tx.Commit()
}

// noteIn is note within a transaction, for a shard that stands at since.
func (s *shard) noteIn(ctx context.Context, tx *sql.Tx, main queryer, since mark) error {
	ranges, now, all, err := news(ctx, main, since)
	if err != nil || now == since {
		return err
	}
	if all {
		_, err := tx.ExecContext(ctx, `DELETE FROM todo; UPDATE state SET value = 0 WHERE key = 'high';
			INSERT INTO event_fts (event_fts) VALUES ('delete-all')`)
		if err != nil {
			return err
		}
	}
	if err := s.todo(ctx, tx, ranges); err != nil {
		return err
	}
	return s.move(ctx, tx, now)
}

// todo enters what the shard holds of ranges into the list of what is to do.
func (s *shard) todo(ctx context.Context, tx *sql.Tx, ranges []idRange) error {
	for _, r := range ranges {
		if s.count(r) == 0 {
			continue
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO todo VALUES (?, ?)", r.first, r.last); err != nil {
			return err
		}
	}
	return nil
}

// move sets the mark.
func (s *shard) move(ctx context.Context, tx *sql.Tx, now mark) error {
	for key, value := range map[string]int64{"seen": now.seen, "token": now.token} {
		if _, err := tx.ExecContext(ctx, "UPDATE state SET value = ? WHERE key = ?", value, key); err != nil {
			return err
		}
	}
	return nil
}

// chunk indexes events that wait for it, up to chunkBytes of text, and reports
// whether there are more.
func (s *shard) chunk(ctx context.Context, a *Archive, done func(ids int64)) (more bool, err error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	f := filler{shard: s, tx: tx, texts: newTexts()}
	defer func() {
		_ = tx.Rollback() // does nothing after Commit
		err = errors.Join(err, f.close())
	}()
	if err := f.open(ctx); err != nil {
		return false, err
	}
	for f.bytes < chunkBytes {
		var row int64
		var r idRange
		err := tx.QueryRowContext(ctx, "SELECT rowid, first, last FROM todo ORDER BY rowid LIMIT 1").Scan(&row, &r.first, &r.last)
		if errors.Is(err, sql.ErrNoRows) {
			return false, f.commit(ctx, done)
		}
		if err != nil {
			return false, err
		}
		next := r.last + 1
		s.blocks(r, func(part idRange) bool {
			if f.bytes >= chunkBytes {
				next = part.first
				return false
			}
			err = f.block(ctx, a, part)
			return err == nil
		})
		if err == nil && next > r.last {
			_, err = tx.ExecContext(ctx, "DELETE FROM todo WHERE rowid = ?", row)
		} else if err == nil {
			_, err = tx.ExecContext(ctx, "UPDATE todo SET first = ? WHERE rowid = ?", next, row)
		}
		if err != nil {
			return false, err
		}
	}
	return true, f.commit(ctx, done)
}

// tidyPages is how many pages one step of merging writes: some milliseconds.
const tidyPages = 256

// tidy lets FTS5 go one step further in merging what many small changes have
// left behind.
func (s *shard) tidy(ctx context.Context) error {
	_, err := s.write.ExecContext(ctx, "INSERT INTO event_fts (event_fts, rank) VALUES ('merge', ?)", tidyPages)
	return err
}

// A filler writes events into a shard in one transaction.
type filler struct {
	shard *shard
	tx    *sql.Tx
	texts texts
	high  model.EventID // the highest ID that was ever indexed
	drop  *sql.Stmt
	added *way // gathers the events to add
	bytes int
	ids   int64
}

func (f *filler) open(ctx context.Context) (err error) {
	if err := f.tx.QueryRowContext(ctx, "SELECT value FROM state WHERE key = 'high'").Scan(&f.high); err != nil {
		return err
	}
	if f.drop, err = f.tx.PrepareContext(ctx, "DELETE FROM event_fts WHERE rowid = ?"); err != nil {
		return err
	}
	f.added, err = openWay(ctx, f.tx, "event_fts (rowid, title, summary, actors, sources, place, cjk)", 7)
	return err
}

// close lets go of all that the shard's connection holds for the filler, after
// the transaction.
func (f *filler) close() error {
	if f.added == nil {
		return nil
	}
	return f.added.close(f.shard.write)
}

// block indexes the events of a range anew, and drops those that are no more.
func (f *filler) block(ctx context.Context, a *Archive, r idRange) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var entries []indexEntry
	err := a.view(ctx, func(main *sql.Tx) (err error) {
		entries, err = f.texts.read(ctx, main, r)
		return err
	})
	if err != nil {
		return err
	}
	f.ids += int64(r.last - r.first + 1)
	for id := r.first; id <= r.last; id++ {
		var text *indexText
		if len(entries) > 0 && entries[0].id == id {
			text, entries = &entries[0].text, entries[1:]
		} else if id > f.high {
			continue // neither in the archive nor in the index
		}
		if err := f.put(ctx, id, text); err != nil {
			return fmt.Errorf("index event %d: %w", id, err)
		}
	}
	return nil
}

// put indexes one event, or drops it when text is nil. FTS5 takes events well in
// the order of their IDs: at a step back, and at the end of each statement of
// several rows, it writes out all that it has in memory. So what is new is
// gathered for one statement, and what comes again goes row by row.
func (f *filler) put(ctx context.Context, id model.EventID, text *indexText) error {
	if n := len(f.added.cells); n > 0 && id <= model.EventID(f.added.cells[n-f.added.columns].(int64)) {
		// It comes for the second time, in another range.
		if _, err := f.added.write(ctx); err != nil {
			return err
		}
	}
	if id <= f.high {
		// The driver would watch ctx with a goroutine for each statement.
		if _, err := f.drop.ExecContext(context.WithoutCancel(ctx), id); err != nil || text == nil {
			return err
		}
	}
	f.high = max(f.high, id)
	f.bytes += text.size()
	f.added.add(int64(id), text.title, text.summary, text.actors, text.sources, text.place, text.cjk)
	return nil
}

func (f *filler) commit(ctx context.Context, done func(ids int64)) error {
	if _, err := f.added.write(ctx); err != nil {
		return fmt.Errorf("index events up to %d: %w", f.high, err)
	}
	if _, err := f.tx.ExecContext(ctx, "UPDATE state SET value = ? WHERE key = 'high'", f.high); err != nil {
		return err
	}
	if err := f.tx.Commit(); err != nil {
		return err
	}
	if f.ids > 0 {
		done(f.ids)
	}
	return nil
}

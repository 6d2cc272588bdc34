package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"chancery/model"
)

// undoRows is how many events are deleted from one report to the next.
const undoRows = 20_000

// UndoBatch takes a batch back: what it added goes, and what it changed is again
// as it was, all or nothing, as with a batch itself. A batch on which something
// later stands is refused with a *HeldError; ErrNoBatch and ErrNoUndo are the other
// refusals. It takes about as long as the batch took; report, unless it is nil, is
// told how many events of how many are done. Cancelling ctx leaves the archive as
// it was.
//
// It is final: to have the batch again, its files are imported again.
func (a *Archive) UndoBatch(ctx context.Context, id int64, report func(done, total int64)) error {
	u, err := a.beginUndo(ctx, id, report)
	if err != nil {
		return err
	}
	if err := u.run(ctx); err != nil {
		if ctx.Err() != nil {
			err = ctx.Err() // whatever it looked like where it struck
		}
		return errors.Join(a.explain(err), u.Rollback())
	}
	if err := u.end(); err != nil {
		return err
	}
	// The batch is undone; this only saves time later.
	_ = u.renewal.run(ctx, a, u.w.touched)
	return nil
}

// An undoing is the transaction that undoes a batch.
type undoing struct {
	*Batch
	batch       standingBatch
	renewal     renewal // of the snapshot
	report      func(done, total int64)
	done, total int64
}

func (a *Archive) beginUndo(ctx context.Context, id int64, report func(done, total int64)) (*undoing, error) {
	b, err := a.beginWriting(ctx)
	if err != nil {
		return nil, err
	}
	u := &undoing{Batch: b, report: report}
	if u.batch, err = standing(ctx, b.tx, id); err == nil {
		err = u.batch.held(ctx, b.tx)
	}
	if err == nil {
		err = b.w.row(ctx, "SELECT count(*) FROM shelf WHERE batch_id = ? AND kind = ?", id, int64(shelvedEvent)).Scan(&u.total)
	}
	if err != nil {
		return nil, errors.Join(a.explain(err), b.end())
	}
	u.total += int64(u.batch.last - u.batch.first + 1)
	return u, nil
}

func (u *undoing) run(ctx context.Context) error {
	for _, step := range [...]func(context.Context) error{
		u.restoreActors, u.restoreAgreements, u.deleteEvents, u.restoreEvents, u.restoreWords, u.forget, u.restoreIndexes, u.w.finish,
	} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := step(ctx); err != nil {
			return err
		}
	}
	u.counts[Updated] = int(u.total) - u.counts[Added]
	u.renewal = u.Batch.renewal(ctx)
	return u.tx.Commit()
}

func (u *undoing) progress(events int64) {
	u.done += events
	if u.report != nil {
		u.report(u.done, u.total)
	}
}

// A shelved row is what the shelf holds of one; before is nil for what was not
// there.
type shelvedRow struct {
	row    int64
	before []byte
	owner  sql.NullInt64
}

// shelved reads rows of a kind after one on the shelf, some at a time, the last
// changed first, and returns where to go on.
func (u *undoing) shelved(ctx context.Context, kind shelfKind, before int64) (page []shelvedRow, next int64, err error) {
	err = each(ctx, u.tx, func(rows *sql.Rows) error {
		var s shelvedRow
		err := rows.Scan(&next, &s.row, &s.before, &s.owner)
		page = append(page, s)
		return err
	}, "SELECT id, row, before, owner FROM shelf WHERE batch_id = ? AND kind = ? AND id < ? ORDER BY id DESC LIMIT ?",
		u.batch.id, int64(kind), before, pageSize)
	return page, next, err
}

// eachShelved calls restore with every row of a kind.
func (u *undoing) eachShelved(ctx context.Context, kind shelfKind, restore func(s *shelvedRow) error) error {
	for next := int64(1) << 62; ; {
		page, last, err := u.shelved(ctx, kind, next)
		if err != nil || len(page) == 0 {
			return err
		}
		for i := range page {
			if err := restore(&page[i]); err != nil {
				return err
			}
		}
		next = last
	}
}

func (u *undoing) restoreAgreements(ctx context.Context) error {
	return u.eachShelved(ctx, shelvedAgreement, func(s *shelvedRow) error {
		if err := u.w.clearAgreement(ctx, s.row); err != nil || s.before == nil {
			return err
		}
		var state agreementState
		if err := json.Unmarshal(s.before, &state); err != nil {
			return err
		}
		a := state.agreement(s.row)
		return u.w.writeAgreement(ctx, &a)
	})
}

// restoreActors goes twice through the actors, because one may have taken the
// name that another had.
func (u *undoing) restoreActors(ctx context.Context) error {
	names := map[int64]string{}
	err := u.eachShelved(ctx, shelvedActor, func(s *shelvedRow) error {
		var name string
		err := u.w.row(ctx, "SELECT name FROM actor WHERE id = ?", s.row).Scan(&name)
		if errors.Is(err, sql.ErrNoRows) {
			return nil // dropped since, with its last event
		}
		if err != nil {
			return err
		}
		names[s.row] = name
		return u.w.exec(ctx, "UPDATE actor SET name = 'undoing ' || id || ' ' || hex(randomblob(8)), key = NULL WHERE id = ?", s.row)
	})
	if err != nil {
		return err
	}
	return u.eachShelved(ctx, shelvedActor, func(s *shelvedRow) error {
		name, there := names[s.row]
		if !there {
			return nil
		}
		state := actorState{Name: logText(name)}
		if s.before != nil {
			if err := json.Unmarshal(s.before, &state); err != nil {
				return err
			}
		}
		a := state.actor()
		return u.w.writeActor(ctx, &a, knownActor{id: s.row, name: name}, true, state.Described)
	})
}

// deleteEvents deletes what the batch added.
func (u *undoing) deleteEvents(ctx context.Context) error {
	b := &u.batch
	if b.last < b.first {
		return nil
	}
	u.counts[Added] = int(b.last - b.first + 1)
	if err := u.dropIndexes(ctx); err != nil {
		return err
	}
	for first := b.first; first <= b.last; first += undoRows {
		last := min(first+undoRows-1, b.last)
		for _, part := range [...]struct{ table, column string }{
			{"participation", "event_id"}, {"citation", "event_id"}, {"link", "event_id"}, {"event_tag", "event_id"}, {"event", "id"},
		} {
			if err := u.w.exec(ctx, "DELETE FROM "+part.table+" WHERE "+part.column+" BETWEEN ? AND ?", first, last); err != nil {
				return err
			}
		}
		u.progress(int64(last - first + 1))
	}
	u.w.changed.ranges = append(u.w.changed.ranges, idRange{b.first, b.last})
	return nil
}

// restoreEvents puts back what the batch changed.
func (u *undoing) restoreEvents(ctx context.Context) error {
	defer func() { u.w.batch = nil }()
	return u.eachShelved(ctx, shelvedEvent, func(s *shelvedRow) error {
		var record eventRecord
		if err := json.Unmarshal(s.before, &record); err != nil {
			return err
		}
		e := record.event()
		e.ID = model.EventID(s.row)
		u.w.batch = nil
		if s.owner.Valid {
			u.w.batch = s.owner.Int64
		}
		p := prepare(e)
		if err := u.w.updateEvent(ctx, e, &p); err != nil {
			return fmt.Errorf("event %q: %w", e.Key, err)
		}
		if u.done++; u.done%pageSize == 0 {
			u.progress(0)
		}
		return nil
	})
}

// restoreWords gives collections and categories their names back, and drops what
// came with the batch and nothing uses now.
func (u *undoing) restoreWords(ctx context.Context) error {
	for kind, statement := range map[shelfKind]string{
		shelvedCollection: "UPDATE collection SET name = ?2 WHERE id = ?4",
		shelvedCategory:   "UPDATE category SET term = ?1, name = ?2, short = ?3 WHERE id = ?4",
	} {
		err := u.eachShelved(ctx, kind, func(s *shelvedRow) error {
			if s.before == nil && kind == shelvedCategory {
				return nil
			}
			var state wordState
			if s.before != nil {
				if err := json.Unmarshal(s.before, &state); err != nil {
					return err
				}
			}
			return u.w.exec(ctx, statement, string(state.Term), string(state.Name), string(state.Short), s.row)
		})
		if err != nil {
			return err
		}
	}
	if err := u.w.flush(ctx); err != nil {
		return err
	}
	if err := u.w.exec(ctx, "DELETE FROM shelf WHERE batch_id = ?", u.batch.id); err != nil {
		return err
	}
	return u.w.sweep(ctx, u.batch.marks)
}

// forget takes the batch out of the log of edits, with the edits that were undone:
// they may be of its events.
func (u *undoing) forget(ctx context.Context) error {
	if err := u.w.exec(ctx, "DELETE FROM edit WHERE undone OR batch_id = ?", u.batch.id); err != nil {
		return err
	}
	return u.w.exec(ctx, "UPDATE batch SET undone = ? WHERE id = ?", time.Now().Unix(), u.batch.id)
}

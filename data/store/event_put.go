package store

import (
	"context"
	"database/sql"
	"errors"
	"hash/maphash"

	"chancery/model"
)

// PutEvent adds an event, or updates the one with its key when any content
// differs; the file and row that it came from are no content. It sets e.ID.
func (b *Batch) PutEvent(ctx context.Context, e *model.Event) (Outcome, error) {
	if err := b.check(); err != nil {
		return Unchanged, err
	}
	if err := checkEvent(e); err != nil {
		return Unchanged, err
	}
	return b.done(b.putEvent(ctx, e, b.digester.digest(e)))
}

// PutEvents is PutEvent for many events in their order, and quicker: a few
// hundred at a time do best. outcomes[i] and errs[i] are what PutEvent would
// have returned for events[i]. After an error that is no *FieldError none of
// the rest is put, and errs says so for each.
func (b *Batch) PutEvents(ctx context.Context, events []model.Event) (outcomes []Outcome, errs []error) {
	return b.PutDigested(ctx, Digest(events))
}

// PutDigested is PutEvents for events that Digest has seen.
func (b *Batch) PutDigested(ctx context.Context, d *Digested) (outcomes []Outcome, errs []error) {
	outcomes, errs = make([]Outcome, len(d.events)), make([]error, len(d.events))
	var failed error
	for i := range d.events {
		switch {
		case failed != nil:
			errs[i] = failed
		case d.refused[i] != nil:
			errs[i] = d.refused[i]
		default:
			if failed = b.check(); failed == nil {
				outcomes[i], failed = b.done(b.putEvent(ctx, &d.events[i], d.digests[i][:]))
			}
			errs[i] = failed
			if refused := new(FieldError); errors.As(failed, &refused) {
				failed = nil
			}
		}
	}
	return outcomes, errs
}

// Digested events are checked and digested, which needs no archive: an import
// can do it for the next events while a batch writes the last ones.
type Digested struct {
	events  []model.Event
	refused []error // what checkEvent says of each
	digests [][digestSize]byte
}

// Digest makes events ready for PutDigested. It may be called from any
// goroutine; the events must not change afterwards, except that PutDigested
// sets their IDs.
func Digest(events []model.Event) *Digested {
	d := &Digested{events: events, refused: make([]error, len(events)), digests: make([][digestSize]byte, len(events))}
	var digester digester
	for i := range events {
		if d.refused[i] = checkEvent(&events[i]); d.refused[i] == nil {
			d.digests[i] = [digestSize]byte(digester.digest(&events[i]))
		}
	}
	return d
}

func (b *Batch) putEvent(ctx context.Context, e *model.Event, digest []byte) (Outcome, error) {
	id, stored, err := b.find(ctx, e.Key)
	if err != nil {
		return Unchanged, err
	}
	if id == 0 {
		return Added, b.w.addEvent(ctx, e, digest)
	}
	e.ID = id
	if string(stored) == string(digest) {
		return Unchanged, nil
	}
	return Updated, b.w.updateEvent(ctx, e, digest)
}

// find returns the id and the digest of the event with a key; id is 0 when
// there is none.
func (b *Batch) find(ctx context.Context, key string) (id model.EventID, digest []byte, err error) {
	if b.seen != nil {
		hash := maphash.String(b.seed, key)
		if _, ok := b.seen[hash]; !ok {
			b.seen[hash] = struct{}{}
			return 0, nil, nil
		}
	}
	if b.w.pending[key] {
		if err := b.w.flush(ctx); err != nil {
			return 0, nil, err
		}
	}
	err = b.w.row(ctx, "SELECT id, digest FROM event WHERE key = ?", key).Scan(&id, &digest)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	return id, digest, err
}

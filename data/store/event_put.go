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
	return b.done(b.putEvent(ctx, e))
}

func (b *Batch) putEvent(ctx context.Context, e *model.Event) (Outcome, error) {
	digest := b.digester.digest(e)
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

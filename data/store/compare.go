package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"chancery/model"
)

// A Comparison says what putting events into an archive would do, and writes
// nothing: it reads on connections of its own, and other work need not wait for
// it. An event that comes twice is compared with the one before it. It cannot
// foresee that the archive runs out of numbers for words, which PutEvent refuses.
type Comparison struct {
	archive *Archive
	put     map[string][digestSize]byte // what was put so far, by key
}

// Compare begins a comparison with the archive as it is at each call.
func (a *Archive) Compare() *Comparison {
	return &Comparison{archive: a, put: map[string][digestSize]byte{}}
}

// PutEvent says what Batch.PutEvent would return.
func (c *Comparison) PutEvent(ctx context.Context, e *model.Event) (Outcome, error) {
	outcomes, errs := c.PutDigested(ctx, Digest([]model.Event{*e}))
	return outcomes[0], errs[0]
}

// PutDigested says what Batch.PutDigested would return.
func (c *Comparison) PutDigested(ctx context.Context, d *Digested) (outcomes []Outcome, errs []error) {
	outcomes, errs = make([]Outcome, len(d.events)), make([]error, len(d.events))
	stored, err := c.stored(ctx, d)
	for i := range d.events {
		if err != nil {
			errs[i] = err
			continue
		}
		if errs[i] = d.refused[i]; errs[i] != nil {
			continue
		}
		key := d.events[i].Key
		before, known := c.put[key]
		if !known {
			before, known = stored[key]
		}
		switch {
		case !known:
			outcomes[i] = Added
		case before != d.prepared[i].digest:
			outcomes[i] = Updated
		}
		c.put[key] = d.prepared[i].digest
	}
	return outcomes, errs
}

// stored returns the digests of the events that the archive has already, by key.
func (c *Comparison) stored(ctx context.Context, d *Digested) (map[string][digestSize]byte, error) {
	keys := make([]string, 0, len(d.events))
	for i := range d.events {
		if d.refused[i] == nil {
			keys = append(keys, d.events[i].Key)
		}
	}
	wanted, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	found := map[string][digestSize]byte{}
	err = c.archive.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var key string
			var digest []byte
			if err := rows.Scan(&key, &digest); err != nil {
				return err
			}
			var whole [digestSize]byte // of another length only in an archive that check refuses
			copy(whole[:], digest)
			found[key] = whole
			return nil
		}, `SELECT e.key, e.digest FROM json_each(?) AS wanted CROSS JOIN event AS e ON e.key = wanted.value`, string(wanted))
	})
	return found, err
}

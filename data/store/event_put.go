package store

import (
	"context"
	"database/sql"
	"errors"
	"unsafe"

	"chancery/model"
	"chancery/model/edtf"
)

// PutEvent adds an event, or updates the one with its key when any content
// differs; the file and row that it came from are no content. It sets e.ID.
func (b *Batch) PutEvent(ctx context.Context, e *model.Event) (Outcome, error) {
	one := []model.Event{*e}
	outcomes, errs := b.PutDigested(ctx, Digest(one))
	e.ID = one[0].ID
	return outcomes[0], errs[0]
}

// Expect says how many events are about to be put, as far as is known: a batch
// that is large beside its archive is written in another way, which it would
// otherwise find out only by and by.
func (b *Batch) Expect(events int) { b.expected = max(b.expected, events) }

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
	failed := b.check()
	var known []stored
	if failed == nil {
		if known, failed = b.look(ctx, d); failed != nil {
			failed = b.archive.explain(failed)
			b.failed = failed
		}
	}
	var added []*model.Event
	for i := range d.events {
		switch {
		case failed != nil:
			errs[i] = failed
		case d.refused[i] != nil:
			errs[i] = d.refused[i]
		default:
			if failed = b.check(); failed == nil {
				outcomes[i], failed = b.done(b.putEvent(ctx, &d.events[i], &d.prepared[i], known[i]))
			}
			errs[i] = failed
			if failed == nil && outcomes[i] == Added {
				added = append(added, &d.events[i])
			}
			if refused := new(FieldError); errors.As(failed, &refused) {
				failed = nil
			}
		}
	}
	if b.search != nil && failed == nil {
		if err := b.search.take(ctx, b.w, added); err != nil {
			b.failed = b.archive.explain(err)
		}
	}
	return outcomes, errs
}

// Digested events are checked and made ready as far as that needs no archive: an
// import can do it for the next events while a batch writes the last ones.
type Digested struct {
	events   []model.Event
	refused  []error // what checkEvent says of each
	prepared []prepared
}

// Digest makes events ready for PutDigested. It may be called from any
// goroutine; the events must not change afterwards, except that PutDigested
// sets their IDs.
func Digest(events []model.Event) *Digested {
	d := &Digested{events: events, refused: make([]error, len(events)), prepared: make([]prepared, len(events))}
	var digester digester
	for i := range events {
		if d.refused[i] = checkEvent(&events[i]); d.refused[i] == nil {
			d.prepared[i] = digester.prepare(&events[i])
		}
	}
	return d
}

// Leave keeps an event from being put: why is what PutDigested returns for it.
func (d *Digested) Leave(i int, why error) { d.refused[i] = why }

// First returns the first n events.
func (d *Digested) First(n int) *Digested {
	return &Digested{events: d.events[:n], refused: d.refused[:n], prepared: d.prepared[:n]}
}

// A prepared event is what the tables hold of an event beside itself and the
// words that it shares with others.
type prepared struct {
	digest         [digestSize]byte
	startAt, endAt edtf.Instant
	form           model.Form
	tenths         int8
	start, end     string // EDTF
}

func (d *digester) prepare(e *model.Event) prepared {
	bounds := e.Bounds()
	p := prepared{
		startAt: bounds.EarliestStart, endAt: bounds.LatestEnd,
		form: model.FormOf(e.Kind, e.Start, e.End), tenths: tenths(e),
		start: e.Start.String(), end: e.End.String(),
	}
	p.digest = d.sum(e, p.start, p.end)
	return p
}

func prepare(e *model.Event) prepared {
	var d digester
	return d.prepare(e)
}

// stored is what the archive has under a key: nothing when id is 0.
type stored struct {
	id     model.EventID
	digest string
	again  bool // the key comes twice among the events at hand: look anew
}

// look finds what is stored under the keys of events, and puts on the shelf what
// they are going to change.
func (b *Batch) look(ctx context.Context, d *Digested) ([]stored, error) {
	known := make([]stored, len(d.events))
	at := make(map[string]bool, len(d.events))
	var changing []int64
	for i := range d.events {
		key := d.events[i].Key
		if d.refused[i] != nil {
			continue
		}
		if at[key] {
			known[i].again = true
			continue
		}
		at[key] = true
		id, digest, err := b.find(ctx, key)
		if err != nil {
			return nil, err
		}
		known[i] = stored{id: id, digest: string(digest)}
		added := b.first != 0 && id >= b.first
		if id != 0 && !added && string(digest) != string(d.prepared[i].digest[:]) {
			changing = append(changing, int64(id))
		}
	}
	return known, b.w.shelveEvents(ctx, changing)
}

func (b *Batch) putEvent(ctx context.Context, e *model.Event, p *prepared, known stored) (Outcome, error) {
	if known.again {
		id, digest, err := b.find(ctx, e.Key)
		if err != nil {
			return Unchanged, err
		}
		known = stored{id: id, digest: string(digest)}
		if added := b.first != 0 && id >= b.first; id != 0 && !added {
			if err := b.w.shelveEvents(ctx, []int64{int64(id)}); err != nil {
				return Unchanged, err
			}
		}
	}
	if known.id == 0 {
		return Added, b.addEvent(ctx, e, p)
	}
	e.ID = known.id
	if known.digest == string(p.digest[:]) {
		return Unchanged, nil
	}
	if b.search != nil && known.id >= b.search.first {
		b.search.again.add(known.id)
	}
	return Updated, b.w.updateEvent(ctx, e, p)
}

func (b *Batch) addEvent(ctx context.Context, e *model.Event, p *prepared) error {
	if err := b.dropIndexes(ctx); err != nil {
		return err
	}
	if err := b.w.addEvent(ctx, e, p); err != nil {
		return err
	}
	if b.first == 0 {
		b.first = e.ID
	}
	b.last = e.ID
	b.keys.Add(e.Key, uint32(e.ID))
	return nil
}

// find returns the id and the digest of the event with a key; id is 0 when
// there is none.
func (b *Batch) find(ctx context.Context, key string) (id model.EventID, digest []byte, err error) {
	if err := b.loadKeys(ctx); err != nil {
		return 0, nil, err
	}
	if n, ok := b.keys.Find(key); ok {
		id = model.EventID(n)
		if id > b.w.last-model.EventID(b.w.rows.pending) {
			if err := b.w.flush(ctx); err != nil {
				return 0, nil, err
			}
		}
		err = b.w.row(ctx, "SELECT digest FROM event WHERE id = ?", id).Scan(&digest)
		return id, digest, err
	}
	if b.allKeys {
		return 0, nil, nil
	}
	b.asked++
	err = b.w.row(ctx, "SELECT id, digest FROM event WHERE key = ?", key).Scan(&id, &digest)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	return id, digest, err
}

// loadKeys reads the keys of all events once that costs less than to go on asking
// for one after the other.
func (b *Batch) loadKeys(ctx context.Context) error {
	const askingCosts = 8 // times as much as reading a key among all
	if b.allKeys || max(b.asked, b.expected)*askingCosts < b.existing {
		return nil
	}
	b.allKeys = true
	return each(ctx, b.w.settled(), func(rows *sql.Rows) error {
		var key sql.RawBytes
		var id uint32
		if err := rows.Scan(&key, &id); err != nil {
			return err
		}
		// The table does not keep the key.
		b.keys.Add(unsafe.String(unsafe.SliceData(key), len(key)), id)
		return nil
	}, "SELECT key, id FROM event")
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"chancery/model"
)

// A BatchFile is a file that a batch was made from.
type BatchFile struct {
	Name    string
	Size    int64  // bytes
	SHA256  string // hexadecimal, of what was read; "" when it is not known
	Profile string // by which it was understood
}

// BatchContent says what a batch was made from.
type BatchContent struct {
	Read, LeftOut, Folded int      // rows
	Fold                  []string // the ways in which rows were folded
	Files                 []BatchFile
}

// A BatchRecord is a batch as the archive remembers it.
type BatchRecord struct {
	ID                        int64
	Label                     string
	Started                   time.Time
	Added, Updated, Unchanged int
	BatchContent
	Undone time.Time // zero while the batch stands
	// Kept says that the archive kept what it takes to undo the batch: not of one
	// that it began with, nor of one that an older version made.
	Kept bool
}

// Found makes the batch the beginning of a new archive, which is not undone. It
// comes before anything is put.
func (b *Batch) Found(ctx context.Context) error {
	if err := b.check(); err != nil {
		return err
	}
	b.w.shelving = false
	if err := b.w.exec(ctx, "UPDATE batch SET marks = NULL WHERE id = ?", b.w.batch); err != nil {
		b.failed = b.archive.explain(err)
	}
	return b.failed
}

// Describe says what the batch is made from.
func (b *Batch) Describe(c BatchContent) { b.of = c }

// write enters what the batch did.
func (b *Batch) write(ctx context.Context) error {
	last := int64(-1)
	if b.first != 0 {
		last = int64(b.last)
	}
	err := b.w.exec(ctx, `UPDATE batch SET finished = ?, added = ?, updated = ?, unchanged = ?,
		read = ?, left_out = ?, folded = ?, fold = ?, first = ?, last = ? WHERE id = ?`,
		time.Now().Unix(), b.counts[Added], b.counts[Updated], b.counts[Unchanged],
		b.of.Read, b.of.LeftOut, b.of.Folded, strings.Join(b.of.Fold, ","), int64(b.first), last, b.w.batch)
	if err != nil {
		return err
	}
	for i, f := range b.of.Files {
		if err := b.w.exec(ctx, "INSERT INTO batch_file VALUES (?, ?, ?, ?, ?, ?)", b.w.batch, i, f.Name, f.Size, f.SHA256, f.Profile); err != nil {
			return err
		}
	}
	return nil
}

// Batches returns what was put into the archive, the newest first, with what was
// undone.
func (a *Archive) Batches(ctx context.Context) (batches []BatchRecord, err error) {
	err = a.view(ctx, func(tx *sql.Tx) error {
		batches, err = loadBatches(ctx, tx)
		return err
	})
	return batches, err
}

func loadBatches(ctx context.Context, q queryer) (batches []BatchRecord, err error) {
	at := map[int64]int{}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var b BatchRecord
		var started, undone int64
		var fold string
		err := rows.Scan(&b.ID, &b.Label, &started, &b.Added, &b.Updated, &b.Unchanged, &b.Read, &b.LeftOut, &b.Folded, &fold, &undone, &b.Kept)
		b.Started = time.Unix(started, 0)
		if undone != 0 {
			b.Undone = time.Unix(undone, 0)
		}
		if fold != "" {
			b.Fold = strings.Split(fold, ",")
		}
		at[b.ID] = len(batches)
		batches = append(batches, b)
		return err
	}, `SELECT id, label, started, added, updated, unchanged, read, left_out, folded, fold, ifnull(undone, 0), marks IS NOT NULL
		FROM batch ORDER BY id DESC`)
	if err != nil {
		return nil, err
	}
	return batches, each(ctx, q, func(rows *sql.Rows) error {
		var id int64
		var f BatchFile
		if err := rows.Scan(&id, &f.Name, &f.Size, &f.SHA256, &f.Profile); err != nil {
			return err
		}
		b := &batches[at[id]]
		b.Files = append(b.Files, f)
		return nil
	}, "SELECT batch_id, name, size, sha256, profile FROM batch_file ORDER BY batch_id, ord")
}

// A HeldError says that a batch cannot be undone yet, because what came after it
// changed events of it, or what else it had put into the archive. It is an ErrHeld.
type HeldError struct {
	Batch int64
	Label string
	By    []Holder // newest first, in which order they can be undone
}

// A Holder is a batch, or an edit by hand when Batch is 0, that stands on another
// batch.
type Holder struct {
	Batch  int64
	Label  string
	Events int // that it changed, or what else is on the shelf
}

func (e *HeldError) Error() string {
	var by []string
	for _, h := range e.By {
		if h.Batch == 0 {
			by = append(by, fmt.Sprintf("the edit “%s”", h.Label))
		} else {
			by = append(by, fmt.Sprintf("batch %d, “%s”", h.Batch, h.Label))
		}
	}
	const most = 5
	if more := len(by) - most; more > 0 {
		by = append(by[:most], fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("batch %d, “%s”, cannot be undone: what it put in was changed since by %s. Undo that first, the newest before the others",
		e.Batch, e.Label, strings.Join(by, "; "))
}

// Unwrap lets errors.Is find ErrHeld.
func (e *HeldError) Unwrap() error { return ErrHeld }

// A standing batch is one that is about to be undone.
type standingBatch struct {
	id          int64
	label       string
	first, last model.EventID
	marks       string
	logged      int64 // its row in the log of edits
}

// standing finds a batch that can be undone.
func standing(ctx context.Context, q queryer, id int64) (b standingBatch, err error) {
	var marks sql.NullString
	var undone sql.NullInt64
	b.id = id
	err = q.QueryRowContext(ctx, `SELECT label, first, last, marks, undone, ifnull((SELECT id FROM edit WHERE batch_id = batch.id), 0)
		FROM batch WHERE id = ?`, id).Scan(&b.label, &b.first, &b.last, &marks, &undone, &b.logged)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return b, fmt.Errorf("batch %d: %w: timeline batches lists those of the archive", id, ErrNoBatch)
	case err != nil:
		return b, err
	case undone.Valid:
		return b, fmt.Errorf("batch %d, “%s”: %w: it is undone already", id, b.label, ErrNoUndo)
	case !marks.Valid:
		return b, fmt.Errorf("batch %d, “%s”: %w: the archive began with it, or an older version made it, and nothing was kept to undo it by", id, b.label, ErrNoUndo)
	}
	b.marks = marks.String
	return b, nil
}

// held returns a *HeldError when something stands on the batch.
func (b *standingBatch) held(ctx context.Context, q queryer) error {
	held := &HeldError{Batch: b.id, Label: b.label}
	edits, err := b.editsSince(ctx, q)
	if err != nil {
		return err
	}
	held.By = edits
	err = each(ctx, q, func(rows *sql.Rows) error {
		var h Holder
		err := rows.Scan(&h.Batch, &h.Label, &h.Events)
		held.By = append(held.By, h)
		return err
	}, `SELECT later.id, later.label, count(*) FROM shelf AS s JOIN batch AS later ON later.id = s.batch_id
		WHERE s.batch_id > ?1 AND later.undone IS NULL AND (s.kind = ?2 AND s.row BETWEEN ?3 AND ?4
			OR EXISTS (SELECT 1 FROM shelf AS own WHERE own.batch_id = ?1 AND own.kind = s.kind AND own.row = s.row))
		GROUP BY later.id ORDER BY later.id DESC`, b.id, int64(shelvedEvent), b.first, b.last)
	if err != nil || len(held.By) == 0 {
		return err
	}
	return held
}

// editsSince returns the edits by hand after the batch that changed events of it,
// newest first.
func (b *standingBatch) editsSince(ctx context.Context, q queryer) (holders []Holder, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var label, text string
		if err := rows.Scan(&label, &text); err != nil {
			return err
		}
		var changes []struct {
			Before, After *struct{ ID int64 }
		}
		if err := json.Unmarshal([]byte(text), &changes); err != nil {
			return fmt.Errorf("log of edits: %w", err)
		}
		h := Holder{Label: label}
		for _, c := range changes {
			of := c.Before
			if of == nil {
				of = c.After
			}
			if of == nil {
				continue
			}
			mine := model.EventID(of.ID) >= b.first && model.EventID(of.ID) <= b.last
			if !mine {
				err := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM shelf WHERE batch_id = ? AND kind = ? AND row = ?)",
					b.id, int64(shelvedEvent), of.ID).Scan(&mine)
				if err != nil {
					return err
				}
			}
			if mine {
				h.Events++
			}
		}
		if h.Events > 0 {
			holders = append(holders, h)
		}
		return nil
	}, "SELECT label, changes FROM edit WHERE id > ? AND changes IS NOT NULL AND NOT undone ORDER BY id DESC", b.logged)
	return holders, err
}

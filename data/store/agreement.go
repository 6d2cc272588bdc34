package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"

	"chancery/model"
)

// The kinds of steps in an agreement's life, as the table agreement_step
// numbers them.
const (
	noticeStep = iota
	suspensionStep
)

// Agreements returns every agreement in the order in which they were added.
func (a *Archive) Agreements(ctx context.Context) (agreements []model.Agreement, err error) {
	err = a.view(ctx, func(tx *sql.Tx) error {
		agreements, err = loadAgreements(ctx, tx, 0, math.MaxInt64)
		return err
	})
	return agreements, err
}

// PutAgreement adds an agreement, or updates the one with its key when anything
// differs. It sets a.ID.
func (b *Batch) PutAgreement(ctx context.Context, a *model.Agreement) (Outcome, error) {
	if err := b.check(); err != nil {
		return Unchanged, err
	}
	if a.Key == "" {
		return Unchanged, &FieldError{"id", "an agreement needs an id"}
	}
	return b.done(b.w.putAgreement(ctx, a))
}

func (w *writer) putAgreement(ctx context.Context, a *model.Agreement) (Outcome, error) {
	outcome := Updated
	err := w.row(ctx, "SELECT id FROM agreement WHERE key = ?", a.Key).Scan(&a.ID)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		outcome = Added
		if err := w.row(ctx, "SELECT ifnull(max(id), 0) + 1 FROM agreement").Scan(&a.ID); err != nil {
			return Unchanged, err
		}
	case err != nil:
		return Unchanged, err
	default:
		stored, err := loadAgreements(ctx, w.settled(), a.ID, a.ID)
		if err != nil {
			return Unchanged, err
		}
		if sameAgreement(&stored[0], a) {
			return Unchanged, nil
		}
		if err := w.shelve(ctx, shelvedAgreement, a.ID, agreementStateOf(&stored[0])); err != nil {
			return Unchanged, err
		}
		if err := w.clearAgreement(ctx, a.ID); err != nil {
			return Unchanged, err
		}
	}
	// Nothing, when the one that was there is already on the shelf.
	if err := w.shelve(ctx, shelvedAgreement, a.ID, nil); err != nil {
		return Unchanged, err
	}
	return outcome, w.writeAgreement(ctx, a)
}

// clearAgreement removes an agreement with all that hangs on it.
func (w *writer) clearAgreement(ctx context.Context, id int64) error {
	err := w.ids(ctx, w.loosenedSources, "SELECT source_id FROM agreement_citation WHERE agreement_id = ?", id)
	if err != nil {
		return err
	}
	// A batch does without the enforcement of references, and so without what they
	// would delete.
	for _, table := range [...]string{"agreement_party", "agreement_step", "agreement_event", "agreement_citation"} {
		if err := w.exec(ctx, "DELETE FROM "+table+" WHERE agreement_id = ?", id); err != nil {
			return err
		}
	}
	return w.exec(ctx, "DELETE FROM agreement WHERE id = ?", id)
}

func (w *writer) writeAgreement(ctx context.Context, a *model.Agreement) error {
	err := w.exec(ctx, "INSERT INTO agreement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		a.ID, a.Key, a.Name, a.ShortName, a.Type, a.Signed.String(), a.PlaceSigned, a.InForce.String(),
		a.InitialTerm, a.RenewalRule, a.NoticePeriod, a.End.String(), a.Status, a.StatusAsOf.String(), a.Confidence, a.Remark)
	if err != nil {
		return err
	}
	for i, party := range a.Parties {
		if err := w.exec(ctx, "INSERT INTO agreement_party VALUES (?, ?, ?)", a.ID, i, party); err != nil {
			return err
		}
	}
	for kind, steps := range [...][]model.AgreementStep{noticeStep: a.Notices, suspensionStep: a.Suspensions} {
		for i, s := range steps {
			err := w.exec(ctx, "INSERT INTO agreement_step VALUES (?, ?, ?, ?, ?, ?)", a.ID, kind, i, s.When.String(), s.By, s.Note)
			if err != nil {
				return err
			}
		}
	}
	for i, key := range a.Events {
		if err := w.exec(ctx, "INSERT INTO agreement_event VALUES (?, ?, ?)", a.ID, i, key); err != nil {
			return err
		}
	}
	for i := range a.Citations {
		c := &a.Citations[i]
		source, err := w.source(ctx, &c.Source)
		if err != nil {
			return err
		}
		if err := w.rows.newSources.flush(ctx, w); err != nil {
			return err
		}
		if err := w.exec(ctx, "INSERT INTO agreement_citation VALUES (?, ?, ?, ?, ?)", a.ID, i, source, c.Quote, c.Locator); err != nil {
			return err
		}
	}
	return nil
}

// loadAgreements reads the agreements whose ids lie in [first, last].
func loadAgreements(ctx context.Context, q queryer, first, last int64) ([]model.Agreement, error) {
	var agreements []model.Agreement
	at := map[int64]int{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var a model.Agreement
		err := rows.Scan(&a.ID, &a.Key, &a.Name, &a.ShortName, &a.Type, dateCell{&a.Signed}, &a.PlaceSigned, dateCell{&a.InForce},
			&a.InitialTerm, &a.RenewalRule, &a.NoticePeriod, dateCell{&a.End}, &a.Status, dateCell{&a.StatusAsOf}, &a.Confidence, &a.Remark)
		at[a.ID] = len(agreements)
		agreements = append(agreements, a)
		return err
	}, "SELECT * FROM agreement WHERE id BETWEEN ? AND ? ORDER BY id", first, last)
	if err != nil {
		return nil, err
	}
	parts := [...]struct {
		query string
		scan  func(rows *sql.Rows, id *int64) error
	}{
		{"SELECT agreement_id, actor FROM agreement_party WHERE agreement_id BETWEEN ? AND ? ORDER BY agreement_id, ord",
			func(rows *sql.Rows, id *int64) error {
				var party string
				err := rows.Scan(id, &party)
				a := &agreements[at[*id]]
				a.Parties = append(a.Parties, party)
				return err
			}},
		{"SELECT agreement_id, kind, at_date, party, note FROM agreement_step WHERE agreement_id BETWEEN ? AND ? ORDER BY agreement_id, kind, ord",
			func(rows *sql.Rows, id *int64) error {
				var kind int
				var s model.AgreementStep
				err := rows.Scan(id, &kind, dateCell{&s.When}, &s.By, &s.Note)
				a := &agreements[at[*id]]
				if kind == noticeStep {
					a.Notices = append(a.Notices, s)
				} else {
					a.Suspensions = append(a.Suspensions, s)
				}
				return err
			}},
		{"SELECT agreement_id, event_key FROM agreement_event WHERE agreement_id BETWEEN ? AND ? ORDER BY agreement_id, ord",
			func(rows *sql.Rows, id *int64) error {
				var key string
				err := rows.Scan(id, &key)
				a := &agreements[at[*id]]
				a.Events = append(a.Events, key)
				return err
			}},
		{`SELECT c.agreement_id, s.publisher, s.title, s.url, s.published, c.quote, c.locator
			FROM agreement_citation AS c JOIN source AS s ON s.id = c.source_id
			WHERE c.agreement_id BETWEEN ? AND ? ORDER BY c.agreement_id, c.ord`,
			func(rows *sql.Rows, id *int64) error {
				var c model.Citation
				s := &c.Source
				err := rows.Scan(id, &s.Publisher, &s.Title, &s.URL, dateCell{&s.Published}, &c.Quote, &c.Locator)
				a := &agreements[at[*id]]
				a.Citations = append(a.Citations, c)
				return err
			}},
	}
	for _, part := range parts {
		var id int64
		err := each(ctx, q, func(rows *sql.Rows) error { return part.scan(rows, &id) }, part.query, first, last)
		if err != nil {
			return nil, err
		}
	}
	return agreements, nil
}

// sameAgreement reports whether two agreements are alike in all but their ID.
func sameAgreement(x, y *model.Agreement) bool {
	return x.Key == y.Key && x.Name == y.Name && x.ShortName == y.ShortName && x.Type == y.Type &&
		x.Signed == y.Signed && x.PlaceSigned == y.PlaceSigned && x.InForce == y.InForce &&
		x.InitialTerm == y.InitialTerm && x.RenewalRule == y.RenewalRule && x.NoticePeriod == y.NoticePeriod &&
		x.End == y.End && x.Status == y.Status && x.StatusAsOf == y.StatusAsOf &&
		x.Confidence == y.Confidence && x.Remark == y.Remark &&
		slices.Equal(x.Parties, y.Parties) && slices.Equal(x.Events, y.Events) &&
		slices.Equal(x.Notices, y.Notices) && slices.Equal(x.Suspensions, y.Suspensions) &&
		slices.Equal(x.Citations, y.Citations)
}

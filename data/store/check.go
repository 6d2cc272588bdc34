package store

import (
	"context"
	"database/sql"
	"fmt"
)

// maxFindings is how many findings of one sort are told one by one.
const maxFindings = 20

// A finder gathers findings.
type finder struct {
	findings []string
	same     int // findings of the present sort
}

func (f *finder) add(format string, args ...any) {
	if f.same++; f.same <= maxFindings {
		f.findings = append(f.findings, fmt.Sprintf(format, args...))
	}
}

// next ends a sort of findings.
func (f *finder) next(sort string) {
	if f.same > maxFindings {
		f.findings = append(f.findings, fmt.Sprintf("%s: and %d more", sort, f.same-maxFindings))
	}
	f.same = 0
}

// Check examines the archive and returns what is wrong with it, in words for
// people; nothing when it is sound. It changes nothing, and takes a few seconds
// for a million events.
func (a *Archive) Check(ctx context.Context) (findings []string, err error) {
	var f finder
	err = a.view(ctx, func(tx *sql.Tx) error {
		for _, sort := range [...]struct {
			name  string
			check func(ctx context.Context, tx *sql.Tx, f *finder) error
		}{
			{"database", checkDatabase},
			{"references", checkReferences},
			{"search index", a.checkIndex},
			{"dates", checkDates},
			{"links", checkLinks},
			{"agreements", checkAgreements},
			{"actors", checkActors},
			{"saved views", checkViews},
			{"snapshot", checkSnapshot},
		} {
			if err := sort.check(ctx, tx, &f); err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				// A damaged archive may fail any query; the other sorts of
				// findings are worth knowing all the same.
				f.add("%s: cannot be read: %v", sort.name, err)
			}
			f.next(sort.name)
		}
		return nil
	})
	return f.findings, err
}

// checkDatabase asks SQLite about its pages, indexes and constraints.
func checkDatabase(ctx context.Context, tx *sql.Tx, f *finder) error {
	return integrity(ctx, tx, "database", f)
}

// integrity asks SQLite about a database; it looks through full-text tables too.
func integrity(ctx context.Context, q queryer, name string, f *finder) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var finding string
		if err := rows.Scan(&finding); err != nil {
			return err
		}
		if finding != "ok" {
			f.add("%s: %s", name, finding)
		}
		return nil
	}, "PRAGMA integrity_check")
}

func checkReferences(ctx context.Context, tx *sql.Tx, f *finder) error {
	return each(ctx, tx, func(rows *sql.Rows) error {
		var table, parent string
		var row sql.NullInt64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		f.add("references: a row of %s refers to a missing row of %s", table, parent)
		return nil
	}, "PRAGMA foreign_key_check")
}

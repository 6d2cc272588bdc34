package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"chancery/model/edtf"
)

// A queryer is a pool, a connection or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// metaValue returns a value of the table meta, zero when it is not there.
func metaValue(ctx context.Context, q queryer, key string) (value int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return value, err
}

// view runs read in a read transaction, in which all queries see one state of
// the archive.
func (a *Archive) view(ctx context.Context, read func(tx *sql.Tx) error) error {
	tx, err := a.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return a.explain(err)
	}
	defer tx.Rollback()
	return a.explain(read(tx))
}

// each calls scan for every row of a query.
func each(ctx context.Context, q queryer, scan func(rows *sql.Rows) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fmt.Errorf("read row: %w", err)
		}
	}
	return rows.Err()
}

// idList writes ids as a JSON array, the form in which one parameter carries
// any number of them to json_each.
func idList[T ~int64](ids []T) string {
	list := make([]byte, 0, 8*len(ids)+2)
	list = append(list, '[')
	for i, id := range ids {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, int64(id), 10)
	}
	return string(append(list, ']'))
}

// dateOf reads a date as it was stored. The open end is not EDTF by itself but
// is what the end of an event may be.
func dateOf(text string) (edtf.Date, error) {
	switch text {
	case "":
		return edtf.Date{}, nil
	case "..":
		return edtf.Open, nil
	}
	return edtf.Parse(text)
}

// A dateCell scans a date from a column of text.
type dateCell struct{ date *edtf.Date }

// Scan implements sql.Scanner.
func (c dateCell) Scan(value any) (err error) {
	switch v := value.(type) {
	case string:
		*c.date, err = dateOf(v)
	case []byte:
		*c.date, err = dateOf(string(v))
	default:
		err = fmt.Errorf("a date is stored as %T", value)
	}
	return err
}

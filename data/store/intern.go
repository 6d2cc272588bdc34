package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// A dictionary numbers the words of one small table, and remembers them for
// the length of a transaction.
type dictionary struct {
	table, column string
	field         string          // as files call it, for the error
	limit         int             // how many words there may be; 0 is no limit
	reserved      map[string]bool // words that have a place beyond the limit
	ids           map[string]int64
	add           func(ctx context.Context, w *writer, word string) (int64, error)
}

// id returns the number of a word, adding the word if it is new.
func (d *dictionary) id(ctx context.Context, w *writer, word string) (int64, error) {
	if id, ok := d.ids[word]; ok {
		return id, nil
	}
	if d.ids == nil {
		if err := d.open(ctx, w); err != nil {
			return 0, err
		}
		return d.id(ctx, w, word)
	}
	id, err := d.find(ctx, w, word)
	if errors.Is(err, sql.ErrNoRows) {
		if d.full(word) {
			return 0, &FieldError{d.field, fmt.Sprintf("%q is one too many: an archive holds at most %d", word, d.limit)}
		}
		id, err = d.add(ctx, w, word)
	}
	if err != nil {
		return 0, err
	}
	d.ids[word] = id
	return id, nil
}

func (d *dictionary) full(word string) bool {
	if d.limit == 0 || d.reserved[word] {
		return false
	}
	n := len(d.ids)
	for reserved := range d.reserved {
		if _, ok := d.ids[reserved]; ok {
			n--
		}
	}
	return n >= d.limit
}

func (d *dictionary) find(ctx context.Context, w *writer, word string) (id int64, err error) {
	err = w.row(ctx, "SELECT id FROM "+d.table+" WHERE "+d.column+" = ?", word).Scan(&id)
	return id, err
}

// open reads the words of a table with a limit, which must all be known to be
// counted; other tables are read word by word.
func (d *dictionary) open(ctx context.Context, w *writer) error {
	d.ids = map[string]int64{}
	if d.limit == 0 {
		return nil
	}
	return each(ctx, w.settled(), func(rows *sql.Rows) error {
		var id int64
		var word string
		if err := rows.Scan(&id, &word); err != nil {
			return err
		}
		d.ids[word] = id
		return nil
	}, "SELECT id, "+d.column+" FROM "+d.table)
}

// named is a dictionary of a table that holds nothing but names.
func named(table string, limit int) dictionary {
	insert := "INSERT INTO " + table + " (name) VALUES (?)"
	return dictionary{
		table: table, column: "name", field: table, limit: limit,
		add: func(ctx context.Context, w *writer, word string) (int64, error) {
			return w.insert(ctx, insert, word)
		},
	}
}

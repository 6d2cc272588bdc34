package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"chancery/model"
)

// ErrNoView says that an archive keeps no view of a name.
var ErrNoView = errors.New("no such saved view")

// Views returns the saved views in the order of their names. When some cannot be
// read it returns the others, and an error that names those.
func (a *Archive) Views(ctx context.Context) (views []model.View, err error) {
	var unread []error
	err = a.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			var name, content string
			if err := rows.Scan(&name, &content); err != nil {
				return err
			}
			v, err := DecodeView(name, content)
			if err != nil {
				unread = append(unread, fmt.Errorf("saved view %q: %w", name, err))
				return nil
			}
			views = append(views, v)
			return nil
		}, "SELECT name, content FROM view")
	})
	slices.SortFunc(views, func(a, b model.View) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return views, errors.Join(append(unread, err)...)
}

// View returns the saved view of a name, whatever the case of its letters. The
// error wraps ErrNoView when there is none.
func (a *Archive) View(ctx context.Context, name string) (model.View, error) {
	views, err := a.Views(ctx)
	for _, v := range views {
		if strings.EqualFold(v.Name, name) {
			return v, nil
		}
	}
	if err != nil {
		return model.View{}, err
	}
	return model.View{}, fmt.Errorf("%w as %q", ErrNoView, name)
}

// PutView keeps a view, in place of one of the same name. It is not an edit:
// it changes no event, and is not undone with them.
func (a *Archive) PutView(ctx context.Context, v model.View) error {
	v.Name = strings.TrimSpace(v.Name)
	if v.Name == "" {
		return &FieldError{"name", "a view needs a name"}
	}
	content, err := EncodeView(v)
	if err != nil {
		return fmt.Errorf("saved view %q: %w", v.Name, err)
	}
	return a.transact(ctx, func(tx *sql.Tx) error {
		if _, err := deleteView(ctx, tx, v.Name); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO view (name, content) VALUES (?, ?)", v.Name, content)
		return err
	})
}

// DeleteView forgets the view of a name. The error wraps ErrNoView when there
// is none.
func (a *Archive) DeleteView(ctx context.Context, name string) error {
	return a.transact(ctx, func(tx *sql.Tx) error {
		deleted, err := deleteView(ctx, tx, name)
		if err == nil && !deleted {
			err = fmt.Errorf("%w as %q", ErrNoView, name)
		}
		return err
	})
}

// deleteView compares names as people do, which SQLite can for ASCII only.
func deleteView(ctx context.Context, tx *sql.Tx, name string) (deleted bool, err error) {
	var ids []int64
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var id int64
		var other string
		err := rows.Scan(&id, &other)
		if strings.EqualFold(other, name) {
			ids = append(ids, id)
		}
		return err
	}, "SELECT id, name FROM view")
	if err == nil && len(ids) > 0 {
		_, err = tx.ExecContext(ctx, "DELETE FROM view WHERE id IN (SELECT value FROM json_each(?))", idList(ids))
	}
	return len(ids) > 0, err
}

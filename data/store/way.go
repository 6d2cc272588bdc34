package store

import (
	"context"
	"database/sql"
)

// A way is how many rows reach one table: they are gathered in a virtual table,
// from which one statement takes them all. On a conflict the rows before it stay,
// as in bulk.
type way struct {
	*incoming
	insert *sql.Stmt
}

// openWay makes a way into a table within a transaction; into is as in bulk.
func openWay(ctx context.Context, tx *sql.Tx, into string, columns int) (*way, error) {
	if errIncoming != nil {
		return nil, errIncoming
	}
	w := &way{incoming: newIncoming(columns)}
	_, err := tx.ExecContext(ctx, w.create())
	if err == nil {
		w.insert, err = tx.PrepareContext(ctx, "INSERT OR FAIL INTO "+into+" SELECT * FROM "+w.name())
	}
	if err != nil {
		w.forget()
		return nil, err
	}
	return w, nil
}

// write writes the gathered rows and lets go of them. It returns the id of the
// last one.
func (w *way) write(ctx context.Context) (id int64, err error) {
	if len(w.cells) == 0 {
		return 0, nil
	}
	result, err := w.insert.ExecContext(ctx)
	if err != nil {
		return 0, err
	}
	clear(w.cells)
	w.cells = w.cells[:0]
	return result.LastInsertId()
}

// An execer is a pool, a connection or a transaction.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// close drops the virtual table of the connection, after the transaction.
func (w *way) close(conn execer) error {
	defer w.forget()
	_, err := conn.ExecContext(context.Background(), w.drop())
	return err
}

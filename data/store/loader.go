package store

import (
	"context"
	"database/sql"
	"errors"
)

// loadedEvents is how many events are gathered for a loader at a time, and
// fewLoaded for how few rows are not worth its while.
const (
	loadedEvents = 1024
	fewLoaded    = 64
)

// A loader writes the rows of a large batch, one set of them on a goroutine of
// its own while the next is gathered. SQLite takes one statement after the
// other, so whoever else uses the transaction waits first: see writer.settle.
type loader struct {
	tx      *sql.Tx
	ways    [tableCount]*way // by table, as rowSet.tables has them; nil before they are needed
	spare   *rowSet          // the set that is not being gathered
	writing chan error       // takes the outcome of the writing; nil when there is none
}

func newLoader(tx *sql.Tx) *loader { return &loader{tx: tx, spare: newRowSet()} }

// start begins to write a set and returns another, empty one. The writing before
// it must have ended.
func (l *loader) start(set *rowSet) *rowSet {
	next := l.spare
	l.spare = set
	writing := make(chan error, 1)
	l.writing = writing
	go func() { writing <- l.write(set) }()
	return next
}

// wait returns how the writing ended.
func (l *loader) wait() error {
	if l.writing == nil {
		return nil
	}
	err := <-l.writing
	l.writing = nil
	return err
}

// write writes a set and empties it. It takes some milliseconds, and is not
// cancelled.
func (l *loader) write(set *rowSet) error {
	ctx := context.Background()
	for i, b := range set.tables() {
		if len(b.cells) == 0 {
			continue
		}
		if err := l.open(ctx, i, b); err != nil {
			return err
		}
		l.ways[i].cells = b.cells
		id, err := l.ways[i].write(ctx)
		if err == nil {
			err = b.given(id)
		}
		if err != nil {
			return err
		}
		b.cells = b.cells[:0]
	}
	set.pending = 0
	return nil
}

// open makes the way for a table, if there is none yet.
func (l *loader) open(ctx context.Context, i int, b *bulk) (err error) {
	if l.ways[i] == nil {
		l.ways[i], err = openWay(ctx, l.tx, b.into, b.columns)
	}
	return err
}

// close drops the virtual tables, once the transaction is over.
func (l *loader) close(conn *sql.Conn) error {
	var err error
	for _, w := range l.ways {
		if w != nil {
			err = errors.Join(err, w.close(conn))
		}
	}
	return err
}

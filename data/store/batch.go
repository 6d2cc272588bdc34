package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"chancery/internal/keytable"
	"chancery/model"
)

// An Outcome says what putting something into an archive did.
type Outcome uint8

// The outcomes. An actor that was only a name in some event counts as Added
// when it is first described.
const (
	Unchanged Outcome = iota
	Added
	Updated
)

var outcomeNames = [...]string{"unchanged", "added", "updated"}

// String returns the outcome as a word.
func (o Outcome) String() string { return outcomeNames[o] }

// errBatchOver is what a batch answers after its end.
var errBatchOver = errors.New("the batch is over")

// A Batch is many changes in one transaction, such as an import: nothing of it
// is seen before Commit, and after Rollback, a crash or a full disk the archive
// is as it was. Other writes to the archive wait until the batch is over, so
// the goroutine that holds one must not make them.
//
// A value that is refused with a *FieldError leaves the batch as it was before;
// any other error ends its usefulness, and Commit returns the first such one.
// A Batch is used by one goroutine at a time.
type Batch struct {
	archive *Archive
	conn    *sql.Conn
	tx      *sql.Tx
	w       *writer
	counts  [3]int // by Outcome
	failed  error
	over    bool

	committed bool

	existing int // events before the batch, at most
	expected int // events to come, or 0 for unknown

	// The numbers of keys are IDs of events: of those that the batch has added
	// and, with allKeys, of all others too. Asked counts keys that were looked
	// for in the table of events instead.
	keys    *keytable.Table
	allKeys bool
	asked   int

	first, last model.EventID // of those that the batch adds; 0 when there are none
	of          BatchContent

	unindexed bool // dropIndexes has dropped indexes

	searching bool         // SearchMeanwhile was asked, and it has not begun
	search    *batchSearch // nil when the index follows after the commit
}

// batchCache is the page cache during a batch, in KiB: large enough to keep the
// upper levels of every index of a large archive.
const batchCache = 65536

// autoCheckpoint is how many pages the log holds before a commit moves them into
// the file, SQLite's own number. A batch leaves it to the next commit.
const autoCheckpoint = 1000

// Begin starts a batch; label says to people what it is ("Import events.csv").
// Cancelling ctx before Commit rolls the batch back.
func (a *Archive) Begin(ctx context.Context, label string) (*Batch, error) {
	b, err := a.beginWriting(ctx)
	if err != nil {
		return nil, err
	}
	if err := b.enter(ctx, label); err != nil {
		return nil, errors.Join(a.explain(err), b.end())
	}
	return b, nil
}

// beginWriting begins what changes so much that the connection is tuned for it.
func (a *Archive) beginWriting(ctx context.Context) (*Batch, error) {
	if a.readOnly {
		return nil, fileErrorf(ErrReadOnly, "%s is open for reading only", a.path)
	}
	if err := a.turn.take(ctx); err != nil {
		return nil, err
	}
	conn, err := a.writer.Conn(ctx)
	if err != nil {
		a.turn.give()
		return nil, a.explain(err)
	}
	b := &Batch{archive: a, conn: conn, keys: keytable.New()}
	if err := b.begin(ctx); err != nil {
		return nil, errors.Join(a.explain(err), b.end())
	}
	return b, nil
}

func (b *Batch) begin(ctx context.Context) (err error) {
	// References are right by the way in which rows are written, and a look at
	// every one of them takes a fifth of the time of an import.
	if err := b.tune(ctx, batchCache, false, 0); err != nil {
		return err
	}
	if b.tx, err = b.conn.BeginTx(ctx, nil); err != nil {
		return err
	}
	b.w = newWriter(b.tx)
	return b.w.row(ctx, "SELECT ifnull(max(id), 0) FROM event").Scan(&b.existing)
}

// enter makes the batch one of the archive's, to which all that it changes belongs.
func (b *Batch) enter(ctx context.Context, label string) error {
	marks, err := b.w.marks(ctx)
	if err != nil {
		return err
	}
	id, err := b.w.insert(ctx, "INSERT INTO batch (label, started, finished, added, updated, unchanged, marks) VALUES (?, ?, 0, 0, 0, 0, ?)",
		label, time.Now().Unix(), marks)
	if err != nil {
		return err
	}
	b.w.batch, b.w.shelving = id, true
	b.w.gathered = &gathered{}
	b.w.loader = newLoader(b.tx)
	return nil
}

// tune sets the page cache of the connection, letting go of what is too much,
// whether SQLite sees to it that references are right, and after how many pages
// of the log a commit moves them into the file.
func (b *Batch) tune(ctx context.Context, cache int, references bool, checkpoint int) error {
	_, err := b.conn.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d; PRAGMA shrink_memory; PRAGMA foreign_keys = %t; PRAGMA wal_autocheckpoint = %d",
		cache, references, checkpoint))
	return err
}

// check returns why the batch can take no more, or nil.
func (b *Batch) check() error {
	if b.over {
		return errBatchOver
	}
	return b.failed
}

// done counts an outcome, and remembers an error that leaves the transaction in
// a state that must not be committed.
func (b *Batch) done(o Outcome, err error) (Outcome, error) {
	var refused *FieldError
	switch {
	case err == nil:
		b.counts[o]++
	case !errors.As(err, &refused):
		err = b.archive.explain(err)
		b.failed = err
	}
	return o, err
}

// Commit makes the batch part of the archive. A batch that changed nothing
// leaves no trace.
func (b *Batch) Commit(ctx context.Context) error {
	if err := b.check(); err != nil {
		return errors.Join(err, b.Rollback())
	}
	if b.counts[Added]+b.counts[Updated] == 0 {
		return b.Rollback()
	}
	renewal := b.renewal(ctx)
	if err := b.commit(ctx); err != nil {
		return errors.Join(b.archive.explain(err), b.Rollback())
	}
	err := b.end()
	if b.search != nil {
		late := make(chan error, 1)
		go func() { late <- b.archive.makeLateIndexes(ctx) }()
		b.search.finish(ctx, b.w.mark, b.last, b.w.touched)
		b.search = nil
		<-late // Index sees to those that could not be made
	}
	if !renewal.whole || b.w.gathered == nil {
		// The batch is in the archive; this only saves time later, and its
		// failure must not look like that of the batch.
		_ = renewal.run(ctx, b.archive, b.w.touched)
	}
	return err
}

func (b *Batch) commit(ctx context.Context) error {
	if err := b.write(ctx); err != nil {
		return err
	}
	if err := logBatch(ctx, b.w); err != nil {
		return err
	}
	if err := b.restoreIndexes(ctx); err != nil {
		return err
	}
	if b.search != nil && len(b.w.renamed) > 0 {
		b.search.fail(errRenamed)
	}
	if err := b.w.finish(ctx); err != nil {
		return err
	}
	if err := b.snapshot(ctx); err != nil {
		return err
	}
	err := b.tx.Commit()
	b.committed = err == nil
	return err
}

// Rollback drops the batch. After Commit it does nothing.
func (b *Batch) Rollback() error {
	if b.over {
		return nil
	}
	return b.archive.explain(b.end())
}

// end gives the connection back, rolling back what was not committed.
func (b *Batch) end() error {
	b.over = true
	defer b.archive.turn.give()
	var err error
	if b.w != nil {
		_ = b.w.settle() // told already, or of no more interest
	}
	if b.tx != nil {
		// A full disk or a cancelled context has rolled back already.
		if err = b.tx.Rollback(); errors.Is(err, sql.ErrTxDone) {
			err = nil
		}
	}
	if b.search != nil && !b.committed {
		b.search.drop()
	}
	// The caller's context may be what ended the batch.
	if b.w != nil && b.w.loader != nil {
		err = errors.Join(err, b.w.loader.close(b.conn))
	}
	return errors.Join(err, b.tune(context.Background(), writerCache, true, autoCheckpoint), b.conn.Close())
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"chancery/model"
)

// The full-text index is not in the archive's file. It can always be made from
// the archive, so it need not be as safe; it may lag behind, so that no edit waits
// for it and an import is on the screen before all its words can be found; and it
// lies in several files, which are written and searched at the same time.
//
// A small archive, as most are, has its index in memory, where it takes less
// than a second to make. A large one has it in a folder beside the archive, or
// where none can be made there, in a temporary one.

// IndexSuffix is what follows the name of an archive in that of the folder of its
// search index. The folder may be deleted at any time: it is made anew.
const IndexSuffix = "-search"

// shardCount is how many shards an index in files has.
const shardCount = 4

var (
	// smallIndex is up to which ID of an event an index is kept in memory.
	smallIndex model.EventID = 10_000
	// searchWaits is for how many events a search waits to be indexed: about
	// half a second.
	searchWaits int64 = 10_000
)

// An index is the full-text index of an archive.
type index struct {
	archive *Archive

	mu        sync.Mutex
	shards    []*shard // nil before they are opened
	inMemory  bool
	temporary string // the folder to remove at the end
	outgrown  []*shard
}

// open returns the shards, those in memory as long as the archive is small.
func (x *index) open(ctx context.Context) ([]*shard, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	highest, err := x.archive.highestID(ctx)
	if err != nil {
		return nil, err
	}
	small := highest <= smallIndex
	if x.shards != nil && (small || !x.inMemory) {
		return x.shards, nil // an archive does not become small again
	}
	// Somebody may still be searching them.
	x.outgrown = append(x.outgrown, x.shards...)
	x.shards = nil
	switch {
	case small:
		x.shards, err = x.openAll(1, func(n int) (*shard, error) { return openShard(ctx, "", n, 1) })
	default:
		x.shards, err = x.openFiles(ctx)
	}
	x.inMemory = small
	return x.shards, err
}

// openLarge returns the shards of an archive that is about to become large.
func (x *index) openLarge(ctx context.Context) (shards []*shard, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.shards != nil && !x.inMemory {
		return x.shards, nil
	}
	x.outgrown = append(x.outgrown, x.shards...)
	x.inMemory = false
	x.shards, err = x.openFiles(ctx)
	return x.shards, err
}

func (x *index) openAll(n int, open func(n int) (*shard, error)) ([]*shard, error) {
	shards := make([]*shard, 0, n)
	for i := range n {
		s, err := open(i)
		if err != nil {
			return nil, errors.Join(err, closeAll(shards))
		}
		shards = append(shards, s)
	}
	return shards, nil
}

func closeAll(shards []*shard) error {
	var err error
	for _, s := range shards {
		err = errors.Join(err, s.close())
	}
	return err
}

// openFiles opens the shards beside the archive, or in a temporary folder.
func (x *index) openFiles(ctx context.Context) ([]*shard, error) {
	beside := x.archive.path + IndexSuffix
	if x.archive.readOnly {
		if shards, err := x.view(ctx, beside); err == nil {
			return shards, nil
		}
	} else {
		shards, err := x.openIn(ctx, beside)
		if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, ErrReadOnly) {
			return shards, err
		}
	}
	folder, err := os.MkdirTemp("", "chancery-search-")
	if err != nil {
		return nil, err
	}
	x.temporary = folder
	return x.openIn(ctx, folder)
}

func (x *index) openIn(ctx context.Context, folder string) ([]*shard, error) {
	if err := os.Mkdir(folder, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return x.openAll(shardCount, func(n int) (*shard, error) {
		s, err := openShard(ctx, shardPath(folder, n), n, shardCount)
		return s, x.archive.explainIndex(err)
	})
}

func shardPath(folder string, n int) string {
	return filepath.Join(folder, fmt.Sprintf("%d.index", n+1))
}

// view opens shards that cannot be written. They serve only when they are up to
// date.
func (x *index) view(ctx context.Context, folder string) ([]*shard, error) {
	shards, err := x.openAll(shardCount, func(n int) (*shard, error) {
		path := shardPath(folder, n)
		to := viewing
		if !canWriteBeside(path) {
			if to = reading; !exists(path + "-wal") {
				to = immutable
			}
		}
		return viewShard(ctx, path, to, n, shardCount)
	})
	if err != nil {
		return nil, err
	}
	missing, err := x.missing(ctx, shards)
	if err == nil && missing > 0 {
		err = errForeign
	}
	if err != nil {
		return nil, errors.Join(err, closeAll(shards))
	}
	return shards, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// close closes the shards and removes a temporary folder.
func (x *index) close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	err := errors.Join(closeAll(x.outgrown), closeAll(x.shards))
	x.shards, x.outgrown = nil, nil
	if x.temporary != "" {
		err = errors.Join(err, os.RemoveAll(x.temporary))
		x.temporary = ""
	}
	return err
}

// missing returns how many IDs the shards have still to see to.
func (x *index) missing(ctx context.Context, shards []*shard) (ids int64, err error) {
	err = x.archive.view(ctx, func(main *sql.Tx) error {
		for _, s := range shards {
			n, err := s.missing(ctx, main)
			if err != nil {
				return err
			}
			ids += n
		}
		return nil
	})
	return ids, err
}

// missing returns how many IDs the shard has still to see to.
func (s *shard) missing(ctx context.Context, main queryer) (ids int64, err error) {
	since, err := s.mark(ctx, s.read)
	if err != nil {
		return 0, err
	}
	ranges, _, all, err := news(ctx, main, since)
	if err != nil {
		return 0, err
	}
	if !all {
		err = each(ctx, s.read, func(rows *sql.Rows) error {
			var r idRange
			err := rows.Scan(&r.first, &r.last)
			ranges = append(ranges, r)
			return err
		}, "SELECT first, last FROM todo")
	}
	for _, r := range ranges {
		ids += s.count(r)
	}
	return ids, err
}

// follow brings the shards up to date, as many at a time as there are processors
// for it. report is told how many IDs have been seen to of how many, from one
// goroutine at a time.
func (x *index) follow(ctx context.Context, shards []*shard, processors int, report func(done, total int64)) error {
	total, err := x.missing(ctx, shards)
	if err != nil || total == 0 {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var mu sync.Mutex
	var seen int64
	done := func(ids int64) {
		mu.Lock()
		defer mu.Unlock()
		seen += ids
		if report != nil {
			report(min(seen, total), total)
		}
	}
	if processors == 0 {
		processors = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var working sync.WaitGroup
	for range min(len(shards), processors) {
		working.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(shards); i = next.Add(1) - 1 {
				if err := shards[i].follow(ctx, x.archive, done); err != nil {
					cancel(err)
					return
				}
			}
		})
	}
	working.Wait()
	return context.Cause(ctx)
}

// current returns the shards for a search, which waits for a few events to be
// indexed but not for many.
func (x *index) current(ctx context.Context) ([]*shard, error) {
	shards, err := x.open(ctx)
	if err != nil {
		return nil, err
	}
	missing, err := x.missing(ctx, shards)
	if err != nil || missing == 0 || missing > searchWaits {
		return shards, err
	}
	return shards, x.follow(ctx, shards, 0, nil)
}

// renew drops an index that turned out to be damaged, so that it is made anew.
func (x *index) renew() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	err := closeAll(x.shards)
	if !x.inMemory && x.temporary == "" && !x.archive.readOnly {
		err = errors.Join(err, os.RemoveAll(x.archive.path+IndexSuffix))
	}
	x.shards = nil
	return err
}

// Index brings the search index up to date after many events have changed, and
// makes it anew when it is missing, on so many processors, or on all for 0. It
// takes some seconds for a hundred thousand events; report, unless it is nil, is
// told how many events have been seen to of how many. Cancelling ctx or a crash
// ends it, and the next call goes on from there. Searching goes on meanwhile, in
// what is indexed.
//
// The index of a small archive is left to the first search. The indexes of the
// tables that a large batch has left for later are made too.
func (a *Archive) Index(ctx context.Context, processors int, report func(done, total int64)) error {
	tables := make(chan error, 1)
	go func() { tables <- a.makeLateIndexes(ctx) }()
	err := a.searching(ctx, func() error {
		shards, err := a.index.open(ctx)
		if err != nil || a.index.inMemory {
			return err
		}
		return a.index.follow(ctx, shards, processors, report)
	})
	return errors.Join(err, <-tables)
}

// Unindexed returns how many events have changed of which a search knows nothing
// yet, and would not know if it were asked now: it sees to a few by itself. Index
// sees to all.
func (a *Archive) Unindexed(ctx context.Context) (events int64, err error) {
	err = a.searching(ctx, func() error {
		shards, err := a.index.open(ctx)
		if err == nil {
			events, err = a.index.missing(ctx, shards)
		}
		if events <= searchWaits {
			events = 0
		}
		return err
	})
	if late, lateErr := a.lateIndexes(ctx); err == nil && lateErr == nil && late > 0 {
		events = max(events, 1)
	}
	return events, err
}

// searching runs what uses the index. A damaged index is dropped, and it is run
// once more.
func (a *Archive) searching(ctx context.Context, use func() error) error {
	err := use()
	if isDamage(err) {
		if err = a.index.renew(); err == nil {
			err = use()
		}
	}
	return a.explainIndex(err)
}

// highestID returns the highest ID that an event ever had.
func (a *Archive) highestID(ctx context.Context) (id model.EventID, err error) {
	err = a.reader.QueryRowContext(ctx, "SELECT seq FROM sqlite_sequence WHERE name = 'event'").Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

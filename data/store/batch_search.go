package store

import (
	"context"
	"errors"
	"sync"

	"chancery/model"
)

// SearchMeanwhile has the search index take in what a large batch adds while the
// batch is written, on all processors: for whoever waits until everything can be
// found. Left to Index, it comes after the commit, and the events are on the
// screen sooner. It is asked before the first event is put.
//
// Each shard does so in a transaction that is committed after the batch's, and
// rolled back with it. A crash between the two costs no more than the time, since
// the index then follows as always, and so it does when this fails.
func (b *Batch) SearchMeanwhile() { b.searching = true }

const (
	searchWorkers = 2
	searchQueue   = 8       // turns of events that wait for a worker
	searchBytes   = 8 << 20 // how much text is put into a shard at a time
)

// A batchSearch is the search index as it takes in what a batch adds.
type batchSearch struct {
	shards  []*shard
	fillers []*filler // by shard
	actors  map[string]*actorText
	first   model.EventID // the first event that it takes
	again   changeLog     // events that it has taken and that have changed since
	queues  [searchWorkers]chan []searchItem
	working sync.WaitGroup

	mu     sync.Mutex
	failed error
}

// A searchItem is an event on its way into a shard.
type searchItem struct {
	event  *model.Event
	actors []*actorText
}

// beginSearch lets the index begin with the next event. Where it cannot, it does
// not, and follows later.
func (b *Batch) beginSearch(ctx context.Context) error {
	if !b.searching {
		return nil
	}
	b.searching = false
	// Who has been renamed before is called by the new name from here on.
	if err := b.w.flush(ctx); err != nil {
		return err
	}
	if err := b.w.reindex(ctx); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx) // it ends with the batch, in one way or the other
	x := &b.archive.index
	shards, err := x.openLarge(ctx)
	if err != nil {
		return nil
	}
	s := &batchSearch{shards: shards, actors: map[string]*actorText{}, first: b.w.last + 1}
	if err := s.begin(ctx, b.w.settled()); err != nil {
		s.drop()
		return nil
	}
	for i := range s.queues {
		s.queues[i] = make(chan []searchItem, searchQueue)
		s.working.Go(func() { s.work(ctx, s.queues[i]) })
	}
	b.search = s
	return nil
}

// begin takes the turn of every shard and begins a transaction in it, in which it
// first takes note of what it has missed.
func (s *batchSearch) begin(ctx context.Context, main queryer) error {
	for _, shard := range s.shards {
		if shard.write == nil || !shard.turn.try() {
			return errors.New("the shard is being written")
		}
		f := &filler{shard: shard, texts: newTexts()}
		s.fillers = append(s.fillers, f)
		var err error
		if f.tx, err = shard.write.BeginTx(ctx, nil); err != nil {
			return err
		}
		since, err := shard.mark(ctx, f.tx)
		if err != nil {
			return err
		}
		if err := shard.noteIn(ctx, f.tx, main, since); err != nil {
			return err
		}
		var missing int64
		if err := f.tx.QueryRowContext(ctx, "SELECT ifnull(sum(last - first + 1), 0) FROM todo").Scan(&missing); err != nil {
			return err
		}
		if missing > searchWaits {
			return errors.New("the index is far behind")
		}
		if err := f.open(ctx); err != nil {
			return err
		}
	}
	return nil
}

// take hands events that were just added to the workers.
func (s *batchSearch) take(ctx context.Context, w *writer, added []*model.Event) error {
	if err := s.name(ctx, w, added); err != nil {
		return err
	}
	var items [searchWorkers][]searchItem
	for _, e := range added {
		if e.ID < s.first {
			continue
		}
		actors := make([]*actorText, len(e.Actors))
		for i, p := range e.Actors {
			actors[i] = s.actors[p.Actor]
		}
		k := s.shardOf(e.ID) % searchWorkers
		items[k] = append(items[k], searchItem{e, actors})
	}
	for k := range items {
		if len(items[k]) > 0 {
			s.queues[k] <- items[k]
		}
	}
	return nil
}

func (s *batchSearch) shardOf(id model.EventID) int { return int(id>>blockBits) % len(s.shards) }

// name finds the names in all languages of the actors that are new to it.
func (s *batchSearch) name(ctx context.Context, w *writer, added []*model.Event) error {
	unknown := map[int64]bool{}
	texts := texts{actors: map[int64]*actorText{}}
	for _, e := range added {
		for _, p := range e.Actors {
			if s.actors[p.Actor] != nil {
				continue
			}
			id, err := w.actor(ctx, p.Actor)
			if err != nil {
				return err
			}
			text := &actorText{}
			s.actors[p.Actor], texts.actors[id], unknown[id] = text, text, true
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	return texts.name(ctx, w.settled(), unknown)
}

// work puts events into shards until the queue is closed. After a failure it
// goes on taking them, and forgets them.
func (s *batchSearch) work(ctx context.Context, queue <-chan []searchItem) {
	for items := range queue {
		for _, item := range items {
			if s.failure() != nil {
				break
			}
			s.fail(s.put(ctx, item))
		}
	}
}

func (s *batchSearch) put(ctx context.Context, item searchItem) error {
	f := s.fillers[s.shardOf(item.event.ID)]
	sources := make([]*model.Source, len(item.event.Citations))
	for i := range item.event.Citations {
		sources[i] = &item.event.Citations[i].Source
	}
	text := newIndexText(item.event, item.actors, sources)
	if err := f.put(ctx, item.event.ID, &text); err != nil || f.bytes < searchBytes {
		return err
	}
	f.bytes = 0
	_, err := f.added.write(ctx)
	return err
}

func (s *batchSearch) failure() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failed
}

func (s *batchSearch) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failed = errors.Join(s.failed, err)
}

// wait lets the workers end.
func (s *batchSearch) wait() {
	for k, queue := range s.queues {
		if queue != nil {
			close(queue)
			s.queues[k] = nil
		}
	}
	s.working.Wait()
}

// errRenamed says that an actor was given other names after events in which it
// takes part.
var errRenamed = errors.New("an actor has been renamed")

// finish commits what the shards have taken in, after the commit of the batch,
// which stands at now and touched those events. What else it touched is left for
// the index to follow.
func (s *batchSearch) finish(ctx context.Context, now mark, last model.EventID, touched []idRange) {
	s.wait()
	taken := idRange{s.first, last}
	left := outside(touched, taken)
	left = append(left, s.again.joined()...)
	for _, f := range s.fillers {
		s.working.Go(func() {
			if s.failure() != nil {
				return
			}
			err := f.shard.todo(ctx, f.tx, left)
			if err == nil {
				err = f.shard.move(ctx, f.tx, now)
			}
			if err == nil {
				err = f.commit(ctx, func(int64) {})
			}
			s.fail(err)
		})
	}
	s.drop()
}

// drop rolls back what is not committed and gives the shards back.
func (s *batchSearch) drop() {
	s.wait()
	for _, f := range s.fillers {
		if f.tx != nil {
			_ = f.tx.Rollback()
		}
		_ = f.close()
		f.shard.turn.give()
	}
	s.fillers = nil
}

// outside returns the parts of ranges that are not in one.
func outside(ranges []idRange, in idRange) (parts []idRange) {
	for _, r := range ranges {
		if r.first < in.first {
			parts = append(parts, idRange{r.first, min(r.last, in.first-1)})
		}
		if r.last > in.last {
			parts = append(parts, idRange{max(r.first, in.last+1), r.last})
		}
	}
	return parts
}

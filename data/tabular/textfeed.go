package tabular

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"sync"
	"unicode/utf8"
)

// A textFeed reads a delimited text on several goroutines: one cuts it into
// blocks, others understand the rows of a block each, and Next puts them into
// order. Where a row turns out to go on in the next block, that block is
// understood again.
type textFeed struct {
	dialect Dialect
	make    func() understander
	close   func() error
	skip    int // rows before the first that is handed out
	number  int // rows so far

	queue chan *task // in the order of the text
	stop  chan struct{}
	once  sync.Once
	wg    sync.WaitGroup
	free  chan *batch // to be used again
	given *batch      // what Next returned last

	rest []byte // of a row that goes on in the next block
	own  worker // understands what must be understood again
}

// A task is a block and what came of it.
type task struct {
	block block
	err   error
	done  chan struct{}
	batch *batch
	rows  int // blank ones included
	rest  int // bytes at the end that belong to a row that goes on
}

// A worker understands blocks.
type worker struct {
	split splitter
	under understander
}

// newTextFeed begins to read a text. make makes what understands its rows, one
// for each goroutine. The first skip rows, blank ones included, are not handed
// out.
func newTextFeed(in io.Reader, d Dialect, make func() understander, close func() error, skip int) *textFeed {
	return newBlockFeed(newBlockReader(in, d), d, make, close, skip)
}

func newBlockFeed(blocks *blockReader, d Dialect, make func() understander, close func() error, skip int) *textFeed {
	workers := max(1, min(runtime.GOMAXPROCS(0), mostWorkers))
	f := &textFeed{
		dialect: d, make: make, close: close, skip: skip,
		queue: newQueue(2 * workers), stop: newStop(), free: newFree(4 * workers),
		own: worker{splitter{Dialect: d}, make()},
	}
	work := newQueue(2 * workers)
	f.wg.Add(1 + workers)
	go f.read(blocks, work)
	for range workers {
		go f.work(work)
	}
	return f
}

// mostWorkers is how many goroutines can be kept busy by one that reads.
const mostWorkers = 4

func newQueue(n int) chan *task { return make(chan *task, n) }
func newStop() chan struct{}    { return make(chan struct{}) }
func newFree(n int) chan *batch { return make(chan *batch, n) }

// read cuts the text into blocks and hands each to the workers and, in order,
// to Next.
func (f *textFeed) read(blocks *blockReader, work chan<- *task) {
	defer f.wg.Done()
	defer close(work)
	defer close(f.queue)
	for {
		t := &task{done: make(chan struct{})}
		t.block, t.err = blocks.next()
		if t.err != nil {
			close(t.done)
		}
		select {
		case f.queue <- t:
		case <-f.stop:
			return
		}
		if t.err != nil {
			return
		}
		select {
		case work <- t:
		case <-f.stop:
			return
		}
	}
}

func (f *textFeed) work(tasks <-chan *task) {
	defer f.wg.Done()
	w := worker{splitter{Dialect: f.dialect}, f.make()}
	for t := range tasks {
		select {
		case <-f.stop:
			return
		default:
		}
		t.batch = f.fresh()
		t.rows, t.rest = w.understand(t.block.text, t.block.last, t.block.cut, t.batch)
		close(t.done)
	}
}

// fresh returns an empty batch, with the room of an earlier one.
func (f *textFeed) fresh() *batch {
	select {
	case b := <-f.free:
		clear(b.events) // lets go of the texts
		b.rows, b.events, b.fault = b.rows[:0], b.events[:0], nil
		return b
	default:
		return &batch{}
	}
}

// understand makes rows of a text. It returns how many rows it holds, blank
// ones included, and how many bytes at its end are the beginning of a row that
// goes on behind it. Rows are numbered from 1.
func (w *worker) understand(text []byte, last, cut bool, into *batch) (rows, rest int) {
	if cut {
		into.fail(1, []string{string(text)}, rowTooLong())
		return 1, 0
	}
	flags := flagsOf(text)
	for len(text) > 0 {
		n, v := w.split.row(text, last)
		if v == rowOpen {
			return rows, len(text)
		}
		rows++
		switch v {
		case rowRead:
			w.under.understand(rows, w.split.cells, flags, into)
		case rowBad:
			into.fail(rows, []string{string(bytes.TrimRight(text[:n], "\r\n"))}, &CellError{Reason: w.split.reason})
		}
		text = text[n:]
	}
	return rows, 0
}

func flagsOf(text []byte) textFlags {
	return textFlags{
		clean:    utf8.Valid(text),
		zeros:    bytes.IndexByte(text, 0) >= 0,
		returns:  bytes.IndexByte(text, '\r') >= 0,
		replaced: bytes.Contains(text, replacement),
	}
}

var replacement = []byte("\uFFFD")

// Next implements Feed.
func (f *textFeed) Next(ctx context.Context) ([]Row, error) {
	if f.given != nil {
		select {
		case f.free <- f.given:
		default:
		}
		f.given = nil
	}
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b, rows, err := f.block()
		if err != nil {
			return nil, err
		}
		f.renumber(b)
		f.number += rows
		if b.fault != nil {
			return nil, b.fault(b.faultAt + f.number - rows)
		}
		if b.rows = after(b.rows, f.skip); len(b.rows) > 0 {
			f.given = b
			return b.rows, nil
		}
	}
}

// block returns the rows of the next block and how many there are, blank ones
// included.
func (f *textFeed) block() (*batch, int, error) {
	t, more := <-f.queue
	switch {
	case !more:
		return nil, 0, io.EOF
	case t.err != nil && !(errors.Is(t.err, io.EOF) && len(f.rest) > 0):
		return nil, 0, t.err
	}
	<-t.done
	if len(f.rest) > 0 {
		return f.joined(t)
	}
	f.rest = t.block.text[len(t.block.text)-t.rest:]
	return t.batch, t.rows, nil
}

// joined understands the beginning of a row that is left together with the
// block behind it.
func (f *textFeed) joined(t *task) (*batch, int, error) {
	text, last := f.rest, true
	f.rest = nil
	b := f.fresh()
	if t.err == nil && !t.block.cut {
		text, last = append(bytes.Clone(text), t.block.text...), t.block.last
	}
	rows, rest := f.own.understand(text, last, false, b)
	if rest > 0 {
		f.rest = text[len(text)-rest:]
	}
	if t.err == nil && t.block.cut {
		for i := range t.batch.rows {
			r := t.batch.rows[i]
			r.Number += rows
			b.rows = append(b.rows, r)
		}
		rows += t.rows
	}
	return b, rows, nil
}

// renumber makes the numbers of rows in a block those of the file.
func (f *textFeed) renumber(b *batch) {
	if f.number == 0 {
		return
	}
	for i := range b.rows {
		r := &b.rows[i]
		r.Number += f.number
		for k := range r.Events {
			r.Events[k].Origin.Row += f.number
		}
	}
}

// after leaves out the rows up to one number.
func after(rows []Row, number int) []Row {
	for len(rows) > 0 && rows[0].Number <= number {
		rows = rows[1:]
	}
	return rows
}

// Close implements Feed. It waits for the goroutines.
func (f *textFeed) Close() error {
	var err error
	f.once.Do(func() {
		close(f.stop)
		for range f.queue {
		}
		f.wg.Wait()
		err = f.close()
	})
	return err
}

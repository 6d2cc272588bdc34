package tabular

import (
	"context"

	"chancery/model"
)

// A Row is what became of one row of a file: its events, mostly one, or the
// problem that leaves it out, or the number of the row that it was folded into,
// which says the same. A row that tells of the file as a whole is folded into
// itself.
type Row struct {
	Number  int // as a spreadsheet counts: the first row is 1
	Events  []model.Event
	Problem *CellError
	Folded  int      // the number of a row, 0 when it was not folded
	Cells   []string // of a row with a problem, as they stand in the file
	// Late says that the row was told of before, without these events, which
	// waited for the rows that were folded into it.
	Late bool
}

// A Feed is a file that is read as events, row by row, whatever its format.
//
// Next returns the next rows in their order, at least one, and io.EOF at the
// end. The slices, those of the events too, are used again by the call after;
// the texts stay as they are, but may be views of a larger text, so that who
// keeps a few of many clones them. A *FileError ends the reading.
type Feed interface {
	Next(ctx context.Context) ([]Row, error)
	Close() error
}

// A understander makes the events of a row from its cells. It is used by one
// goroutine. The cells are views that stay as they are; the slice does not.
type understander interface {
	understand(number int, cells []string, flags textFlags, into *batch)
}

// textFlags say what a text has nowhere, so that its cells need not be looked
// through for it.
type textFlags struct {
	clean    bool // valid UTF-8
	zeros    bool // may hold zero bytes
	returns  bool // may hold carriage returns
	replaced bool // may hold U+FFFD
}

// A batch gathers the rows of a block.
type batch struct {
	rows   []Row
	events []model.Event
	arena  arena
	// fault, when there is one, ends the reading; it is told the number of the
	// row at which it stands.
	fault   func(row int) *FileError
	faultAt int
}

// abandon ends the reading at a row.
func (b *batch) abandon(number int, fault func(row int) *FileError) {
	if b.fault == nil {
		b.fault, b.faultAt = fault, number
	}
}

// add adds a row with the events that were appended since.
func (b *batch) add(number, since int) {
	b.rows = append(b.rows, Row{Number: number, Events: b.events[since:len(b.events):len(b.events)]})
}

// fail adds a row that is left out.
func (b *batch) fail(number int, cells []string, problem *CellError) {
	b.rows = append(b.rows, Row{Number: number, Problem: problem, Cells: append([]string(nil), cells...)})
}

// event appends an empty event and returns it.
func (b *batch) event() *model.Event {
	b.events = append(b.events, model.Event{})
	return &b.events[len(b.events)-1]
}

package data

import (
	"context"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"chancery/data/exchange"
	"chancery/data/tabular"
	"chancery/model"
)

// exchangeFormats are the formats of other programs that are no tables. What a
// file is, is told from what it holds.
func exchangeFormats() []otherFormat {
	var all []otherFormat
	for k := exchange.OwnJSON; k <= exchange.ICalendar; k++ {
		all = append(all, otherFormat{
			Name:  k.String(),
			Knows: func(_ string, head []byte) bool { return exchange.Recognise(head) == k },
			Open:  func(name string, r io.ReadCloser) (tabular.Feed, error) { return newItemFeed(name, k, r), nil },
		})
	}
	return all
}

// An itemFeed is the entries of a file as rows: an entry is a row, and its number
// the row's.
type itemFeed struct {
	name string
	file io.Closer
	next func() (exchange.Item, error, bool)
	stop func()
	err  error // of the file, told after the rows before it
}

func newItemFeed(name string, k exchange.Kind, r io.ReadCloser) *itemFeed {
	f := &itemFeed{name: name, file: r}
	f.next, f.stop = iter.Pull2(k.Read(name, r))
	return f
}

// Next implements tabular.Feed.
func (f *itemFeed) Next(ctx context.Context) ([]tabular.Row, error) {
	if f.err != nil {
		return nil, f.err
	}
	rows := make([]tabular.Row, 0, turnEvents)
	for len(rows) < cap(rows) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		item, err, more := f.next()
		switch {
		case !more:
			f.err = io.EOF
		case err != nil:
			f.err = &tabular.FileError{Name: f.name, Reason: err.Error()}
		}
		if f.err != nil {
			break
		}
		rows = append(rows, f.row(&item))
	}
	if len(rows) == 0 {
		return nil, f.err
	}
	return rows, nil
}

func (f *itemFeed) row(item *exchange.Item) tabular.Row {
	if p := item.Problem; p != nil {
		return tabular.Row{Number: item.Number, Problem: &tabular.CellError{
			Column: p.Field, Value: p.Value, Reason: p.Reason + " (" + item.Place + ")",
		}}
	}
	e := item.Event
	e.Origin = model.Origin{File: f.name, Row: item.Number}
	if e.Collection == "" {
		e.Collection = strings.TrimSuffix(filepath.Base(f.name), filepath.Ext(f.name))
	}
	return tabular.Row{Number: item.Number, Events: []model.Event{e}}
}

// Close implements tabular.Feed.
func (f *itemFeed) Close() error {
	f.stop()
	return f.file.Close()
}

package data

import (
	"bytes"
	"context"
	"errors"
	"io"

	"chancery/data/charset"
	"chancery/data/tabular"
)

// A reading is an input of which it is known what it holds.
type reading struct {
	input Input
	kind  tabular.TableKind      // by which inputs are ordered; of events too when not our own
	own   *tabular.Reader        // of our own tables; its header is read
	found *tabular.Understanding // of tables of others
	other *otherFormat

	density float64 // lines in a byte, where the file begins
}

// An otherFormat is a format of events that is no table. Knows sees the
// beginning of a file; Open reads it as rows, of which each is an entry of the
// file.
type otherFormat struct {
	Name  string
	Knows func(name string, head []byte) bool
	Open  func(name string, r io.ReadCloser) (tabular.Feed, error)
}

// otherFormats are tried in their order before a file is taken for a table.
var otherFormats = exchangeFormats()

// headBytes is how much of a file is looked at to tell its format.
const headBytes = 64 << 10

// read finds out what an input holds. Our own tables are known by their header
// and read strictly; what is none is sniffed.
func read(ctx context.Context, in Input, h tabular.Hints) (r reading, err error) {
	f, err := in.Open()
	if err != nil {
		return reading{}, err
	}
	defer f.Close() // was only read
	head, err := io.ReadAll(io.LimitReader(f, headBytes))
	if err != nil {
		return reading{}, err
	}
	defer func() { r.density = density(head) }()
	for i := range otherFormats {
		if o := &otherFormats[i]; o.Knows(in.Name, head) {
			return reading{input: in, kind: tabular.Events, other: o}, nil
		}
	}
	var strict error
	if unhinted(h) && charset.Detect(head).Encoding == charset.UTF8 {
		own, err := tabular.NewReader(in.Name, io.MultiReader(bytes.NewReader(head), f))
		if err == nil && own.IsOwn() {
			return reading{input: in, kind: own.Kind, own: own}, nil
		}
		strict = err
	}
	u, err := tabular.Sniff(ctx, in.file(), h)
	if err != nil {
		return reading{}, err
	}
	if u.Own != "" {
		return ownReading(in, u, strict)
	}
	return reading{input: in, kind: tabular.Events, found: u}, u.Survey(ctx, in.file())
}

func density(text []byte) float64 {
	lines := max(bytes.Count(text, []byte{'\n'}), bytes.Count(text, []byte{'\r'}))
	return float64(lines) / float64(max(len(text), 1))
}

// unhinted reports that nobody has said how to read a file.
func unhinted(h tabular.Hints) bool {
	return h.Encoding == "" && h.Delimiter == 0 && h.Header == nil && h.Sheet == "" && !h.Given()
}

// ownReading reads our own table in another encoding or with other delimiters.
// A header that is ours and could not be read for another reason is told so.
func ownReading(in Input, u *tabular.Understanding, strict error) (reading, error) {
	if u.Plain() && strict != nil {
		return reading{}, strict
	}
	text, err := u.Text(in.file())
	if err != nil {
		return reading{}, err
	}
	own, err := tabular.NewTextReader(in.Name, text, u)
	if err := errors.Join(err, text.Close()); err != nil {
		return reading{}, err
	}
	return reading{input: in, kind: own.Kind, own: own, found: u}, nil
}

// file is the input as the readers of tables take it.
func (in Input) file() tabular.File { return tabular.File{Name: in.Name, Open: in.Open} }

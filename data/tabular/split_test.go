package tabular

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// FuzzSplit holds that strict text is cut as encoding/csv cuts it, whenever that
// can cut all of it, whatever the size of the blocks.
func FuzzSplit(f *testing.F) {
	f.Add([]byte("a,b\n1,\"ha \"\"ha\"\"\"\n"))
	f.Add([]byte("\"a\nb\",c\r\n\r\nd,\"e\"\r\n"))
	f.Add([]byte("a,\"b\nc\",\n,\n\"\",x"))
	f.Add([]byte("a;b\tc|d\x01e\\\"f"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r := csv.NewReader(bytes.NewReader(text))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		got, bad := scanAll(t, text, OwnDialect, blockSize)
		for _, size := range []int{1, 7, 64} {
			again, worse := scanAll(t, text, OwnDialect, size)
			if !slices.EqualFunc(got, again, slices.Equal) || bad != worse {
				t.Fatalf("in blocks of %d: %q, %d bad; in one: %q, %d bad", size, again, worse, got, bad)
			}
		}
		for _, d := range []Dialect{{Delimiter: ','}, {Delimiter: ';', Quote: '"'}, {Delimiter: '\t', Quote: '"', Backslash: true}} {
			one, badOne := scanAll(t, text, d, blockSize)
			two, badTwo := scanAll(t, text, d, 5)
			if !slices.EqualFunc(one, two, slices.Equal) || badOne != badTwo {
				t.Fatalf("%+v in small blocks: %q, want %q", d, two, one)
			}
		}
		if err != nil || bytes.IndexByte(text, '\r') >= 0 {
			return // encoding/csv changes carriage returns
		}
		if bad > 0 || !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("cut into %q, %d bad; encoding/csv cuts %q", got, bad, want)
		}
	})
}

// scanAll reads all rows of a text, in blocks of a size.
func scanAll(t *testing.T, text []byte, d Dialect, size int) (rows [][]string, bad int) {
	s := newRowScanner(bytes.NewReader(text), d)
	s.blocks.size = size
	lines := bytes.Count(text, []byte("\n")) + 1
	for {
		cells, err := s.next()
		var syntax *CellError
		switch {
		case errors.Is(err, io.EOF):
			return rows, bad
		case errors.As(err, &syntax):
			bad++
		case err != nil:
			t.Fatal(err)
		default:
			rows = append(rows, slices.Clone(cells))
		}
		if s.row > lines {
			t.Fatalf("row %d in %d lines", s.row, lines)
		}
	}
}

// echo understands each row as a problem that holds its cells.
type echo struct{}

func (echo) understand(number int, cells []string, _ textFlags, into *batch) {
	into.fail(number, cells, &CellError{Reason: "row"})
}

// TestTextFeed holds that many goroutines find what one finds, rows that go on
// in the next block, stray quotes and lines that are too long included.
func TestTextFeed(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"a,b\n", "\"x\ny\",z\n", "\"", "\n", "\"q\"\"q\",1\r\n", "c \"d\",e\n", strings.Repeat("long ", 200) + ",x\n"}
	for round := range 60 {
		var text strings.Builder
		for range 400 {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		if round == 7 {
			text.WriteString("\"open\nb,c\n" + strings.Repeat("x", MaxRecord+1) + ",y\nlast,row\n")
		}
		for _, d := range []Dialect{OwnDialect, {Delimiter: ',', Quote: '"'}, {Delimiter: ','}} {
			var want []string
			s := newRowScanner(strings.NewReader(text.String()), d)
			for {
				cells, err := s.next()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					want = append(want, fmt.Sprintf("%d! %v", s.row, err))
					continue
				}
				want = append(want, fmt.Sprintf("%d %q", s.row, cells))
			}
			if got := feedAll(t, text.String(), d, 512); !slices.Equal(got, want) {
				for i := range min(len(got), len(want)) {
					if got[i] != want[i] {
						t.Fatalf("round %d, %+v: row %d is %.100s, want %.100s", round, d, i, got[i], want[i])
					}
				}
				t.Fatalf("round %d, %+v: %d rows, want %d", round, d, len(got), len(want))
			}
		}
	}
}

func feedAll(t *testing.T, text string, d Dialect, size int) []string {
	t.Helper()
	blocks := newBlockReader(iotest.HalfReader(strings.NewReader(text)), d)
	blocks.size = size
	f := newBlockFeed(blocks, d, func() understander { return echo{} }, func() error { return nil }, 0)
	defer f.Close()
	var got []string
	for {
		rows, err := f.Next(context.Background())
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if r.Problem.Reason == "row" {
				got = append(got, fmt.Sprintf("%d %q", r.Number, r.Cells))
			} else {
				got = append(got, fmt.Sprintf("%d! %v", r.Number, r.Problem))
			}
		}
	}
}

// Whatever the bytes and wherever they stand, the first is found.
func TestFirstOf(t *testing.T) {
	for length := range 40 {
		for at := range length {
			for _, fill := range []byte{0, 1, ',' - 1, ',' + 1, 0x80, 0xFF} {
				for _, sought := range []byte{',', '\n', '"', 0x80} {
					text := bytes.Repeat([]byte{fill}, length)
					text[at] = sought
					want := 0
					for want < length && text[want] != ',' && text[want] != '\n' && text[want] != '"' {
						want++
					}
					if got := firstOf(text, ',', '\n', '"'); got != want {
						t.Fatalf("in %q the first is found at %d, want %d", text, got, want)
					}
				}
			}
		}
	}
}

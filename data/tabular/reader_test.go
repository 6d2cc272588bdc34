package tabular_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"chancery/data/tabular"
)

// outline reads a table to its end and tells each row in a few words: its
// number, and its title or why it cannot be read.
func outline(t *testing.T, table io.Reader) []string {
	t.Helper()
	r, err := tabular.NewReader("test.csv", table)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for {
		record, err := r.Read()
		var cell *tabular.CellError
		switch {
		case errors.Is(err, io.EOF):
			return rows
		case errors.As(err, &cell):
			rows = append(rows, fmt.Sprintf("%d! %s", record.Row, cell.Reason))
		case err != nil:
			t.Fatal(err)
		default:
			rows = append(rows, fmt.Sprintf("%d %s", record.Row, record.Cell("title")))
		}
	}
}

// TestStrayQuotes checks that a quote in the wrong place costs its own row and
// no other, and that rows keep the numbers that a spreadsheet shows.
func TestStrayQuotes(t *testing.T) {
	const (
		open = "a quote that opens a cell is closed wrongly or never: write a quote inside a quoted cell twice"
		bare = "a quote stands inside a cell that is not quoted: put the whole cell in quotes and write the inner quote twice"
	)
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"cells of several lines", "\"a\nb\",2019\nc,2019\n", []string{"2 a\nb", "3 c"}},
		{"doubled quotes", "\"a \"\"b\"\"\",2019\nc,2019\n", []string{`2 a "b"`, "3 c"}},
		{"blank lines count", "\n\na,2019\n\r\nb,2019\n,\n\nc,2019", []string{"4 a", "6 b", "9 c"}},
		{"never closed", "\"a,2019\nb,2019\nc,2019\n", []string{"2! " + open, "3 b", "4 c"}},
		{"closed by a later cell", "\"a,2019\nb,2019\n\"c\",2019\nd,2019\n", []string{"2! " + open, "3 b", "4 c", "5 d"}},
		{"closed by a later row of several lines", "\"a,2019\nb,2019\n\"c\nd\",2019\ne,2019\n", []string{"2! " + open, "3 b", "4 c\nd", "5 e"}},
		{"text after the closing quote", "\"a\" b,2019\nc,2019\n", []string{"2! " + open, "3 c"}},
		{"inches", "a 5\" pipe,2019\nb,2019\nc 7\" pipe,2019\nd,2019\n", []string{"2! " + bare, "3 b", "4! " + bare, "5 d"}},
		{"last row", "a,2019\n\"b,2019", []string{"2 a", "3! " + open}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(t, strings.NewReader("title,start\n"+tt.rows)); !slices.Equal(got, tt.want) {
				t.Errorf("rows:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// TestLimits checks that what is too long is an error of its row, that the rows
// around it are read, and that what is just short enough is read too.
func TestLimits(t *testing.T) {
	const mebi = 1 << 20
	cell := func(n int) string { return strings.Repeat("x", n) }
	long := "the cell is longer than the limit of 1 MiB"
	row := "the row is longer than the limit of 4 MiB"
	tests := []struct {
		name, row string
		want      []string
	}{
		{"cell at the limit", "c," + cell(mebi) + ",,,\n", []string{"2 before", "3 c", "4 after"}},
		{"cell beyond the limit", "c," + cell(mebi+1) + ",,,\n", []string{"2 before", "3! " + long, "4 after"}},
		{"row beyond the limit", strings.Repeat(cell(mebi)+",", 4) + "2019\n", []string{"2 before", "3! " + row, "4 after"}},
		{"cell of 20 MiB", cell(20*mebi) + ",,,,\n", []string{"2 before", "3! " + row, "4 after"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := "title,summary,place,confidence,start\nbefore,,,,2019\n" + tt.row + "after,,,,2019\n"
			if got := outline(t, strings.NewReader(table)); !slices.Equal(got, tt.want) {
				t.Errorf("rows %.200q, want %q", got, tt.want)
			}
		})
	}
}

// TestStrayQuoteInLongTable checks that a quote that is never closed does not
// take a long table for one cell, and that a line too long to keep, met while
// looking for the closing quote, is told and not lost.
func TestStrayQuoteInLongTable(t *testing.T) {
	const rows = 300_000
	table := io.MultiReader(
		strings.NewReader("title,start\n\"stray,2019\n"),
		strings.NewReader(strings.Repeat("good row of a table,2019\n", rows)),
		strings.NewReader(strings.Repeat("x", 5<<20)+",2019\n"),
		strings.NewReader("last,2019\n"))
	got := outline(t, table)
	if len(got) != rows+3 {
		t.Fatalf("%d rows, want %d", len(got), rows+3)
	}
	if !strings.HasPrefix(got[0], "2! a quote") || got[1] != "3 good row of a table" || got[rows] != fmt.Sprintf("%d good row of a table", rows+2) {
		t.Errorf("the rows begin %q and go on to %q", got[:2], got[rows])
	}
	if want := fmt.Sprintf("%d! the row is longer than the limit of 4 MiB", rows+3); got[rows+1] != want {
		t.Errorf("row %q, want %q", got[rows+1], want)
	}
	if want := fmt.Sprintf("%d last", rows+4); got[rows+2] != want {
		t.Errorf("the last row is %q, want %q", got[rows+2], want)
	}

	// The line that is too long comes while the quote is still open.
	got = outline(t, strings.NewReader("title,start\n\"stray,2019\na,2019\n"+strings.Repeat("x", 5<<20)+",2019\nb,2019\n"))
	if len(got) != 4 || got[1] != "3 a" || got[2] != "4! the row is longer than the limit of 4 MiB" || got[3] != "5 b" {
		t.Errorf("rows %.200q", got)
	}
}

// TestReadError checks that a failing disk is no problem of a row.
func TestReadError(t *testing.T) {
	r, err := tabular.NewReader("test.csv", io.MultiReader(strings.NewReader("title,start\na,2019\n"+strings.Repeat("b,2019\n", 20_000)), broken{}))
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err = r.Read(); err != nil {
			break
		}
	}
	if !errors.Is(err, errBroken) {
		t.Errorf("error %v, want that of the disk", err)
	}
}

var errBroken = errors.New("disk on fire")

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errBroken }

// BenchmarkRead reads and parses a table of events.
func BenchmarkRead(b *testing.B) {
	const rows = 10_000
	table := "id,title,start,actors,sources\n" +
		strings.Repeat("e1,\"Ministers meet, again\",2019-11-17,initiator:Japan;target:South Korea,Agency|Report|https://example.org/1|2019-11-17\n", rows)
	b.SetBytes(int64(len(table)))
	for range b.N {
		r, err := tabular.NewReader("test.csv", strings.NewReader(table))
		if err != nil {
			b.Fatal(err)
		}
		for {
			record, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			if _, err := tabular.ParseEvent(&record); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

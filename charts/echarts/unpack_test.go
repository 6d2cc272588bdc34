package echarts_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
)

// unpacked returns what a block of a page carries squeezed.
func unpacked(t *testing.T, page, id string) *bytes.Reader {
	t.Helper()
	var text string
	if err := json.Unmarshal([]byte(dataOf(t, page, id)), &text); err != nil {
		t.Fatal(err)
	}
	small, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(whole)
}

func number(t *testing.T, r *bytes.Reader) int {
	t.Helper()
	n, err := binary.ReadUvarint(r)
	if err != nil {
		t.Fatal(err)
	}
	return int(n)
}

func signed(t *testing.T, r *bytes.Reader) int64 {
	t.Helper()
	n, err := binary.ReadVarint(r)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func text(t *testing.T, r *bytes.Reader, n int) string {
	t.Helper()
	b := make([]byte, n)
	if _, err := io.ReadFull(r, b); err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// An unpackedMark is a mark as the script reads it; moments are seconds.
type unpackedMark struct {
	start, end           int64
	lane, category, form int
	event                int
}

func marksOf(t *testing.T, page string) []unpackedMark {
	t.Helper()
	r := unpacked(t, page, "chancery-marks")
	marks, unit := make([]unpackedMark, number(t, r)), int64(number(t, r))
	at := int64(0)
	for i := range marks {
		at += signed(t, r)
		marks[i].start = at * unit
	}
	for i := range marks {
		marks[i].end = marks[i].start + signed(t, r)*unit
	}
	for i := range marks {
		marks[i].lane = number(t, r)
	}
	for i := range marks {
		marks[i].category = int(text(t, r, 1)[0])
	}
	for i := range marks {
		marks[i].form = number(t, r)
	}
	event := int64(-1)
	for i := range marks {
		event += signed(t, r)
		marks[i].event = int(event)
	}
	if r.Len() > 0 {
		t.Fatalf("%d bytes after the marks", r.Len())
	}
	return marks
}

// An unpackedTable is the events of a page as the script reads them.
type unpackedTable struct {
	rows    int
	names   []string
	columns map[string][]string
}

func tableOf(t *testing.T, page string) unpackedTable {
	t.Helper()
	r := unpacked(t, page, "chancery-table")
	table := unpackedTable{rows: number(t, r), columns: map[string][]string{}}
	for range number(t, r) {
		name := text(t, r, number(t, r))
		count := number(t, r)
		words := strings.Split(text(t, r, number(t, r)), "\x00")
		table.names = append(table.names, name)
		cells := words[:len(words)-1]
		if count > 0 {
			low, high := text(t, r, table.rows), ""
			if count > 256 {
				high = text(t, r, table.rows)
			}
			cells = make([]string, table.rows)
			for i := range cells {
				n := int(low[i])
				if count > 256 {
					n |= int(high[i]) << 8
				}
				cells[i] = words[n]
			}
		}
		if len(cells) != table.rows {
			t.Fatalf("column %s has %d cells, want %d", name, len(cells), table.rows)
		}
		table.columns[name] = cells
	}
	if r.Len() > 0 {
		t.Fatalf("%d bytes after the table", r.Len())
	}
	return table
}

// texts returns the cells of a column as they were before they were guarded
// against spreadsheets.
func (u unpackedTable) texts(name string) []string {
	texts := slices.Clone(u.columns[name])
	for i, cell := range texts {
		if rest := strings.TrimLeft(cell, "'"); rest != "" && rest != cell && strings.Contains("=+-@\t\r", rest[:1]) {
			texts[i] = cell[1:]
		}
	}
	return texts
}

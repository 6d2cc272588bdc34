package edtf_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"chancery/model/edtf"
)

// The tables in testdata are read by their first columns; the others hold what
// is expected. GOLDEN=update writes them anew.

func TestTables(t *testing.T) {
	tests := []struct {
		file string
		keys int
		row  func(t *testing.T, keys []string) []string
	}{
		{"parse.csv", 1, parseRow},
		{"invalid.csv", 1, invalidRow},
		{"read.csv", 2, readRow},
		{"unreadable.csv", 2, unreadableRow},
		{"short.csv", 1, shortRow},
		{"tolerance.csv", 1, toleranceRow},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			path := filepath.Join("testdata", test.file)
			rows := readTable(t, path)
			for i, want := range rows[1:] {
				got := append(want[:test.keys:test.keys], test.row(t, want[:test.keys])...)
				for column := range rows[0] {
					if column < len(want) && got[column] != want[column] {
						t.Errorf("%s %s: %s = %q, want %q", test.file, want[0], rows[0][column], got[column], want[column])
					}
				}
				rows[i+1] = got
			}
			if os.Getenv("GOLDEN") == "update" {
				writeTable(t, path, rows)
			}
		})
	}
}

func parseRow(t *testing.T, keys []string) []string {
	d, err := edtf.Parse(keys[0])
	if err != nil {
		t.Errorf("Parse(%q): %v", keys[0], err)
		return make([]string, 9)
	}
	b := d.Bounds()
	return []string{
		d.String(), d.Display(), d.Form().String(), d.Precision().String(), d.Qualifier().String(),
		b.EarliestStart.String(), b.LatestStart.String(), b.EarliestEnd.String(), b.LatestEnd.String(),
	}
}

func invalidRow(t *testing.T, keys []string) []string {
	d, err := edtf.Parse(keys[0])
	if err == nil {
		t.Errorf("Parse(%q) = %v, want an error", keys[0], d)
		return []string{""}
	}
	if !d.IsZero() {
		t.Errorf("Parse(%q) = %v with an error", keys[0], d)
	}
	return []string{err.(*edtf.SyntaxError).Reason}
}

var orders = map[string]edtf.Order{
	"": edtf.Unstated, "dmy": edtf.DayFirst, "mdy": edtf.MonthFirst, "ymd": edtf.YearFirst,
}

func readRow(t *testing.T, keys []string) []string {
	r, err := edtf.Read(keys[0], orders[keys[1]])
	if err != nil {
		t.Errorf("Read(%q): %v", keys[0], err)
	}
	return []string{readings(keys[0], orders[keys[1]]), r.Note}
}

func unreadableRow(t *testing.T, keys []string) []string {
	r, err := edtf.Read(keys[0], orders[keys[1]])
	if err == nil {
		t.Errorf("Read(%q) = %v, want an error", keys[0], r.Dates)
		return []string{""}
	}
	return []string{err.Error()}
}

// shortRow omits the year 2019.
func shortRow(_ *testing.T, keys []string) []string {
	return []string{edtf.MustParse(keys[0]).Short(2019)}
}

func toleranceRow(_ *testing.T, keys []string) []string {
	b := edtf.MustParse(keys[0]).BoundsWith(edtf.DefaultTolerance)
	return []string{b.EarliestStart.String(), b.LatestStart.String(), b.EarliestEnd.String(), b.LatestEnd.String()}
}

func readTable(t testing.TB, path string) [][]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 2 {
		t.Fatalf("%s has no rows", path)
	}
	return rows
}

func writeTable(t *testing.T, path string, rows [][]string) {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

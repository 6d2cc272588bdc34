package tabular

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpectrum compares the cells of every file of csv-spectrum with those that
// its JSON says they are.
func TestSpectrum(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "fixtures", "messy", "csv-spectrum__*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the fixtures are not here")
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		expected, err := os.ReadFile(strings.TrimSuffix(path, ".csv") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var want []map[string]string
		if err := json.Unmarshal(expected, &want); err != nil {
			t.Fatal(err)
		}
		g := sniffDialect(text, 0)
		rows := numberedRows(text, g.Dialect, true, 100)
		l := sniffLayout(rows, nil)
		if got := len(rows) - 1; got != len(want) || !l.named {
			t.Errorf("%s: %d rows, want %d", path, got, len(want))
			continue
		}
		for i, row := range rows[1:] {
			if len(row.cells) != len(want[i]) {
				t.Errorf("%s row %d: %q, want %q", path, i, row.cells, want[i])
			}
			for k, cell := range row.cells {
				// One file came without the carriage returns that its JSON has.
				if w := want[i][l.header[k]]; lineFeeds(cell) != lineFeeds(w) {
					t.Errorf("%s row %d, %s: %q, want %q", path, i, l.header[k], cell, w)
				}
			}
		}
	}
}

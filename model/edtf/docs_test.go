package edtf_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"chancery/model/edtf"
)

// TestDocumentedExamples reads the first table of docs/dates.md: every text in
// its first column must be read as one of the dates in its second.
func TestDocumentedExamples(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root(t), "docs", "dates.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "|---|---|---|\n")
	code := regexp.MustCompile("`([^`]+)`")
	examples := 0
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(line, "|")
		kept := map[string]bool{}
		for _, m := range code.FindAllStringSubmatch(cells[2], -1) {
			kept[m[1]] = true
		}
		texts := strings.Split(cells[1], " · ")
		for _, text := range texts {
			text = strings.TrimSpace(text)
			got := readings(text, edtf.Unstated)
			if strings.HasSuffix(strings.TrimSpace(cells[2]), "…") {
				// The row shows the first alone; the others need only be read.
				if got == "" {
					t.Errorf("%q is documented and not read", text)
				}
			} else if !kept[got] {
				t.Errorf("%q is read as %q, documented as %s", text, got, cells[2])
			}
			examples++
		}
	}
	if examples < 40 {
		t.Errorf("%d examples in the table, want at least 40", examples)
	}
}

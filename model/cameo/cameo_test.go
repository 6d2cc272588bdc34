package cameo_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"unicode/utf8"

	"chancery/model/cameo"
)

func TestGoldstein(t *testing.T) {
	tests := []struct {
		name, code string
		want       float64
		ok         bool
	}{
		{"root", "16", -4, true},
		{"base", "057", 8, true},
		{"sub-code", "0874", 10, true},
		{"leading zero is a statement", "010", 0, true},
		{"no leading zero is a demand", "10", -5, true},
		{"denial is conflict", "016", -5, true},
		{"sanctions", "163", -8, true},
		{"unscored falls back to its base", "1952", -10, true},
		{"unscored base falls back to its root", "176", -7, true},
		{"unlisted sub-code falls back to its base", "0579", 8, true},
		{"unlisted base falls back to its root", "1997", -10, true},
		{"root out of range", "21", 0, false},
		{"root zero", "00", 0, false},
		{"one digit", "5", 0, false},
		{"too long", "08311", 0, false},
		{"letters", "05a", 0, false},
		{"blank", "", 0, false},
		{"other digits", "०५", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := cameo.Goldstein(tt.code)
			if got != tt.want || ok != tt.ok {
				t.Errorf("Goldstein(%q) = %v, %v; want %v, %v", tt.code, got, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestName(t *testing.T) {
	tests := []struct{ code, want string }{
		{"057", "Sign a formal agreement"},
		{"16", "Reduced relations"},
		{"1699", "Reduced relations"},
		{"0579", "Sign a formal agreement"},
		{"99", ""},
	}
	for _, tt := range tests {
		if got := cameo.Name(tt.code); got != tt.want {
			t.Errorf("Name(%q) = %q, want %q", tt.code, got, tt.want)
		}
	}
}

func TestTree(t *testing.T) {
	tests := []struct {
		code, root, base string
		quad             cameo.QuadClass
	}{
		{"0831", "08", "083", cameo.MaterialCooperation},
		{"010", "01", "010", cameo.VerbalCooperation},
		{"05", "05", "05", cameo.VerbalCooperation},
		{"090", "09", "090", cameo.VerbalConflict},
		{"13", "13", "13", cameo.VerbalConflict},
		{"14", "14", "14", cameo.MaterialConflict},
		{"2042", "20", "204", cameo.MaterialConflict},
		{"x", "", "", cameo.NoQuad},
	}
	for _, tt := range tests {
		if got := cameo.Root(tt.code); got != tt.root {
			t.Errorf("Root(%q) = %q, want %q", tt.code, got, tt.root)
		}
		if got := cameo.Base(tt.code); got != tt.base {
			t.Errorf("Base(%q) = %q, want %q", tt.code, got, tt.base)
		}
		if got := cameo.Quad(tt.code); got != tt.quad {
			t.Errorf("Quad(%q) = %v, want %v", tt.code, got, tt.quad)
		}
	}
}

// TestTable checks that the table is a tree without gaps, with a name for each
// code and scores in range.
func TestTable(t *testing.T) {
	listed := map[string]bool{}
	roots := 0
	for _, c := range cameo.Codes() {
		switch {
		case !cameo.Valid(c.Code):
			t.Errorf("%q is not a valid code", c.Code)
		case listed[c.Code]:
			t.Errorf("%s is listed twice", c.Code)
		case len(c.Code) == 2:
			roots++
		case !listed[c.Code[:len(c.Code)-1]]:
			t.Errorf("%s stands before the code above it, or without it", c.Code)
		}
		listed[c.Code] = true
		if n := utf8.RuneCountInString(c.Name); n == 0 || n > 60 {
			t.Errorf("%s: name %q has %d characters", c.Code, c.Name, n)
		}
		if c.Goldstein < -10 || c.Goldstein > 10 {
			t.Errorf("%s: score %v", c.Code, c.Goldstein)
		}
	}
	if roots != 20 {
		t.Errorf("%d roots, want 20", roots)
	}
}

// TestPublishedScores compares the table with the published ones: every score
// of ours is the ICEWS one, or GDELT's where ICEWS has none.
func TestPublishedScores(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "fixtures", "codes", "cameo_goldstein_merged.csv")
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("the published tables are not here: %v", err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	published := map[string][]string{}
	for _, r := range records[1:] {
		published[r[0]] = r[4:6]
	}
	for _, c := range cameo.Codes() {
		scores, ok := published[c.Code]
		if !ok {
			t.Errorf("%s is in no published table", c.Code)
			continue
		}
		want := scores[1]
		if want == "" {
			want = scores[0]
		}
		if !c.Scored {
			continue
		}
		if w, err := strconv.ParseFloat(want, 64); err != nil || w != c.Goldstein {
			t.Errorf("%s: score %v, published %s", c.Code, c.Goldstein, want)
		}
	}
}

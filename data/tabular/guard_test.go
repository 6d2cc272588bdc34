package tabular

import (
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	tests := []struct{ text, guarded, raw string }{
		{"", "", ""},
		{"plain", "plain", "plain"},
		{"=HYPERLINK(1)", "'=HYPERLINK(1)", "=HYPERLINK(1)"},
		{"+1", "'+1", "+1"},
		{"@SUM(A1)", "'@SUM(A1)", "@SUM(A1)"},
		{"-cmd", "'-cmd", "-cmd"},
		{"\t=1", "'\t=1", "\t=1"},
		{"-12.5", "-12.5", "-12.5"},
		{"-0.5", "-0.5", "-0.5"},
		{"-0043", "'-0043", "-0043"},
		{"-5+2", "'-5+2", "-5+2"},
		{"--5", "'--5", "--5"},
		{"'", "'", "'"},
		{"'quoted'", "'quoted'", "'quoted'"},
		{"'=1", "''=1", "''=1"},
		{"''-5", "'''-5", "'''-5"},
	}
	for _, test := range tests {
		if got := Guarded.guard(test.text); got != test.guarded {
			t.Errorf("guarded %q = %q, want %q", test.text, got, test.guarded)
		}
		if got := Raw.guard(test.text); got != test.raw {
			t.Errorf("raw %q = %q, want %q", test.text, got, test.raw)
		}
	}
}

// FuzzGuard checks that what is written reads back as itself, and that no
// guarded cell begins a formula.
func FuzzGuard(f *testing.F) {
	for _, seed := range []string{"=1", "'=1", "''", "-0043", "-5", "+", "\r", "'\t"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range []Cells{Guarded, Raw} {
			if got := unguard(c.guard(text)); got != text {
				t.Errorf("cells %d: %q became %q", c, text, got)
			}
		}
		cell := Guarded.guard(text)
		if cell != "" && strings.IndexByte(formulaSigns, cell[0]) >= 0 && !isNumber(cell) {
			t.Errorf("%q is written as %q, a formula", text, cell)
		}
	})
}

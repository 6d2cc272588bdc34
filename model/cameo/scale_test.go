package cameo_test

import (
	"strings"
	"testing"

	"chancery/model/cameo"
)

func TestScales(t *testing.T) {
	own, err := cameo.ReadScale("mine", strings.NewReader("\ufeffname,Score,Code\nFight,-9.5,19\nSign,+10,057\nDeny,–1,016\n"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, code string
		scale      cameo.Scale
		want       float64
		ok         bool
	}{
		{"published", "057", cameo.Scale{}, 8, true},
		{"published, by name", "057", cameo.GoldsteinScale(), 8, true},
		{"by root", "163", cameo.PLOVERScale(), -4, true},
		{"no code", "x", cameo.PLOVERScale(), 0, false},
		{"one's own", "057", own, 10, true},
		{"under one's own", "0579", own, 10, true},
		{"one's own root goes before a published code under it", "195", own, -9.5, true},
		{"a dash for a minus", "016", own, -1, true},
		{"the others as published", "163", own, -8, true},
		{"no code of one's own", "", own, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := tt.scale.Score(tt.code); got != tt.want || ok != tt.ok {
				t.Errorf("score of %q: %v, %v; want %v, %v", tt.code, got, ok, tt.want, tt.ok)
			}
		})
	}
	var b strings.Builder
	if n, err := own.WriteTo(&b); err != nil || n != int64(b.Len()) {
		t.Fatalf("%d bytes, %v", n, err)
	}
	if want := "code,score,name\n016,-1,Deny responsibility\n057,10,Sign a formal agreement\n19,-9.5,Fighting\n"; b.String() != want {
		t.Errorf("written:\n%swant:\n%s", b.String(), want)
	}
}

func TestReadScaleErrors(t *testing.T) {
	tests := []struct{ name, table, want string }{
		{"empty", "", "the table of scores is empty"},
		{"other columns", "a,b\n1,2\n", "row 1: a table of scores needs the columns code and score"},
		{"no number", "code,score\n057,high\n", `row 2: score "high" is not a number`},
		{"out of range", "code,score\n057,8\n19,-11\n", "row 3: score -11 of 19 is not between -10 and 10"},
		{"not a number", "code,score\n057,NaN\n", "row 2: score NaN of 057 is not between -10 and 10"},
		{"no code", "code,score\n21,5\n", `row 2: "21" is not a CAMEO code: two to four digits that begin with 01 to 20`},
		{"short row", "code,score\n057\n", "row 2: it has no cell under code or score"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := cameo.ReadScale("mine", strings.NewReader(tt.table))
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
			if len(s.Own()) > 0 {
				t.Errorf("%v is taken from a table with an error in it", s.Own())
			}
		})
	}
}

// A scale is not changed by making another from it.
func TestWithLeavesTheScale(t *testing.T) {
	first, err := cameo.GoldsteinScale().With("05", 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := first.With("05", 2); err != nil {
		t.Fatal(err)
	}
	if got, _ := first.Score("05"); got != 1 {
		t.Errorf("score %v, want 1", got)
	}
}

func FuzzReadScale(f *testing.F) {
	f.Add("code,score\n057,8\n")
	f.Add("score,code\n\"-3\",\"19\"\n")
	f.Fuzz(func(t *testing.T, table string) {
		s, err := cameo.ReadScale("x", strings.NewReader(table))
		if err != nil {
			return
		}
		for _, code := range s.Own() {
			if score, ok := s.Score(code); !ok || !(score >= -10 && score <= 10) {
				t.Errorf("%q is scored %v, %v", code, score, ok)
			}
		}
	})
}

// Without a score of one's own a code has again what it had before.
func TestScaleWithout(t *testing.T) {
	s, err := cameo.OwnScale("mine").With("01", 3)
	if err != nil {
		t.Fatal(err)
	}
	back := s.Without("01")
	published, _ := cameo.Goldstein("01")
	if got, _ := back.Score("01"); got != published || len(back.Own()) != 0 {
		t.Errorf("01 scores %v, want %v as published", got, published)
	}
	if got, _ := s.Score("01"); got != 3 {
		t.Errorf("the scale that was changed scores %v, want 3", got)
	}
}

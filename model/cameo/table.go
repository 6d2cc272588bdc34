package cameo

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed codes.csv
var codesCSV string

// A Code is one line of the code table. Scored is false where the published
// tables give no score of the code's own.
type Code struct {
	Code      string
	Name      string
	Goldstein float64
	Scored    bool
}

// Codes returns the whole table in the order of the code book: each root
// followed by the codes under it.
func Codes() []Code { return append([]Code(nil), table().codes...) }

// Name returns the short English name of a code, or that of the nearest code
// above it when the table does not hold it. It is "" for a code that is not
// valid.
func Name(code string) string {
	for code := range above(code) {
		if c, ok := table().lookup(code); ok {
			return c.Name
		}
	}
	return ""
}

// Goldstein returns the conflict–cooperation score of a code, from –10 to +10:
// its own, else that of its base code, else that of its root. It is false for a
// code that is not valid.
//
// Published tables disagree on some codes. The scores here are those of the
// ICEWS table, which real ICEWS rows bear out code by code; GDELT rows differ
// from GDELT's own table on the same codes. A score that comes with a row is
// better than any table's and goes before it.
func Goldstein(code string) (score float64, ok bool) {
	for code := range above(code) {
		if c, ok := table().lookup(code); ok && c.Scored {
			return c.Goldstein, true
		}
	}
	return 0, false
}

// above yields a valid code, then its base, then its root, each once.
func above(code string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if !Valid(code) {
			return
		}
		for n := len(code); n >= rootLength; n-- {
			if !yield(code[:n]) {
				return
			}
		}
	}
}

// A codeTable is the table in memory, with an index by code.
type codeTable struct {
	codes []Code
	at    map[string]int
}

func (t *codeTable) lookup(code string) (Code, bool) {
	i, ok := t.at[code]
	if !ok {
		return Code{}, false
	}
	return t.codes[i], true
}

// table reads the embedded table at its first use. A fault in it is a fault in
// the program, which the tests would show.
var table = sync.OnceValue(func() *codeTable {
	records, err := csv.NewReader(strings.NewReader(codesCSV)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("cameo: codes.csv: %v", err))
	}
	t := &codeTable{at: make(map[string]int, len(records))}
	for _, record := range records[1:] {
		c := Code{Code: record[0], Name: record[1], Scored: record[2] != ""}
		if c.Scored {
			if c.Goldstein, err = strconv.ParseFloat(record[2], 64); err != nil {
				panic(fmt.Sprintf("cameo: codes.csv: %s: %v", c.Code, err))
			}
		}
		t.at[c.Code] = len(t.codes)
		t.codes = append(t.codes, c)
	}
	return t
})

package echarts

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func manyRows(n int, cell func(i int) string) string {
	var b strings.Builder
	b.WriteString("id,word\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%s\n", i, cell(i))
	}
	return b.String()
}

func TestUnpackTable(t *testing.T) {
	for name, table := range map[string]string{
		"one column":    "id\na\n\"b, \"\"c\"\"\"\n",
		"no rows":       "id,word\n",
		"few words":     manyRows(100, func(i int) string { return fmt.Sprint(i % 3) }),
		"more words":    manyRows(9000, func(i int) string { return fmt.Sprint(i % 700) }),
		"many words":    manyRows(40_000, func(i int) string { return fmt.Sprint("word ", i) }),
		"nothing in it": manyRows(5, func(int) string { return "" }),
	} {
		packed, columns, err := packTable(strings.NewReader(table), []string{"beside"}, func(int) []string { return []string{"x"} })
		if err != nil {
			t.Fatal(err)
		}
		if got, err := unpackTable(packed, columns); err != nil || string(got) != table {
			t.Errorf("%s: %v, got\n%.200s\nwant\n%.200s", name, err, got, table)
		}
		for cut := range min(len(packed), 300) {
			if got, err := unpackTable(packed[:cut], columns); err == nil && string(got) != table {
				t.Errorf("%s: %d bytes of it unpack to\n%.200s", name, cut, got)
			}
		}
	}
}

// A table of anything unpacks or is refused.
func FuzzUnpackTable(f *testing.F) {
	packed, columns, err := packTable(strings.NewReader("id,word\n1,a\n2,b\n"), nil, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed, columns)
	f.Fuzz(func(t *testing.T, packed []byte, columns int) {
		file, err := unpackTable(packed, columns)
		if err == nil && !bytes.HasSuffix(file, []byte("\n")) {
			t.Errorf("it unpacks to %q", file)
		}
	})
}

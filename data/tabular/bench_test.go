package tabular_test

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"chancery/data/tabular"
)

// benchRows is the size of the table that BenchmarkUnderstand reads: titles of
// some 80 characters, summaries of some 300, two or three actors, a source.
const benchRows = 1_000_000

// writeBenchTable writes such a table; the same n gives the same bytes.
func writeBenchTable(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	r := rand.New(rand.NewPCG(7, 7))
	vocabulary := []string{"treaty", "minister", "talks", "border", "export", "control", "notice", "summit", "pact", "agreed", "after", "before",
		"without", "the", "of", "and", "in", "council", "meeting", "statement", "ambassador", "recall", "withdrawal", "intelligence"}
	words := func(length int) {
		for n := 0; n < length; {
			word := vocabulary[r.IntN(len(vocabulary))]
			if n > 0 {
				w.WriteByte(' ')
			}
			w.WriteString(word)
			n += len(word) + 1
		}
	}
	fmt.Fprintln(w, "id,collection,title,summary,start,end,kind,category,cameo,actors,place,lat,lon,sources,links,confidence")
	for i := range n {
		fmt.Fprintf(w, "e%07d,c%d,\"", i, i%8)
		words(75)
		w.WriteString(", again\",\"")
		words(290)
		fmt.Fprintf(w, ", it said.\",%d-%02d-%02d,,event,meeting,040,initiator:State %d;target:State %d", 1985+r.IntN(40), 1+r.IntN(12), 1+r.IntN(28), r.IntN(200), r.IntN(200))
		if i%2 == 0 {
			fmt.Fprintf(w, ";participant:Ministry %d", r.IntN(200))
		}
		fmt.Fprintf(w, ",City %d,,,Agency %d,,verified\n", r.IntN(300), r.IntN(2000))
	}
	return errors.Join(w.Flush(), f.Close())
}

// BenchmarkUnderstand reads a table of events and understands it, against
// encoding/csv reading the same file and understanding nothing: as it comes, with
// records that stay as they are, as our events do, and with one record for all.
func BenchmarkUnderstand(b *testing.B) {
	path := filepath.Join(b.TempDir(), "events.csv")
	if err := writeBenchTable(path, benchRows); err != nil {
		b.Fatal(err)
	}
	st, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	open := func(b *testing.B) *os.File {
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		return f
	}
	peer := func(b *testing.B, reuse bool) {
		b.SetBytes(st.Size())
		for b.Loop() {
			f := open(b)
			r := csv.NewReader(bufio.NewReaderSize(f, 1<<18))
			r.ReuseRecord = reuse
			rows := 0
			for {
				if _, err := r.Read(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					b.Fatal(err)
				}
				rows++
			}
			f.Close()
			if rows != benchRows+1 {
				b.Fatalf("%d rows", rows)
			}
		}
	}
	b.Run("encoding-csv", func(b *testing.B) { peer(b, false) })
	b.Run("encoding-csv-reusing", func(b *testing.B) { peer(b, true) })
	b.Run("understand", func(b *testing.B) {
		b.SetBytes(st.Size())
		for b.Loop() {
			head := open(b)
			t, err := tabular.NewReader("events.csv", head)
			if err != nil {
				b.Fatal(err)
			}
			head.Close()
			feed, err := tabular.NewEventFeed(t, open(b), nil)
			if err != nil {
				b.Fatal(err)
			}
			events := 0
			for {
				rows, err := feed.Next(b.Context())
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					b.Fatal(err)
				}
				for i := range rows {
					if rows[i].Problem != nil {
						b.Fatal(rows[i].Problem)
					}
					events += len(rows[i].Events)
				}
			}
			feed.Close()
			if events != benchRows {
				b.Fatalf("%d events", events)
			}
		}
	})
}

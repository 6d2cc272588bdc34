package data_test

import (
	"fmt"
	"strings"
	"testing"
)

// generatedTable is a table of events like those of a large archive: titles of
// some 60 characters, summaries of 200, two or three actors, a source.
func generatedTable(rows int) string {
	var b strings.Builder
	b.WriteString("id,collection,title,summary,start,end,kind,category,cameo,actors,place,lat,lon,sources,links,confidence\n")
	for i := range rows {
		fmt.Fprintf(&b, "e%06d,c%d,\"Ministers of state %d meet again, for the %dth time, in Bangkok\",%s,%d-%02d-%02d,,event,meeting,040,"+
			"initiator:State %d;target:State %d;participant:Ministry %d,City %d,%d.25,%d.5,Agency %d|Report number %d|https://example.org/%d|2019-11-17,follows>e%06d,verified\n",
			i, i%8, i%40, i, strings.Repeat("They talked of the treaty and its notice. ", 5), 1980+i%40, 1+i%12, 1+i%28,
			i%40, (i*7+1)%40, i%90, i%300, i%90, i%180, i%200, i, i, i+1)
	}
	return b.String()
}

// BenchmarkImport imports tables into empty archives, and again into archives
// that have them already.
func BenchmarkImport(b *testing.B) {
	for _, rows := range []int{10_000, 100_000} {
		in := text("generated.csv", generatedTable(rows))
		b.Run(fmt.Sprintf("new/%d", rows), func(b *testing.B) {
			for range b.N {
				mustImport(b, newArchive(b), in)
			}
			perSecond(b, rows)
		})
		b.Run(fmt.Sprintf("again/%d", rows), func(b *testing.B) {
			a := newArchive(b)
			mustImport(b, a, in)
			b.ResetTimer()
			for range b.N {
				if report := mustImport(b, a, in); report.Unchanged != rows {
					b.Fatalf("%d of %d rows unchanged", report.Unchanged, rows)
				}
			}
			perSecond(b, rows)
		})
	}
}

// perSecond reports rows a second.
func perSecond(b *testing.B, rows int) {
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

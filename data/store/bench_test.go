package store_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// benchEvents is the size of the archive that the benchmarks use.
const benchEvents = 100_000

var benchContent = sync.OnceValue(func() []model.Event {
	g := newGenerator(7)
	events := make([]model.Event, benchEvents)
	for i := range events {
		events[i] = g.plain(i)
	}
	return events
})

// benchFile is a closed archive of benchContent, made once and copied.
var benchFile []byte

func benchArchive(b *testing.B) *store.Archive {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.chancery")
	if benchFile == nil {
		a := newArchive(b)
		put(b, a, benchContent()...)
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
		var err error
		if benchFile, err = os.ReadFile(a.Path()); err != nil {
			b.Fatal(err)
		}
	}
	if err := os.WriteFile(path, benchFile, 0o600); err != nil {
		b.Fatal(err)
	}
	a, err := store.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { a.Close() })
	return a
}

func BenchmarkBatch(b *testing.B) {
	events := benchContent()
	for b.Loop() {
		a := newArchive(b)
		put(b, a, events...)
		a.Close()
	}
	b.ReportMetric(float64(benchEvents*b.N)/b.Elapsed().Seconds(), "events/s")
}

func BenchmarkBatchUnchanged(b *testing.B) {
	events := benchContent()
	a := benchArchive(b)
	for b.Loop() {
		put(b, a, events...)
	}
	b.ReportMetric(float64(benchEvents*b.N)/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkOpen opens an archive and reads its columns from the snapshot.
func BenchmarkOpen(b *testing.B) {
	path := benchArchive(b).Path()
	for b.Loop() {
		a, err := store.OpenReadOnly(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		c, err := a.Columns(b.Context())
		if err != nil || c.Len() != benchEvents {
			b.Fatal(err)
		}
		a.Close()
	}
}

// BenchmarkRebuild reads the columns from the tables.
func BenchmarkRebuild(b *testing.B) {
	a := benchArchive(b)
	path := a.Path()
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
	tamper(b, path, "DELETE FROM meta WHERE key LIKE 'snapshot%'")
	a, err := store.OpenReadOnly(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	for b.Loop() {
		if c, err := a.Columns(b.Context()); err != nil || c.Len() != benchEvents {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	a := benchArchive(b)
	for _, query := range []string{"talks", "mediation", "treaty summit", "secur", "t", "actor 17", `"naval exercise"`} {
		b.Run(query, func(b *testing.B) {
			found := 0
			for b.Loop() {
				ids, err := a.Search(b.Context(), query)
				if err != nil {
					b.Fatal(err)
				}
				found = len(ids)
			}
			b.ReportMetric(float64(found), "found")
		})
	}
}

func BenchmarkLabels(b *testing.B) {
	a := benchArchive(b)
	ids := make([]model.EventID, 300)
	for i := range ids {
		ids[i] = model.EventID(1 + i*333)
	}
	for b.Loop() {
		if labels, err := a.Labels(b.Context(), ids); err != nil || len(labels) != len(ids) {
			b.Fatal(err)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	a := benchArchive(b)
	before, err := a.Event(b.Context(), 1)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		after := before
		after.Title += "x"
		if err := a.Apply(b.Context(), model.Edit{Changes: []model.Change{{Before: &before, After: &after}}}); err != nil {
			b.Fatal(err)
		}
		before = after
	}
}

// BenchmarkEvents streams whole events.
func BenchmarkEvents(b *testing.B) {
	a := benchArchive(b)
	for b.Loop() {
		n := 0
		for _, err := range a.Events(b.Context(), model.Filter{}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != benchEvents {
			b.Fatalf("%d events", n)
		}
	}
	b.ReportMetric(float64(benchEvents*b.N)/b.Elapsed().Seconds(), "events/s")
}

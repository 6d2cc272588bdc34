package store_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

const benchEvents = 100_000

// benchPath is the archive that the reading benchmarks share.
var benchPath = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "chancery-bench-*")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "bench.chancery"), nil
})

func BenchmarkBatch(b *testing.B) {
	g := newGenerator(7)
	events := make([]model.Event, benchEvents)
	for i := range events {
		events[i] = g.plain(i)
	}
	for b.Loop() {
		a := newArchive(b)
		put(b, a, events...)
		a.Close()
	}
	b.ReportMetric(float64(benchEvents*b.N)/b.Elapsed().Seconds(), "events/s")
}

var _ store.Outcome

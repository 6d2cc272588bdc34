package exchange_test

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"chancery/data/exchange"
	"chancery/model"
	"chancery/model/edtf"
)

// many yields n events between 500 actors, and the most memory that was in use
// while they were taken.
func many(n int, most *uint64) exchange.Events {
	return func(yield func(model.Event, error) bool) {
		day := edtf.At(1980, 1, 1)
		for i := range n {
			if i%(n/4) == n/4-1 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				*most = max(*most, m.HeapAlloc)
			}
			a, b := i*7919%500, i*104729%499
			e := model.Event{
				Key: fmt.Sprintf("event-%d", i), Title: fmt.Sprintf("Ministers of %d and %d meet for the %dth time", a, b, i),
				Start: model.DayOf(day + edtf.Instant(i%14_000)*24*60*60), Category: "meeting", CAMEO: "040",
				Actors: []model.Participation{
					{Actor: fmt.Sprintf("Actor %d", a), Role: model.Initiator}, {Actor: fmt.Sprintf("Actor %d", b), Role: model.Target},
				},
				Citations: []model.Citation{{Source: model.Source{
					Publisher: "Agency", Title: fmt.Sprintf("Report %d", i), URL: fmt.Sprintf("https://example.org/%d", i),
				}}},
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// Writers hold one event at a time. What they must remember of each, an edge or
// a source, takes less than 100 bytes, so that a million events fit in 100 MB.
func TestWritersHoldLittle(t *testing.T) {
	const n = 20_000
	for _, test := range writers {
		var before runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		var most uint64
		if _, err := test.write(io.Discard, many(n, &most)); err != nil {
			t.Fatal(err)
		}
		held := int64(most) - int64(before.HeapAlloc)
		if limit := int64(4<<20 + 100*n); held > limit {
			t.Errorf("%s holds %d bytes for %d events, more than %d", test.file, held, n, limit)
		}
	}
}

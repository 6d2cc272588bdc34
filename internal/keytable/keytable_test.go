package keytable_test

import (
	"strconv"
	"testing"

	"chancery/internal/keytable"
)

// TestTable compares a table with a map.
func TestTable(t *testing.T) {
	table, want := keytable.New(), map[string]uint32{}
	for i := range 200_000 {
		key := strconv.Itoa(i * 7919 % 150_000) // some of them twice
		number := uint32(i + 1)
		earlier, ok := table.Add(key, number)
		if known, twice := want[key]; ok == twice || earlier != known {
			t.Fatalf("Add(%s): %d, %v, want %d", key, earlier, ok, known)
		}
		if ok {
			want[key] = number
		}
	}
	if table.Len() != len(want) {
		t.Errorf("%d keys, want %d", table.Len(), len(want))
	}
	for key, number := range want {
		if got, ok := table.Find(key); !ok || got != number {
			t.Fatalf("Find(%s): %d, %v, want %d", key, got, ok, number)
		}
	}
	for _, key := range []string{"", "x", "150000", "-1"} {
		if got, ok := table.Find(key); ok {
			t.Errorf("Find(%q): %d, which was never added", key, got)
		}
	}
}

// TestMemory makes sure that a key does not cost more than it says.
func TestMemory(t *testing.T) {
	const keys = 200_000
	result := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			table := keytable.New()
			for i := range keys {
				table.Add(strconv.Itoa(i), uint32(i+1))
			}
		}
	})
	// The tables that a growing one was before are counted too: three times the last.
	if per := result.AllocedBytesPerOp() / keys; per > 3*28+16 {
		t.Errorf("a key costs %d bytes", per)
	}
}

func BenchmarkAdd(b *testing.B) {
	keys := make([]string, 1_000_000)
	for i := range keys {
		keys[i] = "key of an event " + strconv.Itoa(i*7919)
	}
	for b.Loop() {
		table := keytable.New()
		for i, key := range keys {
			table.Add(key, uint32(i+1))
		}
	}
	b.ReportMetric(float64(len(keys)*b.N)/b.Elapsed().Seconds(), "keys/s")
}

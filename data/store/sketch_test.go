package store_test

import (
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// largeFile is an archive that is large enough for sketches, made once.
var (
	largeOnce sync.Once
	largeFile []byte
)

// sketched returns the path of a closed archive that has sketches.
func sketched(t *testing.T) (path string) {
	t.Helper()
	largeOnce.Do(func() {
		g := newGenerator(5)
		events := make([]model.Event, 66_000)
		for i := range events {
			events[i] = g.plain(i)
		}
		a := newArchive(t)
		put(t, a, events...)
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(a.Path())
		if err != nil {
			t.Fatal(err)
		}
		largeFile = data
	})
	path = filepath.Join(t.TempDir(), "large"+store.Extension)
	if err := os.WriteFile(path, largeFile, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t *testing.T, path string) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// sketchOf returns what LoadSketch does.
func sketchOf(t *testing.T, a *store.Archive, by model.Grouping) *model.Sketch {
	t.Helper()
	s, err := a.LoadSketch(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSketchIsThatOfTheColumns(t *testing.T) {
	a := open(t, sketched(t))
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	some := false
	for _, by := range model.Groupings() {
		got, want := sketchOf(t, a, by), c.Lanes(by, nil, false).Sketch()
		if by == model.ByPair || by == model.ByPlace {
			want = nil // they have too many lanes in most archives to be tried
		}
		if want != nil {
			some = true
			want.Short.Index()
			got.Short.Index()
			if want.Short.Len() == 0 && got.Short.Len() == 0 {
				want.Short = got.Short // empty arrays, and none
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("the sketch by %s differs", by)
		}
	}
	if !some {
		t.Error("there is no sketch at all")
	}
	noFindings(t, a)
}

// TestSketchIsNotTrusted makes sure that a sketch which is not of the archive as
// it is, or not whole, is none.
func TestSketchIsNotTrusted(t *testing.T) {
	for _, tt := range []struct {
		name, statement string
	}{
		{"a bit changed", "UPDATE snapshot SET data = zeroblob(length(data)) WHERE id < 0"},
		{"cut short", "UPDATE snapshot SET data = substr(data, 1, length(data) - 1) WHERE id < 0"},
		{"missing", "DELETE FROM snapshot WHERE id < 0"},
		{"of an older generation", "UPDATE meta SET value = value - 1 WHERE key = 'sketch_generation'"},
		{"of another format", "UPDATE meta SET value = 99 WHERE key = 'sketch_format'"},
		{"without a word on it", "DELETE FROM meta WHERE key LIKE 'sketch%'"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := sketched(t)
			tamper(t, path, tt.statement)
			a := open(t, path)
			if sketchOf(t, a, model.ByNone) != nil {
				t.Fatal("there is a sketch")
			}
			c, err := a.LoadColumns(t.Context(), func(done, total int64) { t.Error("the tables are read for the want of a sketch") })
			if err != nil {
				t.Fatal(err)
			}
			if err := a.SaveSketches(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			if sketchOf(t, a, model.ByNone) == nil {
				t.Error("no sketch was made")
			}
		})
	}
}

func TestSketchGoesWithAnEdit(t *testing.T) {
	a := open(t, sketched(t))
	e := newGenerator(99).plain(99_999)
	if err := a.Apply(t.Context(), model.Edit{Label: "add", Changes: []model.Change{{After: &e}}}); err != nil {
		t.Fatal(err)
	}
	if sketchOf(t, a, model.ByNone) != nil {
		t.Error("a sketch outlives what it was made of")
	}
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s := sketchOf(t, a, model.ByNone); s == nil || s.Events != c.Len() {
		t.Errorf("with a new snapshot the sketch is %+v", s)
	}
}

package data_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"chancery/data"
	"chancery/data/store"
)

func TestGenerate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "load.chancery")
	if err := data.Generate(t.Context(), path, 2000, nil); err != nil {
		t.Fatal(err)
	}
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	s, err := a.Summary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.Events != 2000 || s.Actors != 40 || s.Spans < 500 {
		t.Errorf("%d events, %d of them spans, %d actors", s.Events, s.Spans, s.Actors)
	}
}

func TestGenerateCancelled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "load.chancery")
	ctx, cancel := context.WithCancel(t.Context())
	if err := data.Generate(ctx, path, 100_000, func(int64, int64) { cancel() }); err == nil {
		t.Error("a cancelled run says that it succeeded")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a cancelled run leaves an archive behind")
	}
}

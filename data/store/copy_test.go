package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

func TestSaveCopy(t *testing.T) {
	ctx := context.Background()
	a := filled(t, 300)
	path := filepath.Join(t.TempDir(), "copy ?#.chancery")

	size, err := a.SaveCopy(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	about, err := os.Stat(path)
	if err != nil || about.Size() != size {
		t.Fatalf("the copy has %v bytes, told were %d: %v", about, size, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := a.SaveCopy(ctx, path); !errors.Is(err, store.ErrExists) {
		t.Errorf("a second copy to the same place: %v, want ErrExists", err)
	}

	b, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	was, err := a.Columns(ctx)
	if err != nil {
		t.Fatal(err)
	}
	wantColumns(t, b, was)
	if !reflect.DeepEqual(collect(t, b, model.Filter{}), collect(t, a, model.Filter{})) {
		t.Error("the copy holds other events")
	}
}

func TestSaveCopyCancelled(t *testing.T) {
	a := filled(t, 300)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	path := filepath.Join(t.TempDir(), "copy.chancery")
	if _, err := a.SaveCopy(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the cancel", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

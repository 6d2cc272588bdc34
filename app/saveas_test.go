package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"chancery/data/store"
)

func TestSaveForm(t *testing.T) {
	newBench(t)
	folder := t.TempDir()
	there := filepath.Join(folder, "there.csv")
	if err := os.WriteFile(there, []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		folder, name string
		replace      bool
		path         string
		possible     bool
	}{
		{folder, "new", true, filepath.Join(folder, "new.csv"), true},
		{folder, "new.txt", true, filepath.Join(folder, "new.txt"), true},
		{folder, "there", true, there, true},
		{folder, "there", false, there, false},
		{folder, "", true, "", false},
		{folder, "a/b", true, "", false},
		{folder, "..", true, "", false},
		{filepath.Join(folder, "none"), "new", true, filepath.Join(folder, "none", "new.csv"), false},
	}
	for _, test := range tests {
		done := newMain("", "", nil)
		f := newSaveForm(test.folder, test.name, ".csv", test.replace, done)
		if path, _ := f.path(); path != test.path {
			t.Errorf("%q in %q: path %q, want %q", test.name, test.folder, path, test.path)
		}
		if done.Disabled() == test.possible {
			t.Errorf("%q in %q: can be written = %v, want %v", test.name, test.folder, !done.Disabled(), test.possible)
		}
	}
	if text, _ := os.ReadFile(there); string(text) != "kept" {
		t.Errorf("the form changed the file to %q", text)
	}
}

func TestFailedExportKeepsTheFile(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "there.csv")
	for _, content := range []string{"kept", ""} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		b.export(path, func(_ context.Context, out writer) error {
			_, err := out.Write([]byte("half a file"))
			return errors.Join(err, errors.New("the disk is full"))
		})
		b.settle()
		if text, err := os.ReadFile(path); err != nil || string(text) != content {
			t.Errorf("after a failed export the file is %q, %v, want %q", text, err, content)
		}
		if b.messages.Sentence() == "" {
			t.Error("nothing is said of it")
		}
	}
}

func TestNewArchiveLeavesFilesAlone(t *testing.T) {
	b := openBench(t, "")
	path := filepath.Join(t.TempDir(), "notes"+store.Extension)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b.create(path)
	b.settle()
	if about, err := os.Stat(path); err != nil || about.Size() != 0 {
		t.Errorf("a file that was there was touched: %v", err)
	}
	if b.messages.Sentence() == "" {
		t.Error("nothing is said of it")
	}
}

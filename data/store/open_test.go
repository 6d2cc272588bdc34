package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// written returns the bytes of an archive with one event in it.
func written(tb testing.TB) []byte {
	tb.Helper()
	a := newArchive(tb)
	put(tb, a, newGenerator(1).plain(1))
	if err := a.Close(); err != nil {
		tb.Fatal(err)
	}
	content, err := os.ReadFile(a.Path())
	if err != nil {
		tb.Fatal(err)
	}
	return content
}

// patched returns a copy of content with a big-endian number written into it.
func patched(content []byte, offset int, value uint32) []byte {
	content = slices.Clone(content)
	binary.BigEndian.PutUint32(content[offset:], value)
	return content
}

func TestOpenRefusesAndDoesNotTouch(t *testing.T) {
	sound := written(t)
	tests := []struct {
		name    string
		content []byte
		want    error
		says    string
	}{
		{"empty file", nil, store.ErrNotArchive, "empty"},
		{"text", []byte("id,title,start\n1,x,2019\n"), store.ErrNotArchive, "not a Chancery archive"},
		{"shorter than a header", sound[:50], store.ErrNotArchive, "not a Chancery archive"},
		{"binary", bytes.Repeat([]byte{0, 0xff, 7}, 5000), store.ErrNotArchive, "not a Chancery archive"},
		{"another program's database", patched(sound, 68, 0x47504B47), store.ErrNotArchive, "another program"},
		{"a database without an application", patched(sound, 68, 0), store.ErrNotArchive, "another program"},
		{"newer version", patched(sound, 60, 1000), store.ErrNewer, "newer version"},
		{"a header with rubbish behind it", append(slices.Clone(sound[:100]), bytes.Repeat([]byte("rubbish "), 2000)...), nil, ""},
	}
	opens := map[string]func(context.Context, string) (*store.Archive, error){
		"Open": store.Open, "OpenReadOnly": store.OpenReadOnly,
	}
	for _, tt := range tests {
		for name, open := range opens {
			t.Run(tt.name+"/"+name, func(t *testing.T) {
				dir := t.TempDir()
				path := filepath.Join(dir, "file.chancery")
				if err := os.WriteFile(path, tt.content, 0o600); err != nil {
					t.Fatal(err)
				}
				a, err := open(t.Context(), path)
				if err == nil {
					a.Close()
					t.Fatal("it opened")
				}
				if tt.want != nil && !errors.Is(err, tt.want) {
					t.Errorf("error %q is not %q", err, tt.want)
				}
				if !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), tt.says) {
					t.Errorf("error %q does not name the path and say %q", err, tt.says)
				}
				content, err := os.ReadFile(path)
				if err != nil || !bytes.Equal(content, tt.content) {
					t.Errorf("the file was touched (%v)", err)
				}
				wantFiles(t, dir, "file.chancery")
			})
		}
	}
}

// wantFiles fails unless a folder holds just the named files.
func wantFiles(tb testing.TB, dir string, names ...string) {
	tb.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		tb.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, names) {
		tb.Errorf("folder holds %q, want %q", got, names)
	}
}

func TestVersionErrorSaysBothVersions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "newer.chancery")
	if err := os.WriteFile(path, patched(written(t), 60, 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), path)
	var version *store.VersionError
	if !errors.As(err, &version) || version.Version != 1000 || version.Known < 1 || version.Path != path {
		t.Errorf("error is %#v", err)
	}
}

func TestOpenFolderAndMissing(t *testing.T) {
	dir := t.TempDir()
	if _, err := store.Open(t.Context(), dir); !errors.Is(err, store.ErrNotArchive) {
		t.Errorf("a folder: %v", err)
	}
	missing := filepath.Join(dir, "missing.chancery")
	if _, err := store.Open(t.Context(), missing); !errors.Is(err, store.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	wantFiles(t, dir)
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "taken")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Create(t.Context(), path); !errors.Is(err, store.ErrExists) {
		t.Errorf("an existing file: %v", err)
	}
	if content, _ := os.ReadFile(path); string(content) != "mine" {
		t.Errorf("the existing file now holds %q", content)
	}
	_, err := store.Create(t.Context(), filepath.Join(dir, "no", "folder"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
	wantFiles(t, dir, "taken")
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{
		"with space", "with#hash", "with%41percent", "with'quote\"", "정상회담 日本", "a&b=c;d", "plus+plus", "-dash", "é\u0301", "file:x",
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			file := name + "?mode=memory" + store.Extension
			a, err := store.Create(t.Context(), filepath.Join(dir, file))
			if err != nil {
				t.Fatal(err)
			}
			put(t, a, newGenerator(1).plain(1))
			a = reopen(t, a)
			if got := len(collect(t, a, model.Filter{})); got != 1 {
				t.Errorf("%d events, want 1", got)
			}
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			wantFiles(t, dir, file)
		})
	}
}

func TestReadOnly(t *testing.T) {
	a := newArchive(t)
	put(t, a, newGenerator(1).plain(1))
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(a.Path())
	if err != nil {
		t.Fatal(err)
	}
	r, err := store.OpenReadOnly(t.Context(), a.Path())
	if err != nil {
		t.Fatal(err)
	}
	if c, err := r.Columns(t.Context()); err != nil || c.Len() != 1 {
		t.Errorf("Columns: %v", err)
	}
	if _, err := r.Begin(t.Context(), "x"); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Begin: %v", err)
	}
	e := newGenerator(2).plain(2)
	if err := r.Apply(t.Context(), model.Edit{Changes: []model.Change{{After: &e}}}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Apply: %v", err)
	}
	if _, err := r.Undo(t.Context()); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Undo: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(a.Path())
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("reading changed the file (%v)", err)
	}
	wantFiles(t, filepath.Dir(a.Path()), filepath.Base(a.Path()))
}

func TestSchemaFacts(t *testing.T) {
	content := written(t)
	if got := binary.BigEndian.Uint32(content[68:]); got != store.ApplicationID {
		t.Errorf("application_id is %#x", got)
	}
	steps, err := os.ReadDir("schema")
	if err != nil {
		t.Fatal(err)
	}
	if got := binary.BigEndian.Uint32(content[60:]); int(got) != len(steps) {
		t.Errorf("user_version is %d, want that of the last of %d steps", got, len(steps))
	}
	if content[18] != 2 || content[19] != 2 {
		t.Error("the file is not in WAL mode")
	}
}

//go:build unix

package store_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// unprivileged marks a copy of this test program that runs as nobody.
const unprivileged = "CHANCERY_TEST_UNPRIVILEGED"

// nobody is the number of the user without rights.
const nobody = 65534

// TestPermissions tests what a user without the right to write meets. Root may
// write everywhere, so as root the test runs itself as nobody.
func TestPermissions(t *testing.T) {
	if os.Geteuid() == 0 {
		if os.Getenv(unprivileged) != "" {
			t.Fatal("still root")
		}
		runAsNobody(t)
		return
	}
	a := filled(t, 5)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(a.Path())
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })

	t.Run("file", func(t *testing.T) {
		chmod(t, a.Path(), 0o400)
		defer chmod(t, a.Path(), 0o600)
		wantReadOnly(t, a.Path())
	})
	t.Run("folder", func(t *testing.T) {
		chmod(t, dir, 0o500)
		defer chmod(t, dir, 0o700)
		if _, err := store.Create(t.Context(), filepath.Join(dir, "new.chancery")); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("Create: %v", err)
		}
		wantReadOnly(t, a.Path())
	})
	t.Run("not to be read", func(t *testing.T) {
		chmod(t, a.Path(), 0)
		defer chmod(t, a.Path(), 0o600)
		if _, err := store.Open(t.Context(), a.Path()); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("Open: %v", err)
		}
	})
	wantFiles(t, dir, filepath.Base(a.Path()))
}

func chmod(tb testing.TB, path string, mode os.FileMode) {
	tb.Helper()
	if err := os.Chmod(path, mode); err != nil {
		tb.Fatal(err)
	}
}

// wantReadOnly fails unless an archive can be opened for reading and no more.
func wantReadOnly(t *testing.T, path string) {
	t.Helper()
	if a, err := store.Open(t.Context(), path); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Open: %v", err)
		if err == nil {
			a.Close()
		}
	}
	a, err := store.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatalf("OpenReadOnly: %v", err)
	}
	defer a.Close()
	if c, err := a.Columns(t.Context()); err != nil || c.Len() != 5 {
		t.Errorf("Columns: %v", err)
	}
	if got := len(collect(t, a, model.Filter{})); got != 5 {
		t.Errorf("%d events, want 5", got)
	}
}

func runAsNobody(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "chancery-nobody-*")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	chmod(t, dir, 0o755)
	program := filepath.Join(dir, "test")
	copyProgram(t, program)
	work := filepath.Join(dir, "work")
	if err := os.Mkdir(work, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(work, nobody, nobody); err != nil {
		t.Skipf("this user may not act for another: %v", err)
	}
	child := exec.CommandContext(t.Context(), program, "-test.run=^TestPermissions$", "-test.v")
	child.Dir = work
	child.Env = append(os.Environ(), unprivileged+"=1", "TMPDIR="+work, "GOCOVERDIR="+work)
	child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	output, err := child.CombinedOutput()
	if errors.Is(err, syscall.EPERM) {
		t.Skipf("this system lets no test run as another user: %v", err)
	}
	if err != nil {
		t.Errorf("as nobody: %v\n%s", err, output)
	}
}

func copyProgram(tb testing.TB, to string) {
	tb.Helper()
	from, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	in, err := os.Open(from)
	if err != nil {
		tb.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		tb.Fatal(err)
	}
	if err := out.Close(); err != nil {
		tb.Fatal(err)
	}
}

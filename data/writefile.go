package data

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteFile writes what write produces to path, whole or not at all: it is
// written beside its place and renamed. A path that names a device or a pipe is
// written to as it is. It returns the size in bytes.
func WriteFile(ctx context.Context, path string, write func(context.Context, io.Writer) error) (int64, error) {
	if there, err := os.Stat(path); err == nil && !there.Mode().IsRegular() {
		return writeThrough(ctx, path, write)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", path, err)
	}
	size, err := writeTo(ctx, f, write)
	if err != nil {
		os.Remove(f.Name())
		return 0, fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		os.Remove(f.Name())
		return 0, fmt.Errorf("write %s: %w", path, err)
	}
	return size, nil
}

// writeThrough writes to something that is there and must stay what it is.
func writeThrough(ctx context.Context, path string, write func(context.Context, io.Writer) error) (int64, error) {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", path, err)
	}
	defer f.Close()
	n := &counter{w: f}
	if err := write(ctx, n); err != nil {
		return n.n, fmt.Errorf("write %s: %w", path, err)
	}
	return n.n, nil
}

// A counter counts what goes through it.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// writeTo writes to f, makes it readable for all, and closes it.
func writeTo(ctx context.Context, f *os.File, write func(context.Context, io.Writer) error) (size int64, err error) {
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	out := bufio.NewWriter(f)
	if err := write(ctx, out); err != nil {
		return 0, err
	}
	if err := out.Flush(); err != nil {
		return 0, err
	}
	// CreateTemp makes files that only their owner can read.
	if err := f.Chmod(0o644); err != nil {
		return 0, err
	}
	return f.Seek(0, io.SeekCurrent)
}

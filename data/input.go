package data

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

var (
	errIsFolder = errors.New("this is a folder; name the files in it")
	errTooLong  = errors.New("too long to be read from a pipe; save it to a file and import that")
)

// pipeLimit is how much is read from what can be read only once.
const pipeLimit = 1 << 28 // bytes

// An Input is a file to import: its name in reports, its size in bytes, and how
// to open it. It is opened twice, first to see what it holds.
type Input struct {
	Name string
	Size int64
	Open func() (io.ReadCloser, error)
}

// Files returns the inputs for paths. A file that is not there or is a folder
// is an error. Pipes, which can be read only once, are read here.
func Files(paths []string) ([]Input, error) {
	inputs := make([]Input, len(paths))
	for i, path := range paths {
		st, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if st.IsDir() {
			return nil, &fs.PathError{Op: "import", Path: path, Err: errIsFolder}
		}
		inputs[i] = Input{
			Name: filepath.Base(path), Size: st.Size(),
			Open: func() (io.ReadCloser, error) { return os.Open(path) },
		}
		if !st.Mode().IsRegular() {
			if inputs[i], err = piped(path); err != nil {
				return nil, &fs.PathError{Op: "import", Path: path, Err: err}
			}
		}
	}
	return inputs, nil
}

func piped(path string) (Input, error) {
	f, err := os.Open(path)
	if err != nil {
		return Input{}, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, pipeLimit+1))
	if err == nil && len(content) > pipeLimit {
		err = errTooLong
	}
	return Input{
		Name: filepath.Base(path), Size: int64(len(content)),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil },
	}, err
}

// filesIn returns the inputs for every file of a file system.
func filesIn(fsys fs.FS) ([]Input, error) {
	names, err := fs.Glob(fsys, "*.csv")
	if err != nil {
		return nil, err
	}
	inputs := make([]Input, len(names))
	for i, name := range names {
		st, err := fs.Stat(fsys, name)
		if err != nil {
			return nil, err
		}
		inputs[i] = Input{
			Name: name, Size: st.Size(),
			Open: func() (io.ReadCloser, error) { return fsys.Open(name) },
		}
	}
	return inputs, nil
}

// A meter counts the bytes read from all inputs and reports them. A file that
// is read twice counts once.
type meter struct {
	done, total int64
	report      func(done, total int64)
}

// through returns f with its bytes counted.
func (m *meter) through(f io.ReadCloser) io.ReadCloser {
	if m.report == nil {
		return f
	}
	return &metered{f, m}
}

type metered struct {
	io.ReadCloser
	m *meter
}

func (c *metered) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.m.done = min(c.m.done+int64(n), c.m.total)
	c.m.report(c.m.done, c.m.total)
	return n, err
}

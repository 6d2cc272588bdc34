package data

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// An Input is a file to import: its name in reports, its size in bytes, and how
// to open it. It is opened twice, first to see what it holds.
type Input struct {
	Name string
	Size int64
	Open func() (io.ReadCloser, error)
}

// Files returns the inputs for paths. A file that is not there or is a folder
// is an error.
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
	}
	return inputs, nil
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

// A meter counts the bytes read from all inputs and reports them.
type meter struct {
	done, total int64
	report      func(done, total int64)
}

// through returns r with its bytes counted.
func (m *meter) through(r io.Reader) io.Reader {
	if m.report == nil {
		return r
	}
	return &metered{r, m}
}

type metered struct {
	r io.Reader
	m *meter
}

func (c *metered) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.m.done += int64(n)
	c.m.report(c.m.done, c.m.total)
	return n, err
}

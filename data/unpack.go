package data

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"chancery/data/tabular"
)

// unpack replaces compressed inputs by what is in them: the one file of a gzip,
// and every file of a zip that is no workbook.
func unpack(inputs []Input) ([]Input, error) {
	var unpacked []Input
	for _, in := range inputs {
		head, err := in.head(4096)
		if err != nil {
			return nil, err
		}
		switch {
		case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
			unpacked = append(unpacked, in.gunzipped())
		case bytes.HasPrefix(head, []byte("PK\x03\x04")) && !tabular.IsWorkbook(head):
			members, err := in.members()
			if err != nil {
				return nil, err
			}
			unpacked = append(unpacked, members...)
		default:
			unpacked = append(unpacked, in)
		}
	}
	return unpacked, nil
}

func (in Input) head(n int64) ([]byte, error) {
	f, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() // was only read
	return io.ReadAll(io.LimitReader(f, n))
}

func (in Input) gunzipped() Input {
	open := in.Open
	in.Name = strings.TrimSuffix(strings.TrimSuffix(in.Name, ".gz"), ".GZ")
	in.Open = func() (io.ReadCloser, error) {
		f, err := open()
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, errors.Join(&tabular.FileError{Name: in.Name, Reason: "the file is not whole: " + err.Error()}, f.Close())
		}
		return &unpackedFile{z, []io.Closer{z, f}, in.Name}, nil
	}
	return in
}

// members are the files in a zip, those that systems hide left out.
func (in Input) members() ([]Input, error) {
	z, closer, err := in.zip()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	var members []Input
	for _, m := range z.File {
		base := path.Base(m.Name)
		if m.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(m.Name, "__MACOSX/") {
			continue
		}
		name := m.Name
		members = append(members, Input{
			Name: in.Name + "/" + name, Size: int64(m.UncompressedSize64),
			Open: func() (io.ReadCloser, error) { return in.member(name) },
		})
	}
	if len(members) == 0 {
		return nil, &tabular.FileError{Name: in.Name, Reason: "the archive has no files in it"}
	}
	if len(members) == 1 {
		members[0].Name = path.Base(members[0].Name)
	}
	return members, nil
}

// zip opens the input as a zip, which must be read from both its ends.
func (in Input) zip() (*zip.Reader, io.Closer, error) {
	f, err := in.Open()
	if err != nil {
		return nil, nil, err
	}
	at, size := io.ReaderAt(nil), in.Size
	if file, ok := f.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}); ok {
		if st, err := file.Stat(); err == nil {
			at, size = file, st.Size()
		}
	}
	if at == nil {
		content, err := io.ReadAll(io.LimitReader(f, pipeLimit+1))
		if err == nil && len(content) > pipeLimit {
			err = errTooLong
		}
		if err != nil {
			return nil, nil, errors.Join(err, f.Close())
		}
		at, size = bytes.NewReader(content), int64(len(content))
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, nil, errors.Join(&tabular.FileError{Name: in.Name, Reason: "the archive is not whole: " + err.Error()}, f.Close())
	}
	return z, f, nil
}

func (in Input) member(name string) (io.ReadCloser, error) {
	z, closer, err := in.zip()
	if err != nil {
		return nil, err
	}
	for _, m := range z.File {
		if m.Name != name {
			continue
		}
		r, err := m.Open()
		if err != nil {
			return nil, errors.Join(&tabular.FileError{Name: in.Name, Reason: err.Error()}, closer.Close())
		}
		return &unpackedFile{r, []io.Closer{r, closer}, in.Name + "/" + name}, nil
	}
	return nil, errors.Join(fs.ErrNotExist, closer.Close())
}

// An unpackedFile is read from a compressed one.
type unpackedFile struct {
	io.Reader
	closers []io.Closer
	name    string
}

// Read says which file is broken when unpacking fails.
func (u *unpackedFile) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = &tabular.FileError{Name: u.name, Reason: "the compressed file is broken: " + err.Error()}
	}
	return n, err
}

func (u *unpackedFile) Close() error {
	var err error
	for _, c := range u.closers {
		err = errors.Join(err, c.Close())
	}
	return err
}

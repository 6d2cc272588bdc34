package store

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
)

// ApplicationID stands in the header of every archive ("CHNC"), so that tools
// such as file(1) can tell it from other SQLite files.
const ApplicationID = 0x43484e43

// Extension is the ending of an archive's file name.
const Extension = ".chancery"

// The header of an SQLite file: https://www.sqlite.org/fileformat2.html#the_database_header
const (
	headerMagic         = "SQLite format 3\x00"
	headerSize          = 100
	headerUserVersion   = 60 // big-endian 32-bit
	headerApplicationID = 68 // big-endian 32-bit
)

// checkHeader looks at a file without the database engine, which could write to
// it or beside it, and says why it is not an archive that this version opens.
func checkHeader(path string) error {
	stat, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fileErrorf(ErrNotExist, "there is no archive at %s", path)
	case err != nil:
		return err
	case stat.IsDir():
		return fileErrorf(ErrNotArchive, "%s is a folder, not a Chancery archive", path)
	case !stat.Mode().IsRegular():
		return fileErrorf(ErrNotArchive, "%s is not an ordinary file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var header [headerSize]byte
	switch n, err := io.ReadFull(file, header[:]); {
	case n == 0 && errors.Is(err, io.EOF):
		return fileErrorf(ErrNotArchive, "%s is not a Chancery archive: the file is empty", path)
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return err
	case n < headerSize || string(header[:len(headerMagic)]) != headerMagic:
		return fileErrorf(ErrNotArchive, "%s is not a Chancery archive", path)
	}
	if binary.BigEndian.Uint32(header[headerApplicationID:]) != ApplicationID {
		return fileErrorf(ErrNotArchive, "%s is a database of another program, not a Chancery archive", path)
	}
	version := int(int32(binary.BigEndian.Uint32(header[headerUserVersion:])))
	if known := len(migrations); version > known {
		return &VersionError{Path: path, Version: version, Known: known}
	}
	return nil
}

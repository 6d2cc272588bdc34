package assets

import (
	"embed"
	"io/fs"
)

//go:embed curated/*.csv
var curated embed.FS

// Curated holds the tables of the archive that Chancery comes with: events.csv,
// actors.csv, instruments.csv and collections.csv.
var Curated = sub(curated, "curated")

// sub returns a folder of an embedded file system.
func sub(files embed.FS, dir string) fs.FS {
	in, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the folder's name is not a valid path: a mistake in this file
	}
	return in
}

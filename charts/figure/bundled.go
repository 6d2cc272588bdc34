package figure

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A bundledFont is one of the files of Fonts. Reading a font takes some
// milliseconds, and a window shows its first frame without any italics: a font
// is read when its first letter is set.
type bundledFont struct {
	file []byte
	read *face // nil until then
}

// checkFont reports why a file cannot be read as a font, as far as its table
// of contents tells.
func checkFont(file []byte) error {
	contents, err := opentype.NewLoader(bytes.NewReader(file))
	if err != nil {
		return err
	}
	for _, table := range []string{"head", "maxp", "cmap", "hmtx"} {
		if !contents.HasTable(opentype.MustNewTag(table)) {
			return fmt.Errorf("it has no table %q", table)
		}
	}
	return nil
}

// bundledFace returns the face of a style: the regular one for a style without
// a file of its own, or with one that turns out to be damaged.
func (fs *Faces) bundledFace(s style) *face {
	b := &fs.bundled[s]
	if b.read != nil {
		return b.read
	}
	parsed, err := font.ParseTTF(bytes.NewReader(b.file))
	if len(b.file) == 0 || err != nil {
		b.read = fs.bundled[regular].read
		return b.read
	}
	b.read = fs.adopt(parsed)
	b.read.heights = sharedHeights(parsed, b.read.upem)
	return b.read
}

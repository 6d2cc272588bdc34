package figure

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// A resolver chooses the font of each letter of a text in one style. It
// implements shaping.FontmapScript.
type resolver struct {
	faces  *Faces
	style  style
	script language.Script
}

// SetScript notes the script of the letters that ResolveFace is asked for.
func (r *resolver) SetScript(script language.Script) { r.script = script }

// ResolveFace returns the style's own font if it has the letter; for signs the
// bundled mono font, which has most and looks the same everywhere; else a font
// of the machine; and the style's own again, for its box, if there is none.
func (r *resolver) ResolveFace(letter rune) *font.Face {
	own := r.faces.bundledFace(r.style).Face
	if has(own, letter) {
		return own
	}
	if plain := r.faces.bundledFace(regular).Face; has(plain, letter) {
		return plain
	}
	sign := unicode.IsSymbol(letter) || unicode.IsPunct(letter)
	fixed := r.faces.bundledFace(mono).Face
	if sign && has(fixed, letter) {
		return fixed
	}
	if found := r.faces.system.find(letter, r.script, r.style); found != nil {
		return found
	}
	if has(fixed, letter) {
		return fixed
	}
	return own
}

func has(f *font.Face, letter rune) bool {
	_, ok := f.NominalGlyph(letter)
	return ok
}

// systemFonts finds fonts of the machine. Looking through them takes a moment,
// so it is put off until a letter needs it.
type systemFonts struct {
	cacheDir string
	loaded   bool
	fonts    *fontscan.FontMap // nil if there are none
}

func newSystemFonts(cacheDir string) *systemFonts { return &systemFonts{cacheDir: cacheDir} }

// find returns a font that has the letter, or nil.
func (s *systemFonts) find(letter rune, script language.Script, style style) *font.Face {
	if s == nil {
		return nil
	}
	s.load()
	if s.fonts == nil {
		return nil
	}
	s.fonts.SetQuery(queryFor(style))
	s.fonts.SetScript(script)
	found := s.fonts.ResolveFace(letter)
	if found == nil || !has(found, letter) {
		return nil
	}
	return found
}

func (s *systemFonts) load() {
	if s.loaded {
		return
	}
	s.loaded = true
	dir := s.cacheDir
	if dir == "" {
		if user, err := os.UserCacheDir(); err == nil {
			dir = filepath.Join(user, "chancery")
		}
	}
	// A cache that cannot be written costs the next start a moment, and a
	// machine without fonts shows boxes: neither is worth a word to the user.
	fonts := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if fonts.UseSystemFonts(dir) == nil {
		s.fonts = fonts
	}
}

func queryFor(style style) fontscan.Query {
	query := fontscan.Query{Families: []string{"Noto Sans", "Noto Sans CJK JP", fontscan.SansSerif}}
	switch style {
	case bold:
		query.Aspect.Weight = font.WeightBold
	case italic:
		query.Aspect.Style = font.StyleItalic
	case mono:
		query.Families = []string{fontscan.Monospace, fontscan.SansSerif}
	}
	return query
}

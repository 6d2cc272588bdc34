package figure

import (
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// Fonts are the files that texts are set in: the bytes of TrueType or OpenType
// fonts. Only Regular is needed; a missing one is replaced by it.
type Fonts struct {
	Regular, Bold, Italic, Mono []byte

	// BundledOnly keeps the machine's own fonts out, so that a letter that
	// none of the files above has is a box on every machine.
	BundledOnly bool

	// CacheDir is where the index of the machine's fonts is kept between
	// runs. Empty means a directory of the user's cache.
	CacheDir string
}

// A style is one of the bundled faces.
type style uint8

const (
	regular style = iota
	bold
	italic
	mono
	styleCount
)

func styleOf(isBold, isItalic, isMono bool) style {
	switch {
	case isMono:
		return mono
	case isBold:
		return bold
	case isItalic:
		return italic
	}
	return regular
}

// Faces measures texts and supplies the letters that painters draw. It is
// safe for use by several goroutines at once; they take turns. Letters that
// the bundled fonts lack come from the machine's fonts, which are looked for
// when the first such letter is met.
type Faces struct {
	mu        sync.Mutex
	bundled   [styleCount]bundledFont
	known     map[*font.Face]*face
	system    *systemFonts // nil when only bundled fonts may be used
	resolver  resolver
	shaper    shaping.HarfbuzzShaper
	segmenter shaping.Segmenter
	runs      cache[runKey, *run]
}

// face is a font with a number that caches can use as a key.
type face struct {
	*font.Face
	id      uint16
	upem    float32
	heights heights // of a bundled font; others are not fitted to pixels
}

type runKey struct {
	text  string
	style style
}

// NewFaces makes ready the fonts: it reads the regular one, and checks that the
// others are fonts.
func NewFaces(fonts Fonts) (*Faces, error) {
	if len(fonts.Regular) == 0 {
		return nil, errors.New("fonts: no regular font")
	}
	fs := &Faces{
		known: map[*font.Face]*face{},
		runs:  newCache[runKey, *run](1 << 17),
	}
	for i, file := range [styleCount][]byte{fonts.Regular, fonts.Bold, fonts.Italic, fonts.Mono} {
		if len(file) == 0 {
			continue
		}
		if err := checkFont(file); err != nil {
			return nil, fmt.Errorf("fonts: file %d: %w", i+1, err)
		}
		fs.bundled[i].file = file
	}
	if fs.bundledFace(regular) == nil {
		return nil, errors.New("fonts: the regular font is damaged")
	}
	if !fonts.BundledOnly {
		fs.system = newSystemFonts(fonts.CacheDir)
	}
	fs.resolver = resolver{faces: fs}
	return fs, nil
}

// adopt numbers a font, or returns it if it already has a number.
func (fs *Faces) adopt(f *font.Face) *face {
	if known, ok := fs.known[f]; ok {
		return known
	}
	known := &face{Face: f, id: uint16(len(fs.known)), upem: float32(max(f.Upem(), 1))}
	fs.known[f] = known
	return known
}

// Measure returns the width in dp of a text set in the given size in dp.
// Results are kept, so measuring the same text again is cheap.
func (fs *Faces) Measure(text string, size float32, bold bool) float32 {
	return fs.MeasureFont(text, Font{Size: size, Bold: bold})
}

// MeasureFont returns the width in dp of a text in any font.
func (fs *Faces) MeasureFont(text string, font Font) float32 {
	if text == "" {
		return 0
	}
	size := font.Size
	if size == 0 {
		size = 12
	}
	if !(size > 0) || math.IsInf(float64(size), 0) {
		return 0
	}
	return fs.run(text, styleOf(font.Bold, font.Italic, font.Mono)).width * size
}

// run returns the letters of a text, set if they are not kept from before.
func (fs *Faces) run(text string, style style) *run {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	key := runKey{text, style}
	if r, ok := fs.runs.get(key); ok {
		return r
	}
	r := fs.set(printable(text), style)
	fs.runs.put(key, r, len(r.letters)+len(text)/16+4)
	return r
}

package app

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Fyne sets a text without a font of its own in the theme's, and before the
// first letter of each style it also reads its fonts of emoji and symbols and
// looks for one of the machine's for the user's language: a tenth of a second
// that a window need not wait for. Words in scripts that the theme's own font
// has are therefore set in that font by name. Any others, and letters that it
// turns out to lack, still come from wherever Fyne finds them.

// typefaces are the theme's fonts under the names of the families among which
// Fyne looks for letters that they lack.
var typefaces = map[fyne.TextStyle]func() fyne.Resource{
	{}:                typeface("sans-serif", fyne.TextStyle{}),
	{Bold: true}:      typeface("sans-serif", fyne.TextStyle{Bold: true}),
	{Monospace: true}: typeface("monospace", fyne.TextStyle{Monospace: true}),
}

// typeface returns one resource for all texts of a style: Fyne keeps what it
// read of a font under its resource.
func typeface(family string, style fyne.TextStyle) func() fyne.Resource {
	return sync.OnceValue(func() fyne.Resource {
		return fyne.NewStaticResource(family, theme.DefaultTheme().Font(style).Content())
	})
}

// typefaceFor returns the font to set words in, nil for Fyne's own choice.
func typefaceFor(words string, style fyne.TextStyle) fyne.Resource {
	face, ok := typefaces[style]
	if !ok {
		return nil
	}
	for _, letter := range words {
		// Latin, Greek, Cyrillic; their additions; punctuation and currencies.
		if letter >= 0x0530 && (letter < 0x1E00 || letter >= 0x20C0) {
			return nil
		}
	}
	return face()
}

// setWords changes what a text says.
func setWords(t *canvas.Text, words string) {
	t.Text, t.FontSource = words, typefaceFor(words, t.TextStyle)
}

// setStyle changes the style of a text.
func setStyle(t *canvas.Text, style fyne.TextStyle) {
	t.TextStyle, t.FontSource = style, typefaceFor(t.Text, style)
}

// measure returns the width in dp of words in a size and style.
func measure(words string, size float32, style fyne.TextStyle) float32 {
	measured, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, style, typefaceFor(words, style))
	return measured.Width
}

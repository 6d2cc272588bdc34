package app

import (
	"sync"

	"fyne.io/fyne/v2"

	"chancery/assets"
	"chancery/charts/figure"
)

// readFonts begins to read the fonts that the first frame of a window is set in,
// ours and Fyne's, and returns what waits for them. The app must be there, and
// nothing may be measured until then: Fyne sets one text at a time.
func readFonts() (wait func() (*figure.Faces, error)) {
	var faces *figure.Faces
	var err error
	var reading sync.WaitGroup
	reading.Go(func() {
		if faces, err = newFaces(); err == nil {
			faces.Measure("0", sizeBody, true)
		}
	})
	reading.Go(func() {
		for style, face := range typefaces {
			fyne.CurrentApp().Driver().RenderedTextSize("0", sizeBody, style, face())
		}
	})
	return func() (*figure.Faces, error) {
		reading.Wait()
		return faces, err
	}
}

// newFaces returns the fonts of figures.
func newFaces() (*figure.Faces, error) {
	return figure.NewFaces(figure.Fonts{
		Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono,
	})
}

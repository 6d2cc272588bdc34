package app

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"

	"chancery/charts/figure"
)

// FigureFormats are the formats that a figure can be written in, as the
// extensions of files.
var FigureFormats = []string{".png", ".svg", ".pdf"}

// pixelsLimit is the most pixels of an image: more takes a gigabyte.
const pixelsLimit = 1 << 28

// errTooLarge says what to do about a picture of more pixels.
var errTooLarge = errors.New("the picture would have too many pixels: choose a smaller scale, or SVG or PDF, which have none")

// WriteFigure writes a figure in a format, in the light theme or the dark one.
// An image has scale pixels for a dp, 0 meaning 1.
func WriteFigure(w io.Writer, format string, f *figure.Figure, faces *figure.Faces, title string, dark bool, scale float32) error {
	look, palette := figure.ThemeLight, figure.Light()
	if dark {
		look, palette = figure.ThemeDark, figure.Dark()
	}
	switch format {
	case ".svg":
		return figure.WriteSVG(w, f, figure.SVGOptions{Theme: look, Title: title, Faces: faces})
	case ".pdf":
		return figure.WritePDF(w, figure.PDFOptions{Theme: look, Title: title, Faces: faces}, f)
	case ".png":
	default:
		return fmt.Errorf("no figure can be written as %q", format)
	}
	if scale == 0 {
		scale = 1
	}
	width, height := f.W*scale, f.H*scale
	if !(width*height <= pixelsLimit) {
		return errTooLarge
	}
	img := image.NewRGBA(image.Rect(0, 0, int(width+0.5), int(height+0.5)))
	figure.NewPainter(faces).Paint(img, f, palette, scale)
	return png.Encode(w, img)
}

package figure

import (
	"fmt"
	"io"
	"time"

	"chancery/charts/figure/pdf"
)

// PDFOptions say how figures are written as PDF. Faces must be set, or texts
// are left out, as they are in images.
type PDFOptions struct {
	Theme       Theme // ThemeDark, or light
	Title       string
	Description string
	Language    string    // of the texts, BCP 47; "" for English
	Created     time.Time // zero for not said
	Faces       *Faces
}

// dpPerPoint is how many dp make a point of 1/72 inch: a dp is a pixel of CSS,
// of which 96 make an inch.
const dpPerPoint = 96.0 / 72

// WritePDF writes figures as PDF, each on a page of its own size. Text is text:
// the letters that are used are embedded whatever font they come from, and it
// can be copied and searched. Shapes whose measures are no numbers are left out.
func WritePDF(w io.Writer, opt PDFOptions, figures ...*Figure) error {
	doc := pdf.NewDocument(w, pdf.Info{
		Title: printable(opt.Title), Subject: printable(opt.Description), Language: opt.Language, Creator: "Chancery", Created: opt.Created,
	})
	palette := Light()
	if opt.Theme == ThemeDark {
		palette = Dark()
	}
	fonts := map[*face]*pdf.Font{}
	for _, f := range figures {
		page := pdfPage{doc: doc, faces: opt.Faces, fonts: fonts, palette: palette}
		page.Page = doc.NewPage(float64(max(finiteOr0(f.W), 1)), float64(max(finiteOr0(f.H), 1)), dpPerPoint)
		for i := range f.Shapes {
			page.shape(f, &f.Shapes[i])
		}
		for range page.clips {
			page.Restore()
		}
		page.End()
	}
	if err := doc.Close(); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// pdfPage writes one figure.
type pdfPage struct {
	*pdf.Page
	doc     *pdf.Document
	faces   *Faces
	fonts   map[*face]*pdf.Font
	palette *Palette
	clips   int
	hidden  int // depth of clips whose measures are no numbers
}

// colour returns what an ink looks like.
func (p *pdfPage) colour(k Ink) pdf.Colour {
	c := p.palette.Colour(k)
	return pdf.Colour{R: float64(c.R) / 255, G: float64(c.G) / 255, B: float64(c.B) / 255, A: float64(c.A) / 255}
}

// ink sets how the inside and the edge of a shape are painted, and reports
// which of them are.
func (p *pdfPage) ink(s *Shape) (fill, stroke bool) {
	fill = !s.Fill.None()
	stroke = !s.Stroke.None() && s.StrokeWidth > 0
	if fill {
		p.Fill(p.colour(s.Fill))
	}
	if stroke {
		p.pen(s)
	}
	return fill, stroke
}

func (p *pdfPage) pen(s *Shape) {
	pen := pdf.Pen{Colour: p.colour(s.Stroke), Width: float64(s.StrokeWidth), Round: s.Round}
	if isDashed(s.Dash) {
		pen.Dash = []float64{float64(s.Dash[0]), float64(s.Dash[1])}
	}
	p.Stroke(pen)
}

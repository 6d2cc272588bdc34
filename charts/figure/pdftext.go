package figure

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"chancery/charts/figure/pdf"
)

// text writes the text of a shape.
func (p *pdfPage) text(s *Shape, text string) {
	if p.faces == nil || text == "" || s.Fill.None() || !(s.Size > 0) {
		return
	}
	text = printable(text)
	letters, width := p.letters(text, styleOf(s.Bold, s.Italic, s.Mono))
	x, y, size := float64(s.X), float64(s.Y), float64(s.Size)
	shift := 0.0
	switch s.Align {
	case Centre:
		shift = float64(width) * size / 2
	case Right:
		shift = float64(width) * size
	}
	if s.Up {
		y += shift
	} else {
		x -= shift
	}
	p.Fill(p.colour(s.Fill))
	p.Text(x, y, size, s.Up, text, letters)
}

// letters sets a text. Letters that were shaped together stand for their text
// together: the first for all of it.
func (p *pdfPage) letters(text string, style style) (placed []pdf.Placed, width float32) {
	fs := p.faces
	fs.mu.Lock()
	defer fs.mu.Unlock()
	runes := []rune(text)
	if len(runes) == 0 {
		return nil, 0
	}
	x := float32(0)
	for _, part := range fs.shape(runes, style) {
		f := fs.adopt(part.Face)
		last := -1
		for _, g := range part.Glyphs {
			stands := ""
			if at := g.TextIndex(); at != last {
				stands = string(runes[at:min(at+g.RunesCount(), len(runes))])
				last = at
			}
			in := p.font(f)
			placed = append(placed, pdf.Placed{
				Font:   in,
				Letter: in.Letter(uint32(g.GlyphID), stands, float64(f.HorizontalAdvance(g.GlyphID)*1000/f.upem), func() []pdf.Segment { return f.pdfOutline(g.GlyphID) }),
				X:      float64(x + em(g.XOffset)), Y: float64(em(g.YOffset)),
			})
			x += em(g.Advance)
		}
	}
	return placed, max(x, 0)
}

// font returns the document's font for a face.
func (p *pdfPage) font(f *face) *pdf.Font {
	made, ok := p.fonts[f]
	if !ok {
		made = p.doc.NewFont(f.Describe().Family)
		p.fonts[f] = made
	}
	return made
}

// pdfOutline returns the outline of a letter in thousandths of an em.
func (f *face) pdfOutline(gid font.GID) []pdf.Segment {
	scale := 1000 / float64(f.upem)
	segments := f.segments(gid)
	outline := make([]pdf.Segment, 0, len(segments))
	for _, s := range segments {
		piece := pdf.Segment{Move: s.Op == opentype.SegmentOpMoveTo}
		for _, at := range s.Args[:pointsOf(s.Op)] {
			piece.Points = append(piece.Points, pdf.Point{X: float64(at.X) * scale, Y: float64(at.Y) * scale})
		}
		outline = append(outline, piece)
	}
	return outline
}

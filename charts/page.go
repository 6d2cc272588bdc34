package charts

import (
	"chancery/charts/figure"
)

// pageMargin is the room around a chart that is a picture of its own, in dp.
const pageMargin = 24

// Page draws a chart as a picture of its own, width dp wide: with a margin, its
// subject over it, and under it the note without which its numbers may be read
// wrongly.
func Page(s *Spec, faces *figure.Faces, width float32) *figure.Figure {
	o := DrawOptions{Faces: faces, Notes: true, Named: true}
	room := width - 2*pageMargin
	top := float32(pageMargin)
	subject := s.Query.Subject()
	if subject != (Subject{}) {
		top += 24
	}
	f := figure.New(width, top+Height(s, room, o)+pageMargin)
	f.Fill(f.Bounds(), figure.Surface.Ink())
	if subject != (Subject{}) {
		f.Text(figure.Pt(pageMargin, pageMargin+14), subject.String(), figure.Font{Size: 16, Bold: true})
	}
	Draw(s, f, figure.R(pageMargin, top, room, f.H-top-pageMargin), o)
	return f
}

// Subject returns whom a query is about.
func (q Query) Subject() Subject { return Subject{Actor: q.Actor, With: q.With} }

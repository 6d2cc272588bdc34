package charts

import "chancery/charts/figure"

// Sizes of a matrix in dp: the side of a cell, and the room for names.
const (
	cellMost   = 34
	cellLeast  = 12
	nameColumn = 84
)

func (d *drawing) cellSide() float32 {
	room := d.area.W - d.o.Left
	return min(max(room/float32(len(d.s.Categories)), cellLeast*d.k), cellMost*d.k)
}

func (d *drawing) matrixHeight() float32 {
	return d.columnNames() + float32(len(d.s.Categories))*d.cellSide()
}

// columnNames is how high the names over the columns stand.
func (d *drawing) columnNames() float32 {
	most := float32(0)
	for _, name := range d.s.Categories {
		most = max(most, d.o.Faces.Measure(name, 11*d.k, false))
	}
	return min(most, nameColumn*d.k) + 8*d.k
}

// matrix draws a cell for each two actors.
func (d *drawing) matrix() {
	n := len(d.s.Categories)
	names := d.columnNames()
	side := min(d.cellSide(), max((d.area.H-names)/float32(n), 4*d.k))
	x0, y0 := d.area.X+d.o.Left, d.area.Y+names
	for i, name := range d.s.Categories {
		at := float32(i) * side
		lit := d.litName(name)
		d.rowName(x0-8*d.k, y0+at+side/2, d.o.Left-12*d.k, name, lit)
		d.hit(figure.R(d.area.X, y0+at, d.o.Left, side), RowPart, i, 0)
		text, _ := d.o.Faces.Truncate(name, 11*d.k, lit, names-8*d.k)
		d.Text(figure.Pt(x0+at+side/2+4*d.k, y0-6*d.k), text, figure.Font{Size: 11 * d.k, Ink: figure.Text2.Ink(), Up: true, Bold: lit})
		for j := range d.s.Categories {
			d.matrixCell(figure.R(x0+float32(j)*side, y0+at, side, side), i, j)
		}
	}
}

func (d *drawing) matrixCell(r figure.Rect, i, j int) {
	inner := r.Inset(0.5)
	if i == j {
		d.Hatch(inner, figure.Grid.Ink(), 1, 5)
		return
	}
	cell := d.s.MatrixCell(i, j)
	d.Rect(inner, figure.Box{Fill: cell.Ink.Ink(), Radius: min(2*d.k, inner.W/4)})
	if cell.Text != "" && d.o.Faces.Measure(cell.Text, 11*d.k, false)+4*d.k <= r.W && r.H >= 14*d.k {
		ink := figure.Text
		if cell.Dark {
			ink = figure.Surface
		}
		d.caption(r.Centre().X, r.Centre().Y, cell.Text, ink, figure.Centre)
	}
	if d.s.Series[i].Values[j] > 0 {
		d.hit(r, CellPart, i, j)
	}
}

// A MatrixCell is how a cell of a Matrix looks.
type MatrixCell struct {
	Ink  figure.Token
	Text string // "" where there is nothing to say
	Dark bool   // the text on it is light, in the light theme
}

// MatrixCell returns how the cell of two actors looks.
func (s *Spec) MatrixCell(i, j int) MatrixCell {
	v, mean := s.Series[i].Values[j], &s.Series[len(s.Categories)+i]
	switch peak, _ := s.Extent(); {
	case v == 0:
		return MatrixCell{Ink: figure.SequentialToken(0)}
	case s.Shade == ByEvents:
		step := DensityStep(v, peak)
		return MatrixCell{figure.SequentialToken(step), Count(int(v)), step >= 4}
	case mean.N[j] == 0:
		return MatrixCell{Ink: figure.SequentialToken(0)}
	}
	return MatrixCell{ScoreToken(mean.N[j], mean.Values[j]), Points(mean.Values[j]), true}
}

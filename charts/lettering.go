package charts

import (
	"strings"

	"chancery/charts/figure"
)

// wrap breaks a text into lines of at most a width. A word that is longer is
// shortened.
func wrap(faces *figure.Faces, text string, size, width float32) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && faces.Measure(longer, size, false) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	for i := range lines {
		lines[i], _ = faces.Truncate(lines[i], size, false, width)
	}
	return lines
}

// caption writes small text whose middle is at a height.
func (d *drawing) caption(x, middle float32, text string, ink figure.Token, align figure.Align) {
	d.Text(figure.Pt(x, middle+4*d.k), text, figure.Font{Size: 11 * d.k, Ink: ink.Ink(), Align: align})
}

// rowName writes the name of a row, ending at x, within a width.
func (d *drawing) rowName(x, middle, width float32, name string, lit bool) {
	text, _ := d.o.Faces.Truncate(name, 11*d.k, lit, width)
	ink := figure.Text2
	if lit {
		ink = figure.Text
	}
	d.Text(figure.Pt(x, middle+4*d.k), text, figure.Font{Size: 11 * d.k, Ink: ink.Ink(), Bold: lit, Align: figure.Right})
}

// litName reports whether what the pointer is on is of an actor.
func (d *drawing) litName(name string) bool {
	q := d.o.Lit
	return q != nil && name != "" && (q.With == name || q.With == "" && q.Actor == name && d.s.Query.Actor != name)
}

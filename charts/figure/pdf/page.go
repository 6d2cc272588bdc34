package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// pointsLimit is the longest side that a page may have in units of its own;
// a longer page has larger units.
const pointsLimit = 14_000

// A Page is a page under way. Colours are RGBA with opacity last, from 0 to 1.
type Page struct {
	doc       *Document
	out       bytes.Buffer
	resources map[string]map[string]object // by class and name
	box       string
	alpha     [2]float64 // of fills and of strokes, as last set
	saved     [][2]float64
}

// A Colour is red, green, blue and opacity, from 0 to 1.
type Colour struct{ R, G, B, A float64 }

// NewPage begins a page of a size in units, of which perPoint make a point.
func (d *Document) NewPage(width, height, perPoint float64) *Page {
	w, h := width/perPoint, height/perPoint
	unit := 1.0
	for max(w, h)/unit > pointsLimit {
		unit++
	}
	p := &Page{doc: d, resources: map[string]map[string]object{}, alpha: [2]float64{1, 1}}
	p.box = fmt.Sprintf("/MediaBox[0 0 %s %s]", num(w/unit), num(h/unit))
	if unit > 1 {
		p.box += "/UserUnit " + num(unit)
	}
	scale := 1 / perPoint / unit
	p.op("cm", scale6(scale), "0", "0", scale6(-scale), "0", num(h/unit))
	return p
}

// scale6 writes a scale, which needs more places than a place does.
func scale6(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.8f", v), "0"), ".")
}

// End writes the page.
func (p *Page) End() {
	d := p.doc
	content := d.stream("", p.out.Bytes())
	var b strings.Builder
	for _, class := range slices.Sorted(maps.Keys(p.resources)) {
		fmt.Fprintf(&b, "/%s<<", class)
		for _, name := range slices.Sorted(maps.Keys(p.resources[class])) {
			fmt.Fprintf(&b, "/%s %d 0 R", name, p.resources[class][name])
		}
		b.WriteString(">>")
	}
	// The group says that colours are mixed as on a screen.
	d.pages = append(d.pages, d.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R%s/Group<</S/Transparency/CS/DeviceRGB>>/Resources<<%s>>/Contents %d 0 R>>",
		d.tree, p.box, b.String(), content)))
}

// use makes a resource known to the page and returns its name.
func (p *Page) use(class string, r resource) string {
	if p.resources[class] == nil {
		p.resources[class] = map[string]object{}
	}
	p.resources[class][r.name] = r.object
	return r.name
}

func (p *Page) op(operator string, operands ...string) {
	for _, o := range operands {
		p.out.WriteString(o)
		p.out.WriteByte(' ')
	}
	p.out.WriteString(operator)
	p.out.WriteByte('\n')
}

func (p *Page) numbers(operator string, values ...float64) {
	for _, v := range values {
		p.out.WriteString(num(v))
		p.out.WriteByte(' ')
	}
	p.out.WriteString(operator)
	p.out.WriteByte('\n')
}

// Save begins a part of the page whose clips and scales end with Restore.
func (p *Page) Save() {
	p.saved = append(p.saved, p.alpha)
	p.op("q")
}

// Restore ends what Save began.
func (p *Page) Restore() {
	p.alpha = p.saved[len(p.saved)-1]
	p.saved = p.saved[:len(p.saved)-1]
	p.op("Q")
}

// Move makes 0, 0 of what follows the place x, y, and scales it.
func (p *Page) Move(x, y, scale float64) {
	p.op("cm", scale6(scale), "0", "0", scale6(scale), num(x), num(y))
}

// Clip limits what follows to a rectangle, until Restore.
func (p *Page) Clip(x, y, w, h float64) {
	p.numbers("re", x, y, max(w, 0), max(h, 0))
	p.op("W n")
}

// Fill sets the colour of fills and texts.
func (p *Page) Fill(c Colour) {
	p.setAlpha(0, c.A)
	p.numbers("rg", c.R, c.G, c.B)
}

// A Pen is how lines are drawn.
type Pen struct {
	Colour
	Width float64
	Dash  []float64 // on and off; empty for an unbroken line
	Round bool      // round ends; corners always are
}

// Stroke sets how lines are drawn.
func (p *Page) Stroke(pen Pen) {
	p.setAlpha(1, pen.A)
	p.numbers("RG", pen.R, pen.G, pen.B)
	p.numbers("w", pen.Width)
	cap := "0"
	if pen.Round {
		cap = "1"
	}
	p.op("J", cap)
	p.op("j", "1")
	dash := make([]string, len(pen.Dash))
	for i, v := range pen.Dash {
		dash[i] = num(v)
	}
	p.op("d", "["+strings.Join(dash, " ")+"]", "0")
}

// setAlpha sets the opacity of fills, 0, or strokes, 1.
func (p *Page) setAlpha(part int, alpha float64) {
	if p.alpha[part] == alpha {
		return
	}
	p.alpha[part] = alpha
	key := [...]string{"ca", "CA"}[part] + " " + num(alpha)
	state, ok := p.doc.states[key]
	if !ok {
		state = resource{fmt.Sprintf("S%d", len(p.doc.states)+1), p.doc.add("<</" + key + ">>")}
		p.doc.states[key] = state
	}
	p.op("gs", "/"+p.use("ExtGState", state))
}

// MoveTo begins a part of a path.
func (p *Page) MoveTo(x, y float64) { p.numbers("m", x, y) }

// LineTo goes on straight.
func (p *Page) LineTo(x, y float64) { p.numbers("l", x, y) }

// CurveTo goes on by a cubic Bézier curve.
func (p *Page) CurveTo(ax, ay, bx, by, x, y float64) { p.numbers("c", ax, ay, bx, by, x, y) }

// ClosePath goes back to where the part began.
func (p *Page) ClosePath() { p.op("h") }

// Rect is a part of a path by itself.
func (p *Page) Rect(x, y, w, h float64) { p.numbers("re", x, y, w, h) }

// quarter is how far the control points of a quarter of a circle lie.
const quarter = 0.5522847498

// Disc is a circle as a part of a path.
func (p *Page) Disc(x, y, r float64) { p.RoundRect(x-r, y-r, 2*r, 2*r, r) }

// RoundRect is a rectangle with round corners as a part of a path.
func (p *Page) RoundRect(x, y, w, h, r float64) {
	r = min(r, w/2, h/2)
	k := r * (1 - quarter)
	p.MoveTo(x+r, y)
	p.LineTo(x+w-r, y)
	p.CurveTo(x+w-k, y, x+w, y+k, x+w, y+r)
	p.LineTo(x+w, y+h-r)
	p.CurveTo(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h)
	p.LineTo(x+r, y+h)
	p.CurveTo(x+k, y+h, x, y+h-k, x, y+h-r)
	p.LineTo(x, y+r)
	p.CurveTo(x, y+k, x+k, y, x+r, y)
	p.ClosePath()
}

// Paint fills the path by the non-zero rule, strokes it, or both.
func (p *Page) Paint(fill, stroke bool) {
	switch {
	case fill && stroke:
		p.op("B")
	case fill:
		p.op("f")
	case stroke:
		p.op("S")
	default:
		p.op("n")
	}
}

package pdf

import (
	"fmt"
)

// Stamp draws what make draws, at 0, 0 in a box of half units to each side. What
// has one name is written once and drawn wherever it is stamped, in the colours
// of the place; make must set none.
func (p *Page) Stamp(name string, half float64, make func(p *Page)) {
	form, ok := p.doc.forms[name]
	if !ok {
		inner := &Page{doc: p.doc, resources: map[string]map[string]object{}, alpha: [2]float64{1, 1}}
		make(inner)
		form = resource{fmt.Sprintf("X%d", len(p.doc.forms)+1), p.doc.stream(
			fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s %s %s %s]", num(-half), num(-half), num(half), num(half)), inner.out.Bytes())}
		p.doc.forms[name] = form
	}
	p.op("Do", "/"+p.use("XObject", form))
}

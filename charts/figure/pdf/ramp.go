package pdf

import (
	"fmt"
	"strings"
)

// A Stop is a place on a ramp, from 0 to 1, and the opacity there.
type Stop struct{ At, Opacity float64 }

// Ramp fills a rectangle with a colour whose opacity runs from left to right
// through stops in rising order.
func (p *Page) Ramp(x, y, w, h float64, c Colour, stops []Stop) {
	if w <= 0 || h <= 0 || len(stops) == 0 {
		return
	}
	p.Save()
	p.Move(x, y, 1)
	p.op("gs", "/"+p.use("ExtGState", p.doc.fading(w, h, c.A, stops)))
	p.numbers("rg", c.R, c.G, c.B)
	p.Rect(0, 0, w, h)
	p.Paint(true, false)
	p.Restore()
}

// fading returns the graphics state whose soft mask is a ramp of opacity over a
// rectangle at 0, 0. Ramps of one size and look share it.
func (d *Document) fading(w, h, alpha float64, stops []Stop) resource {
	key := fmt.Sprintf("%s %s %s %v", num(w), num(h), num(alpha), stops)
	state, ok := d.states[key]
	if ok {
		return state
	}
	shading := d.add(fmt.Sprintf("<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 %s 0]/Extend[true true]/Function %s>>", num(w), rising(stops, alpha)))
	mask := d.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</R %d 0 R>>>>",
		num(w), num(h), shading), []byte("/R sh"))
	state = resource{fmt.Sprintf("S%d", len(d.states)+1), d.add(fmt.Sprintf("<</SMask<</Type/Mask/S/Luminosity/G %d 0 R>>>>", mask))}
	d.states[key] = state
	return state
}

// rising is the function of a ramp, from place to opacity.
func rising(stops []Stop, alpha float64) string {
	if len(stops) == 1 {
		stops = []Stop{stops[0], stops[0]}
	}
	var functions, bounds, encode []string
	for i, to := range stops[1:] {
		from := stops[i]
		functions = append(functions, fmt.Sprintf("<</FunctionType 2/Domain[0 1]/N 1/C0[%s]/C1[%s]>>", num(from.Opacity*alpha), num(to.Opacity*alpha)))
		encode = append(encode, "0 1")
		if i > 0 {
			bounds = append(bounds, num(from.At))
		}
	}
	first, last := stops[0].At, stops[len(stops)-1].At
	if len(functions) == 1 && first == 0 && last == 1 {
		return functions[0]
	}
	// Before the first stop and after the last the opacity stays as it is there.
	if first > 0 {
		functions = append([]string{constant(stops[0].Opacity * alpha)}, functions...)
		bounds, encode = append([]string{num(first)}, bounds...), append(encode, "0 1")
	}
	if last < 1 {
		functions = append(functions, constant(stops[len(stops)-1].Opacity*alpha))
		bounds, encode = append(bounds, num(last)), append(encode, "0 1")
	}
	return fmt.Sprintf("<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>",
		strings.Join(functions, " "), strings.Join(bounds, " "), strings.Join(encode, " "))
}

func constant(v float64) string {
	return fmt.Sprintf("<</FunctionType 2/Domain[0 1]/N 1/C0[%s]/C1[%s]>>", num(v), num(v))
}

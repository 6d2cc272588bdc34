package figure

import (
	"fmt"
	"strings"
)

// shape writes one shape.
func (o *svgWriter) shape(s *Shape) {
	switch s.Kind {
	case KindGroup:
		o.push(fmt.Sprintf("<g><title>%s</title>\n", escape(s.Text)), KindUngroup)
		return
	case KindUngroup, KindUnclip:
		o.pop(s.Kind)
		return
	}
	points := o.figure.span(s)
	if !isFinite(s.X, s.Y, s.W, s.H, s.Radius, s.StrokeWidth, s.Size) || !areFinite(points) {
		if s.Kind == KindClip { // its Unclip must find it
			o.push("<g display=\"none\">\n", KindUnclip)
		}
		return
	}
	switch s.Kind {
	case KindClip:
		o.clip(s)
	case KindRect:
		o.rect(s)
	case KindLine:
		o.element("line", fmt.Sprintf(`x1="%s" y1="%s" x2="%s" y2="%s"%s%s`,
			num(s.X), num(s.Y), num(s.X+s.W), num(s.Y+s.H), crispIf(s.W == 0 || s.H == 0), o.pen(s)))
	case KindPolyline:
		o.element("polyline", fmt.Sprintf(`points="%s" fill="none" stroke-linejoin="round"%s`, pairs(points), o.pen(s)))
	case KindPolygon:
		o.element("polygon", fmt.Sprintf(`points="%s"%s stroke-linejoin="round"%s`, pairs(points), o.fill(s.Fill), o.pen(s)))
	case KindCurve:
		o.curve(s, points)
	case KindDisc:
		o.element("circle", fmt.Sprintf(`cx="%s" cy="%s" r="%s"%s%s`,
			num(s.X), num(s.Y), num(max(s.Radius, 0)), o.fill(s.Fill), o.pen(s)))
	case KindGlyph:
		o.glyph(s)
	case KindText:
		o.text(s)
	case KindNumber:
		written := *s
		written.Text = WriteNumber(s.Number)
		o.text(&written)
	case KindRamp:
		o.ramp(s, points)
	case KindHatch:
		o.hatch(s)
	}
}

// element writes an element with the title of the shape at hand.
func (o *svgWriter) element(name, attributes string) {
	if o.title == "" {
		fmt.Fprintf(o, "<%s %s/>\n", name, attributes)
		return
	}
	fmt.Fprintf(o, "<%s %s><title>%s</title></%s>\n", name, attributes, escape(o.title), name)
}

func (o *svgWriter) clip(s *Shape) {
	id := o.define()
	fmt.Fprintf(o, "<clipPath id=\"%s\"><rect %s/></clipPath>\n", id, place(s.Rect()))
	o.push(fmt.Sprintf("<g clip-path=\"url(#%s)\">\n", id), KindUnclip)
}

// rect writes a rectangle. Its edge lies inside, while SVG centres an edge on
// the outline, so the outline is half an edge further in.
func (o *svgWriter) rect(s *Shape) {
	r, radius := s.Rect(), max(s.Radius, 0)
	if !s.Stroke.None() {
		r, radius = r.Inset(s.StrokeWidth/2), max(radius-s.StrokeWidth/2, 0)
	}
	attributes := place(r) + o.fill(s.Fill) + o.pen(s)
	if radius > 0 {
		attributes += fmt.Sprintf(` rx="%s"`, num(min(radius, r.W/2, r.H/2)))
	}
	o.element("rect", attributes+crispIf(radius == 0))
}

func (o *svgWriter) curve(s *Shape, points []Point) {
	if len(points) < 4 {
		return
	}
	end := 1 + (len(points)-1)/3*3
	o.element("path", fmt.Sprintf(`d="M%s C%s" fill="none" stroke-linejoin="round"%s`,
		pairs(points[:1]), pairs(points[1:end]), o.pen(s)))
}

func (o *svgWriter) glyph(s *Shape) {
	scale := s.Size / glyphBox
	if !(scale > 0) {
		return
	}
	g := min(int(s.Glyph), Other)
	name := glyphNames[g]
	fmt.Fprintf(o, `<g transform="translate(%s %s) scale(%s)">`, num(s.X), num(s.Y), rounded(scale, 10000))
	if o.title != "" {
		fmt.Fprintf(o, "<title>%s</title>", escape(o.title))
	}
	use := func(part, look string) {
		fmt.Fprintf(o, `<use href="#%s-%s%s"%s/>`, o.id, name, part, look)
	}
	cut := s.Fill
	if s.Hollow {
		use("", fmt.Sprintf(`%s%s stroke-width="%s" stroke-linejoin="round"`,
			o.fill(s.Stroke), o.ink("stroke", s.Fill), num(outlineWidth/scale)))
	} else {
		cut = s.Stroke
		if s.StrokeWidth > 0 {
			use("", fmt.Sprintf(`%s%s stroke-width="%s" stroke-linejoin="round"`,
				o.fill(s.Stroke), o.ink("stroke", s.Stroke), num(2*s.StrokeWidth/scale)))
		}
		use("", o.fill(s.Fill))
	}
	if glyphOutlines[g].cut != "" {
		use("-cut", o.fill(cut))
	}
	o.WriteString("</g>\n")
}

func (o *svgWriter) text(s *Shape) {
	var b strings.Builder
	fmt.Fprintf(&b, `x="%s" y="%s" font-size="%s"%s`, num(s.X), num(s.Y), num(s.Size), o.fill(s.Fill))
	switch styleOf(s.Bold, s.Italic, s.Mono) {
	case bold:
		b.WriteString(` font-weight="700"`)
	case italic:
		b.WriteString(` font-style="italic"`)
	case mono:
		fmt.Fprintf(&b, ` font-family="%s"`, monoStack)
	}
	b.WriteString([...]string{Left: "", Centre: ` text-anchor="middle"`, Right: ` text-anchor="end"`}[min(s.Align, Right)])
	if s.Up {
		fmt.Fprintf(&b, ` transform="rotate(-90 %s %s)"`, num(s.X), num(s.Y))
	}
	if o.options.Faces != nil {
		width := o.options.Faces.MeasureFont(s.Text, Font{Size: s.Size, Bold: s.Bold, Italic: s.Italic, Mono: s.Mono})
		fmt.Fprintf(&b, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, num(width))
	}
	if strings.Contains(s.Text, "  ") {
		b.WriteString(` xml:space="preserve"`)
	}
	title := ""
	if o.title != "" {
		title = "<title>" + escape(o.title) + "</title>"
	}
	fmt.Fprintf(o, "<text %s>%s%s</text>\n", b.String(), title, escape(s.Text))
}

func (o *svgWriter) ramp(s *Shape, stops []Point) {
	id := o.define()
	fmt.Fprintf(o, `<linearGradient id="%s">`, id)
	for _, stop := range stops {
		opacity := min(max(stop.Y, 0), 1) * o.opacity(s.Fill)
		fmt.Fprintf(o, `<stop offset="%s" stop-color="%s" stop-opacity="%s"/>`,
			rounded(stop.X, 1000), o.colour(s.Fill), rounded(opacity, 1000))
	}
	o.WriteString("</linearGradient>\n")
	o.element("rect", fmt.Sprintf(`%s fill="url(#%s)"%s`, place(s.Rect()), id, crispIf(true)))
}

func (o *svgWriter) hatch(s *Shape) {
	if !(s.Size > 0) {
		return
	}
	id := o.define()
	fmt.Fprintf(o, `<pattern id="%s" width="%s" height="%s" patternUnits="userSpaceOnUse" patternTransform="translate(%s %s) rotate(45)">`,
		id, num(s.Size), num(s.Size), num(s.X), num(s.Y))
	fmt.Fprintf(o, "<rect width=\"%s\" height=\"%s\"%s/></pattern>\n", num(s.StrokeWidth), num(s.Size), o.fill(s.Fill))
	o.element("rect", fmt.Sprintf(`%s fill="url(#%s)"`, place(s.Rect()), id))
}

// pen returns the attributes of a shape's line.
func (o *svgWriter) pen(s *Shape) string {
	if s.Stroke.None() || !(s.StrokeWidth > 0) {
		return ""
	}
	look := o.ink("stroke", s.Stroke) + fmt.Sprintf(` stroke-width="%s"`, num(s.StrokeWidth))
	if isDashed(s.Dash) {
		look += fmt.Sprintf(` stroke-dasharray="%s %s"`, num(s.Dash[0]), num(s.Dash[1]))
	}
	if s.Round {
		look += ` stroke-linecap="round"`
	}
	return look
}

func (o *svgWriter) fill(k Ink) string {
	if k.None() {
		return ` fill="none"`
	}
	return o.ink("fill", k)
}

// ink returns the attributes that draw a part in an ink.
func (o *svgWriter) ink(part string, k Ink) string {
	if opacity := o.opacity(k); opacity < 1 {
		return fmt.Sprintf(` %s="%s" %s-opacity="%s"`, part, o.colour(k), part, rounded(opacity, 1000))
	}
	return fmt.Sprintf(` %s="%s"`, part, o.colour(k))
}

// colour returns an ink's colour without its opacity.
func (o *svgWriter) colour(k Ink) string {
	if palette := o.palette(); palette != nil {
		c := palette.Colour(Ink{Token: k.Token, Alpha: 255})
		c.A = 255
		return cssColour(c)
	}
	return fmt.Sprintf("var(--%s)", k.Token)
}

// opacity returns an ink's opacity. Where the palette is the reader's, what the
// palette adds to it is in the colour.
func (o *svgWriter) opacity(k Ink) float32 {
	if palette := o.palette(); palette != nil {
		return float32(palette.Colour(k).A) / 255
	}
	return float32(k.Alpha) / 255
}

// palette returns the palette of a fixed theme, or nil.
func (o *svgWriter) palette() *Palette {
	switch o.options.Theme {
	case ThemeLight:
		return Light()
	case ThemeDark:
		return Dark()
	}
	return nil
}

func place(r Rect) string {
	return fmt.Sprintf(`x="%s" y="%s" width="%s" height="%s"`, num(r.X), num(r.Y), num(max(r.W, 0)), num(max(r.H, 0)))
}

// crispIf asks for edges on whole pixels, as the painter draws them.
func crispIf(crisp bool) string {
	if crisp {
		return ` shape-rendering="crispEdges"`
	}
	return ""
}

func pairs(points []Point) string {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(num(p.X) + "," + num(p.Y))
	}
	return b.String()
}

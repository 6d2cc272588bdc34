package figure

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A Theme says which palette an SVG is drawn in.
type Theme uint8

// The themes.
const (
	ThemeAuto  Theme = iota // light, or dark where the reader prefers it
	ThemeLight              // colours are fixed
	ThemeDark               // colours are fixed
	ThemePage               // the page around it defines the colours: see StyleSheet
)

// SVGOptions say how a figure is written as SVG. The zero value is right for a
// file of its own.
type SVGOptions struct {
	Theme       Theme
	Title       string // accessible name of the whole
	Description string // longer text alternative
	ID          string // prefix of ids; needed where one page holds several figures
	Faces       *Faces // if set, texts keep these fonts' widths in whatever font they are shown
}

// fontStack and monoStack are what texts are set in. Noto Sans is what the
// program itself uses; what follows has much the same widths.
const (
	fontStack = "'Noto Sans','Open Sans',system-ui,sans-serif"
	monoStack = "'DejaVu Sans Mono',ui-monospace,monospace"
)

// WriteSVG writes a figure as one svg element: text as text, colours as custom
// properties of CSS unless the theme is fixed, and names as titles. Whatever the
// texts hold, what is written is well-formed XML without scripts. Shapes whose
// measures are no numbers are left out.
func WriteSVG(w io.Writer, f *Figure, opt SVGOptions) error {
	out := svgWriter{Writer: bufio.NewWriter(w), figure: f, options: opt, id: safeID(opt.ID)}
	out.begin()
	named := 0
	for i := 0; i < len(f.Shapes); i++ {
		if n := out.run(i, named); n > 0 {
			out.rects(f.Shapes[i : i+n])
			i += n - 1
			continue
		}
		out.title = ""
		for named < len(f.titles) && f.titles[named].shape <= i {
			out.title = f.titles[named].text
			named++
		}
		out.shape(&f.Shapes[i])
	}
	out.end()
	if err := out.Flush(); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

// svgWriter writes one figure. Errors stay in the bufio.Writer until the end.
type svgWriter struct {
	*bufio.Writer
	figure  *Figure
	options SVGOptions
	id      string
	title   string   // of the shape at hand
	open    []svgTag // groups and clips around it
	defined int      // gradients, patterns and clips so far
}

// svgTag is an open element: what begins it and the kind of shape that ends it.
type svgTag struct {
	begin string
	end   Kind
}

func (o *svgWriter) begin() {
	f := o.figure
	w, h := finiteOr0(f.W), finiteOr0(f.H)
	fmt.Fprintf(o, `<svg xmlns="http://www.w3.org/2000/svg" id="%s" width="%s" height="%s" viewBox="0 0 %s %s" font-family="%s"`,
		o.id, num(w), num(h), num(w), num(h), fontStack)
	if o.options.Title != "" {
		fmt.Fprintf(o, ` role="img" aria-labelledby="%s-title">`, o.id)
		fmt.Fprintf(o, "\n<title id=\"%s-title\">%s</title>", o.id, escape(o.options.Title))
	} else {
		o.WriteByte('>')
	}
	if o.options.Description != "" {
		fmt.Fprintf(o, "\n<desc>%s</desc>", escape(o.options.Description))
	}
	o.WriteByte('\n')
	inks, glyphs := f.used()
	if o.options.Theme == ThemeAuto {
		fmt.Fprintf(o, "<style>\n%s</style>\n", styleSheet("#"+o.id, inks))
	}
	for g, used := range glyphs {
		if used {
			o.symbol(g)
		}
	}
}

func (o *svgWriter) end() {
	for range o.open {
		o.WriteString("</g>\n")
	}
	o.WriteString("</svg>\n")
}

// used returns which tokens and glyphs a figure uses.
func (f *Figure) used() (inks [tokenCount]bool, glyphs [GlyphCount]bool) {
	for i := range f.Shapes {
		s := &f.Shapes[i]
		for _, ink := range [...]Ink{s.Fill, s.Stroke} {
			if !ink.None() && int(ink.Token) < tokenCount {
				inks[ink.Token] = true
			}
		}
		if s.Kind == KindGlyph {
			glyphs[min(int(s.Glyph), Other)] = true
		}
	}
	return inks, glyphs
}

func (o *svgWriter) symbol(g int) {
	fmt.Fprintf(o, "<symbol id=\"%s-%s\" overflow=\"visible\"><path d=\"%s\"/></symbol>\n", o.id, glyphNames[g], glyphOutlines[g].fill)
	if cut := glyphOutlines[g].cut; cut != "" {
		fmt.Fprintf(o, "<symbol id=\"%s-%s-cut\" overflow=\"visible\"><path d=\"%s\"/></symbol>\n", o.id, glyphNames[g], cut)
	}
}

// push opens a group that a shape of kind end closes.
func (o *svgWriter) push(begin string, end Kind) {
	o.WriteString(begin)
	o.open = append(o.open, svgTag{begin, end})
}

// pop closes the innermost group that ends so. Groups opened within it, which
// would not nest, are closed and opened again; one that was never opened is
// ignored.
func (o *svgWriter) pop(end Kind) {
	at := len(o.open) - 1
	for at >= 0 && o.open[at].end != end {
		at--
	}
	if at < 0 {
		return
	}
	within := o.open[at+1:]
	o.WriteString(strings.Repeat("</g>\n", len(within)+1))
	o.open = append(o.open[:at], within...)
	for _, tag := range o.open[at:] {
		o.WriteString(tag.begin)
	}
}

// define returns an id for a gradient, pattern or clip.
func (o *svgWriter) define() string {
	o.defined++
	return fmt.Sprintf("%s-%d", o.id, o.defined)
}

// safeID returns an id that needs no escaping anywhere.
func safeID(id string) string {
	safe := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return -1
	}, id)
	if safe == "" {
		return "figure"
	}
	if c := safe[0]; c == '-' || c >= '0' && c <= '9' {
		return "f" + safe
	}
	return safe
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escape makes a text safe in XML, in attributes as well.
func escape(text string) string { return xmlEscaper.Replace(printable(text)) }

// num returns a number rounded to a hundredth.
func num(v float32) string { return rounded(v, 100) }

func finiteOr0(v float32) float32 {
	if !isFinite(v) {
		return 0
	}
	return v
}

package pdf

import (
	"fmt"
	"math"
	"strings"
)

// font writes a font: its letters as a font program, their widths, and the text
// that each stands for.
func (d *Document) font(f *Font) {
	box := f.box()
	program := d.stream("/Subtype/CIDFontType0C", compactFont(f.base, box, f.letters))
	descriptor := d.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile3 %d 0 R>>",
		f.base, box[0], box[1], box[2], box[3], box[3], box[1], program))
	var widths strings.Builder
	for _, l := range f.letters {
		widths.WriteString(num(l.advance) + " ")
	}
	face := d.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[0[%s]]>>",
		f.base, descriptor, widths.String()))
	d.put(f.object, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s-Identity-H/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		f.base, face, d.stream("", []byte(f.toUnicode()))))
}

// box is what the letters cover together.
func (f *Font) box() (box [4]int) {
	for _, l := range f.letters {
		for _, s := range l.outline {
			for _, p := range s.Points {
				box[0], box[1] = min(box[0], int(math.Floor(p.X))), min(box[1], int(math.Floor(p.Y)))
				box[2], box[3] = max(box[2], int(math.Ceil(p.X))), max(box[3], int(math.Ceil(p.Y)))
			}
		}
	}
	return box
}

// toUnicode is the table from letters to text, for copying and searching.
func (f *Font) toUnicode() string {
	const block = 100 // the most lines that a part of the table may have
	var lines []string
	for n, l := range f.letters {
		if l.text != "" {
			lines = append(lines, fmt.Sprintf("<%04X> <%s>\n", n, utf16Hex(l.text)))
		}
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(lines) > 0 {
		part := lines[:min(len(lines), block)]
		lines = lines[len(part):]
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", len(part), strings.Join(part, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}

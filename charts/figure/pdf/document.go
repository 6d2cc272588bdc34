package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// Info describes a document.
type Info struct {
	Title    string
	Subject  string
	Language string    // BCP 47; "" for English
	Creator  string    // the program that made the document
	Created  time.Time // zero for not said
}

// A Document is a PDF file under way. What a page holds is written when the page
// ends, so that a document of many pages takes the memory of one. An error of
// the writer stays until Close.
type Document struct {
	w       io.Writer
	err     error
	size    int64
	offsets []int64 // of the objects, by number less one; 0 while not written
	info    Info

	pages  []object
	tree   object
	fonts  []*Font
	states map[string]resource // graphics states and shadings, by what they hold
	forms  map[string]resource
}

// An object is the number of one in the file.
type object int

// A resource is an object that pages know by a name.
type resource struct {
	name string
	object
}

// NewDocument begins a document.
func NewDocument(w io.Writer, info Info) *Document {
	d := &Document{w: w, info: info, states: map[string]resource{}, forms: map[string]resource{}}
	// The second line marks the file as binary.
	d.write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	d.tree = d.reserve()
	return d
}

// Close writes the fonts and the end of the file. No page may be under way.
func (d *Document) Close() error {
	for _, f := range d.fonts {
		d.font(f)
	}
	var kids bytes.Buffer
	for _, p := range d.pages {
		fmt.Fprintf(&kids, "%d 0 R ", p)
	}
	d.put(d.tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(d.pages), kids.String()))
	language := d.info.Language
	if language == "" {
		language = "en"
	}
	catalog := d.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang%s/ViewerPreferences<</DisplayDocTitle true>>>>", d.tree, textString(language)))
	info := d.add(d.description())

	start := d.size
	d.write(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(d.offsets)+1))
	for _, at := range d.offsets {
		d.write(fmt.Sprintf("%010d 00000 n \n", at))
	}
	d.write(fmt.Sprintf("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(d.offsets)+1, catalog, info, start))
	return d.err
}

func (d *Document) description() string {
	var b bytes.Buffer
	b.WriteString("<<")
	for _, entry := range []struct{ key, text string }{
		{"Title", d.info.Title}, {"Subject", d.info.Subject}, {"Creator", d.info.Creator}, {"Producer", d.info.Creator},
	} {
		if entry.text != "" {
			fmt.Fprintf(&b, "/%s%s", entry.key, textString(entry.text))
		}
	}
	if !d.info.Created.IsZero() {
		fmt.Fprintf(&b, "/CreationDate(D:%sZ)", d.info.Created.UTC().Format("20060102150405"))
	}
	b.WriteString(">>")
	return b.String()
}

// reserve numbers an object that is written later.
func (d *Document) reserve() object {
	d.offsets = append(d.offsets, 0)
	return object(len(d.offsets))
}

// put writes an object whose number is reserved.
func (d *Document) put(o object, body string) {
	d.offsets[o-1] = d.size
	d.write(fmt.Sprintf("%d 0 obj\n%s\nendobj\n", o, body))
}

// add writes an object.
func (d *Document) add(body string) object {
	o := d.reserve()
	d.put(o, body)
	return o
}

// stream writes a stream, compressed. entries are those of its dictionary but
// for its length and filter.
func (d *Document) stream(entries string, content []byte) object {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(content) // into memory: cannot fail
	z.Close()
	o := d.reserve()
	d.offsets[o-1] = d.size
	d.write(fmt.Sprintf("%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n", o, entries, packed.Len()))
	d.write(packed.String())
	d.write("\nendstream\nendobj\n")
	return o
}

func (d *Document) write(text string) {
	if d.err != nil {
		return
	}
	n, err := io.WriteString(d.w, text)
	d.size += int64(n)
	d.err = err
}

// textString writes text as PDF has it outside of pages: UTF-16 in hexadecimal.
func textString(text string) string {
	return "<FEFF" + utf16Hex(text) + ">"
}

func utf16Hex(text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, fmt.Sprintf("%04X", unit)...)
	}
	return string(b)
}

// num writes a number to a thousandth, without trailing zeros.
func num(v float64) string {
	if v != v || v > 1e9 || v < -1e9 {
		return "0" // no place on a page
	}
	text := strconv.FormatFloat(v, 'f', 3, 64)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

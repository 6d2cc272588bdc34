package app

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/charset"
	"chancery/data/tabular"
)

// fileHead returns the file at hand and how it is cut into rows and cells, all of
// which can be said otherwise.
func (z *wizard) fileHead() fyne.CanvasObject {
	f := z.im.File()
	icon := newIcon()
	recolour(icon, "file", ink(figure.Text2))
	name := fyne.CanvasObject(newClipped(f.Input.Name, sizeBody, figure.Text, fyne.TextStyle{Bold: true}))
	if len(z.im.Files) > 1 {
		var options []option
		for _, other := range z.im.Files {
			options = append(options, option{other.Input.Name, -1})
		}
		name = tabStop(z, "file", z.selector(options, z.im.At, func(i int) {
			z.im.At = i
			z.refresh()
		}))
	}
	about := newStack(name, newClipped(z.fileFacts(), sizeCaption, figure.Text3, fyne.TextStyle{}))
	cells, widths := []fyne.CanvasObject{newLine(scaled(20), icon, fyne.NewSize(20, 20)), about}, []float32{20, -1}
	add := func(width float32, name string, s *Selector) {
		cells = append(cells, newStack(newClipped(name, sizeCaption, figure.Text3, fyne.TextStyle{}), newLow(s)))
		widths = append(widths, width)
	}
	if u := f.Look.Understanding; u != nil && u.Sheet == "" {
		add(126, encodingWords(u), tabStop(z, "encoding", z.encodingSelector(u)))
		add(118, lang.L("Columns split by"), tabStop(z, "delimiter", z.delimiterSelector(u)))
	} else if u != nil {
		add(160, lang.L("Sheet"), tabStop(z, "sheet", z.sheetSelector(u)))
	}
	if f.Look.Foreign() {
		add(126, lang.L("Dates such as 3/4/2019"), tabStop(z, "order", z.orderSelector()))
		add(148, lang.L("First row"), tabStop(z, "header", z.headerSelector(f.Look.Understanding)))
	}
	return newStack(newCells(scaled(64), 16, 10, widths, cells...), rule())
}

// fileFacts says how large the file is and what is passed over at its beginning.
func (z *wizard) fileFacts() string {
	f := z.im.File()
	facts := []string{fileSize(f.Input.Size)}
	if r := z.im.Report; r != nil && !z.im.Partial && len(z.im.Files) == 1 {
		facts = append(facts, lang.N("{{.Number}} rows", r.Read, map[string]any{"Number": groupDigits(int64(r.Read))}))
	}
	if n := len(f.Look.Header); n > 0 {
		facts = append(facts, lang.N("{{.Count}} columns", n, map[string]any{"Count": n}))
	}
	u := f.Look.Understanding
	switch {
	case u == nil:
		facts = append(facts, formatName(f.Look.Format))
	case u.HeaderRow > 1:
		facts = append(facts, lang.L("names in row {{.Row}}, what stands above is passed over", map[string]any{"Row": u.HeaderRow}))
	case u.HeaderRow == 1 && u.FirstRow > 2:
		facts = append(facts, lang.L("rows begin at {{.Row}}", map[string]any{"Row": u.FirstRow}))
	}
	return strings.Join(facts, " · ")
}

// formatName names a format that is no table of others.
func formatName(format string) string {
	if format == tabular.ProfileOwn {
		return lang.L("Chancery’s own table")
	}
	return format
}

// selector returns a choice that shows another page of the same.
func (z *wizard) selector(options []option, on int, changed func(int)) *Selector {
	return newSelector(z.painter, options, on, changed)
}

// newLow returns a selector as low as those of the head are.
func newLow(s *Selector) fyne.CanvasObject {
	return &fyne.Container{Layout: lowLayout{}, Objects: []fyne.CanvasObject{s}}
}

type lowLayout struct{}

func (lowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, scaled(28)) }

func (lowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}

// encodingWords says how sure the encoding is.
func encodingWords(u *tabular.Understanding) string {
	if u.EncodingConfidence >= 1 {
		return lang.L("Encoding")
	}
	return lang.L("Encoding, {{.Share}} sure", map[string]any{"Share": percent(u.EncodingConfidence)})
}

func (z *wizard) encodingSelector(u *tabular.Understanding) *Selector {
	all := charset.Encodings()
	options := make([]option, 0, len(all))
	for _, e := range all {
		options = append(options, option{string(e), -1})
	}
	return z.selector(options, slices.Index(all, u.Encoding), func(i int) {
		h := z.im.File().Hints
		h.Encoding = all[i]
		z.im.SetHints(h)
	})
}

// delimiters are what usually stands between cells.
var delimiters = []byte{',', ';', '\t', '|', 1, ':', ' '}

func (z *wizard) delimiterSelector(u *tabular.Understanding) *Selector {
	all, on := delimiters, -1
	var options []option
	for i, d := range all {
		options = append(options, option{delimiterWords(d), -1})
		if tabular.DelimiterName(d) == u.Delimiter {
			on = i
		}
	}
	if on < 0 {
		if d, err := tabular.DelimiterNamed(u.Delimiter); err == nil {
			all, on = append(slices.Clone(all), d), len(options)
			options = append(options, option{delimiterWords(d), -1})
		}
	}
	return z.selector(options, on, func(i int) {
		h := z.im.File().Hints
		h.Delimiter, h.Mapping = all[i], nil
		z.im.SetHints(h)
	})
}

func delimiterWords(d byte) string {
	switch d {
	case ',':
		return lang.L("Comma ,")
	case ';':
		return lang.L("Semicolon ;")
	case '\t':
		return lang.L("Tab")
	case '|':
		return lang.L("Bar |")
	case ' ':
		return lang.L("Space")
	case 1:
		return lang.L("Byte 1")
	}
	return fmt.Sprintf("%c", d)
}

func (z *wizard) sheetSelector(u *tabular.Understanding) *Selector {
	var options []option
	for _, name := range u.Sheets {
		options = append(options, option{name, -1})
	}
	return z.selector(options, slices.Index(u.Sheets, u.Sheet), func(i int) {
		z.im.SetHints(tabular.Hints{Sheet: u.Sheets[i]})
	})
}

// orders are the answers to which of day and month comes first; the first leaves
// it to each way of writing.
var orders = []string{"", "dmy", "mdy"}

func (z *wizard) orderSelector() *Selector {
	given := z.im.File().Hints.Answers[string(tabular.AskOrder)]
	options := []option{{lang.L("As found"), -1}, {lang.L("3 April 2019"), -1}, {lang.L("4 March 2019"), -1}}
	return z.selector(options, slices.Index(orders, given), func(i int) { z.answer(string(tabular.AskOrder), orders[i]) })
}

func (z *wizard) headerSelector(u *tabular.Understanding) *Selector {
	on := 0
	if u.HeaderRow == 0 {
		on = 1
	}
	options := []option{{lang.L("Column names"), -1}, {lang.L("Already data"), -1}}
	return z.selector(options, on, func(i int) {
		h, named := z.im.File().Hints, i == 0
		h.Header, h.Mapping = &named, nil
		z.im.SetHints(h)
	})
}

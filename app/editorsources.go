package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// sourceRows is what says that an event happened, one source a row.
type sourceRows struct{ formRows[*sourceRow] }

type sourceRow struct {
	citation                  model.Citation
	publisher, title, address *field
	published, quote, locator *field
	advice                    *fyne.Container
}

func newSourceRows(citations []model.Citation) *sourceRows {
	s := &sourceRows{}
	s.begin(lang.L("Add source"), func() {
		s.add(model.Citation{})
		call(s.OnChange)
	})
	for _, c := range citations {
		s.add(c)
	}
	return s
}

func (s *sourceRows) add(c model.Citation) {
	row := &sourceRow{citation: c, advice: &fyne.Container{Layout: &stackedLayout{}}}
	entry := func(hint, text string) *field {
		e := filledField(hint, text)
		e.OnChanged = func(string) {
			row.advise()
			call(s.OnChange)
		}
		return e
	}
	row.publisher = entry(lang.L("Publisher"), c.Source.Publisher)
	row.title = entry(lang.L("Title of the source"), c.Source.Title)
	row.address = entry(lang.L("http:// or https://, or nothing"), c.Source.URL)
	row.published = entry(lang.L("Published on"), c.Source.Published.String())
	row.quote = entry(lang.L("Words quoted"), c.Quote)
	row.locator = entry(lang.L("Page, article"), c.Locator)
	two := func(a, b fyne.CanvasObject, first, second float32) fyne.CanvasObject {
		return &fyne.Container{Layout: &columnsLayout{shares: []float32{first, second}}, Objects: []fyne.CanvasObject{a, b}}
	}
	row.advise()
	s.put(row, &fyne.Container{Layout: &spacedLayout{gap: 4, foot: 8}, Objects: []fyne.CanvasObject{
		two(row.publisher, row.title, 1, 2), two(row.address, row.published, 2, 1), two(row.quote, row.locator, 2, 1), row.advice,
	}}, lang.L("Take this source out"))
}

// spacedLayout puts objects under each other with a gap between those that take
// room, and room below the last.
type spacedLayout struct{ gap, foot float32 }

func (l *spacedLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if least.Height > 0 {
			size.Height += least.Height + l.gap
		}
	}
	return size.AddWidthHeight(0, l.foot-l.gap)
}

func (l *spacedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		place(o, 0, y, size.Width, h)
		if h > 0 {
			y += h + l.gap
		}
	}
}

// advise says what is wrong with the address or the date.
func (r *sourceRow) advise() {
	r.advice.Objects = nil
	if !r.addressOK() {
		r.advice.Objects = append(r.advice.Objects, newParagraph(
			lang.L("A web address starts with http:// or https://. A source on paper needs none."), 540, sizeLabel, figure.Error))
	}
	if _, err := r.date(); err != nil {
		r.advice.Objects = append(r.advice.Objects, newParagraph(sentence(err), 540, sizeLabel, figure.Error))
	}
	r.advice.Refresh()
}

// addressOK reports whether the address is one, or none, or what it was before.
func (r *sourceRow) addressOK() bool {
	address := strings.TrimSpace(r.address.Text)
	return address == "" || address == r.citation.Source.URL || webAddress(address) != nil
}

// date reads when the source was published.
func (r *sourceRow) date() (edtf.Date, error) {
	text := strings.TrimSpace(r.published.Text)
	switch text {
	case "":
		return edtf.Date{}, nil
	case r.citation.Source.Published.String():
		return r.citation.Source.Published, nil
	}
	reading, err := edtf.Read(text, edtf.Unstated)
	if err != nil {
		return edtf.Date{}, err
	}
	if len(reading.Dates) > 1 {
		return edtf.Date{}, &edtf.SyntaxError{Text: text, Reason: lang.L("it can be read in more than one way")}
	}
	return reading.Dates[0], nil
}

// wrong counts what needs attention.
func (s *sourceRows) wrong() (n int) {
	for _, row := range s.rows {
		if !row.addressOK() {
			n++
		}
		if _, err := row.date(); err != nil {
			n++
		}
	}
	return n
}

// list returns the rows that name a source.
func (s *sourceRows) list() []model.Citation {
	var citations []model.Citation
	for _, row := range s.rows {
		c := row.citation
		c.Source.Publisher = strings.TrimSpace(row.publisher.Text)
		c.Source.Title = strings.TrimSpace(row.title.Text)
		c.Source.URL = strings.TrimSpace(row.address.Text)
		c.Source.Published, _ = row.date()
		c.Quote = strings.TrimSpace(row.quote.Text)
		c.Locator = strings.TrimSpace(row.locator.Text)
		if c.Source.Publisher+c.Source.Title+c.Source.URL != "" {
			citations = append(citations, c)
		}
	}
	return citations
}

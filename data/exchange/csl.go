package exchange

import (
	"io"

	"chancery/model"
	"chancery/model/edtf"
)

// A cslItem is a source in the JSON of the Citation Style Language, 1.0.2.
type cslItem struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Container string   `json:"container-title,omitempty"`
	URL       string   `json:"URL,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
}

// A cslDate is a date or two, the ends of an interval, by their known parts.
type cslDate struct {
	Parts   [][]int64 `json:"date-parts,omitempty"`
	Circa   bool      `json:"circa,omitempty"`
	Literal string    `json:"literal,omitempty"`
}

// WriteCSL writes the sources that events cite as CSL-JSON, which Zotero and
// other managers of references read.
func WriteCSL(w io.Writer, events Events, _ About) (Result, error) {
	var r Result
	out := newOutput(w)
	out.text("[")
	err := eachSource(events, &r, func(s *model.Source) error {
		return out.element(r.Entries, newCSLItem(s))
	})
	if err != nil {
		return r, err
	}
	out.text("\n]\n")
	return r, out.close()
}

func newCSLItem(s *model.Source) cslItem {
	item := cslItem{
		ID: sourceKey(s), Type: "document", Title: oneLine(s.Title), Publisher: oneLine(s.Publisher),
		URL: webAddress(s.URL), Issued: newCSLDate(s.Published),
	}
	if item.URL != "" {
		// Web pages are cited by the site that they are on.
		item.Type, item.Container, item.Publisher = "webpage", item.Publisher, ""
	}
	return item
}

// newCSLDate says a date in parts when it is one or an interval of two; any
// other in words.
func newCSLDate(d edtf.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	date := &cslDate{Circa: d.Qualifier() != 0}
	sides := []edtf.Date{d}
	if d.Form() == edtf.Interval {
		sides = []edtf.Date{d.Start(), d.End()}
	}
	for _, side := range sides {
		parts := cslParts(side)
		if parts == nil {
			return &cslDate{Literal: d.Display()}
		}
		date.Parts = append(date.Parts, parts)
	}
	return date
}

func cslParts(d edtf.Date) []int64 {
	year, known := d.Year()
	if !known || d.Unspecified() {
		return nil
	}
	y, m, day := d.Bounds().EarliestStart.Civil()
	switch p := d.Precision(); {
	case p == edtf.Year:
		return []int64{year}
	case p == edtf.Month:
		return []int64{y, int64(m)}
	case p >= edtf.Day:
		return []int64{y, int64(m), int64(day)}
	}
	return nil
}

package exchange

import (
	"encoding/json"
	"io"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// anySlide is an event or era of TimelineJS, in its schema of today or that of
// its second version.
type anySlide struct {
	Start   *anyDate  `json:"start_date"`
	End     *anyDate  `json:"end_date"`
	Text    anyText   `json:"text"`
	Media   *anyMedia `json:"media"`
	Group   word      `json:"group"`
	Display word      `json:"display_date"`
	ID      word      `json:"unique_id"`
	EDTF    *struct {
		Start word `json:"start"`
		End   word `json:"end"`
	} `json:"edtf"`

	OldStart    word      `json:"startDate"`
	OldEnd      word      `json:"endDate"`
	OldHeadline word      `json:"headline"`
	OldTag      word      `json:"tag"`
	OldMedia    *anyMedia `json:"asset"`
}

type anyDate struct {
	Year    word `json:"year"`
	Month   word `json:"month"`
	Day     word `json:"day"`
	Hour    word `json:"hour"`
	Minute  word `json:"minute"`
	Second  word `json:"second"`
	Display word `json:"display_date"`
}

// anyText is {headline, text}, or in old files text alone.
type anyText struct{ Headline, Text string }

// UnmarshalJSON reads either form.
func (t *anyText) UnmarshalJSON(text []byte) error {
	var parts struct {
		Headline word `json:"headline"`
		Text     word `json:"text"`
	}
	if len(text) > 0 && text[0] == '{' {
		err := json.Unmarshal(text, &parts)
		t.Headline, t.Text = string(parts.Headline), string(parts.Text)
		return err
	}
	var whole word
	err := json.Unmarshal(text, &whole)
	t.Text = string(whole)
	return err
}

type anyMedia struct {
	URL      word `json:"url"`
	OldURL   word `json:"media"`
	Credit   word `json:"credit"`
	Caption  word `json:"caption"`
	Link     word `json:"link"`
	AltWords word `json:"alt"`
}

// readTimelineJS reads {title, events, eras} and, in old files, {timeline:
// {headline, date, era}}. The slide of the title is no event.
func readTimelineJS(r io.Reader) Items {
	return func(yield func(Item, error) bool) {
		d := document{dec: json.NewDecoder(withoutMark(r)), numbered: numbered{yield: yield}}
		d.read("", func(path string) (func(*Item, json.RawMessage), bool) {
			switch path {
			case "events", "timeline.date":
				return func(i *Item, text json.RawMessage) { readSlide(i, text, false) }, true
			case "eras", "timeline.era":
				return func(i *Item, text json.RawMessage) { readSlide(i, text, true) }, true
			}
			return nil, path == "timeline"
		})
	}
}

func readSlide(i *Item, text json.RawMessage, era bool) {
	var s anySlide
	if err := unmarshal(text, &s); err != nil {
		i.problem("", "", err.Error())
		return
	}
	e := &i.Event
	e.Title = oneLine(plainText(first(s.Text.Headline, string(s.OldHeadline))))
	e.Summary = plainText(s.Text.Text)
	e.Category, e.Key = plainText(first(string(s.Group), string(s.OldTag))), clean(s.ID.String())
	e.Start, e.StartText = s.date(i, "start_date", s.Start, s.OldStart)
	e.End, e.EndText = s.date(i, "end_date", s.End, s.OldEnd)
	if !e.End.IsZero() && e.End != e.Start {
		e.Kind = model.Span
	} else {
		e.End, e.EndText = edtf.Date{}, ""
	}
	if display := plainText(s.Display.String()); display != "" {
		e.StartText = display
	}
	if s.EDTF != nil {
		s.exactly(i)
	}
	for _, m := range []*anyMedia{s.Media, s.OldMedia} {
		e.Citations = appendMedia(e.Citations, m)
	}
	if era {
		e.Kind, e.Tags = model.Span, append(e.Tags, "era")
	}
	if e.Title == "" {
		e.Title = oneLine(firstLine(e.Summary))
	}
}

// date reads a date in parts, or the old text of parts: "1963,8,9".
func (s *anySlide) date(i *Item, field string, d *anyDate, old word) (edtf.Date, string) {
	values := strings.Split(old.String(), ",")
	words := ""
	if d != nil {
		values = []string{string(d.Year), string(d.Month), string(d.Day), string(d.Hour), string(d.Minute), string(d.Second)}
		words = plainText(d.Display.String())
	} else if old.String() == "" {
		return edtf.Date{}, ""
	} else if len(values) == 1 {
		return i.date(field, old.String())
	}
	names := [...]string{"year", "month", "day", "hour", "minute", "second"}
	var parts []int64
	for n, v := range values[:min(len(values), len(names))] {
		if strings.TrimSpace(v) == "" {
			break
		}
		number, ok := word(v).integer()
		if !ok {
			i.problem(field+"."+names[n], v, "not a whole number")
			return edtf.Date{}, ""
		}
		parts = append(parts, number)
	}
	if len(parts) == 0 {
		return edtf.Date{}, ""
	}
	if len(parts) < len(values) && strings.TrimSpace(strings.Join(values[len(parts):], "")) != "" {
		i.problem(field+"."+names[len(parts)], "", "there is no "+names[len(parts)]+", but something finer")
		return edtf.Date{}, ""
	}
	if len(parts) == 4 {
		parts = append(parts, 0) // an hour alone is the full hour
	}
	if parts[0] < 0 {
		parts[0]++ // -44 is 44 BCE, whose astronomical year is -43
	}
	read, err := dateOfParts(parts)
	if err != nil {
		i.problem(field, strings.Join(values, " "), err.Error())
	}
	return read, words
}

// exactly takes the dates as EDTF when they say what the slide shows: who
// changes a slide need not know of them.
func (s *anySlide) exactly(i *Item) {
	start, err := edtf.Parse(s.EDTF.Start.String())
	if err != nil {
		return
	}
	exact := model.Event{Kind: i.Event.Kind, Start: start}
	if text := s.EDTF.End.String(); text != "" {
		if exact.End, err = edtf.Parse(text); err != nil {
			return
		}
		exact.Kind = model.Span
	}
	switch {
	case !exact.End.IsZero():
	case start.UnknownEnd():
		exact.Kind, exact.Start = model.Span, start.Start()
	default:
		exact.Kind = model.Point
	}
	shown, reason := newSlide(&exact)
	if reason != "" || !s.Start.same(shown.Start) || !s.End.same(shown.End) {
		i.note("edtf", s.EDTF.Start.String(), "the slide has other dates, which count")
		return
	}
	e := &i.Event
	e.Kind, e.Start, e.End = exact.Kind, exact.Start, exact.End
	if e.StartText == whenWords(e) {
		e.StartText = ""
	}
}

// same reports whether two dates have the same parts.
func (d *anyDate) same(other *slideDate) bool {
	if d == nil || other == nil {
		return d == nil && other == nil
	}
	part := func(w word, v int) bool { n, _ := w.integer(); return n == int64(v) }
	year, _ := d.Year.integer()
	if year != other.Year || !part(d.Month, other.Month) || !part(d.Day, other.Day) {
		return false
	}
	for _, p := range []struct {
		w word
		v *int
	}{{d.Hour, other.Hour}, {d.Minute, other.Minute}, {d.Second, other.Second}} {
		if (p.w.String() != "") != (p.v != nil) || p.v != nil && !part(p.w, *p.v) {
			return false
		}
	}
	return true
}

// appendMedia keeps what a slide shows as a source. What is no address is a
// quotation.
func appendMedia(list []model.Citation, m *anyMedia) []model.Citation {
	if m == nil {
		return list
	}
	shown := first(m.URL.String(), m.OldURL.String())
	c := model.Citation{Source: model.Source{
		Publisher: oneLine(plainText(m.Credit.String())), Title: oneLine(plainText(first(m.Caption.String(), m.AltWords.String()))),
		URL: webAddress(shown),
	}}
	if c.Source.URL == "" {
		c.Quote = plainText(shown)
		c.Source.URL = webAddress(m.Link.String())
	}
	if c == (model.Citation{}) {
		return list
	}
	return append(list, c)
}

func first(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return beginning(line)
}

package exchange

import (
	"html"
	"io"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// A slide is an event of TimelineJS. EDTF is ours: TimelineJS passes over it.
type slide struct {
	Start   *slideDate `json:"start_date,omitempty"`
	End     *slideDate `json:"end_date,omitempty"`
	Text    slideText  `json:"text"`
	Group   string     `json:"group,omitempty"`
	Display string     `json:"display_date,omitempty"`
	ID      string     `json:"unique_id,omitempty"`
	EDTF    *slideEDTF `json:"edtf,omitempty"`
}

type slideDate struct {
	Year   int64 `json:"year"`
	Month  int   `json:"month,omitempty"`
	Day    int   `json:"day,omitempty"`
	Hour   *int  `json:"hour,omitempty"`
	Minute *int  `json:"minute,omitempty"`
	Second *int  `json:"second,omitempty"`
}

type slideText struct {
	Headline string `json:"headline,omitempty"`
	Text     string `json:"text,omitempty"`
}

type slideEDTF struct {
	Start string `json:"start"`
	End   string `json:"end,omitempty"`
}

// WriteTimelineJS writes events as JSON for TimelineJS. What an event is called
// and told with is HTML there, so that it is escaped. Events whose date is not
// known at all are left out, since TimelineJS needs a year.
func WriteTimelineJS(w io.Writer, events Events, about About) (Result, error) {
	var r Result
	out := newOutput(w)
	out.text("{")
	if about.Title != "" {
		out.text(`"title":`)
		if err := out.element(0, slide{Text: slideText{Headline: inHTML(about.Title)}}); err != nil {
			return r, err
		}
		out.text(",\n")
	}
	out.text(`"events":[`)
	for e, err := range events {
		if err != nil {
			return r, err
		}
		s, reason := newSlide(&e)
		if reason != "" {
			r.leaveOut(&e, reason)
			continue
		}
		if err := out.element(r.Events, s); err != nil {
			return r, err
		}
		r.Events++
	}
	out.text("\n]}\n")
	return r, out.close()
}

func newSlide(e *model.Event) (s slide, reason string) {
	span, reason := stretchOf(e)
	if reason != "" {
		return s, reason
	}
	s = slide{
		Text:  slideText{Headline: inHTML(oneLine(e.Title)), Text: storyHTML(e)},
		Group: inHTML(categoryName(e)),
		ID:    clean(e.Key),
		EDTF:  &slideEDTF{startEDTF(e), e.End.String()},
	}
	if s.Start = plainDate(e.Start); s.Start == nil {
		s.setDays(span)
		s.Display = inHTML(whenWords(e))
	}
	switch {
	case e.Kind != model.Span:
	case span.open || e.End.IsZero():
		s.Display = inHTML(whenWords(e))
	default:
		if s.End = plainDate(e.End); s.End == nil || s.Display != "" {
			s.setDays(span)
			s.Display = inHTML(whenWords(e))
		}
	}
	return s, ""
}

// startEDTF is the start of an event; of a span whose end is not known it is the
// interval that has none.
func startEDTF(e *model.Event) string {
	if e.Kind == model.Span && e.End.IsZero() && e.Start.Form() == edtf.Single {
		return e.Start.String() + "/"
	}
	return e.Start.String()
}

// setDays shows a slide from the first day to the last of where it lies.
func (s *slide) setDays(span stretch) {
	first, last := span.days()
	s.Start, s.End = slideDay(first), nil
	if last != first {
		s.End = slideDay(last)
	}
}

// plainDate returns a date that TimelineJS can say as exactly as it is known, a
// year, a month, a day or a moment without any doubt, or nil.
func plainDate(d edtf.Date) *slideDate {
	if d.Form() != edtf.Single || d.Qualifier() != 0 || d.Unspecified() || d.IsOpen() {
		return nil
	}
	if _, known := d.Year(); !known {
		return nil
	}
	at := d.Bounds().EarliestStart
	if !at.Finite() {
		return nil
	}
	date := slideDay(at)
	switch p := d.Precision(); p {
	case edtf.Year:
		date.Month, date.Day = 0, 0
	case edtf.Month:
		date.Day = 0
	case edtf.Day:
	case edtf.Minute, edtf.Second:
		hour, minute, second := at.Clock()
		date.Hour, date.Minute = &hour, &minute
		if p == edtf.Second {
			date.Second = &second
		}
	default:
		return nil
	}
	return date
}

func slideDay(i edtf.Instant) *slideDate {
	y, m, d := i.Civil()
	return &slideDate{Year: historical(y), Month: m, Day: d}
}

// historical turns an astronomical year into one as people count: TimelineJS
// shows year -44 as 44 BCE, and there is no year 0.
func historical(year int64) int64 {
	if year <= 0 {
		return year - 1
	}
	return year
}

// storyHTML tells an event in HTML: its summary, who took part, and its sources.
func storyHTML(e *model.Event) string {
	var b strings.Builder
	for _, paragraph := range strings.Split(clean(e.Summary), "\n") {
		if p := strings.TrimSpace(paragraph); p != "" {
			b.WriteString("<p>" + inHTML(p) + "</p>")
		}
	}
	for _, line := range []string{precisionWords(e), partyWords(e), oneLine(e.Place.Name)} {
		if line != "" {
			b.WriteString("<p>" + inHTML(firstUpper(line)) + "</p>")
		}
	}
	for i := range e.Citations {
		c := &e.Citations[i]
		words := inHTML(sourceWords(c))
		if address := webAddress(c.Source.URL); address != "" {
			words = `<a href="` + html.EscapeString(address) + `">` + words + `</a>`
		}
		if quote := oneLine(c.Quote); quote != "" {
			words = "“" + inHTML(quote) + "” " + words
		}
		b.WriteString("<p>" + words + "</p>")
	}
	return b.String()
}

// inHTML makes a text safe in HTML.
func inHTML(text string) string { return html.EscapeString(clean(text)) }

func firstUpper(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}

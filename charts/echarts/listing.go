package echarts

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// A listing is the table of events and the sources it names.
type listing struct {
	Rows    []row
	Total   int // events, listed or not
	Given   int // events that the page holds, listed or not
	Bare    int // of these, without a source
	Sources []source
}

// A row is one event in the table. Number counts from 1 and is its address on
// the page.
type row struct {
	Number   int
	Date     string
	EDTF     string
	Category model.Category
	Doubtful bool // the source is in doubt of the date
	Deadline bool
	Title    string
	Summary  string
	Actors   []string
	Place    string
	Links    []link
	Cites    []cite
}

// A link is a line under an event: "responds to", and what. Row is 0 when that
// event is not in the table; Listed is false when nothing is known of it here,
// and Title is then its key.
type link struct {
	Words, Title string
	Row          int
	Listed       bool
}

// A cite is the number of a source and the place in it.
type cite struct {
	Number  int
	Locator string
}

// A source is an entry of the list of sources. URL is "" unless it is safe to
// follow; Address is then what was recorded in its place.
type source struct {
	Number    int
	Publisher string
	Title     string
	URL       string
	Address   string
	Date      string
}

// list makes the listing of the page's events: all of them, or the first when they are
// many.
func list(p *Page) listing {
	events := p.Events
	l := listing{Total: max(p.Total, len(events)), Given: len(events)}
	rows := len(events)
	if l.Total > wholeRows {
		rows = min(rows, firstRows)
	}
	at := make(map[string]int, len(events)) // by key, into events
	for i := range events {
		at[events[i].Key] = i
	}
	numbers := map[model.Source]int{}
	for i := range events[:rows] {
		l.add(&events[i], numbers)
	}
	// Links may point forward, to events without a row, too.
	for i := range l.Rows {
		for _, k := range events[i].Links {
			l.Rows[i].Links = append(l.Rows[i].Links, linkTo(k, at, p, rows))
		}
	}
	for i := range events {
		if len(events[i].Citations) == 0 {
			l.Bare++
		}
	}
	return l
}

func (l *listing) add(e *model.Event, numbers map[model.Source]int) {
	q := e.Start.Qualifier() | e.End.Qualifier()
	r := row{
		Number: len(l.Rows) + 1, Date: dateOf(e), EDTF: edtfOf(e), Category: model.CategoryNamed(e.Category),
		Doubtful: q&edtf.Uncertain != 0, Deadline: e.Kind == model.Deadline,
		Title: titleOf(e), Summary: e.Summary, Place: e.Place.Name,
	}
	for _, p := range e.Actors {
		if !slices.Contains(r.Actors, p.Actor) {
			r.Actors = append(r.Actors, p.Actor)
		}
	}
	for _, c := range e.Citations {
		n, ok := numbers[c.Source]
		if !ok {
			n = len(l.Sources) + 1
			numbers[c.Source] = n
			l.Sources = append(l.Sources, sourceOf(n, &c.Source))
		}
		r.Cites = append(r.Cites, cite{Number: n, Locator: c.Locator})
	}
	l.Rows = append(l.Rows, r)
}

func titleOf(e *model.Event) string {
	if e.Title != "" {
		return e.Title
	}
	return e.Key
}

// dateOf writes when an event was as people do.
func dateOf(e *model.Event) string {
	switch {
	case e.End.IsZero() && e.Kind == model.Span:
		return e.Start.Display() + " – ?"
	case e.End.IsZero():
		return e.Start.Display()
	case e.End.IsOpen():
		return "since " + e.Start.Display()
	}
	// Two plain dates share what they have in common when they are one interval.
	if d, err := edtf.Parse(edtfOf(e)); err == nil {
		return d.Display()
	}
	return e.Start.Display() + " – " + e.End.Display()
}

// edtfOf writes when an event was as EDTF; a start or an end that is a set or
// an interval itself stands before or after the stroke, which is not EDTF but
// is what is known.
func edtfOf(e *model.Event) string {
	if e.End.IsZero() {
		return e.Start.String()
	}
	return e.Start.String() + "/" + e.End.String()
}

var linkWords = map[model.LinkKind]string{
	model.ResponseTo: "responds to",
	model.Follows:    "follows",
	model.PartOf:     "part of",
	model.Supersedes: "supersedes",
	model.DeadlineOf: "deadline of",
}

func linkTo(k model.Link, at map[string]int, p *Page, rows int) link {
	l := link{Words: linkWords[k.Kind], Title: cmp.Or(p.Elsewhere[k.To], k.To)}
	n, ok := at[k.To]
	if !ok {
		return l
	}
	l.Title, l.Listed = titleOf(&p.Events[n]), true
	if n < rows {
		l.Row = n + 1
	}
	return l
}

func sourceOf(n int, s *model.Source) source {
	out := source{Number: n, Publisher: s.Publisher, Title: s.Title, Date: s.Published.Display()}
	if webAddress(s.URL) {
		out.URL = s.URL
	} else {
		out.Address = s.URL
	}
	return out
}

// webAddress reports whether an address is one of the web: http or https with a
// host. Nothing else becomes a link.
func webAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && (strings.EqualFold(u.Scheme, "http") || strings.EqualFold(u.Scheme, "https"))
}

// Shown says how many events are listed, when not all are.
func (l *listing) Shown() string {
	if len(l.Rows) == l.Total {
		return ""
	}
	return "The first " + charts.Count(len(l.Rows)) + " of " + charts.Count(l.Total) + " events are listed."
}

// Unsourced says how many events name no source.
func (l *listing) Unsourced() string {
	switch l.Bare {
	case 0:
		return ""
	case 1:
		return "1 event has no source recorded."
	}
	return charts.Count(l.Bare) + " events have no source recorded."
}

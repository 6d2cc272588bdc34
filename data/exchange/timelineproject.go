package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// projectEvent is an event of the Timeline Project, or an era.
type projectEvent struct {
	Start      string   `xml:"start"`
	End        string   `xml:"end"`
	Text       string   `xml:"text"`
	Name       string   `xml:"name"` // of an era
	Fuzzy      string   `xml:"fuzzy"`
	FuzzyStart string   `xml:"fuzzy_start"`
	FuzzyEnd   string   `xml:"fuzzy_end"`
	EndsToday  string   `xml:"ends_today"`
	Category   string   `xml:"category"`
	Categories []string `xml:"categories>category"`
	Labels     string   `xml:"labels"`
	About      string   `xml:"description"`
	Alert      string   `xml:"alert"`
	Links      string   `xml:"hyperlink"`
	Icon       string   `xml:"icon"`
	Milestone  string   `xml:"milestone"`
}

// readTimelineProject reads the XML of the Timeline Project: its events and
// eras. Events know no ids but those of containers, which count within a file
// alone, so that the file's name sets them apart.
func readTimelineProject(name string, r io.Reader) Items {
	return func(yield func(Item, error) bool) {
		n := numbered{yield: yield}
		dec := xml.NewDecoder(r)
		dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, fmt.Errorf("only UTF-8 is read") }
		within := ""
		for {
			token, err := dec.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				n.fail("not XML: %w", err)
				return
			}
			begin, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			line, _ := dec.InputPos()
			switch element := begin.Name.Local; element {
			case "timetype":
				var kind string
				if err := dec.DecodeElement(&kind, &begin); err != nil {
					n.fail("line %d: %w", line, err)
					return
				}
				if kind = strings.TrimSpace(kind); kind != "" && kind != "gregoriantime" {
					n.fail("the dates are of another calendar, %s, which is not read", kind)
					return
				}
			case "events", "eras":
				within = element
			case "event", "era":
				if within != element+"s" {
					continue
				}
				var p projectEvent
				if err := dec.DecodeElement(&p, &begin); err != nil {
					n.fail("line %d: not XML: %w", line, err)
					return
				}
				if !n.item(p.item(name, fmt.Sprintf("line %d", line), element == "era")) {
					return
				}
			}
		}
	}
}

func (p *projectEvent) item(name, place string, era bool) Item {
	i := Item{Place: place}
	e := &i.Event
	e.Start, e.StartText = i.projectDate("start", p.Start, yes(p.Fuzzy) || yes(p.FuzzyStart))
	e.End, e.EndText = i.projectDate("end", p.End, yes(p.Fuzzy) || yes(p.FuzzyEnd))
	switch {
	case yes(p.EndsToday):
		e.Kind, e.End, e.EndText = model.Span, edtf.Open, ""
	case era || e.End != e.Start:
		e.Kind = model.Span
	default:
		e.End, e.EndText = edtf.Date{}, ""
	}
	p.container(e, name)
	e.Summary = clean(strings.TrimSpace(p.About))
	e.Category = oneLine(p.Category)
	for _, c := range p.Categories {
		if c = oneLine(c); e.Category == "" {
			e.Category = c
		} else if c != "" && c != e.Category {
			e.Tags = append(e.Tags, c)
		}
	}
	for label := range strings.FieldsFuncSeq(p.Labels, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		e.Tags = append(e.Tags, clean(label))
	}
	if yes(p.Milestone) {
		e.Tags = append(e.Tags, "milestone")
	}
	if era {
		e.Title, e.Tags = oneLine(p.Name), append(e.Tags, "era")
	}
	for link := range strings.SplitSeq(p.Links, ";") {
		if address := webAddress(link); address != "" {
			e.Citations = append(e.Citations, model.Citation{Source: model.Source{URL: address}})
		} else if link = oneLine(link); link != "" {
			i.note("hyperlink", link, "not a web address, so it is left out")
		}
	}
	if p.Alert != "" {
		i.note("alert", oneLine(p.Alert), "there are no alerts, so it is left out")
	}
	if strings.TrimSpace(p.Icon) != "" {
		i.note("icon", "", "pictures of events are left out")
	}
	return i
}

func yes(word string) bool {
	word = strings.ToLower(strings.TrimSpace(word))
	return word == "true" || word == "1"
}

// container reads what stands before the text of an event: "[7]" makes it the
// container of the events whose text begins with "(7)". Other text that begins
// with a bracket has a blank before it.
func (p *projectEvent) container(e *model.Event, name string) {
	text := p.Text
	key := func(id string) string { return stem(name) + "-container-" + id }
	for _, form := range []struct{ open, shut string }{{"[", "]"}, {"(", ")"}} {
		rest, opened := strings.CutPrefix(text, form.open)
		id, after, shut := strings.Cut(rest, form.shut)
		if !opened || !shut || id == "" || strings.Trim(id, "0123456789") != "" {
			continue
		}
		text = after
		if form.open == "[" {
			e.Key = key(id)
		} else {
			e.Links = append(e.Links, model.Link{Kind: model.PartOf, To: key(id)})
		}
		break
	}
	e.Title = oneLine(text)
}

// projectDate reads a time of the Timeline Project, which always has seconds.
// Midnight is what it gives to days: the time is not known. Years are
// astronomical, and may have a minus.
func (i *Item) projectDate(field, text string, fuzzy bool) (edtf.Date, string) {
	day, clock, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest, negative := strings.CutPrefix(day, "-")
	fields := append(strings.Split(rest, "-"), strings.Split(clock, ":")...)
	var parts []int64
	for _, f := range fields {
		v, ok := word(f).integer()
		if !ok || v < 0 {
			i.problem(field, text, "not a time as the Timeline Project writes it, such as 2019-11-17 00:00:00")
			return edtf.Date{}, ""
		}
		parts = append(parts, v)
	}
	if len(parts) != 6 {
		i.problem(field, text, "not a time as the Timeline Project writes it, such as 2019-11-17 00:00:00")
		return edtf.Date{}, ""
	}
	if negative {
		parts[0] = -parts[0]
	}
	if parts[3] == 0 && parts[4] == 0 && parts[5] == 0 {
		parts = parts[:3]
	}
	d, err := dateOfParts(parts)
	if err != nil {
		i.problem(field, text, err.Error())
		return edtf.Date{}, ""
	}
	if !fuzzy {
		return d, ""
	}
	// EDTF knows no doubt about a time of day.
	near, err := dateOfParts(parts[:3])
	if err == nil {
		near, err = edtf.Parse(near.String() + "~")
	}
	if err != nil {
		return d, "about " + strings.TrimSpace(text)
	}
	return near, "about " + strings.TrimSpace(text)
}

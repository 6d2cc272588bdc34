package exchange

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// readICalendar reads the entries of a calendar: events, journals and things to
// do, each of which is an item.
func readICalendar(r io.Reader) Items {
	return func(yield func(Item, error) bool) {
		n := numbered{yield: yield}
		lines := newContentLines(r)
		var open []string
		var entry *icalEntry
		for {
			l, err := lines.next()
			if errors.Is(err, io.EOF) {
				if entry != nil {
					n.fail("line %d: the calendar ends within an entry", entry.line)
				}
				return
			}
			if err != nil {
				n.fail("%w", err)
				return
			}
			switch {
			case l.name == "BEGIN":
				component := strings.ToUpper(strings.TrimSpace(l.value))
				if entry == nil && isEntry(component) {
					entry = &icalEntry{component: component, line: l.line, depth: len(open)}
				}
				open = append(open, component)
			case l.name == "END":
				if len(open) > 0 {
					open = open[:len(open)-1]
				}
				if entry != nil && len(open) <= entry.depth {
					if !n.item(entry.item()) {
						return
					}
					entry = nil
				}
			case entry != nil && len(open) == entry.depth+1: // not of an alarm within
				entry.lines = append(entry.lines, l)
			}
		}
	}
}

func isEntry(component string) bool {
	return component == "VEVENT" || component == "VJOURNAL" || component == "VTODO"
}

// An icalEntry is one entry of a calendar.
type icalEntry struct {
	component string
	line      int
	depth     int
	lines     []contentLine
}

// first returns the first property with a name, and whether there is one.
func (c *icalEntry) first(name string) (contentLine, bool) {
	for _, l := range c.lines {
		if l.name == name {
			return l, true
		}
	}
	return contentLine{}, false
}

func (c *icalEntry) text(name string) string {
	l, _ := c.first(name)
	return clean(icalUnescape(l.value))
}

func (c *icalEntry) item() Item {
	i := Item{Place: fmt.Sprintf("line %d", c.line)}
	e := &i.Event
	e.Title, e.Summary = oneLine(c.text("SUMMARY")), strings.TrimSpace(c.text("DESCRIPTION"))
	if e.Title == "" {
		e.Title = oneLine(firstLine(e.Summary))
	}
	e.Place.Name = oneLine(c.text("LOCATION"))
	e.Key = strings.TrimSuffix(strings.TrimSpace(c.text("UID")), uidSuffix)
	if again := strings.TrimSpace(c.text("RECURRENCE-ID")); again != "" && e.Key != "" {
		e.Key += "/" + again // one of several of an entry that comes again
	}
	c.when(&i)
	c.where(&i)
	for _, l := range c.lines {
		c.property(&i, l)
	}
	if address := webAddress(icalUnescape(c.text("URL"))); address != "" && len(e.Citations) == 0 {
		e.Citations = append(e.Citations, model.Citation{Source: model.Source{URL: address}})
	}
	c.exactly(&i)
	return i
}

// property takes over what may be there more than once, and says what is not
// taken over.
func (c *icalEntry) property(i *Item, l contentLine) {
	e := &i.Event
	value := clean(icalUnescape(l.value))
	switch l.name {
	case "CATEGORIES":
		for _, part := range splitValues(l.value) {
			part = oneLine(icalUnescape(part))
			switch {
			case part == "":
			case e.Category == "":
				e.Category = part
			default:
				e.Tags = append(e.Tags, part)
			}
		}
	case "RRULE", "RDATE", "EXDATE":
		i.note(l.name, value, "the entry comes again, and only the first of its events is read")
	case "RELATED-TO":
		kind := model.Follows
		if strings.EqualFold(l.params["RELTYPE"], "PARENT") || l.params["RELTYPE"] == "" {
			kind = model.PartOf
		}
		if own, err := model.ParseLinkKind(l.params["X-CHANCERY-KIND"]); err == nil {
			kind = own
		}
		if to := strings.TrimSuffix(strings.TrimSpace(value), uidSuffix); to != "" && to != e.Key {
			e.Links = append(e.Links, model.Link{Kind: kind, To: to})
		}
	case "ATTENDEE", "ORGANIZER":
		if name := oneLine(l.params["CN"]); name != "" {
			e.Actors = append(e.Actors, model.Participation{Actor: name})
		}
	case "STATUS":
		if strings.EqualFold(value, "CANCELLED") || strings.EqualFold(value, "TENTATIVE") {
			e.Tags = append(e.Tags, strings.ToLower(value))
		}
	case "X-CHANCERY-ACTOR":
		role, err := model.ParseRole(l.params["X-ROLE"])
		if err != nil {
			role = model.Participant
		}
		e.Actors = append(e.Actors, model.Participation{Actor: oneLine(value), Role: role})
	case "X-CHANCERY-COLLECTION":
		e.Collection = oneLine(value)
	case "X-CHANCERY-CAMEO":
		e.CAMEO = oneLine(value)
	case "X-CHANCERY-CONFIDENCE":
		e.Confidence = oneLine(value)
	case "X-CHANCERY-SCORE":
		if v, err := strconv.ParseFloat(value, 64); err == nil && v >= -10 && v <= 10 {
			e.Score = model.Score{Value: v, Valid: true}
		}
	}
}

// where reads GEO: latitude and longitude.
func (c *icalEntry) where(i *Item) {
	l, ok := c.first("GEO")
	if !ok {
		return
	}
	lat, lon, _ := strings.Cut(l.value, ";")
	y, latErr := strconv.ParseFloat(strings.TrimSpace(lat), 64)
	x, lonErr := strconv.ParseFloat(strings.TrimSpace(lon), 64)
	if latErr != nil || lonErr != nil || !(y >= -90 && y <= 90 && x >= -180 && x <= 180) {
		i.problem("GEO", l.value, "not degrees of latitude and longitude")
		return
	}
	i.Event.Place.Lat, i.Event.Place.Lon, i.Event.Place.HasPoint = y, x, true
}

// exactly takes the dates as EDTF that an export of ours says beside the days,
// when these are still those of the export.
func (c *icalEntry) exactly(i *Item) {
	e := &i.Event
	start, err := edtf.Parse(c.text("X-CHANCERY-START"))
	if err != nil || i.Problem != nil {
		return
	}
	exact := model.Event{Start: start, Kind: e.Kind}
	exact.End, _ = edtf.Parse(c.text("X-CHANCERY-END"))
	if kind, err := model.ParseKind(c.text("X-CHANCERY-KIND")); err == nil {
		exact.Kind = kind
	}
	read, reason := stretchOf(e)
	said, other := stretchOf(&exact)
	first, last := read.days()
	if from, to := said.days(); reason != "" || other != "" || absDay(from-first) > daySeconds || absDay(to-last) > daySeconds {
		i.note("X-CHANCERY-START", start.String(), "the entry has other dates, which count")
		return
	}
	e.Kind, e.Start, e.End, e.StartText, e.EndText = exact.Kind, exact.Start, exact.End, "", ""
	// The description of an export says first how exactly the date is known.
	if line, rest, _ := strings.Cut(e.Summary, "\n"); line == "Date: "+whenWords(e)+" ("+precisionWords(e)+")" {
		e.Summary = rest
	}
}

// absDay is the distance of two days. A time in UTC may fall on the day before
// or after that of the clock it was written by.
func absDay(i edtf.Instant) edtf.Instant { return max(i, -i) }

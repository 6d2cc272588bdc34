package exchange

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"chancery/model"
	"chancery/model/edtf"
)

// uidSuffix makes the key of an event the UID of one in a calendar.
const uidSuffix = "@chancery"

// WriteICalendar writes events as a calendar (RFC 5545). A day or a moment that
// is in no doubt stands as it is. Any other date is an all-day entry from the
// first day to the last on which the event may have been; its description says
// so first, and the properties X-CHANCERY-START and X-CHANCERY-END give the
// dates as EDTF. Days before year 1 and after 9999 are left out: the format has
// no way to write them.
func WriteICalendar(w io.Writer, events Events, about About) (Result, error) {
	var r Result
	c := calendar{newOutput(w)}
	c.text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Chancery//Chancery//EN\r\nCALSCALE:GREGORIAN\r\n")
	if title := oneLine(about.Title); title != "" {
		c.property("NAME", title)
		c.property("X-WR-CALNAME", title)
	}
	stamp := about.Now.UTC().Format("20060102T150405Z")
	for e, err := range events {
		if err != nil {
			return r, err
		}
		reason := c.event(&e, stamp)
		if reason != "" {
			r.leaveOut(&e, reason)
			continue
		}
		r.Events++
	}
	c.text("END:VCALENDAR\r\n")
	return r, c.close()
}

type calendar struct{ output }

func (c calendar) event(e *model.Event, stamp string) (reason string) {
	s, reason := stretchOf(e)
	if reason != "" {
		return reason
	}
	if !s.inYears() {
		return "a calendar has only the years 1 to 9999"
	}
	c.text("BEGIN:VEVENT\r\n")
	c.property("UID", e.Key+uidSuffix)
	c.text("DTSTAMP:", stamp, "\r\n")
	c.when(e, s)
	c.property("SUMMARY", oneLine(e.Title))
	c.property("DESCRIPTION", description(e))
	c.property("LOCATION", oneLine(e.Place.Name))
	if e.Place.HasPoint {
		c.text("GEO:", number(e.Place.Lat), ";", number(e.Place.Lon), "\r\n")
	}
	for i := range e.Citations {
		if address := webAddress(e.Citations[i].Source.URL); address != "" {
			c.line("URL:" + address) // a calendar has room for one
			break
		}
	}
	c.categories(e)
	// Events of the past take up nobody's time.
	c.text("TRANSP:TRANSPARENT\r\n")
	for _, l := range e.Links {
		kind := "SIBLING"
		if l.Kind == model.PartOf {
			kind = "PARENT"
		}
		c.property("RELATED-TO;RELTYPE="+kind+";X-CHANCERY-KIND="+l.Kind.String(), l.To+uidSuffix)
	}
	c.own(e)
	c.text("END:VEVENT\r\n")
	return ""
}

// when writes the dates of an event.
func (c calendar) when(e *model.Event, s stretch) {
	if from, utc, ok := momentOf(e.Start); ok {
		to, toUTC, timed := momentOf(e.End)
		if e.End.IsZero() || timed && utc == toUTC && to >= from {
			c.text("DTSTART:", icalTime(from, utc), "\r\n")
			if timed && to > from {
				c.text("DTEND:", icalTime(to, utc), "\r\n")
			}
			return
		}
	}
	first, last := s.days()
	c.text("DTSTART;VALUE=DATE:", icalDay(first), "\r\n")
	if last+daySeconds <= lastICalDay {
		c.text("DTEND;VALUE=DATE:", icalDay(last+daySeconds), "\r\n")
	}
}

// lastICalDay is the last day that a calendar can name.
var lastICalDay = edtf.At(9999, 12, 31)

// momentOf returns the moment of a date that gives one and is in no doubt: in UTC
// when its zone is known, else by a clock that is nobody's.
func momentOf(d edtf.Date) (at edtf.Instant, utc, ok bool) {
	if d.Form() != edtf.Single || !d.HasTime() {
		return 0, false, false
	}
	at = d.Bounds().EarliestStart
	if u, known := d.UTC(); known {
		at, utc = u, true
	}
	y, _, _ := at.Civil()
	return at, utc, y >= 1 && y <= 9999
}

func icalDay(i edtf.Instant) string {
	y, m, d := i.Civil()
	return fmt.Sprintf("%04d%02d%02d", y, m, d)
}

func icalTime(i edtf.Instant, utc bool) string {
	h, m, s := i.Clock()
	text := fmt.Sprintf("%sT%02d%02d%02d", icalDay(i), h, m, s)
	if utc {
		text += "Z"
	}
	return text
}

// description tells an event, how exactly it is dated first.
func description(e *model.Event) string {
	var parts []string
	if words := precisionWords(e); words != "" {
		parts = append(parts, "Date: "+whenWords(e)+" ("+words+")")
	}
	for _, p := range []string{strings.TrimSpace(clean(e.Summary)), partyWords(e)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	for i := range e.Citations {
		line := sourceWords(&e.Citations[i])
		if address := webAddress(e.Citations[i].Source.URL); address != "" && address != line {
			line += " " + address
		}
		parts = append(parts, line)
	}
	return strings.Join(parts, "\n")
}

func (c calendar) categories(e *model.Event) {
	var words []string
	for _, word := range append([]string{categoryName(e)}, e.Tags...) {
		if word = oneLine(word); word != "" {
			words = append(words, icalEscape(word))
		}
	}
	if len(words) > 0 {
		c.line("CATEGORIES:" + strings.Join(words, ","))
	}
}

// own writes what only Chancery reads.
func (c calendar) own(e *model.Event) {
	c.property("X-CHANCERY-START", e.Start.String())
	c.property("X-CHANCERY-END", e.End.String())
	c.property("X-CHANCERY-KIND", e.Kind.String())
	c.property("X-CHANCERY-COLLECTION", oneLine(e.Collection))
	for _, p := range e.Actors {
		c.property("X-CHANCERY-ACTOR;X-ROLE="+p.Role.String(), oneLine(p.Actor))
	}
	c.property("X-CHANCERY-CAMEO", oneLine(e.CAMEO))
	if e.Score.Valid {
		c.property("X-CHANCERY-SCORE", number(e.Score.Value))
	}
	c.property("X-CHANCERY-CONFIDENCE", oneLine(e.Confidence))
}

// property writes a property whose value is text; one without text is left out.
func (c calendar) property(name, value string) {
	if value = clean(value); value != "" {
		c.line(name + ":" + icalEscape(value))
	}
}

var icalEscaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\t", " ")

func icalEscape(text string) string { return icalEscaper.Replace(text) }

// foldAt is how many bytes a line of a calendar may have.
const foldAt = 75

// line writes a content line, folded between letters.
func (c calendar) line(text string) {
	room := foldAt
	for len(text) > room {
		cut := room
		for cut > 1 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		c.text(text[:cut], "\r\n ")
		text = text[cut:]
		room = foldAt - 1 // the blank that a folded line begins with counts
	}
	c.text(text, "\r\n")
}

// number writes a number with the fewest digits that read back as the same.
func number(v float64) string { return strconv.FormatFloat(v+0, 'f', -1, 64) }

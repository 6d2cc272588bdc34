package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // for machines that have no zones of their own

	"chancery/model"
	"chancery/model/edtf"
)

// when reads the dates of an entry.
func (c *icalEntry) when(i *Item) {
	e := &i.Event
	start, ok := c.first("DTSTART")
	if !ok {
		if start, ok = c.first("DUE"); !ok {
			i.problem("DTSTART", "", "the entry has no date")
			return
		}
		e.Kind = model.Deadline
	}
	e.Start, e.StartText = i.icalDate(start)
	end, ended := c.first("DTEND")
	if !ended && c.component == "VTODO" && start.name != "DUE" {
		end, ended = c.first("DUE")
	}
	if ended {
		e.End, e.EndText = i.icalDate(end)
		if i.Problem == nil && e.End.Precision() == edtf.Day && end.name == "DTEND" {
			e.End = dayBefore(e.End) // an end is the first day after
		}
	} else if length, ok := c.first("DURATION"); ok && i.Problem == nil {
		c.lasting(i, length)
	}
	switch {
	case i.Problem != nil || e.End.IsZero():
	case e.End.Bounds().LatestEnd <= e.Start.Bounds().LatestEnd && e.End.Bounds().EarliestStart <= e.Start.Bounds().EarliestStart:
		e.End, e.EndText = edtf.Date{}, "" // it ends when it began
	default:
		e.Kind = model.Span
	}
}

func dayBefore(d edtf.Date) edtf.Date {
	return model.DayOf(d.Bounds().EarliestStart - daySeconds)
}

var icalMoment = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$`)

// icalDate reads a date or a date with time. A time of a zone keeps its clock,
// with the zone's distance from UTC on that day where the zone is known.
func (i *Item) icalDate(l contentLine) (edtf.Date, string) {
	m := icalMoment.FindStringSubmatch(strings.TrimSpace(l.value))
	if m == nil {
		i.problem(l.name, l.value, "not a date of iCalendar, such as 20191117 or 20191117T093000Z")
		return edtf.Date{}, ""
	}
	text := m[1] + "-" + m[2] + "-" + m[3]
	words := ""
	if m[4] != "" {
		text += "T" + m[4] + ":" + m[5] + ":" + m[6]
		zone := l.params["TZID"]
		switch {
		case m[7] == "Z":
			text += "Z"
		case zone != "":
			if at, err := time.Parse("2006-01-02T15:04:05", text); err == nil {
				text += offsetIn(zone, at)
			}
			words = strings.TrimSpace(l.value) + " " + oneLine(zone)
		}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		i.problem(l.name, l.value, err.Error())
		return edtf.Date{}, ""
	}
	return d, words
}

// offsetIn returns the distance from UTC that clocks of a zone had when they
// showed a time, as EDTF writes it, or "" for a zone that is not known.
func offsetIn(zone string, at time.Time) string {
	// Some programs put their own name before that of the zone.
	parts := strings.Split(strings.Trim(zone, "/"), "/")
	for n := range parts {
		place, err := time.LoadLocation(strings.Join(parts[n:], "/"))
		if err != nil || place == time.Local {
			continue
		}
		local := time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), 0, place)
		_, offset := local.Zone()
		if offset%60 != 0 {
			return "" // from before zones: not written in minutes
		}
		return local.Format("-07:00")
	}
	return ""
}

var icalDuration = regexp.MustCompile(`^\+?P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$`)

// lasting makes an end of a length of time.
func (c *icalEntry) lasting(i *Item, length contentLine) {
	m := icalDuration.FindStringSubmatch(strings.TrimSpace(length.value))
	if m == nil {
		i.problem("DURATION", length.value, "not a length of time of iCalendar, such as P1D or PT1H30M")
		return
	}
	seconds := int64(0)
	for n, each := range []int64{7 * daySeconds, daySeconds, 3600, 60, 1} {
		if m[n+1] == "" {
			continue
		}
		v, err := strconv.ParseInt(m[n+1], 10, 64)
		if err != nil || v > 1e9 {
			i.problem("DURATION", length.value, "longer than any event")
			return
		}
		seconds += v * each
	}
	e := &i.Event
	from := e.Start.Bounds().EarliestStart
	switch {
	case seconds == 0:
	case e.Start.Precision() == edtf.Day:
		days := (seconds + daySeconds - 1) / daySeconds
		e.End = model.DayOf(from + edtf.Instant((days-1)*daySeconds))
	default:
		at := from + edtf.Instant(seconds)
		y, month, d := at.Civil()
		h, minute, s := at.Clock()
		text := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", y, month, d, h, minute, s)
		if offset, known := e.Start.Offset(); known {
			text += zoneText(offset)
		}
		ended, err := edtf.Parse(text)
		if err != nil {
			i.problem("DURATION", length.value, err.Error())
			return
		}
		e.End = ended
	}
}

func zoneText(seconds int) string {
	if seconds == 0 {
		return "Z"
	}
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	return fmt.Sprintf("%c%02d:%02d", sign, seconds/3600, seconds/60%60)
}

package exchange

import (
	"fmt"
	"net/url"
	"strings"

	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// whenWords says when an event was, in words.
func whenWords(e *model.Event) string {
	words := e.Start.Display()
	switch {
	case e.End.IsZero() && e.Kind != model.Span:
	case e.End.IsZero():
		words += " – not known"
	case e.End.IsOpen():
		words += " – open"
	default:
		words += " – " + e.End.Display()
	}
	return words
}

// isExact reports whether a date is a day or a moment and in no doubt.
func isExact(d edtf.Date) bool {
	return d.Form() == edtf.Single && d.Precision() >= edtf.Day && d.Qualifier() == 0 && !d.Unspecified()
}

// precisionWords says how exactly the dates of an event are known; it is ""
// for days and moments that are in no doubt.
func precisionWords(e *model.Event) string {
	start := dateWords(e.Start)
	if e.Kind != model.Span {
		return start
	}
	end := dateWords(e.End)
	switch {
	case e.End.IsZero():
		end = "not known"
	case e.End.IsOpen():
		end = "open: still going on when last checked"
	}
	switch {
	case start == end:
		return start
	case start == "":
		return "end " + end
	case end == "":
		return "start " + start
	}
	return "start " + start + "; end " + end
}

func dateWords(d edtf.Date) string {
	if isExact(d) || d.IsZero() || d.IsOpen() {
		return ""
	}
	var words []string
	switch d.Form() {
	case edtf.OneOf:
		switch {
		case d.OpenStart():
			words = append(words, "not later")
		case d.OpenEnd():
			words = append(words, "not earlier")
		default:
			words = append(words, "one of several dates")
		}
	case edtf.AllOf:
		words = append(words, "on several dates")
	}
	if p := d.Precision(); p < edtf.Day {
		if p == edtf.Unknown {
			words = append(words, "not known")
		} else {
			words = append(words, "known to the "+p.String())
		}
	}
	if d.Qualifier().Has(edtf.Approximate) {
		words = append(words, "approximate")
	}
	if d.Qualifier().Has(edtf.Uncertain) {
		words = append(words, "uncertain")
	}
	if len(words) == 0 && d.Unspecified() {
		words = append(words, "in part not known")
	}
	return strings.Join(words, ", ")
}

// partyWords says who took part: "Japan → South Korea; mediator United States".
func partyWords(e *model.Event) string {
	byRole := map[model.Role][]string{}
	for _, p := range e.Actors {
		byRole[p.Role] = append(byRole[p.Role], oneLine(p.Actor))
	}
	var parts []string
	acting, bearing := strings.Join(byRole[model.Initiator], ", "), strings.Join(byRole[model.Target], ", ")
	switch {
	case acting != "" && bearing != "":
		parts = append(parts, acting+" → "+bearing)
	case acting != "":
		parts = append(parts, acting)
	case bearing != "":
		parts = append(parts, "→ "+bearing)
	}
	if with := byRole[model.Participant]; len(with) > 0 {
		parts = append(parts, strings.Join(with, ", "))
	}
	for _, role := range []model.Role{model.Mediator, model.Host} {
		if named := byRole[role]; len(named) > 0 {
			parts = append(parts, role.String()+" "+strings.Join(named, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// sourceWords names a source: "Asahi Shimbun, Title, 22 Nov 2019".
func sourceWords(c *model.Citation) string {
	var parts []string
	for _, p := range []string{oneLine(c.Source.Publisher), oneLine(c.Source.Title), c.Source.Published.Display(), oneLine(c.Locator)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return oneLine(c.Source.URL)
	}
	return strings.Join(parts, ", ")
}

// webAddress returns an address that is safe to follow, or "".
func webAddress(text string) string {
	u, err := url.Parse(strings.TrimSpace(clean(text)))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// scoreOf returns the score of an event: its own, or that of its CAMEO code.
func scoreOf(e *model.Event) (float64, bool) {
	if e.Score.Valid {
		return e.Score.Value, true
	}
	return cameo.Goldstein(e.CAMEO)
}

// categoryName returns the name of an event's category for people.
func categoryName(e *model.Event) string {
	if e.Category == "" {
		return ""
	}
	return model.CategoryNamed(e.Category).Name
}

// A stretch is the days on which programs that know nothing but days show an
// event: half-open, and as wide as the event may lie. An open stretch has no
// known end, and to is then the end of what is known of its start.
type stretch struct {
	from, to edtf.Instant
	open     bool
}

const daySeconds = 24 * 60 * 60

// stretchOf returns where an event lies. The reason says why it lies nowhere.
func stretchOf(e *model.Event) (s stretch, reason string) {
	if e.Start.Precision() == edtf.Unknown && (e.End.IsZero() || e.End.Precision() == edtf.Unknown) {
		return s, "its date is not known"
	}
	b := e.Bounds()
	s.from, s.to = b.EarliestStart, b.LatestEnd
	if !s.to.Finite() {
		s.to, s.open = b.LatestStart, true
	}
	if !s.to.Finite() {
		return s, "its date has no limits"
	}
	if !s.from.Finite() {
		// Known only not to be later: it stands where it ended, or on the last
		// day it may have been.
		if s.from = b.EarliestEnd; !s.from.Finite() {
			s.from = s.to - daySeconds
		}
	}
	s.to = max(s.to, s.from+1)
	return s, ""
}

// days returns the first day and the last of a stretch.
func (s stretch) days() (first, last edtf.Instant) {
	return floorDay(s.from), floorDay(s.to - 1)
}

func floorDay(i edtf.Instant) edtf.Instant {
	d := i / daySeconds
	if i%daySeconds < 0 {
		d--
	}
	return d * daySeconds
}

// inYears reports whether the days of a stretch have years of four digits after
// year 0, which is all that many formats can write.
func (s stretch) inYears() bool {
	first, last := s.days()
	from, _, _ := first.Civil()
	to, _, _ := last.Civil()
	return from >= 1 && to <= 9999
}

// isoDay writes a day as 2019-11-17.
func isoDay(i edtf.Instant) string {
	y, m, d := i.Civil()
	if y < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -y, m, d)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

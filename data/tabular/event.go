package tabular

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// ParseEvent reads a row of a table of events. The error is a *CellError. An
// event without an id gets one made from the row's content, so that the same
// row is the same event whenever it is read.
func ParseEvent(r *Record) (model.Event, error) {
	p := r.events
	if p == nil {
		p = newEventParser(func(column string) (int, bool) { i, ok := r.at[column]; return i, ok })
	}
	p.cells = r.Cells
	var e model.Event
	if err := p.parse(&e, &arena{}); err != nil {
		return e, err
	}
	return e, nil
}

// eventColumn is a column of a table of events; see eventColumns.
type eventColumn int

// The columns of a table of events, in the order of eventColumns and
// eventExtras.
const (
	columnID eventColumn = iota
	columnCollection
	columnTitle
	columnSummary
	columnStart
	columnEnd
	columnKind
	columnCategory
	columnCAMEO
	columnActors
	columnPlace
	columnLat
	columnLon
	columnSources
	columnLinks
	columnConfidence
	columnScore
	columnTags
	columnStartText
	columnEndText
	ownColumns
)

// An eventParser reads rows of a table of events. It remembers what it met, so
// it serves one goroutine.
type eventParser struct {
	at    [ownColumns]int // -1 for a column that the table lacks
	cells []string

	names      cache[string]
	categories cache[string]
	dates      cache[cellDate]
}

func newEventParser(at func(column string) (int, bool)) *eventParser {
	p := &eventParser{
		names:      newCache(itself),
		categories: newCache(func(word string) string { return model.CategoryNamed(word).Key }),
		dates:      newCache(readCell),
	}
	for i, column := range slices.Concat(eventColumns, eventExtras) {
		p.at[i] = -1
		if at, ok := at(column); ok {
			p.at[i] = at
		}
	}
	return p
}

func (p *eventParser) cell(c eventColumn) string {
	if p.at[c] < 0 {
		return ""
	}
	return p.cells[p.at[c]]
}

// word is the cell without white space at its ends.
func (p *eventParser) word(c eventColumn) string { return trim(p.cell(c)) }

// trim is strings.TrimSpace, quicker for a text that has nothing to trim.
func trim(text string) string {
	n := len(text)
	if n == 0 || visible(text[0]) && visible(text[n-1]) {
		return text
	}
	return strings.TrimSpace(text)
}

// visible reports a byte that is a character other than white space by itself.
func visible(b byte) bool { return b > ' ' && b < utf8.RuneSelf }

// name is word for a value that many rows share.
func (p *eventParser) name(c eventColumn) string {
	if w := p.word(c); w != "" {
		return p.names.of(w)
	}
	return ""
}

func (p *eventParser) wrong(c eventColumn, value, reason string) *CellError {
	column := ""
	if int(c) < len(eventColumns) {
		column = eventColumns[c]
	} else {
		column = eventExtras[int(c)-len(eventColumns)]
	}
	return &CellError{Column: column, Value: strings.Clone(value), Reason: reason}
}

// parse fills an empty event from the cells at hand. Title and summary are
// views of them.
func (p *eventParser) parse(e *model.Event, a *arena) *CellError {
	e.Title = p.cell(columnTitle)
	if trim(e.Title) == "" {
		return p.wrong(columnTitle, e.Title, "an event needs a title")
	}
	e.Key = a.keep(p.word(columnID))
	e.Collection = p.name(columnCollection)
	e.Summary = p.cell(columnSummary)
	e.CAMEO = p.name(columnCAMEO)
	e.Confidence = p.name(columnConfidence)
	if tags := p.cell(columnTags); tags != "" {
		e.Tags = words(a.keep(tags))
	}
	if category := p.cell(columnCategory); category != "" {
		e.Category = p.categories.of(category)
	}
	for _, read := range [...]func(*eventParser, *model.Event, *arena) *CellError{
		(*eventParser).readWhen, (*eventParser).readCode, (*eventParser).readPlace, (*eventParser).readScore,
		(*eventParser).readParticipations, (*eventParser).readLinks, (*eventParser).readCitations,
	} {
		if err := read(p, e, a); err != nil {
			return err
		}
	}
	if e.Key == "" {
		e.Key = p.contentKey()
	}
	return nil
}

func (p *eventParser) date(c eventColumn) (cellDate, *CellError) {
	cell := p.cell(c)
	if cell == "" {
		return cellDate{}, nil
	}
	if day, ok := edtf.ParseDay(cell); ok {
		return cellDate{date: day}, nil
	}
	d := p.dates.of(cell)
	if d.reason != "" {
		return d, p.wrong(c, cell, d.reason)
	}
	return d, nil
}

func (p *eventParser) readWhen(e *model.Event, a *arena) *CellError {
	start, wrong := p.date(columnStart)
	if wrong != nil {
		return wrong
	}
	end, wrong := p.date(columnEnd)
	if wrong != nil {
		return wrong
	}
	e.Start, e.StartText, e.End, e.EndText = start.date, start.text, end.date, end.text
	if t := p.cell(columnStartText); t != "" {
		e.StartText = a.keep(t)
	}
	if t := p.cell(columnEndText); t != "" {
		e.EndText = a.keep(t)
	}
	kind := p.cell(columnKind)
	var err error
	if e.Kind, err = parseKind(kind); err != nil {
		return p.wrong(columnKind, kind, "a kind is event, span or deadline")
	}
	switch {
	case e.Start.IsZero():
		return p.wrong(columnStart, p.cell(columnStart), "an event needs a date, as exact as it is known; XXXX says that nothing is")
	case e.End.IsZero():
		return nil
	case e.Kind == model.Deadline || e.Kind == model.Point && strings.TrimSpace(kind) != "":
		return p.wrong(columnEnd, p.cell(columnEnd), "only a span has an end; leave it out or make the kind span")
	}
	e.Kind = model.Span
	if e.End.Bounds().LatestEnd <= e.Start.Bounds().EarliestStart {
		return p.wrong(columnEnd, p.cell(columnEnd), "the end ("+e.End.Display()+") is before the start ("+e.Start.Display()+")")
	}
	return nil
}

// parseKind is model.ParseKind, quicker for the words that files mostly have.
func parseKind(word string) (model.Kind, error) {
	switch word {
	case "", "event":
		return model.Point, nil
	case "span":
		return model.Span, nil
	}
	return model.ParseKind(word)
}

// readCode checks the CAMEO code. Spreadsheets take "010" for the number 10,
// which is another code, or none.
func (p *eventParser) readCode(e *model.Event, _ *arena) *CellError {
	if e.CAMEO == "" || cameo.Valid(e.CAMEO) {
		return nil
	}
	reason := "a CAMEO code has 2 to 4 digits and begins with 01 to 20, as 057 does"
	if cameo.Valid("0" + e.CAMEO) {
		reason += "; a spreadsheet may have dropped the zero of 0" + e.CAMEO
	}
	return p.wrong(columnCAMEO, e.CAMEO, reason)
}

func (p *eventParser) readPlace(e *model.Event, a *arena) *CellError {
	if place := p.cell(columnPlace); place != "" {
		e.Place.Name = p.names.of(place)
	}
	lat, lon := p.word(columnLat), p.word(columnLon)
	if lat == "" && lon == "" {
		return nil
	}
	var wrong *CellError
	if e.Place.Lat, wrong = degrees("lat", lat, 90); wrong != nil {
		return wrong
	}
	if e.Place.Lon, wrong = degrees("lon", lon, 180); wrong != nil {
		return wrong
	}
	e.Place.HasPoint = true
	return nil
}

func degrees(column, cell string, limit float64) (float64, *CellError) {
	d, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(d >= -limit && d <= limit) {
		l := strconv.FormatFloat(limit, 'f', -1, 64)
		return 0, &CellError{Column: column, Value: strings.Clone(cell), Reason: "a place needs both lat and lon, in degrees; " + column + " lies between -" + l + " and " + l}
	}
	return d, nil
}

func (p *eventParser) readScore(e *model.Event, _ *arena) *CellError {
	cell := p.word(columnScore)
	if cell == "" {
		return nil
	}
	s, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(s >= -10 && s <= 10) {
		return p.wrong(columnScore, cell, "a score is a number from -10 (conflict) to 10 (cooperation)")
	}
	e.Score = model.Score{Value: s, Valid: true}
	return nil
}

func (p *eventParser) readParticipations(e *model.Event, a *arena) *CellError {
	cell := p.cell(columnActors)
	if cell == "" {
		return nil
	}
	actors := room(&a.participations, strings.Count(cell, ";")+1)
	escaped := strings.IndexByte(cell, '\\') >= 0
	for rest, more := cell, true; more; {
		var part string
		if escaped {
			part, rest, more = cut(rest, ";")
		} else {
			part, rest, more = strings.Cut(rest, ";")
		}
		if trim(part) == "" {
			continue
		}
		one, wrong := p.participation(part, escaped)
		if wrong != nil {
			return wrong
		}
		actors = append(actors, one)
	}
	if len(actors) > 0 {
		e.Actors = actors
	}
	return nil
}

func (p *eventParser) participation(part string, escaped bool) (one model.Participation, wrong *CellError) {
	word, name, found := part, "", false
	if escaped {
		word, name, found = cut(part, ":")
	} else {
		word, name, found = strings.Cut(part, ":")
	}
	if !found {
		name = part
	} else {
		var err error
		if one.Role, err = parseRole(word); err != nil {
			return one, p.wrong(columnActors, strings.TrimSpace(part), err.Error()+`; a colon that belongs to the name is written \:`)
		}
	}
	if name = trim(name); escaped {
		name = unescape(name)
	}
	if name == "" {
		return one, p.wrong(columnActors, part, "an actor has no name")
	}
	one.Actor = p.names.of(name)
	return one, nil
}

// parseRole is model.ParseRole, quicker for the words that files mostly have.
func parseRole(word string) (model.Role, error) {
	switch word {
	case "initiator":
		return model.Initiator, nil
	case "target":
		return model.Target, nil
	case "participant":
		return model.Participant, nil
	}
	return model.ParseRole(word)
}

func (p *eventParser) readLinks(e *model.Event, a *arena) *CellError {
	cell := p.cell(columnLinks)
	if cell == "" {
		return nil
	}
	links := room(&a.links, strings.Count(cell, ";")+1)
	for _, part := range split(a.keep(cell), ";") {
		if trim(part) == "" {
			continue
		}
		word, to, found := cut(part, ">")
		to = unescape(strings.TrimSpace(to))
		if !found || to == "" {
			return p.wrong(columnLinks, part, "a link is a kind, a > and the id of an event: response-to>other-event")
		}
		kind, err := model.ParseLinkKind(word)
		if err != nil {
			return p.wrong(columnLinks, part, err.Error())
		}
		if to == e.Key {
			return p.wrong(columnLinks, part, "an event cannot link to itself")
		}
		links = append(links, model.Link{Kind: kind, To: to})
	}
	if len(links) > 0 {
		e.Links = links
	}
	return nil
}

func (p *eventParser) readCitations(e *model.Event, a *arena) *CellError {
	cell := p.cell(columnSources)
	if cell == "" {
		return nil
	}
	cell = a.keep(cell)
	list := room(&a.citations, strings.Count(cell, separatorSign)+1)
	list, wrong := p.citations(cell, list)
	if wrong != nil {
		return wrong
	}
	if len(list) > 0 {
		e.Citations = list
	}
	return nil
}

// contentKey makes an id from what a row says, column by column, so that
// neither the order of the columns nor empty cells matter.
func (p *eventParser) contentKey() string {
	sum := sha256.New()
	for i, column := range slices.Concat(eventColumns, eventExtras) {
		if cell := p.cell(eventColumn(i)); cell != "" && column != "id" {
			sum.Write([]byte(column + "\x00" + cell + "\x00"))
		}
	}
	return contentPrefix + hex.EncodeToString(sum.Sum(nil)[:8])
}

// contentPrefix begins the ids that are made of what a row says.
const contentPrefix = "row-"

// IsContentKey reports an id that was made of what a row says.
func IsContentKey(key string) bool { return strings.HasPrefix(key, contentPrefix) }

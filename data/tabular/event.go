package tabular

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"chancery/model"
	"chancery/model/cameo"
)

// ParseEvent reads a row of a table of events. The error is a *CellError. An
// event without an id gets one made from the row's content, so that the same
// row is the same event whenever it is read.
func ParseEvent(r *Record) (model.Event, error) {
	e := model.Event{
		Key:        r.text("id"),
		Collection: r.text("collection"),
		Title:      r.Cell("title"),
		Summary:    r.Cell("summary"),
		CAMEO:      r.text("cameo"),
		Confidence: r.text("confidence"),
		Tags:       words(r.Cell("tags")),
		Category:   model.CategoryNamed(r.Cell("category")).Key,
	}
	if strings.TrimSpace(e.Title) == "" {
		return e, &CellError{"title", e.Title, "an event needs a title"}
	}
	for _, read := range []func(*Record, *model.Event) error{
		readWhen, readCode, readPlace, readScore, readParticipations, readLinks, readCitations,
	} {
		if err := read(r, &e); err != nil {
			return e, err
		}
	}
	if e.Key == "" {
		e.Key = contentKey(r)
	}
	return e, nil
}

func readWhen(r *Record, e *model.Event) (err error) {
	if e.Start, e.StartText, err = readDate("start", r.Cell("start")); err != nil {
		return err
	}
	if e.End, e.EndText, err = readDate("end", r.Cell("end")); err != nil {
		return err
	}
	if t := r.Cell("start_text"); t != "" {
		e.StartText = t
	}
	if t := r.Cell("end_text"); t != "" {
		e.EndText = t
	}
	kind := r.Cell("kind")
	if e.Kind, err = model.ParseKind(kind); err != nil {
		return &CellError{"kind", kind, "a kind is event, span or deadline"}
	}
	switch {
	case e.Start.IsZero():
		return &CellError{"start", r.Cell("start"), "an event needs a date, as exact as it is known; XXXX says that nothing is"}
	case e.End.IsZero():
		return nil
	case e.Kind == model.Deadline || e.Kind == model.Point && strings.TrimSpace(kind) != "":
		return &CellError{"end", r.Cell("end"), "only a span has an end; leave it out or make the kind span"}
	}
	e.Kind = model.Span
	if e.End.Bounds().LatestEnd <= e.Start.Bounds().EarliestStart {
		return &CellError{"end", r.Cell("end"), "the end (" + e.End.Display() + ") is before the start (" + e.Start.Display() + ")"}
	}
	return nil
}

// readCode checks the CAMEO code. Spreadsheets take "010" for the number 10,
// which is another code, or none.
func readCode(_ *Record, e *model.Event) error {
	if e.CAMEO == "" || cameo.Valid(e.CAMEO) {
		return nil
	}
	reason := "a CAMEO code has 2 to 4 digits and begins with 01 to 20, as 057 does"
	if cameo.Valid("0" + e.CAMEO) {
		reason += "; a spreadsheet may have dropped the zero of 0" + e.CAMEO
	}
	return &CellError{"cameo", e.CAMEO, reason}
}

func readPlace(r *Record, e *model.Event) error {
	e.Place.Name = r.Cell("place")
	lat, lon := r.text("lat"), r.text("lon")
	if lat == "" && lon == "" {
		return nil
	}
	var err error
	if e.Place.Lat, err = degrees("lat", lat, 90); err != nil {
		return err
	}
	if e.Place.Lon, err = degrees("lon", lon, 180); err != nil {
		return err
	}
	e.Place.HasPoint = true
	return nil
}

func degrees(column, cell string, limit float64) (float64, error) {
	d, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(d >= -limit && d <= limit) {
		l := strconv.FormatFloat(limit, 'f', -1, 64)
		return 0, &CellError{column, cell, "a place needs both lat and lon, in degrees; " + column + " lies between -" + l + " and " + l}
	}
	return d, nil
}

func readScore(r *Record, e *model.Event) error {
	cell := r.text("score")
	if cell == "" {
		return nil
	}
	s, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(s >= -10 && s <= 10) {
		return &CellError{"score", cell, "a score is a number from -10 (conflict) to 10 (cooperation)"}
	}
	e.Score = model.Score{Value: s, Valid: true}
	return nil
}

func readParticipations(r *Record, e *model.Event) error {
	for _, part := range split(r.Cell("actors"), ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		word, name, found := cut(part, ":")
		if !found {
			word, name = "", part
		}
		role := model.Participant
		if found {
			var err error
			if role, err = model.ParseRole(word); err != nil {
				return &CellError{"actors", strings.TrimSpace(part), err.Error() + `; a colon that belongs to the name is written \:`}
			}
		}
		name = unescape(strings.TrimSpace(name))
		if name == "" {
			return &CellError{"actors", part, "an actor has no name"}
		}
		e.Actors = append(e.Actors, model.Participation{Actor: name, Role: role})
	}
	return nil
}

func readLinks(r *Record, e *model.Event) error {
	for _, part := range split(r.Cell("links"), ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		word, to, found := cut(part, ">")
		to = unescape(strings.TrimSpace(to))
		if !found || to == "" {
			return &CellError{"links", part, "a link is a kind, a > and the id of an event: response-to>other-event"}
		}
		kind, err := model.ParseLinkKind(word)
		if err != nil {
			return &CellError{"links", part, err.Error()}
		}
		if to == e.Key {
			return &CellError{"links", part, "an event cannot link to itself"}
		}
		e.Links = append(e.Links, model.Link{Kind: kind, To: to})
	}
	return nil
}

func readCitations(r *Record, e *model.Event) (err error) {
	e.Citations, err = citations(r.Cell("sources"))
	return err
}

// contentKey makes an id from what a row says, column by column, so that
// neither the order of the columns nor empty cells matter.
func contentKey(r *Record) string {
	sum := sha256.New()
	for _, column := range slices.Concat(eventColumns, eventExtras) {
		if cell := r.Cell(column); cell != "" && column != "id" {
			sum.Write([]byte(column + "\x00" + cell + "\x00"))
		}
	}
	return "row-" + hex.EncodeToString(sum.Sum(nil)[:8])
}

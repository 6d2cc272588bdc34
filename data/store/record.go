package store

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"chancery/model"
	"chancery/model/edtf"
)

// The records are how the log of edits writes events. They are apart from the
// model, which may change its names, because a log must be read years later.
// Fields are only ever added.

type changeRecord struct {
	Before *eventRecord `json:"before,omitempty"`
	After  *eventRecord `json:"after,omitempty"`
}

type eventRecord struct {
	ID         int64            `json:"id"`
	Key        logText          `json:"key"`
	Collection logText          `json:"collection,omitempty"`
	Title      logText          `json:"title,omitempty"`
	Summary    logText          `json:"summary,omitempty"`
	Start      logDate          `json:"start,omitzero"`
	End        logDate          `json:"end,omitzero"`
	StartText  logText          `json:"start_text,omitempty"`
	EndText    logText          `json:"end_text,omitempty"`
	Kind       uint8            `json:"kind,omitempty"`
	Category   logText          `json:"category,omitempty"`
	CAMEO      logText          `json:"cameo,omitempty"`
	Score      *float64         `json:"score,omitempty"`
	Place      logText          `json:"place,omitempty"`
	Point      *[2]float64      `json:"point,omitempty"` // latitude, longitude
	Actors     []actorRecord    `json:"actors,omitempty"`
	Citations  []citationRecord `json:"citations,omitempty"`
	Links      []linkRecord     `json:"links,omitempty"`
	Tags       []logText        `json:"tags,omitempty"`
	Confidence logText          `json:"confidence,omitempty"`
	File       logText          `json:"file,omitempty"`
	Row        int              `json:"row,omitempty"`
}

type actorRecord struct {
	Name logText `json:"name"`
	Role uint8   `json:"role,omitempty"`
}

type citationRecord struct {
	Publisher logText `json:"publisher,omitempty"`
	Title     logText `json:"title,omitempty"`
	URL       logText `json:"url,omitempty"`
	Published logDate `json:"published,omitzero"`
	Quote     logText `json:"quote,omitempty"`
	Locator   logText `json:"locator,omitempty"`
}

type linkRecord struct {
	Kind uint8   `json:"kind,omitempty"`
	To   logText `json:"to"`
}

// A logText is text of any bytes. JSON holds only valid UTF-8, so text that is
// not goes in as {"base64": …}.
type logText string

type encodedText struct {
	Base64 []byte `json:"base64"`
}

// MarshalJSON implements json.Marshaler.
func (t logText) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(t)) {
		return json.Marshal(string(t))
	}
	return json.Marshal(encodedText{[]byte(t)})
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *logText) UnmarshalJSON(text []byte) error {
	if len(text) > 0 && text[0] == '{' {
		var e encodedText
		err := json.Unmarshal(text, &e)
		*t = logText(e.Base64)
		return err
	}
	return json.Unmarshal(text, (*string)(t))
}

// A logDate is a date as its EDTF.
type logDate struct{ edtf.Date }

// MarshalJSON implements json.Marshaler.
func (d logDate) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON implements json.Unmarshaler.
func (d *logDate) UnmarshalJSON(text []byte) error {
	var edtfText string
	if err := json.Unmarshal(text, &edtfText); err != nil {
		return err
	}
	var err error
	d.Date, err = dateOf(edtfText)
	return err
}

func encodeChanges(changes []model.Change) (string, error) {
	records := make([]changeRecord, len(changes))
	for i, c := range changes {
		records[i] = changeRecord{Before: recordOf(c.Before), After: recordOf(c.After)}
	}
	text, err := json.Marshal(records)
	return string(text), err
}

func decodeChanges(text string) ([]model.Change, error) {
	var records []changeRecord
	if err := json.Unmarshal([]byte(text), &records); err != nil {
		return nil, fmt.Errorf("log of edits: %w", err)
	}
	changes := make([]model.Change, len(records))
	for i, r := range records {
		changes[i] = model.Change{Before: r.Before.event(), After: r.After.event()}
	}
	return changes, nil
}

func recordOf(e *model.Event) *eventRecord {
	if e == nil {
		return nil
	}
	r := &eventRecord{
		ID: int64(e.ID), Key: logText(e.Key), Collection: logText(e.Collection),
		Title: logText(e.Title), Summary: logText(e.Summary),
		Start: logDate{e.Start}, End: logDate{e.End}, StartText: logText(e.StartText), EndText: logText(e.EndText),
		Kind: uint8(e.Kind), Category: logText(e.Category), CAMEO: logText(e.CAMEO),
		Place: logText(e.Place.Name), Confidence: logText(e.Confidence),
		File: logText(e.Origin.File), Row: e.Origin.Row,
	}
	if e.Score.Valid {
		r.Score = &e.Score.Value
	}
	if e.Place.HasPoint {
		r.Point = &[2]float64{e.Place.Lat, e.Place.Lon}
	}
	for _, p := range e.Actors {
		r.Actors = append(r.Actors, actorRecord{logText(p.Actor), uint8(p.Role)})
	}
	r.Citations = citationRecords(e.Citations)
	for _, l := range e.Links {
		r.Links = append(r.Links, linkRecord{uint8(l.Kind), logText(l.To)})
	}
	for _, tag := range e.Tags {
		r.Tags = append(r.Tags, logText(tag))
	}
	return r
}

func (r *eventRecord) event() *model.Event {
	if r == nil {
		return nil
	}
	e := &model.Event{
		ID: model.EventID(r.ID), Key: string(r.Key), Collection: string(r.Collection),
		Title: string(r.Title), Summary: string(r.Summary),
		Start: r.Start.Date, End: r.End.Date, StartText: string(r.StartText), EndText: string(r.EndText),
		Kind: model.Kind(r.Kind), Category: string(r.Category), CAMEO: string(r.CAMEO),
		Place: model.Place{Name: string(r.Place)}, Confidence: string(r.Confidence),
		Origin: model.Origin{File: string(r.File), Row: r.Row},
	}
	if r.Score != nil {
		e.Score = model.Score{Value: *r.Score, Valid: true}
	}
	if r.Point != nil {
		e.Place.Lat, e.Place.Lon, e.Place.HasPoint = r.Point[0], r.Point[1], true
	}
	for _, p := range r.Actors {
		e.Actors = append(e.Actors, model.Participation{Actor: string(p.Name), Role: model.Role(p.Role)})
	}
	e.Citations = citationsOf(r.Citations)
	for _, l := range r.Links {
		e.Links = append(e.Links, model.Link{Kind: model.LinkKind(l.Kind), To: string(l.To)})
	}
	for _, tag := range r.Tags {
		e.Tags = append(e.Tags, string(tag))
	}
	return e
}

func citationRecords(citations []model.Citation) (records []citationRecord) {
	for i := range citations {
		c := &citations[i]
		s := &c.Source
		records = append(records, citationRecord{
			logText(s.Publisher), logText(s.Title), logText(s.URL), logDate{s.Published}, logText(c.Quote), logText(c.Locator),
		})
	}
	return records
}

func citationsOf(records []citationRecord) (citations []model.Citation) {
	for _, c := range records {
		citations = append(citations, model.Citation{
			Source: model.Source{Publisher: string(c.Publisher), Title: string(c.Title), URL: string(c.URL), Published: c.Published.Date},
			Quote:  string(c.Quote), Locator: string(c.Locator),
		})
	}
	return citations
}

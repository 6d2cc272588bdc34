package exchange

import (
	"encoding/json"
	"io"

	"chancery/model"
	"chancery/model/edtf"
)

// jsonEvent is an event as JSON. docs/cli.md describes it; its fields may grow
// and do not change.
type jsonEvent struct {
	ID         string       `json:"id"`
	Collection string       `json:"collection"`
	Title      string       `json:"title"`
	Summary    string       `json:"summary"`
	Start      string       `json:"start"`
	End        string       `json:"end"`
	StartText  string       `json:"start_text,omitempty"`
	EndText    string       `json:"end_text,omitempty"`
	Earliest   string       `json:"earliest"`
	Latest     string       `json:"latest"`
	Kind       string       `json:"kind"`
	Category   string       `json:"category"`
	CAMEO      string       `json:"cameo"`
	Score      *float64     `json:"score"`
	Actors     []jsonActor  `json:"actors"`
	Place      string       `json:"place"`
	Lat        *float64     `json:"lat"`
	Lon        *float64     `json:"lon"`
	Sources    []jsonSource `json:"sources"`
	Links      []jsonLink   `json:"links"`
	Tags       []string     `json:"tags"`
	Confidence string       `json:"confidence"`
	File       string       `json:"file,omitempty"`
	Row        int          `json:"row,omitempty"`
}

type jsonActor struct {
	Role string `json:"role"`
	Name string `json:"name"`
}

type jsonSource struct {
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Quote     string `json:"quote,omitempty"`
	Locator   string `json:"locator,omitempty"`
}

type jsonLink struct {
	Kind string `json:"kind"`
	To   string `json:"to"`
}

func newJSONEvent(e *model.Event) jsonEvent {
	b := e.Bounds()
	j := jsonEvent{
		ID: e.Key, Collection: e.Collection, Title: e.Title, Summary: e.Summary,
		Start: e.Start.String(), End: e.End.String(), StartText: e.StartText, EndText: e.EndText,
		Earliest: moment(b.EarliestStart), Latest: moment(b.LatestEnd),
		Kind: e.Kind.String(), Category: e.Category, CAMEO: e.CAMEO,
		Actors: []jsonActor{}, Place: e.Place.Name, Sources: []jsonSource{}, Links: []jsonLink{},
		Tags: append([]string{}, e.Tags...), Confidence: e.Confidence,
		File: e.Origin.File, Row: e.Origin.Row,
	}
	if e.Score.Valid {
		j.Score = &e.Score.Value
	}
	if e.Place.HasPoint {
		j.Lat, j.Lon = &e.Place.Lat, &e.Place.Lon
	}
	for _, p := range e.Actors {
		j.Actors = append(j.Actors, jsonActor{p.Role.String(), p.Actor})
	}
	for _, c := range e.Citations {
		j.Sources = append(j.Sources, jsonSource{
			c.Source.Publisher, c.Source.Title, c.Source.URL, c.Source.Published.String(), c.Quote, c.Locator,
		})
	}
	for _, l := range e.Links {
		j.Links = append(j.Links, jsonLink{l.Kind.String(), l.To})
	}
	return j
}

// moment returns an ISO 8601 instant, "" for an open end.
func moment(t edtf.Instant) string {
	if t == edtf.Past || t == edtf.Future {
		return ""
	}
	return t.String()
}

// WriteJSONLines writes events as JSON, one object a line.
func WriteJSONLines(w io.Writer, events Events) (Result, error) {
	var r Result
	out := newOutput(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for e, err := range events {
		if err != nil {
			return r, err
		}
		if err := enc.Encode(newJSONEvent(&e)); err != nil {
			return r, err
		}
		r.Events++
	}
	return r, out.close()
}

// WriteJSON writes events as one JSON object, {"events":[…]}.
func WriteJSON(w io.Writer, events Events) (Result, error) {
	var r Result
	out := newOutput(w)
	out.text(`{"events":[`)
	for e, err := range events {
		if err != nil {
			return r, err
		}
		if err := out.element(r.Events, newJSONEvent(&e)); err != nil {
			return r, err
		}
		r.Events++
	}
	out.text("\n]}\n")
	return r, out.close()
}

// element writes an element of a JSON array, on a line of its own. n is how
// many stand before it.
func (o output) element(n int, v any) error {
	object, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if n > 0 {
		o.WriteByte(',')
	}
	o.WriteByte('\n')
	o.Write(object)
	return nil
}

package data

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"chancery/data/store"
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

// List writes the events that f keeps as JSON, one object a line, in time
// order, and returns how many.
func List(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter) (events int, err error) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for e, err := range a.Events(ctx, f) {
		if err != nil {
			return events, err
		}
		if err := enc.Encode(newJSONEvent(&e)); err != nil {
			return events, err
		}
		events++
	}
	return events, nil
}

// ExportJSON writes the events that f keeps as one JSON object,
// {"events":[…]}, in time order, and returns how many. It holds one event in
// memory at a time.
func ExportJSON(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter) (events int, err error) {
	out := bufio.NewWriter(w)
	out.WriteString(`{"events":[`)
	for e, err := range a.Events(ctx, f) {
		if err != nil {
			return events, err
		}
		if events > 0 {
			out.WriteByte(',')
		}
		object, err := json.Marshal(newJSONEvent(&e))
		if err != nil {
			return events, err
		}
		out.WriteByte('\n')
		out.Write(object)
		events++
	}
	out.WriteString("\n]}\n")
	return events, out.Flush() // which reports what any write before it met
}

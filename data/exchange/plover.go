package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"chancery/model"
)

// ploverEvent is a record of PLOVER, in the words of its manual and those of its
// gold standard records.
type ploverEvent struct {
	ID       word          `json:"id"`
	Date     word          `json:"date"`
	Time     word          `json:"time"`
	EndDate  word          `json:"enddate"`
	EndTime  word          `json:"endtime"`
	Actor    ploverParties `json:"actor"`
	To       ploverParties `json:"recipient"`
	Source   ploverParties `json:"source"`
	Target   ploverParties `json:"target"`
	Event    words         `json:"event"`
	Mode     words         `json:"mode"`
	Context  words         `json:"context"`
	Loc      ploverPlace   `json:"event_loc"`
	OldLoc   ploverPlace   `json:"eventLoc"`
	Words    word          `json:"event_text"`
	OldWords word          `json:"eventText"`
	Scale    word          `json:"event_scale"`
	Link     word          `json:"link"`
	Text     word          `json:"text"`
	Comment  word          `json:"comment"`
	Cite     *struct {
		Corpus      word `json:"corpus"`
		Citation    word `json:"citation"`
		URL         word `json:"url"`
		Title       word `json:"title"`
		Publication word `json:"publication"`
	} `json:"cite_info"`
	Publication word `json:"publication"`
}

type ploverParty struct {
	Code      word `json:"code"`
	Sector    word `json:"sector"`
	Entity    word `json:"entity_text"`
	ActorText word `json:"actorText"`
	Name      word `json:"name"`
}

// ploverParties is a list of parties, one party, or the words for one.
type ploverParties []ploverParty

// UnmarshalJSON reads any of the forms.
func (p *ploverParties) UnmarshalJSON(text []byte) error {
	*p = nil
	switch {
	case len(text) == 0:
		return nil
	case text[0] == '[':
		var list []json.RawMessage
		if err := json.Unmarshal(text, &list); err != nil {
			return err
		}
		for _, one := range list {
			var some ploverParties
			if err := some.UnmarshalJSON(one); err != nil {
				return err
			}
			*p = append(*p, some...)
		}
		return nil
	case text[0] == '{':
		var one ploverParty
		err := json.Unmarshal(text, &one)
		*p = ploverParties{one}
		return err
	}
	var name word
	err := json.Unmarshal(text, &name)
	if name.String() != "" {
		*p = ploverParties{{Entity: name}}
	}
	return err
}

type ploverPlace struct {
	Resolved  word `json:"resolved_place"`
	Extracted word `json:"extracted_place"`
	City      word `json:"city"`
	Country   word `json:"country"`
	Lat       word `json:"lat"`
	Lon       word `json:"lon"`
	text      string
}

// UnmarshalJSON reads a place in parts or in words.
func (p *ploverPlace) UnmarshalJSON(text []byte) error {
	type parts ploverPlace
	if len(text) > 0 && text[0] == '{' {
		return json.Unmarshal(text, (*parts)(p))
	}
	var w word
	err := json.Unmarshal(text, &w)
	p.text = w.String()
	return err
}

// readPLOVER reads records one after the other: a line each, or set apart by
// commas or nothing.
func readPLOVER(r io.Reader) Items {
	return func(yield func(Item, error) bool) {
		n := numbered{yield: yield}
		o := newObjects(r)
		for {
			text, line, err := o.next()
			if err == io.EOF {
				return
			}
			if err != nil {
				n.fail("%w", err)
				return
			}
			if !n.item(newPloverItem(fmt.Sprintf("line %d", line), text)) {
				return
			}
		}
	}
}

func newPloverItem(place string, text []byte) Item {
	i := Item{Place: place}
	var p ploverEvent
	if err := unmarshal(text, &p); err != nil {
		i.problem("", "", err.Error())
		return i
	}
	e := &i.Event
	e.Key = clean(p.ID.String())
	if len(p.Event) == 0 && p.Date.String() == "" {
		i.problem("event", "", "the record tells of no event; it may describe the file")
		return i
	}
	e.Start, e.StartText = i.date("date", joinTime(p.Date, p.Time))
	if p.EndDate.String() != "" && p.EndDate != p.Date {
		e.Kind = model.Span
		e.End, e.EndText = i.date("enddate", joinTime(p.EndDate, p.EndTime))
	}
	e.Actors = appendParties(e.Actors, model.Initiator, append(p.Actor, p.Source...))
	e.Actors = appendParties(e.Actors, model.Target, append(p.To, p.Target...))
	if len(p.Event) > 0 {
		e.Category = p.Event[0]
		e.Tags = append(e.Tags, p.Event[1:]...)
	}
	e.Tags = append(append(e.Tags, p.Mode...), p.Context...)
	p.where(&i)
	p.title(e)
	e.Summary = clean(p.Comment.String())
	if scale := p.Scale.String(); scale != "" {
		v, err := strconv.ParseFloat(scale, 64)
		if err != nil || !(v >= -10 && v <= 10) {
			i.problem("event_scale", scale, "a score is a number from -10 (conflict) to 10 (cooperation)")
		}
		e.Score = model.Score{Value: v, Valid: true}
	}
	p.cite(e)
	if link := clean(p.Link.String()); link != "" && link != e.Key {
		e.Links = append(e.Links, model.Link{Kind: model.Follows, To: link})
	}
	return i
}

func joinTime(date, clock word) string {
	if clock.String() == "" {
		return date.String()
	}
	return date.String() + "T" + withoutFraction(clock.String())
}

func appendParties(list []model.Participation, role model.Role, parties ploverParties) []model.Participation {
	for _, p := range parties {
		name := oneLine(first(string(p.Entity), string(p.ActorText), string(p.Name)))
		if name == "" {
			name = strings.Join(strings.Fields(oneLine(p.Code.String()+" "+p.Sector.String())), " ")
		}
		if name != "" {
			list = append(list, model.Participation{Actor: name, Role: role})
		}
	}
	return list
}

// title calls an event what its record does: who, what, to whom.
func (p *ploverEvent) title(e *model.Event) {
	var acting, bearing []string
	for _, a := range e.Actors {
		if a.Role == model.Initiator {
			acting = append(acting, a.Actor)
		} else {
			bearing = append(bearing, a.Actor)
		}
	}
	what := oneLine(first(string(p.Words), string(p.OldWords), strings.Join(append(append([]string{}, p.Event...), p.Mode...), " ")))
	var parts []string
	for _, part := range []string{strings.Join(acting, ", "), what, strings.Join(bearing, ", ")} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	e.Title = strings.Join(parts, " – ")
}

func (p *ploverEvent) where(i *Item) {
	for _, l := range []*ploverPlace{&p.Loc, &p.OldLoc} {
		place := &i.Event.Place
		if place.Name == "" {
			place.Name = oneLine(first(string(l.Resolved), string(l.Extracted), l.text, string(l.City), string(l.Country)))
		}
		if l.Lat.String() == "" || l.Lon.String() == "" {
			continue
		}
		lat, latErr := strconv.ParseFloat(l.Lat.String(), 64)
		lon, lonErr := strconv.ParseFloat(l.Lon.String(), 64)
		if latErr != nil || lonErr != nil || !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
			i.problem("event_loc", l.Lat.String()+" "+l.Lon.String(), "not degrees of latitude and longitude")
			continue
		}
		place.Lat, place.Lon, place.HasPoint = lat, lon, true
	}
}

// cite keeps the text that was coded as a quotation from where it stood.
func (p *ploverEvent) cite(e *model.Event) {
	c := model.Citation{Quote: clean(p.Text.String()), Source: model.Source{Publisher: oneLine(p.Publication.String())}}
	if p.Cite != nil {
		c.Source.Publisher = oneLine(first(string(p.Cite.Publication), string(p.Cite.Corpus), c.Source.Publisher))
		c.Source.Title = oneLine(first(string(p.Cite.Title), string(p.Cite.Citation)))
		c.Source.URL = webAddress(p.Cite.URL.String())
	}
	if c != (model.Citation{}) {
		e.Citations = append(e.Citations, c)
	}
}

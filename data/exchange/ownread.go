package exchange

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"regexp"

	"chancery/model"
	"chancery/model/edtf"
)

var wrapped = regexp.MustCompile(`^\s*\{\s*"events"\s*:`)

// readOwn reads what WriteJSON and WriteJSONLines write, to the letter.
func readOwn(r io.Reader) Items {
	return func(yield func(Item, error) bool) {
		n := numbered{yield: yield}
		b := bufio.NewReader(withoutMark(r))
		if head, _ := b.Peek(100); wrapped.Match(head) {
			d := document{dec: json.NewDecoder(b), numbered: n}
			d.read("", func(path string) (func(*Item, json.RawMessage), bool) {
				if path != "events" {
					return nil, false
				}
				return func(i *Item, text json.RawMessage) { *i = newOwnItem(i.Place, text) }, false
			})
			return
		}
		o := newObjects(b)
		for {
			text, line, err := o.next()
			if err == io.EOF {
				return
			}
			if err != nil {
				n.fail("%w", err)
				return
			}
			if !n.item(newOwnItem(fmt.Sprintf("line %d", line), text)) {
				return
			}
		}
	}
}

func newOwnItem(place string, text []byte) Item {
	i := Item{Place: place}
	var j jsonEvent
	if err := json.Unmarshal(text, &j); err != nil {
		i.problem("", "", jsonError(err).Error())
		return i
	}
	e := &i.Event
	*e = model.Event{
		Key: j.ID, Collection: j.Collection, Title: j.Title, Summary: j.Summary, StartText: j.StartText, EndText: j.EndText,
		Category: j.Category, CAMEO: j.CAMEO, Place: model.Place{Name: j.Place}, Tags: j.Tags, Confidence: j.Confidence,
	}
	if len(e.Tags) == 0 {
		e.Tags = nil
	}
	e.Start, e.End = i.edtf("start", j.Start), i.edtf("end", j.End)
	kind, err := model.ParseKind(j.Kind)
	if err != nil {
		i.problem("kind", j.Kind, err.Error())
	}
	e.Kind = kind
	if j.Score != nil {
		e.Score = model.Score{Value: *j.Score, Valid: true}
	}
	if j.Lat != nil && j.Lon != nil {
		e.Place.Lat, e.Place.Lon, e.Place.HasPoint = *j.Lat, *j.Lon, true
	}
	for _, a := range j.Actors {
		role, err := model.ParseRole(a.Role)
		if err != nil {
			i.problem("actors", a.Role, err.Error())
		}
		e.Actors = append(e.Actors, model.Participation{Actor: a.Name, Role: role})
	}
	for _, s := range j.Sources {
		e.Citations = append(e.Citations, model.Citation{
			Source: model.Source{Publisher: s.Publisher, Title: s.Title, URL: s.URL, Published: i.edtf("sources", s.Published)},
			Quote:  s.Quote, Locator: s.Locator,
		})
	}
	for _, l := range j.Links {
		kind, err := model.ParseLinkKind(l.Kind)
		if err != nil {
			i.problem("links", l.Kind, err.Error())
		}
		e.Links = append(e.Links, model.Link{Kind: kind, To: l.To})
	}
	return i
}

func (i *Item) edtf(field, text string) edtf.Date {
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		i.problem(field, text, err.Error())
	}
	return d
}

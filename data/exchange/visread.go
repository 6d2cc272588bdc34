package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"chancery/model"
	"chancery/model/edtf"
)

// visItem is an item of vis-timeline.
type visItem struct {
	ID      word `json:"id"`
	Content word `json:"content"`
	Start   word `json:"start"`
	End     word `json:"end"`
	Group   word `json:"group"`
	Title   word `json:"title"`
	Type    word `json:"type"`
	Class   word `json:"className"`
}

// visGroup is a group, which items name by its id.
type visGroup struct {
	ID      word `json:"id"`
	Content word `json:"content"`
}

// readVis reads an array of items, items one after the other, or {items, groups}.
// Ids count within a file alone, so that the file's name sets them apart.
func readVis(name string, r io.Reader) Items {
	return func(yield func(Item, error) bool) {
		n := numbered{yield: yield}
		o := newObjects(r)
		for count := 0; ; count++ {
			text, line, err := o.next()
			if err == io.EOF {
				return
			}
			if err != nil {
				n.fail("%w", err)
				return
			}
			var whole struct {
				Items  []json.RawMessage `json:"items"`
				Groups []visGroup        `json:"groups"`
			}
			if count == 0 && unmarshal(text, &whole) == nil && whole.Items != nil {
				names := map[string]string{}
				for _, g := range whole.Groups {
					names[g.ID.String()] = oneLine(plainText(string(g.Content)))
				}
				for k, item := range whole.Items {
					if !n.item(newVisItem(name, fmt.Sprintf("items[%d]", k), item, names)) {
						return
					}
				}
				continue
			}
			if !n.item(newVisItem(name, fmt.Sprintf("line %d", line), text, nil)) {
				return
			}
		}
	}
}

func newVisItem(name, place string, text []byte, groups map[string]string) Item {
	i := Item{Place: place}
	var v visItem
	if err := unmarshal(text, &v); err != nil {
		i.problem("", "", err.Error())
		return i
	}
	e := &i.Event
	if id := clean(v.ID.String()); id != "" {
		e.Key = stem(name) + "-" + id
	}
	e.Title = oneLine(plainText(string(v.Content)))
	e.Summary = plainText(string(v.Title))
	if e.Title == "" {
		e.Title = oneLine(firstLine(e.Summary))
	}
	e.Category = oneLine(v.Group.String())
	if known, ok := groups[v.Group.String()]; ok && known != "" {
		e.Category = known
	}
	e.Start, e.StartText = i.jsDate("start", v.Start)
	if v.End.String() != "" {
		e.Kind = model.Span
		e.End, e.EndText = i.jsDate("end", v.End)
	}
	if v.Type.String() == "background" {
		e.Tags = append(e.Tags, "background")
	}
	return i
}

// jsDate reads a date as JavaScript takes it: a count of milliseconds, ISO 8601
// with parts of seconds, or what people write.
func (i *Item) jsDate(field string, w word) (edtf.Date, string) {
	text := w.String()
	if inner, ok := strings.CutPrefix(text, "/Date("); ok {
		text = strings.TrimSuffix(inner, ")/")
	}
	// Years have four digits, counts of milliseconds many more.
	if ms, ok := word(text).integer(); ok && (ms > 9999 || ms < -9999) {
		const farthest = 8.64e15 // of JavaScript's dates
		if ms > farthest || ms < -farthest {
			i.problem(field, text, "further from 1970 than JavaScript's dates reach")
			return edtf.Date{}, ""
		}
		return i.date(field, isoTime(time.UnixMilli(ms).UTC()))
	}
	return i.date(field, withoutFraction(text))
}

// isoTime writes a moment as EDTF does, as a day at midnight.
func isoTime(t time.Time) string {
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return isoYear(t) + t.Format("-01-02")
	}
	return isoYear(t) + t.Format("-01-02T15:04:05Z")
}

func isoYear(t time.Time) string {
	switch y := t.Year(); {
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	case y > 9999:
		return fmt.Sprintf("Y%d", y)
	default:
		return fmt.Sprintf("%04d", y)
	}
}

// withoutFraction drops parts of seconds, which no event of ours has.
func withoutFraction(text string) string {
	at := strings.IndexByte(text, '.')
	if at < len("2019-11-17T00:00:00") || !strings.ContainsRune(text, 'T') {
		return text
	}
	rest := strings.TrimLeft(text[at+1:], "0123456789")
	return text[:at] + rest
}

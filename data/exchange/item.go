package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// An Item is one entry of a file of another program: an event, or, when Problem
// is set, why it is none. Every entry of a file is one item. Notes say what of
// an entry could not be taken over or was taken over with a change.
type Item struct {
	Number  int    // of the entries of the file, from 1
	Place   string // where it stands: "line 12", "events[3]"
	Event   model.Event
	Problem *Problem
	Notes   []Problem
}

// A Problem says what is wrong with a field of an entry. Field is "" when the
// entry as a whole is wrong.
type Problem struct{ Field, Value, Reason string }

func (p *Problem) Error() string {
	if p.Field == "" {
		return p.Reason
	}
	return fmt.Sprintf("%s %q: %s", p.Field, p.Value, p.Reason)
}

// Items are the entries of a file, one after the other. An error says why no
// more of the file can be read, and is the last.
type Items = iter.Seq2[Item, error]

// entryLimit is the most bytes that one entry of a file may have. What is longer
// is a problem, or ends the file where its end cannot be found.
const entryLimit = 16 << 20

func (i *Item) problem(field, value, reason string) {
	if i.Problem == nil {
		i.Problem = &Problem{field, beginning(value), reason}
	}
}

func (i *Item) note(field, value, reason string) {
	i.Notes = append(i.Notes, Problem{field, beginning(value), reason})
}

// beginning returns the first letters of a long value.
func beginning(value string) string {
	const most = 80
	for i := range value {
		if i >= most {
			return value[:i] + "…"
		}
	}
	return value
}

// finish makes the entry an event, or a problem when it lacks what an event
// needs. An event without an id gets one made from what it says.
func (i *Item) finish() {
	e := &i.Event
	e.Category = model.CategoryNamed(e.Category).Key
	switch {
	case i.Problem != nil:
		return
	case strings.TrimSpace(e.Title) == "":
		i.problem("title", e.Title, "an event needs a title")
	case e.Start.IsZero():
		i.problem("start", "", "an event needs a date")
	case e.Kind == model.Span && !e.End.IsZero() && e.End.Bounds().LatestEnd <= e.Start.Bounds().EarliestStart:
		i.problem("end", e.End.String(), "the end ("+e.End.Display()+") is before the start ("+e.Start.Display()+")")
	}
	if e.Key == "" {
		e.Key = contentKey(e)
	}
}

// contentKey names an event by what it says, as tables name rows without an id.
func contentKey(e *model.Event) string {
	sum := sha256.New()
	for _, part := range []string{e.Title, e.Start.String(), e.End.String(), e.Summary, e.Category, e.Place.Name} {
		fmt.Fprintf(sum, "%d:%s", len(part), part)
	}
	for _, p := range e.Actors {
		fmt.Fprintf(sum, "%d:%s", p.Role, p.Actor)
	}
	return "row-" + hex.EncodeToString(sum.Sum(nil)[:8])
}

// date reads a date as EDTF or as people write it, and notes the words of the
// source beside it. Text with two readings is a problem: nothing is guessed.
func (i *Item) date(field, text string) (d edtf.Date, words string) {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return edtf.Date{}, ""
	}
	if d, err := edtf.Parse(trimmed); err == nil {
		return d, ""
	}
	reading, err := edtf.Read(trimmed, edtf.Unstated)
	switch {
	case err != nil:
		i.problem(field, text, err.Error())
		return edtf.Date{}, ""
	case len(reading.Dates) != 1:
		var all []string
		for _, r := range reading.Dates {
			all = append(all, fmt.Sprintf("%s (%s)", r.Display(), r))
		}
		i.problem(field, text, "the date has several readings: "+strings.Join(all, " or "))
		return edtf.Date{}, ""
	}
	return reading.Dates[0], trimmed
}

// dateOfParts makes a date of the parts that are given, year first, each of which may
// only be there when those before it are.
func dateOfParts(parts []int64) (edtf.Date, error) {
	var b strings.Builder
	layout := [...]string{"", "-%02d", "-%02d", "T%02d", ":%02d", ":%02d"}
	for i, v := range parts {
		switch {
		case i > 0:
			fmt.Fprintf(&b, layout[i], v)
		case v > 9999 || v < -9999:
			fmt.Fprintf(&b, "Y%d", v)
		case v < 0:
			fmt.Fprintf(&b, "-%04d", -v)
		default:
			fmt.Fprintf(&b, "%04d", v)
		}
	}
	return edtf.Parse(b.String())
}

// stem is the name of a file without its ending, which sets ids apart that are
// only unique in it.
func stem(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// numbered counts the items that a reader yields and sees to it that none is
// half done.
type numbered struct {
	yield func(Item, error) bool
	count int
}

// item yields an item and reports whether there is to be more.
func (n *numbered) item(i Item) bool {
	n.count++
	i.Number = n.count
	i.finish()
	return n.yield(i, nil)
}

// fail yields an error of the file.
func (n *numbered) fail(format string, args ...any) { n.yield(Item{}, fmt.Errorf(format, args...)) }

package tabular

import (
	"crypto/sha256"
	"encoding/hex"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"chancery/model"
)

// mostTitle is how long a title may be; a longer one is told in full in the
// summary.
const mostTitle = 300 // bytes

// shortTitle cuts a title that is too long or has several lines.
func shortTitle(title string) (short string, cut bool) {
	line, rest, several := strings.Cut(title, "\n")
	if several && strings.TrimSpace(rest) == "" {
		return strings.TrimSpace(line), false
	}
	line = strings.TrimSpace(line)
	if len(line) > mostTitle {
		line = line[:mostTitle]
		if i := strings.LastIndexByte(line, ' '); i > mostTitle/2 {
			line = line[:i]
		}
		return strings.ToValidUTF8(line, "") + "…", true
	}
	return line, several
}

// titleOf finds the title: its template, its column, what can be told from
// actors and category, or from any other cell.
func (f *foreign) titleOf(p *eventPlan, e *model.Event) string {
	if title := f.filled(p); title != "" {
		return title
	}
	for _, i := range p.title {
		if v := f.text(i); v != "" {
			return v
		}
	}
	if composed := composeTitle(e, ""); composed != "" {
		return composed
	}
	var parts []string
	for _, i := range f.rest {
		if v := f.value(i); v != "" && len(parts) < 3 && len(v) < 80 {
			parts = append(parts, v)
		}
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, " – ")
	case e.Summary != "":
		return e.Summary
	}
	return e.Start.Display()
}

// filled is the title of the template, "" when none of its columns has a value.
func (f *foreign) filled(p *eventPlan) string {
	var b strings.Builder
	any := false
	for _, part := range p.titleParts {
		if part.column < 0 {
			b.WriteString(part.text)
			continue
		}
		v := f.value(part.column)
		if c := &f.columns[part.column]; c.Means == MeansActor && v != "" {
			v = f.actor[c.System].of(v)
		}
		any = any || v != ""
		b.WriteString(v)
	}
	if !any {
		return ""
	}
	return strings.Trim(b.String(), " –:,;")
}

// text is a value without the tags of HTML, where the column has them.
func (f *foreign) text(i int) string {
	v := f.value(i)
	if f.columns[i].Format == "html" {
		return plainText(v)
	}
	return v
}

// summary puts the longer texts and the notes together.
func (f *foreign) summary(p *eventPlan) string {
	text := ""
	for _, i := range p.summary {
		if v := f.text(i); v != "" && text == "" {
			text = v
		} else if v != "" {
			text += "\n\n" + v
		}
	}
	for _, i := range p.notes {
		if v := f.text(i); v != "" {
			if text != "" {
				text += "\n"
			}
			text += f.columns[i].name + ": " + v
		}
	}
	return text
}

var (
	blockTags = regexp.MustCompile(`(?i)<\s*(br|/p|/div|/li|/blockquote|/h[1-6])\b[^>]*>`)
	anyTag    = regexp.MustCompile(`<[/!a-zA-Z][^>]*>`)
)

// plainText takes the tags out of HTML.
func plainText(text string) string {
	if !strings.ContainsAny(text, "<&") {
		return text
	}
	text = blockTags.ReplaceAllString(text, "\n")
	text = html.UnescapeString(anyTag.ReplaceAllString(text, ""))
	return strings.TrimSpace(text)
}

// sourcesOf reads what the event is known from.
func (f *foreign) sourcesOf(p *eventPlan, e *model.Event, a *arena) *CellError {
	var c model.Citation
	var urls, publishers []string
	for _, i := range p.sources {
		v := f.value(i)
		if v == "" {
			continue
		}
		switch f.columns[i].Means {
		case MeansSources:
			list, wrong := f.own.citations(a.keep(v), nil)
			if wrong != nil {
				return f.wrong(i, wrong.Reason)
			}
			e.Citations = append(e.Citations, list...)
		case MeansPublisher:
			publishers = append(publishers, f.list(i)...)
		case MeansURL:
			urls = append(urls, f.list(i)...)
		case MeansSourceTitle:
			c.Source.Title = a.keep(f.text(i))
		case MeansSourceDate:
			d := f.dates[i].of(v)
			if d.reason != "" {
				return f.wrong(i, d.reason)
			}
			c.Source.Published = d.date
		case MeansQuote:
			c.Quote = a.keep(v)
		case MeansLocator:
			if c.Locator != "" {
				c.Locator += ", "
			}
			c.Locator += f.columns[i].name + " " + v
		}
	}
	for n := range max(len(urls), len(publishers)) {
		one := c
		if n < len(urls) {
			one.Source.URL = a.keep(urls[n])
		}
		switch {
		case n < len(publishers):
			one.Source.Publisher = f.name(publishers[n])
		case len(publishers) == 1:
			one.Source.Publisher = f.name(publishers[0])
		}
		e.Citations = append(e.Citations, one)
	}
	if len(urls)+len(publishers) == 0 && c != (model.Citation{}) {
		e.Citations = append(e.Citations, c)
	}
	return nil
}

// A hasher makes identifiers of contents.
type hasher struct {
	order []int // places in plan.columns, by meaning and name
	text  []byte
}

// identify gives the event its key: that of the key columns or, without them, a
// hash of all that is mapped, which is the same whatever the order of the
// columns and the name of the file.
func (f *foreign) identify(p *eventPlan, number int, e *model.Event, a *arena) *CellError {
	suffix := ""
	if len(f.events) > 1 {
		suffix = "/" + p.template.Name
		if p.template.Name == "" {
			suffix = "/" + strconv.Itoa(number+1)
		}
	}
	key, whole := f.mapping.Namespace, len(f.key) > 0
	for _, i := range f.key {
		v := f.value(i)
		whole = whole && v != ""
		if key != "" {
			key += ":"
		}
		key += v
	}
	if !whole {
		key = f.contentKey()
	}
	e.Key = a.keep(key + suffix)
	if i, ok := p.single[MeansParent]; ok {
		if v := f.value(i); v != "" {
			to := v
			if f.mapping.Namespace != "" {
				to = f.mapping.Namespace + ":" + v
			}
			if to != e.Key {
				e.Links = append(e.Links, model.Link{Kind: model.PartOf, To: to})
			}
		}
	}
	if i, ok := p.single[MeansLinks]; ok {
		f.own.at[columnLinks], f.own.cells = 0, []string{f.value(i)}
		wrong := f.own.readLinks(e, a)
		f.own.at[columnLinks] = -1
		if wrong != nil {
			return f.wrong(i, wrong.Reason)
		}
	}
	return nil
}

func (f *foreign) contentKey() string {
	h := &f.hashed
	if h.order == nil {
		for i := range f.columns {
			if f.columns[i].Means != MeansNothing {
				h.order = append(h.order, i)
			}
		}
		slices.SortFunc(h.order, func(a, b int) int {
			x, y := &f.columns[a], &f.columns[b]
			return strings.Compare(string(x.Means)+"\x00"+plainName(x.name), string(y.Means)+"\x00"+plainName(y.name))
		})
		if len(h.order) == 0 {
			h.order = slices.Clone(f.rest)
		}
	}
	h.text = h.text[:0]
	for _, i := range h.order {
		c := &f.columns[i]
		v := f.value(i)
		if v == "" {
			continue
		}
		h.text = append(append(append(append(h.text, c.Means...), 0), v...), 0)
	}
	sum := sha256.Sum256(h.text)
	return contentPrefix + hex.EncodeToString(sum[:8])
}

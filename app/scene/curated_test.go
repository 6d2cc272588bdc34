package scene_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"chancery/app/scene"
	"chancery/assets"
	"chancery/model"
	"chancery/model/edtf"
)

// An archive is a chronology for tests: columns, and the labels they lack.
type archive struct {
	columns *model.Columns
	labels  map[model.EventID]model.Label
	links   []keyedLink
	keys    map[string]model.EventID
}

type keyedLink struct {
	from model.EventID
	kind model.LinkKind
	to   string
}

func (a *archive) label(id model.EventID) (model.Label, bool) {
	l, ok := a.labels[id]
	return l, ok
}

// linksOf returns the links of an event, from cause to response.
func (a *archive) linksOf(id model.EventID) (cause, response []model.EventID, kinds []model.LinkKind) {
	for _, l := range a.links {
		to := a.keys[l.to]
		if to != 0 && (l.from == id || to == id) {
			cause, response, kinds = append(cause, to), append(response, l.from), append(kinds, l.kind)
		}
	}
	return cause, response, kinds
}

// allLinks returns every link, from cause to response.
func (a *archive) allLinks() []scene.Link {
	var all []scene.Link
	for _, l := range a.links {
		if to := a.keys[l.to]; to != 0 {
			all = append(all, scene.Link{Cause: to, Response: l.from, Kind: l.kind})
		}
	}
	return all
}

// chainOf returns the chain of links that an event is in, forward and back, and
// the events of it.
func (a *archive) chainOf(id model.EventID) (links []scene.Link, chain []model.EventID) {
	all, in := a.allLinks(), map[model.EventID]bool{id: true}
	chain = append(chain, id)
	for _, forward := range [2]bool{true, false} {
		at := []model.EventID{id}
		for len(at) > 0 {
			from := at[0]
			at = at[1:]
			for _, l := range all {
				near, far := l.Cause, l.Response
				if !forward {
					near, far = far, near
				}
				if near != from {
					continue
				}
				links = append(links, l)
				if !in[far] {
					in[far] = true
					chain, at = append(chain, far), append(at, far)
				}
			}
		}
	}
	return links, chain
}

// readCurated reads the curated archive's events.
func readCurated(t testing.TB) *archive {
	t.Helper()
	f, err := assets.Curated.Open("events.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range records[0] {
		at[name] = i
	}
	b := newArchiveBuilder()
	for i, r := range records[1:] {
		kind, err := model.ParseKind(r[at["kind"]])
		if err != nil {
			t.Fatal(err)
		}
		b.add(fact{
			id: model.EventID(i + 1), key: r[at["id"]], title: r[at["title"]], start: r[at["start"]], end: r[at["end"]],
			kind: kind, category: r[at["category"]], collection: r[at["collection"]], actors: r[at["actors"]],
			place: r[at["place"]], links: r[at["links"]],
		})
	}
	return b.done()
}

// A fact is an event as tests write one.
type fact struct {
	id                   model.EventID
	key, title           string
	start, end           string
	kind                 model.Kind
	category, collection string
	actors, place, links string
}

type archiveBuilder struct {
	a       archive
	names   model.Columns
	entries []model.Entry
	at      map[string]uint32
}

func newArchiveBuilder() *archiveBuilder {
	return &archiveBuilder{
		a:     archive{labels: map[model.EventID]model.Label{}, keys: map[string]model.EventID{}},
		names: model.Columns{Categories: model.Categories(), Places: []string{""}, Confidences: []string{""}},
		at:    map[string]uint32{},
	}
}

// index returns the index of a name in a list, which it is added to if new.
func (b *archiveBuilder) index(list, name string, add func() int) uint32 {
	key := list + "|" + name
	i, ok := b.at[key]
	if !ok {
		i = uint32(add())
		b.at[key] = i
	}
	return i
}

func (b *archiveBuilder) add(f fact) {
	date := func(text string) edtf.Date {
		switch text {
		case "":
			return edtf.Date{}
		case "..":
			return edtf.Open
		}
		return edtf.MustParse(text)
	}
	start, end := date(f.start), date(f.end)
	bounds := edtf.Span(start, end)
	category := model.CategoryNamed(f.category)
	e := model.Entry{
		ID: f.id, Start: bounds.EarliestStart, End: bounds.LatestEnd, Form: model.FormOf(f.kind, start, end),
		Category: uint8(b.index("category", category.Key, func() int {
			for i, c := range b.names.Categories {
				if c.Key == category.Key {
					return i
				}
			}
			b.names.Categories = append(b.names.Categories, category)
			return len(b.names.Categories) - 1
		})),
		Collection: uint16(b.index("collection", f.collection, func() int {
			b.names.Collections = append(b.names.Collections, model.Collection{Key: f.collection})
			return len(b.names.Collections) - 1
		})),
		Score: model.NoScore,
	}
	if f.place != "" {
		e.Place = b.index("place", f.place, func() int {
			b.names.Places = append(b.names.Places, f.place)
			return len(b.names.Places) - 1
		})
	}
	for part := range strings.SplitSeq(f.actors, ";") {
		role, name, ok := strings.Cut(part, ":")
		if !ok {
			continue
		}
		r, err := model.ParseRole(role)
		if err != nil {
			panic(err)
		}
		e.Roles = append(e.Roles, r)
		e.Actors = append(e.Actors, b.index("actor", name, func() int {
			b.names.Actors = append(b.names.Actors, model.Actor{Name: name})
			return len(b.names.Actors) - 1
		}))
	}
	for part := range strings.SplitSeq(f.links, ";") {
		if kind, to, ok := strings.Cut(part, ">"); ok {
			k, err := model.ParseLinkKind(kind)
			if err != nil {
				panic(err)
			}
			b.a.links = append(b.a.links, keyedLink{f.id, k, to})
		}
	}
	b.entries = append(b.entries, e)
	b.a.keys[f.key] = f.id
	b.a.labels[f.id] = model.Label{Title: f.title, Start: start, End: end}
}

func (b *archiveBuilder) done() *archive {
	b.a.columns = model.Build(&b.names, b.entries)
	return &b.a
}

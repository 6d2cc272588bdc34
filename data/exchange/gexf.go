package exchange

import (
	"io"

	"chancery/model"
	"chancery/model/edtf"
)

// What edges and nodes of a network say beside who they are, in the order of
// their numbers.
var (
	nodeAttributes = []attribute{{"kind", "string"}, {"country", "string"}, {"code", "string"}, {"parent", "string"}, {"events", "integer"}}
	pairAttributes = []attribute{{"events", "integer"}, {"score", "double"}, {"scored", "integer"}}
	// The date of an event is EDTF: it says how exactly the spell is known.
	eventAttributes = []attribute{
		{"event", "string"}, {"title", "string"}, {"category", "string"}, {"cameo", "string"},
		{"score", "double"}, {"date", "string"}, {"end", "string"},
	}
)

type attribute struct{ title, kind string }

// WriteGEXF writes the actors of events and what ties them as a network that
// changes with time (GEXF 1.3), for Gephi. Actors last from their first event to
// their last; edges have a spell, in whole days, wherever an event lies, without
// an end while it still goes on. Times are dates, or years and their fractions when some day has no year of four
// digits.
func WriteGEXF(w io.Writer, events Events, ties Ties, about About) (Result, error) {
	n, err := newNetwork(events, ties, &about)
	if err != nil {
		return Result{}, err
	}
	g := gexf{newOutput(w), n}
	g.head(ties, &about)
	g.nodes()
	if ties == PairTies {
		g.pairs()
	} else if err := g.events(events); err != nil {
		return n.result, err
	}
	g.text("</graph>\n</gexf>\n")
	return n.result, g.close()
}

type gexf struct {
	output
	*network
}

func (g gexf) head(ties Ties, about *About) {
	format := "date"
	if g.decimal {
		format = "double"
	}
	g.text(`<?xml version="1.0" encoding="UTF-8"?>`, "\n",
		`<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
		` xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">`, "\n")
	g.text(`<meta lastmodifieddate="`, about.Now.UTC().Format("2006-01-02"), `"><creator>Chancery</creator><description>`,
		inXML(oneLine(about.Title)), "</description></meta>\n")
	g.text(`<graph mode="dynamic" defaultedgetype="undirected" timeformat="`, format, `" timerepresentation="interval"`)
	if g.result.Events > 0 {
		g.attribute("start", g.when(g.first))
		g.attribute("end", g.when(g.last))
	}
	g.text(">\n")
	g.attributes("node", nodeAttributes)
	if ties == PairTies {
		g.attributes("edge", pairAttributes)
	} else {
		g.attributes("edge", eventAttributes)
	}
}

func (g gexf) attributes(class string, list []attribute) {
	g.text(`<attributes class="`, class, `" mode="static">`, "\n")
	for i, a := range list {
		g.text(`<attribute id="`, decimal(i), `" title="`, a.title, `" type="`, a.kind, "\"/>\n")
	}
	g.text("</attributes>\n")
}

func (g gexf) nodes() {
	g.text("<nodes>\n")
	for i := range g.actors {
		a := &g.actors[i]
		g.text(`<node id="`, decimal(i), `"`)
		g.attribute("label", oneLine(a.name))
		g.text("><attvalues>")
		for k, value := range a.values() {
			g.value(k, value)
		}
		g.text("</attvalues><spells>")
		g.spell(a.first, a.last)
		g.text("</spells></node>\n")
	}
	g.text("</nodes>\n")
}

// values are what a node says, in the order of nodeAttributes.
func (a *node) values() [5]string {
	values := [5]string{4: decimal(a.events)}
	if about := a.about; about != nil {
		values[0], values[1], values[2], values[3] = about.Kind.String(), about.Country, about.Code, about.Parent
	}
	return values
}

func (g gexf) value(n int, value string) {
	if value == "" {
		return
	}
	g.text(`<attvalue for="`, decimal(n), `"`)
	g.attribute("value", value)
	g.text("/>")
}

func (g gexf) spell(first, last edtf.Instant) {
	g.text(`<spell start="`, g.when(first), `"`)
	if end := g.when(last); end != "" {
		g.attribute("end", end)
	}
	g.text("/>")
}

func (g *gexf) edge(key tieKey, id, weight int) {
	kind := "undirected"
	if key.directed {
		kind = "directed"
	}
	g.text(`<edge id="`, decimal(id), `" source="`, decimal(int(key.from)), `" target="`, decimal(int(key.to)),
		`" type="`, kind, `" weight="`, decimal(weight), `"><attvalues>`)
	g.result.Entries++
}

func (g *gexf) pairs() {
	g.sortSpells()
	g.text("<edges>\n")
	for i := range g.ties {
		t := &g.ties[i]
		g.edge(t.tieKey, i, t.events)
		for k, value := range t.values() {
			g.value(k, value)
		}
		g.text("</attvalues><spells>")
		for _, s := range g.takeSpells(uint32(i)) {
			g.spell(day(s.first), day(s.last))
		}
		g.text("</spells></edge>\n")
	}
	g.text("</edges>\n")
}

// values are what an edge between a pair says, in the order of pairAttributes.
func (t *tie) values() [3]string {
	values := [3]string{decimal(t.events), "", decimal(t.scored)}
	if t.scored > 0 {
		values[1] = number(round6(t.sum / float64(t.scored)))
	}
	return values
}

func (g *gexf) events(events Events) error {
	g.text("<edges>\n")
	err := g.eventTies(events, func(e *model.Event, s stretch, key tieKey) error {
		g.edge(key, g.result.Entries, 1)
		for k, value := range eventValues(e) {
			g.value(k, value)
		}
		first, last := s.days()
		g.text("</attvalues><spells>")
		g.spell(first, lasting(e, last))
		g.text("</spells></edge>\n")
		return nil
	})
	g.text("</edges>\n")
	return err
}

// eventValues are what the edge of an event says, in the order of
// eventAttributes.
func eventValues(e *model.Event) [7]string {
	values := [7]string{e.Key, oneLine(e.Title), categoryName(e), e.CAMEO, "", e.Start.String(), e.End.String()}
	if score, ok := scoreOf(e); ok {
		values[4] = number(score)
	}
	return values
}

package exchange

import (
	"io"

	"chancery/model"
	"chancery/model/edtf"
)

// WriteGraphML writes the actors of events and what ties them as GraphML. It
// holds what WriteGEXF writes; since GraphML knows no time, the first day and
// the last of nodes and edges are data like any other, and a pair says nothing
// of the days between.
func WriteGraphML(w io.Writer, events Events, ties Ties, about About) (Result, error) {
	n, err := newNetwork(events, ties, &about)
	if err != nil {
		return Result{}, err
	}
	g := graphML{newOutput(w), n}
	g.head(ties, &about)
	for i := range g.actors {
		a := &g.actors[i]
		g.text(`<node id="n`, decimal(i), `">`)
		g.data("label", oneLine(a.name))
		for k, value := range a.values() {
			g.data(nodeAttributes[k].title, value)
		}
		g.days("node", a.first, a.last)
		g.text("</node>\n")
	}
	if ties == PairTies {
		g.pairs()
	} else if err := g.events(events); err != nil {
		return n.result, err
	}
	g.text("</graph>\n</graphml>\n")
	return n.result, g.close()
}

type graphML struct {
	output
	*network
}

func (g graphML) head(ties Ties, about *About) {
	g.text(`<?xml version="1.0" encoding="UTF-8"?>`, "\n",
		`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`, "\n")
	days := "string"
	if g.decimal {
		days = "double"
	}
	shared := []attribute{{"start", days}, {"stop", days}}
	g.keys("node", append([]attribute{{"label", "string"}}, nodeAttributes...), "")
	g.keys("node", shared, "node-")
	edges := pairAttributes
	if ties == EventTies {
		edges = eventAttributes
	}
	g.keys("edge", append([]attribute{{"weight", "double"}}, edges...), "edge-")
	g.keys("edge", shared, "edge-")
	g.text(`<graph id="G" edgedefault="undirected">`, "\n")
	if title := oneLine(about.Title); title != "" {
		g.text("<desc>", inXML(title), "</desc>\n")
	}
}

// keys says what data there is. Data of edges and of nodes may share a name, so
// that what begins their ids sets them apart.
func (g graphML) keys(class string, list []attribute, prefix string) {
	for _, a := range list {
		kind := a.kind
		if kind == "integer" {
			kind = "int"
		}
		g.text(`<key id="`, prefix, a.title, `" for="`, class, `" attr.name="`, a.title, `" attr.type="`, kind, "\"/>\n")
	}
}

func (g graphML) data(key, value string) {
	if value != "" {
		g.text(`<data key="`, key, `">`, inXML(value), "</data>")
	}
}

func (g graphML) days(class string, first, last edtf.Instant) {
	g.data(class+"-start", g.when(first))
	g.data(class+"-stop", g.when(last))
}

func (g *graphML) edge(key tieKey, weight int) {
	directed := "false"
	if key.directed {
		directed = "true"
	}
	g.text(`<edge id="e`, decimal(g.result.Entries), `" source="n`, decimal(int(key.from)), `" target="n`, decimal(int(key.to)),
		`" directed="`, directed, `">`)
	g.data("edge-weight", decimal(weight))
	g.result.Entries++
}

func (g *graphML) pairs() {
	g.sortSpells()
	for i := range g.ties {
		t := &g.ties[i]
		g.edge(t.tieKey, t.events)
		for k, value := range t.values() {
			g.data("edge-"+pairAttributes[k].title, value)
		}
		spells := g.takeSpells(uint32(i))
		last := spells[0].last
		for _, s := range spells {
			last = max(last, s.last)
		}
		g.days("edge", day(spells[0].first), day(last))
		g.text("</edge>\n")
	}
}

func (g *graphML) events(events Events) error {
	return g.eventTies(events, func(e *model.Event, s stretch, key tieKey) error {
		g.edge(key, 1)
		for k, value := range eventValues(e) {
			g.data("edge-"+eventAttributes[k].title, value)
		}
		first, last := s.days()
		g.days("edge", first, lasting(e, last))
		g.text("</edge>\n")
		return nil
	})
}

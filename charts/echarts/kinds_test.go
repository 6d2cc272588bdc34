package echarts_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/assets"
	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A scripted is a chart as the page's script reads it.
type scripted struct {
	ID, Kind string
	Names    []string
	Option   struct {
		Series []struct {
			ID    string
			Data  []json.RawMessage
			Links []struct {
				Source, Target int
				Value          float64
				LineStyle      struct{ Color string }
			}
		}
		VisualMap []struct{ Pieces []struct{ Color string } }
	}
	Points map[string][]struct {
		Head  string      `json:"h"`
		Count string      `json:"c"`
		Rows  [][2]string `json:"r"`
		Datum [3]int      `json:"d"`
	}
	More json.RawMessage
}

// A rungs is what the page's script knows of a ladder.
type rungs struct {
	Rungs []struct {
		Bin, From, To, Category int
		Part                    float64
		Rows                    []int
	}
}

func scriptedOf(t *testing.T, page string) []scripted {
	t.Helper()
	var all []scripted
	if err := json.NewDecoder(unpacked(t, page, "chancery-charts")).Decode(&all); err != nil {
		t.Fatal(err)
	}
	return all
}

// An item is a datum of a series, whose values may be one or several.
type item struct {
	values []float64 // NaN for a gap
	colour string
	x, y   float64
	name   string
}

func (c *scripted) items(t *testing.T, series string) []item {
	t.Helper()
	for _, s := range c.Option.Series {
		if s.ID != series {
			continue
		}
		items := make([]item, len(s.Data))
		for i, raw := range s.Data {
			var d struct {
				Name      string
				Value     any
				X, Y      float64
				ItemStyle struct{ Color string }
			}
			if err := json.Unmarshal(raw, &d); err != nil {
				t.Fatal(err)
			}
			items[i] = item{colour: d.ItemStyle.Color, x: d.X, y: d.Y, name: d.Name}
			many, ok := d.Value.([]any)
			if !ok {
				many = []any{d.Value}
			}
			for _, v := range many {
				n, ok := v.(float64)
				if !ok {
					n = math.NaN()
				}
				items[i].values = append(items[i].values, n)
			}
		}
		return items
	}
	t.Fatalf("%s has no series %s", c.ID, series)
	return nil
}

// A sample is a chart that is walked, drawn by the program and on the page.
type sample struct {
	spec  *charts.Spec
	page  *scripted
	hits  *charts.Hits
	drawn *figure.Figure
}

// box returns where the program drew a datum.
func (s *sample) box(t *testing.T, part charts.Part, i, j int) figure.Rect {
	t.Helper()
	r, ok := s.hits.Box(charts.Datum{Part: part, I: i, J: j})
	if !ok {
		t.Fatalf("%s: the program does not draw %d of %d, %d", s.spec.Key, part, i, j)
	}
	return r
}

// fill returns the colour of the rectangle in a box.
func (s *sample) fill(t *testing.T, box figure.Rect) string {
	t.Helper()
	for i := range s.drawn.Shapes {
		if x := &s.drawn.Shapes[i]; x.Kind == figure.KindRect && x.Fill.Token != figure.Hover && box.Contains(x.Rect().Centre()) && x.W > 0 {
			return "--" + x.Fill.Token.String()
		}
	}
	t.Fatalf("%s: nothing is drawn in %v", s.spec.Key, box)
	return ""
}

// A line checks that numbers of the page and measures of the picture lie on one
// straight line.
type line struct {
	pairs [][2]float64
}

func (l *line) add(value float64, measure float32) {
	l.pairs = append(l.pairs, [2]float64{value, float64(measure)})
}

// check wants each measure to be within a tolerance of where the two that are
// furthest apart put it.
func (l *line) check(t *testing.T, what string, tolerance float64) {
	t.Helper()
	if len(l.pairs) == 0 {
		t.Fatalf("%s: there is nothing to compare", what)
	}
	low, high := l.pairs[0], l.pairs[0]
	for _, p := range l.pairs {
		if p[0] < low[0] {
			low = p
		}
		if p[0] > high[0] {
			high = p
		}
	}
	for _, p := range l.pairs {
		want := low[1]
		if high[0] != low[0] {
			want += (p[0] - low[0]) / (high[0] - low[0]) * (high[1] - low[1])
		}
		if math.Abs(p[1]-want) > tolerance {
			t.Errorf("%s: the page has %v, which the program would draw at %v and draws at %v", what, p[0], want, p[1])
		}
	}
}

// walks compare the numbers of each kind on the page with what the program
// draws of them.
var walks = map[charts.Kind]func(t *testing.T, s *sample){
	charts.Stacked: func(t *testing.T, s *sample) {
		if len(s.spec.Marks) > 0 {
			s.walkMarks(t, 0)
			return
		}
		heights := line{}
		heights.add(0, 0)
		for i := range s.spec.Series {
			for b, x := range s.page.items(t, fmt.Sprint("series", i)) {
				if x.values[0] > 0 {
					heights.add(x.values[0], s.box(t, charts.BarPart, i, b).H)
				}
			}
		}
		heights.check(t, "heights of parts", 0.1)
	},
	charts.Scores: func(t *testing.T, s *sample) {
		switch {
		case len(s.spec.Marks) > 0:
			s.walkMarks(t, 2)
		case s.spec.Separate:
			heights := line{}
			for i := 2; i < 4; i++ {
				for b, x := range s.page.items(t, fmt.Sprint("series", i)) {
					if !math.IsNaN(x.values[0]) {
						heights.add(math.Abs(x.values[0]), s.box(t, charts.BarPart, i, b).H)
					}
				}
			}
			heights.check(t, "sums of scores", 1)
		default:
			s.walkMeans(t)
		}
	},
	charts.Mirror: func(t *testing.T, s *sample) {
		heights := line{}
		for i := range 2 {
			for b, x := range s.page.items(t, fmt.Sprint("series", i)) {
				if math.IsNaN(x.values[0]) {
					continue
				}
				box := s.box(t, charts.BarPart, i, b)
				heights.add(math.Abs(x.values[0]), box.H)
				if up := x.values[0] > 0; up != (i == 0) {
					t.Errorf("%v of side %d", x.values[0], i)
				}
				if got := s.fill(t, box); got != x.colour {
					t.Errorf("the page has %s, the program draws %s", x.colour, got)
				}
			}
		}
		heights.check(t, "heights of bars", 1)
	},
	charts.Heat: func(t *testing.T, s *sample) {
		for _, x := range s.page.items(t, "cells") {
			s.walkCell(t, x, s.box(t, charts.CellPart, int(x.values[1]), int(x.values[0])), s.spec.Series[int(x.values[1])].Values[int(x.values[0])])
		}
	},
	charts.Matrix: func(t *testing.T, s *sample) {
		for _, x := range s.page.items(t, "cells") {
			i, j := int(x.values[1]), int(x.values[0])
			if x.values[3] == 0 {
				if _, ok := s.hits.Box(charts.Datum{Part: charts.CellPart, I: i, J: j}); ok {
					t.Errorf("the page has nothing between %d and %d", i, j)
				}
				continue
			}
			s.walkCell(t, x, s.box(t, charts.CellPart, i, j), s.spec.Series[i].Values[j])
		}
	},
	charts.Calendar: func(t *testing.T, s *sample) {
		across, down := line{}, line{}
		for b, x := range s.page.items(t, "cells") {
			box := s.box(t, charts.BinPart, b, 0)
			s.walkCell(t, x, box, s.spec.Series[0].Values[b])
			across.add(x.values[0], box.X)
			if x.values[1] < 8 { // the program leaves less room between years
				down.add(x.values[1], box.Y)
			}
		}
		across.check(t, "columns", 0.1)
		down.check(t, "rows", 0.1)
	},
	charts.Ranking: func(t *testing.T, s *sample) { s.walkBars(t, 0) },
	charts.Shares:  func(t *testing.T, s *sample) { s.walkBars(t, 1) },
	charts.Network: func(t *testing.T, s *sample) {
		for i, x := range s.page.items(t, "nodes") {
			at := s.box(t, charts.NodePart, i, 0).Centre()
			if math.Abs(x.x-float64(at.X)) > 0.1 || math.Abs(x.y-float64(at.Y)) > 0.1 || int(x.values[0]) != s.spec.Nodes[i].Events {
				t.Errorf("%s: %v at %.1f, %.1f; the program draws it at %v", s.spec.Nodes[i].Name, x.values[0], x.x, x.y, at)
			}
		}
		links := s.page.Option.Series[0].Links
		if len(links) != len(s.spec.Edges) {
			t.Fatalf("%d lines, want %d", len(links), len(s.spec.Edges))
		}
		for k, l := range links {
			e := &s.spec.Edges[s.page.Points["edges"][k].Datum[1]]
			if l.Source != e.A || l.Target != e.B || int(l.Value) != e.Events || l.LineStyle.Color != "--"+charts.ScoreToken(e.Scored, e.Mean).String() {
				t.Errorf("line %d is %+v, want that of %+v", k, l, *e)
			}
		}
	},
	charts.Ladder: func(t *testing.T, s *sample) {
		across, down := line{}, line{}
		var ladder rungs
		if err := json.Unmarshal(s.page.More, &ladder); err != nil {
			t.Fatal(err)
		}
		for i, r := range ladder.Rungs {
			at := s.box(t, charts.MarkPart, i, 0)
			// The box of an arrow holds the glyph of who acts.
			across.add(float64(r.Bin)+r.Part, at.Centre().X)
			if r.From == r.To && len(r.Rows) == 1 {
				down.add(float64(r.From), at.Centre().Y)
			}
			m := &s.spec.Marks[i]
			if r.From != m.From || r.To != m.To || r.Category != int(m.Category) {
				t.Errorf("arrow %d is %+v, want %+v", i, r, *m)
			}
		}
		across.check(t, "moments", 5) // an arrow is moved aside by up to 4
		if len(down.pairs) > 0 {
			down.check(t, "rows", 1)
		}
	},
	charts.Waits: func(t *testing.T, s *sample) {
		across := line{}
		dots := s.page.items(t, "dots")
		for k, x := range dots {
			delay := s.page.Points["dots"][k].Datum[1]
			across.add(x.values[0], s.box(t, charts.DelayPart, delay, 0).Centre().X)
			if got, want := math.Copysign(math.Expm1(math.Abs(x.values[0])), x.values[0]), s.spec.Delays[delay].Days; math.Abs(got-want) > 1e-6*math.Abs(want)+1e-6 {
				t.Errorf("a response after %v days, want %v", got, want)
			}
		}
		across.check(t, "days", 0.1)
		for i, x := range s.page.items(t, "boxes") {
			for k, series := range map[int]int{0: 0, 2: 1, 3: 2} {
				if want := charts.Squash(s.spec.Series[series].Values[i]); x.values[k] != want {
					t.Errorf("row %d has %v, want %v", i, x.values[k], want)
				}
			}
		}
	},
}

// walkCell compares a cell: its number and its colour.
func (s *sample) walkCell(t *testing.T, x item, box figure.Rect, want float64) {
	t.Helper()
	if x.values[3] != want {
		t.Errorf("cell %v holds %v, want %v", x.values[:2], x.values[3], want)
	}
	if got, want := s.page.Option.VisualMap[0].Pieces[int(x.values[2])].Color, s.fill(t, box); got != want {
		t.Errorf("cell %v is %s, the program draws %s", x.values[:2], got, want)
	}
}

// walkBars compares lying bars, whose lengths are a series.
func (s *sample) walkBars(t *testing.T, series int) {
	t.Helper()
	lengths := line{}
	lengths.add(0, 0)
	var drawn []*figure.Shape
	for i := range s.drawn.Shapes {
		if x := &s.drawn.Shapes[i]; x.Kind == figure.KindRect && x.H == 12 && x.Radius == 2 {
			drawn = append(drawn, x)
		}
	}
	bars := s.page.items(t, "bars")
	if len(drawn) != len(bars) {
		t.Fatalf("the page has %d bars, the program draws %d", len(bars), len(drawn))
	}
	for i, x := range bars {
		if x.values[0] != s.spec.Series[series].Values[i] {
			t.Errorf("bar %d is %v long, want %v", i, x.values[0], s.spec.Series[series].Values[i])
		}
		lengths.add(x.values[0], drawn[i].W)
		if got := "--" + drawn[i].Fill.Token.String(); got != x.colour {
			t.Errorf("bar %d is %s, the program draws %s", i, x.colour, got)
		}
	}
	lengths.check(t, "lengths of bars", 2)
}

// walkMarks compares events that are drawn one by one, whose value at an index
// is how high they are: a place in a pile, or a score.
func (s *sample) walkMarks(t *testing.T, value int) {
	t.Helper()
	marks, heights := s.page.items(t, "marks"), line{}
	if value == 0 {
		value = 1
	}
	for i, x := range marks {
		heights.add(x.values[value], s.box(t, charts.MarkPart, i, 0).Centre().Y)
		if got := x.values[len(x.values)-1]; int(got) != int(s.spec.Marks[i].Category) {
			t.Errorf("mark %d is of category %v, want %d", i, got, s.spec.Marks[i].Category)
		}
	}
	heights.check(t, "heights of marks", 0.1)
}

// walkMeans compares bars of mean scores: as high, in the same colour and as
// faint, and none where nothing is scored.
func (s *sample) walkMeans(t *testing.T) {
	t.Helper()
	heights, b := line{}, 0
	means := s.page.items(t, "series0")
	for i := range s.drawn.Shapes {
		x := &s.drawn.Shapes[i]
		if x.Kind != figure.KindRect || x.Radius > 0 || x.H < 1 || x.Fill.Token == figure.Surface {
			continue
		}
		for b < len(means) && math.IsNaN(means[b].values[0]) {
			b++
		}
		if b == len(means) {
			t.Fatalf("the page has fewer bars than the program draws")
		}
		heights.add(math.Abs(means[b].values[0]), x.H)
		if got := "--" + x.Fill.Token.String(); got != means[b].colour {
			t.Errorf("bar %d is %s, the program draws %s", b, means[b].colour, got)
		}
		b++
	}
	heights.check(t, "means", 1)
	for i, x := range s.page.items(t, "trend") {
		if mean := s.spec.Series[1]; !math.IsNaN(x.values[0]) && x.values[0] != mean.Values[i] || math.IsNaN(x.values[0]) != charts.Thin(mean.N[i]) {
			t.Errorf("the line is at %v in bin %d, want %v of %d", x.values[0], i, mean.Values[i], mean.N[i])
		}
	}
}

// someEvents are invented events of six actors over three years, each the same
// whenever they are made.
func someEvents(n int) []model.Event {
	r := rand.New(rand.NewPCG(5, 6))
	actors := []string{"Aldoria", "Bravenmark", "Cestria", "Dunholm Union", "Eastmere", "Farrowland"}
	terms := []string{"agreement", "meeting", "sanction", "statement", "military", "rumour"}
	events := make([]model.Event, n)
	for i := range events {
		day := 17_167 + r.IntN(1_000) // since 1970: from 2017 on
		year, month, d := edtf.Instant(day * 86_400).Civil()
		from, to := r.IntN(len(actors)), r.IntN(len(actors)-1)
		if to >= from {
			to++
		}
		events[i] = model.Event{
			ID: model.EventID(i + 1), Key: fmt.Sprint("e", i), Title: fmt.Sprint("Event ", i), Start: edtf.MustParse(fmt.Sprintf("%04d-%02d-%02d", year, month, d)),
			Category: terms[r.IntN(len(terms))], Actors: between(actors[from], actors[to]),
		}
		if r.IntN(3) > 0 {
			events[i].Score = model.Score{Value: float64(r.IntN(161)-80) / 10, Valid: true}
		}
	}
	return events
}

// specsOfEveryKind are charts of all kinds, in all their forms or in those that
// are named.
func specsOfEveryKind(t *testing.T, events []model.Event, forms ...string) []charts.Spec {
	t.Helper()
	d := charts.Data{Columns: columnsOf(events)}
	for i := 1; i+7 < len(events); i += 4 {
		d.Links = append(d.Links, model.Tie{Cause: events[i].ID, Response: events[i+7].ID})
	}
	var specs []charts.Spec
	pair := charts.Subject{Actor: "Aldoria", With: "Bravenmark"}
	for name, o := range map[string]charts.Options{
		"plain":   {Subject: charts.Subject{Actor: "Aldoria"}},
		"all":     {},
		"pair":    {Subject: pair, Unit: charts.Month},
		"shares":  {Subject: pair, Unit: charts.Month, Normalised: true, Separate: true, Shade: charts.ByScore},
		"roles":   {Subject: charts.Subject{Actor: "Aldoria"}, ByRole: true},
		"compare": {Subject: charts.Subject{Actor: "Aldoria"}, Compare: []charts.Subject{{Actor: "Cestria"}}},
		"few":     {Subject: pair, From: edtf.At(2018, 3, 1), To: edtf.At(2018, 7, 1)},
	} {
		if len(forms) > 0 && !slices.Contains(forms, name) {
			continue
		}
		for _, e := range charts.Catalogue() {
			if e.Needs&charts.NeedsPair != 0 && o.Subject.With == "" {
				continue
			}
			s, err := charts.Build(t.Context(), e.Key, d, o)
			if err != nil {
				t.Fatal(err)
			}
			s.Key = name + "-" + s.Key
			for i := range s.Panels {
				s.Panels[i].Key = name + "-" + s.Panels[i].Key
			}
			if s.Empty() {
				continue
			}
			specs = append(specs, s)
		}
	}
	return specs
}

// Every chart that the program draws is on the page with the same numbers: each
// datum says the same in both, and is as high, as long, of the same colour or at
// the same place.
func TestEveryKindHasTheNumbersOfThePicture(t *testing.T) {
	events := someEvents(400)
	specs := specsOfEveryKind(t, events)
	faces, err := figure.NewFaces(figure.Fonts{Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono, BundledOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	drawn := scriptedOf(t, write(t, echarts.Page{Title: "Charts", Specs: specs, Events: events}))
	byID := map[string]*scripted{}
	for i := range drawn {
		byID[drawn[i].ID] = &drawn[i]
	}
	walked := map[charts.Kind]bool{charts.Timeline: true} // see TestMarksAreThoseOfTheTimeline
	walk := func(spec *charts.Spec) {
		t.Run(spec.Key, func(t *testing.T) {
			page := byID["chart-"+spec.Key]
			if page == nil {
				t.Fatal("the page does not have it")
			}
			o := charts.DrawOptions{Faces: faces, Headless: true}
			height := charts.Height(spec, 968, o)
			if spec.Kind == charts.Network {
				height = 480
			}
			s := &sample{spec: spec, page: page, drawn: figure.New(968, height)}
			s.hits = charts.Draw(spec, s.drawn, s.drawn.Bounds(), o)
			said := map[[3]int]charts.Words{}
			for _, points := range page.Points {
				for _, p := range points {
					said[p.Datum] = charts.Words{Head: p.Head, Count: p.Count, Rows: p.Rows}
				}
			}
			for _, d := range s.hits.Data() {
				if d.Part == charts.MorePart {
					continue
				}
				want := spec.Words(d)
				want.Events = nil
				got, ok := said[[3]int{int(d.Part), d.I, d.J}]
				if !ok {
					t.Fatalf("the page does not say %+v", d)
				}
				if len(want.Rows) == 0 {
					want.Rows = nil
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%+v (-program +page):\n%s", d, diff)
				}
			}
			walks[spec.Kind](t, s)
			walked[spec.Kind] = true
		})
	}
	for i := range specs {
		if len(specs[i].Panels) == 0 {
			walk(&specs[i])
		}
		for k := range specs[i].Panels {
			if !specs[i].Panels[k].Empty() {
				walk(&specs[i].Panels[k])
			}
		}
	}
	for _, k := range charts.Kinds() {
		if !walked[k] {
			t.Errorf("no chart of kind %s was walked", k)
		}
	}
}

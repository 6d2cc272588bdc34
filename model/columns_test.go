package model_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

// chronology returns n events of many lengths, some without a start or an end,
// in a few lanes. The same n gives the same events.
func chronology(n int) *model.Columns {
	random := rand.New(rand.NewPCG(uint64(n), 3))
	names := &model.Columns{
		Generation: 7, Categories: model.Categories(),
		Collections: []model.Collection{{Key: "b", Name: "Second letter"}, {Key: "a"}},
		Places:      []string{"", "Seoul", "Tokyo"}, Confidences: []string{"", "high"},
		Actors: []model.Actor{
			{Key: "jp", Name: "Japan"}, {Key: "mofa", Name: "Foreign Ministry", Parent: "jp"},
			{Key: "kono", Name: "Kono", Parent: "mofa"}, {Key: "kr", Name: "South Korea"}, {Name: "Nobody's"},
		},
	}
	const day = 86_400
	entries := make([]model.Entry, n)
	for i := range entries {
		start := edtf.At(1900, 1, 1) + edtf.Instant(random.IntN(40_000))*day
		length := edtf.Instant(1)
		if random.IntN(4) == 0 {
			length = edtf.Instant(random.IntN(3000))
		}
		e := model.Entry{
			ID: model.EventID(n - i), Start: start, End: start + length*day,
			Category: uint8(random.IntN(13)), Collection: uint16(random.IntN(2)), Place: uint32(random.IntN(3)),
			Confidence: uint8(random.IntN(2)), Score: model.NoScore,
		}
		switch random.IntN(40) {
		case 0:
			e.End = edtf.Future
		case 1:
			e.Start = edtf.Past
		case 2:
			e.Start, e.End = edtf.Past, edtf.Future
		}
		for a := range uint32(5) {
			if random.IntN(3) == 0 {
				e.Actors = append(e.Actors, a)
				e.Roles = append(e.Roles, model.Role(random.IntN(3)))
			}
		}
		entries[i] = e
	}
	return model.Build(names, entries)
}

func TestBuildSorts(t *testing.T) {
	c := chronology(3000)
	if c.Len() != 3000 || c.Generation != 7 {
		t.Fatalf("%d events of generation %d", c.Len(), c.Generation)
	}
	for i := 1; i < c.Len(); i++ {
		if c.Start[i] < c.Start[i-1] || c.Start[i] == c.Start[i-1] && c.ID[i] <= c.ID[i-1] {
			t.Fatalf("row %d (%v, %d) comes after row %d (%v, %d)", i, c.Start[i], c.ID[i], i-1, c.Start[i-1], c.ID[i-1])
		}
	}
	actors := 0
	for i := range c.ID {
		a, roles := c.ActorsOf(i)
		if len(a) != len(roles) {
			t.Fatalf("row %d has %d actors and %d roles", i, len(a), len(roles))
		}
		actors += len(a)
	}
	if actors != len(c.Actor) {
		t.Errorf("rows have %d actors, of %d", actors, len(c.Actor))
	}
}

func TestWindowFindsAllThatOverlap(t *testing.T) {
	c := chronology(5000)
	for _, from := range windows() {
		to := from + 86_400*200
		first, last := c.Window(from, to)
		for i := range c.ID {
			if c.Start[i] < to && c.End[i] > from && (i < first || i >= last) {
				t.Fatalf("row %d (%v to %v) overlaps %v to %v but is outside [%d, %d)", i, c.Start[i], c.End[i], from, to, first, last)
			}
		}
	}
}

// windows are moments before, in and after a chronology.
func windows() []edtf.Instant {
	out := []edtf.Instant{edtf.Past + 1, edtf.At(1800, 1, 1), edtf.At(2100, 1, 1), edtf.Future - 86_400*300}
	for y := int64(1898); y < 2014; y += 3 {
		out = append(out, edtf.At(y, 5, 17)+1234)
	}
	return out
}

func TestExtent(t *testing.T) {
	c := chronology(2000)
	from, to, ok := c.Extent(nil)
	if !ok || !from.Finite() || !to.Finite() || from >= to {
		t.Fatalf("extent %v to %v, %v", from, to, ok)
	}
	all := model.NewBitmap(c.Len())
	for i := range c.ID {
		all.Set(i)
	}
	if f, u, k := c.Extent(all); f != from || u != to || k != ok {
		t.Errorf("extent of every row %v to %v, of all %v to %v", f, u, from, to)
	}
	one := model.NewBitmap(c.Len())
	row := slices.IndexFunc(c.Start, func(s edtf.Instant) bool { return s > edtf.At(1950, 1, 1) })
	one.Set(row)
	if from, _, ok := c.Extent(one); !ok || from != c.Start[row] {
		t.Errorf("extent of row %d begins %v, want %v", row, from, c.Start[row])
	}
	if _, _, ok := c.Extent(model.NewBitmap(c.Len())); ok {
		t.Error("nothing has an extent")
	}
	for _, entries := range [][]model.Entry{nil, {{ID: 1, Start: edtf.Past, End: edtf.Future}}} {
		if from, to, ok := model.Build(&model.Columns{}, entries).Extent(nil); ok {
			t.Errorf("%d events without a finite moment have the extent %v to %v", len(entries), from, to)
		}
	}
}

func TestRowsOf(t *testing.T) {
	c := chronology(500)
	wanted := []model.EventID{17, 400, 9999}
	rows := c.RowsOf(wanted)
	if rows.Count() != 2 {
		t.Fatalf("%d rows, want 2", rows.Count())
	}
	for row := range rows.All {
		if !slices.Contains(wanted, c.ID[row]) {
			t.Errorf("row %d is event %d", row, c.ID[row])
		}
		if again, ok := c.RowOf(c.ID[row]); !ok || again != row {
			t.Errorf("RowOf(%d) = %d, %v, want %d", c.ID[row], again, ok, row)
		}
	}
	if _, ok := c.RowOf(9999); ok {
		t.Error("event 9999 has a row")
	}
}

func TestBounds(t *testing.T) {
	span := func(start, end string) (edtf.Bounds, edtf.Bounds) {
		s, e := edtf.MustParse(start), edtf.Open
		if end != ".." {
			e = edtf.MustParse(end)
		}
		want := edtf.Span(s, e)
		c := model.Build(&model.Columns{}, []model.Entry{{
			ID: 1, Start: want.EarliestStart, End: want.LatestEnd, Form: model.FormOf(model.Span, s, e),
		}})
		return c.Bounds(0), want
	}
	for _, d := range [][2]string{
		{"2019-07-04", "2019-08-28"}, {"2019-07", "2019-12"}, {"2016", "2018"}, {"201X", "2020"}, {"18XX", "19XX"},
		{"2019-10", "2020-01"}, {"2019-01", "2019-02"}, {"2019-21", "2019-23"}, {"2019-07-04", ".."},
		{"2019-07-04T09:30", "2019-07-04T10:45"},
	} {
		if got, want := span(d[0], d[1]); got.EarliestStart != want.EarliestStart || got.LatestStart != want.LatestStart || got.LatestEnd != want.LatestEnd {
			t.Errorf("%s/%s: %v, want %v", d[0], d[1], got, want)
		} else if d[1] != ".." && got.EarliestEnd != want.EarliestEnd {
			t.Errorf("%s/%s: earliest end %v, want %v", d[0], d[1], got.EarliestEnd, want.EarliestEnd)
		}
	}
}

func TestBulk(t *testing.T) {
	year := func(y int64) edtf.Instant { return edtf.At(y, 1, 1) }
	even := make([]edtf.Instant, 80)
	crowded := make([]edtf.Instant, 80)
	for i := range even {
		even[i] = year(1900 + int64(i))
		crowded[i] = year(2000) + edtf.Instant(i)*86400
		if i%10 == 0 { // eight of eighty
			crowded[i] = year(1900 + int64(i))
		}
	}
	slices.Sort(crowded)
	tests := []struct {
		name     string
		starts   []edtf.Instant
		from, to edtf.Instant
		ok       bool
	}{
		{"spread evenly", even, 0, 0, false},
		{"few", crowded[40:70], 0, 0, false},
		{"a crowd", crowded, year(2000) + 1*86400, year(2000) + 77*86400, true},
		{"open starts do not count", append(slices.Repeat([]edtf.Instant{edtf.Past}, 80), crowded...), year(2000) + 1*86400, year(2000) + 77*86400, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := &model.Columns{Start: test.starts, End: test.starts, ID: make([]model.EventID, len(test.starts))}
			for i := range c.ID {
				c.ID[i] = model.EventID(i)
			}
			from, to, ok := c.Bulk()
			if ok != test.ok || ok && (from != test.from || to != test.to) {
				t.Errorf("Bulk() = %v, %v, %v, want %v, %v, %v", from, to, ok, test.from, test.to, test.ok)
			}
		})
	}
}

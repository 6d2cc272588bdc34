package scene_test

import (
	"fmt"
	"math/rand/v2"

	"chancery/model"
	"chancery/model/edtf"
)

// generate returns n events over 40 years in 40 lanes by actor and 13 by
// category: bursts and quiet times, points and spans, exact dates and others.
// The same n gives the same events.
func generate(n int) *archive {
	random := rand.New(rand.NewPCG(uint64(n), 7))
	const actors, bursts = 40, 60
	names := model.Columns{
		Categories: model.Categories(), Collections: []model.Collection{{Key: "generated"}},
		Places: []string{""}, Confidences: []string{""},
	}
	for i := range actors {
		names.Actors = append(names.Actors, model.Actor{Name: fmt.Sprintf("Actor %d", i+1)})
	}
	first, last := edtf.At(1979, 1, 1), edtf.At(2019, 1, 1)
	var centres [bursts]float64
	for i := range centres {
		centres[i] = float64(first) + random.Float64()*float64(last-first)
	}
	exact := model.FormOf(model.Point, edtf.MustParse("2001-05-06"), edtf.Date{})
	coarse := model.FormOf(model.Point, edtf.MustParse("2001-05"), edtf.Date{})
	about := model.FormOf(model.Point, edtf.MustParse("2001-05-06~"), edtf.Date{})
	span := model.FormOf(model.Span, edtf.MustParse("2001-05-06"), edtf.MustParse("2001-06-07"))
	entries := make([]model.Entry, n)
	for i := range entries {
		at := float64(first) + random.Float64()*float64(last-first)
		if random.IntN(3) > 0 {
			at = centres[random.IntN(bursts)] + random.NormFloat64()*40*86400
		}
		at = min(max(at, float64(first)), float64(last))
		start := edtf.Instant(at) / 86400 * 86400
		e := &entries[i]
		*e = model.Entry{
			ID: model.EventID(i + 1), Start: start, End: start + 86400, Form: exact,
			Category: uint8(min(int(random.ExpFloat64()*3), 12)), Score: model.NoScore,
			Actors: []uint32{uint32(min(int(random.ExpFloat64()*8), actors-1))}, Roles: []model.Role{model.Initiator},
		}
		if other := uint32(random.IntN(actors)); i%3 == 0 && other != e.Actors[0] {
			e.Actors, e.Roles = append(e.Actors, other), append(e.Roles, model.Target)
		}
		switch random.IntN(20) {
		case 0, 1:
			e.End, e.Form = start+edtf.Instant(random.IntN(90)+2)*86400, span
		case 2:
			y, m, _ := start.Civil()
			e.Start, e.End, e.Form = edtf.At(y, m, 1), edtf.At(y, m+1, 1), coarse
		case 3:
			e.Form = about
		}
	}
	return &archive{columns: model.Build(&names, entries)}
}

// generatedLabel names an event without a store.
func generatedLabel(id model.EventID) (model.Label, bool) {
	return model.Label{Title: fmt.Sprintf("Actor %d meets %d", id%97, id%89), Start: edtf.MustParse("2001-05-06")}, true
}

// plain measures text as if every letter were half as wide as it is high, so
// that tests of layout need no font.
type plain struct{}

func (plain) Measure(text string, size float32, bold bool) float32 {
	n := float32(0)
	for range text {
		n++
	}
	if bold {
		n *= 1.08
	}
	return n * size * 0.53
}

func (p plain) Truncate(text string, size float32, bold bool, width float32) (string, float32) {
	full := p.Measure(text, size, bold)
	if full <= width {
		return text, full
	}
	for i := len(text) - 1; i > 0; i-- {
		if text[i]&0xC0 == 0x80 {
			continue
		}
		if w := p.Measure(text[:i]+"…", size, bold); w <= width {
			return text[:i] + "…", w
		}
	}
	return "", 0
}

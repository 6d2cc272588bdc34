package data

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"chancery/data/tabular"
	"chancery/model"
	"chancery/model/edtf"
)

// A generated table is like the large files that people bring: titles of some
// eighty characters and summaries of three hundred in a vocabulary whose words
// are as unevenly common as those of a language, two or three of two hundred
// actors, a place, a source. One row in twenty is in Japanese or Korean.
const (
	tableActors     = 200
	tablePlaces     = 2000
	tablePublishers = 2000
	tableWords      = 60_000
	tableYears      = 75
	tableFrom       = 1946
	tableTitle      = 80  // bytes
	tableSummary    = 300 // bytes
)

// GenerateTable writes a table of n invented events in our own format, for
// measuring imports. The rows are numbered on from first, so that tables of
// disjoint ranges have no event in common; the same range gives the same rows.
func GenerateTable(ctx context.Context, w io.Writer, first, n int, progress func(done, total int64)) error {
	table, err := tabular.NewEventWriter(w, tabular.Extras{}, tabular.Raw)
	if err != nil {
		return err
	}
	g := newTableGenerator(first)
	for i := range n {
		e := g.event(first + i)
		if err := table.Write(&e); err != nil {
			return err
		}
		if i%generatedInTurns == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if progress != nil {
				progress(int64(i), int64(n))
			}
		}
	}
	return table.Flush()
}

type tableGenerator struct {
	rand  *rand.Rand
	rank  *rand.Zipf
	words []string
}

func newTableGenerator(first int) *tableGenerator {
	g := &tableGenerator{words: make([]string, tableWords)}
	// The vocabulary is the same for every range.
	spelling := rand.New(rand.NewPCG(20261123, tableWords))
	for i := range g.words {
		var word strings.Builder
		for range 1 + spelling.IntN(3) + min(i/2000, 1) {
			word.WriteString(syllables[spelling.IntN(len(syllables))])
		}
		g.words[i] = word.String()
	}
	g.rand = rand.New(rand.NewPCG(20261123, uint64(first)))
	g.rank = rand.NewZipf(g.rand, 1.1, 8, tableWords-1)
	return g
}

func (g *tableGenerator) event(i int) model.Event {
	r := g.rand
	start := edtf.At(tableFrom, 1, 1) + edtf.Instant(r.IntN(tableYears*365))*86400
	e := model.Event{
		// As mixed up as the ids of real files, and still different for every i.
		Key:        fmt.Sprintf("t%08x", uint32(i)*2654435761),
		Collection: fmt.Sprintf("table-%d", 1+r.IntN(12)),
		Title:      g.sentence(tableTitle),
		Summary:    g.sentence(tableSummary),
		Start:      model.DayOf(start),
		Category:   model.Categories()[r.IntN(len(model.Categories()))].Key,
		Place:      model.Place{Name: fmt.Sprintf("Town %d", 1+r.IntN(tablePlaces)), Lat: float64(r.IntN(1801)-900) / 10, Lon: float64(r.IntN(3601)-1800) / 10, HasPoint: true},
		Citations:  []model.Citation{{Source: model.Source{Publisher: fmt.Sprintf("Agency %d", 1+r.IntN(tablePublishers))}}},
		Confidence: "general-high",
	}
	for k := range 2 + r.IntN(2) {
		role := [...]model.Role{model.Initiator, model.Target, model.Participant}[k]
		e.Actors = append(e.Actors, model.Participation{Actor: fmt.Sprintf("State %d", 1+r.IntN(tableActors)), Role: role})
	}
	if r.IntN(20) == 0 {
		e.Title = [...]string{"日本と大韓民国の首脳会談 ", "정상회담 합의문 발표 "}[r.IntN(2)] + e.Title[:tableTitle/2]
	}
	if r.IntN(100) < 15 {
		e.Kind = model.Span
		e.End = model.DayOf(start + edtf.Instant(1+r.ExpFloat64()*60)*86400)
	}
	return e
}

// sentence returns words of together a little more than size bytes.
func (g *tableGenerator) sentence(size int) string {
	var text strings.Builder
	for text.Len() < size {
		word := g.words[g.rank.Uint64()]
		if text.Len() == 0 {
			text.WriteString(strings.ToUpper(word[:1]) + word[1:])
			continue
		}
		text.WriteByte(' ')
		text.WriteString(word)
	}
	return text.String()
}

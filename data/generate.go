package data

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// What generated events are made from: invented states, so that nobody takes
// them for real ones, over forty years with sixty crises in them.
const (
	generatedActors  = 40
	generatedYears   = 40
	generatedCrises  = 60
	generatedFrom    = 1985
	generatedPlaces  = 120
	generatedInTurns = 4096 // events from one check for cancelling to the next
)

// Generate makes a new archive of n invented events, for measuring: points and
// spans, most of them clustered in crises, over forty years and forty actors.
// The same n gives the same events. An archive that cannot be finished is
// removed.
func Generate(ctx context.Context, path string, n int, progress func(done, total int64)) error {
	a, err := store.Create(ctx, path)
	if err != nil {
		return err
	}
	err = generate(ctx, a, n, progress)
	if err == nil {
		err = a.Index(ctx, 0, progress)
	}
	err = errors.Join(err, a.Close())
	if err != nil {
		err = errors.Join(err, os.Remove(path), os.RemoveAll(path+store.IndexSuffix))
	}
	return err
}

func generate(ctx context.Context, a *store.Archive, n int, progress func(done, total int64)) error {
	batch, err := a.Begin(ctx, fmt.Sprintf("Generate %d events", n))
	if err != nil {
		return err
	}
	defer batch.Rollback() // does nothing after Commit
	g := newGenerator(n)
	for _, actor := range g.actors {
		if _, err := batch.PutActor(ctx, &actor); err != nil {
			return err
		}
	}
	if err := batch.Found(ctx); err != nil {
		return err
	}
	batch.Expect(n)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	done := 0
	for events := range g.turns(ctx, n) {
		_, errs := batch.PutDigested(ctx, events)
		for _, err := range errs {
			if err != nil {
				return err
			}
		}
		if done += len(errs); progress != nil {
			progress(int64(done), int64(n))
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return batch.Commit(ctx)
}

// turns makes n events while those before them are put into an archive, until ctx
// ends it.
func (g *generator) turns(ctx context.Context, n int) <-chan *store.Digested {
	turns := make(chan *store.Digested, 4)
	go func() {
		defer close(turns)
		for from := 0; from < n; from += turnEvents {
			events := make([]model.Event, min(turnEvents, n-from))
			for i := range events {
				events[i] = g.event(from + i)
			}
			select {
			case turns <- store.Digest(events):
			case <-ctx.Done():
				return
			}
		}
	}()
	return turns
}

// A crisis is a stretch in which many events happen, between few actors.
type crisis struct {
	middle, spread float64 // days since the first
	actors         [3]int
}

type generator struct {
	rand   *rand.Rand
	actors []model.Actor
	crises []crisis
}

var (
	syllables = []string{"al", "bra", "ces", "dun", "eas", "far", "gal", "har", "is", "jor", "kel", "lor", "mer", "nor", "os", "pel", "quen", "ros", "sel", "tor"}
	acts      = []string{"opens talks with", "recalls its ambassador from", "signs a protocol with", "rejects the note of", "visits", "imposes export controls on", "holds an exercise near", "files a complaint against", "ratifies its treaty with", "condemns", "offers mediation to", "renews its pact with"}
	matters   = []string{"the grain corridor", "fishing rights", "the border commission", "intelligence sharing", "customs duties", "the river dams", "prisoner exchange", "airspace", "missile tests", "court rulings", "overflight rights", "sanctions relief"}
	manners   = []string{"after a night of talks", "without conditions", "for the second time this year", "against the advice of its allies", "a week before expiry", "at the request of the council", "in a joint statement", "behind closed doors"}
)

func newGenerator(n int) *generator {
	g := &generator{rand: rand.New(rand.NewPCG(20261123, uint64(n)))}
	for i := range generatedActors {
		name := syllables[i%20] + syllables[(i*7+3)%20] + []string{"ia", "land"}[i/20]
		name = string(name[0]-'a'+'A') + name[1:]
		g.actors = append(g.actors, model.Actor{Key: fmt.Sprintf("g%02d", i), Name: name, Kind: model.State})
	}
	for range generatedCrises {
		g.crises = append(g.crises, crisis{
			middle: g.rand.Float64() * generatedYears * 365, spread: 20 + g.rand.ExpFloat64()*120,
			actors: [3]int{g.rand.IntN(generatedActors), g.rand.IntN(generatedActors), g.rand.IntN(generatedActors)},
		})
	}
	return g
}

func (g *generator) event(i int) model.Event {
	r := g.rand
	day := r.Float64() * generatedYears * 365
	source, target := r.IntN(generatedActors), r.IntN(generatedActors)
	if r.IntN(10) < 6 {
		c := &g.crises[r.IntN(len(g.crises))]
		day = c.middle + r.NormFloat64()*c.spread
		source, target = c.actors[r.IntN(3)], c.actors[r.IntN(3)]
	}
	if source == target {
		target = (source + 1) % generatedActors
	}
	day = min(max(day, 0), generatedYears*365)
	category := model.Categories()[r.IntN(len(model.Categories()))]
	start := edtf.At(generatedFrom, 1, 1) + edtf.Instant(day)*86400
	e := model.Event{
		Key:        fmt.Sprintf("g%d", i),
		Collection: fmt.Sprintf("generated-%d", 1+r.IntN(12)),
		Title: fmt.Sprintf("%s %s %s over %s %s", g.actors[source].Name, acts[r.IntN(len(acts))],
			g.actors[target].Name, matters[r.IntN(len(matters))], manners[r.IntN(len(manners))]),
		Start:    model.DayOf(start),
		Category: category.Key,
		Score:    model.Score{Value: float64(r.IntN(201)-100) / 10, Valid: true},
		Place:    model.Place{Name: fmt.Sprintf("Town %d", 1+r.IntN(generatedPlaces))},
		Actors: []model.Participation{
			{Actor: g.actors[source].Name, Role: model.Initiator},
			{Actor: g.actors[target].Name, Role: model.Target},
		},
	}
	if r.IntN(100) < 35 {
		e.Kind = model.Span
		e.End = model.DayOf(start + edtf.Instant(1+r.ExpFloat64()*60)*86400)
	}
	return e
}

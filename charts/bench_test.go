package charts_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// millionEvents are 1,000,000 events over forty years and 5,000 actors, of whom
// the busiest takes part in one event in six.
var millionEvents = sync.OnceValue(func() charts.Data { return manyEvents(1_000_000, 5_000) })

func manyEvents(n, actors int) charts.Data {
	r := rand.New(rand.NewPCG(4, 2))
	names := &model.Columns{
		Categories: model.Categories(), Collections: []model.Collection{{}}, Places: []string{""}, Confidences: []string{""},
	}
	for i := range actors {
		names.Actors = append(names.Actors, model.Actor{Key: fmt.Sprintf("k%d", i), Name: fmt.Sprintf("Actor %d", i)})
		if i >= 200 && i%4 == 0 {
			names.Actors[i].Parent = fmt.Sprintf("k%d", i%200)
		}
	}
	zipf := rand.NewZipf(r, 1.1, 4, uint64(actors-1))
	entries := make([]model.Entry, n)
	for i := range entries {
		start := edtf.At(1985, 1, 1) + edtf.Instant(r.Int64N(40*365))*86_400
		e := model.Entry{
			ID: model.EventID(i + 1), Start: start, End: start + 86_400, Form: model.Form(edtf.Day),
			Category: uint8(r.IntN(13)), Score: int8(r.IntN(201) - 100),
			Actors: []uint32{uint32(zipf.Uint64()), uint32(zipf.Uint64())}, Roles: []model.Role{model.Initiator, model.Target},
		}
		if i%10 == 0 {
			e.Actors, e.Roles = append(e.Actors, uint32(zipf.Uint64())), append(e.Roles, model.Mediator)
		}
		entries[i] = e
	}
	d := charts.Data{Columns: model.Build(names, entries)}
	for i := 10; i < n; i += 20 {
		d.Links = append(d.Links, model.Tie{Cause: model.EventID(i - 9), Response: model.EventID(i)})
	}
	return d
}

// BenchmarkActorCharts1M makes every chart of the busiest of 5,000 actors among
// a million events, as a click on it does, once the index of actors is there.
func BenchmarkActorCharts1M(b *testing.B) {
	d := millionEvents()
	d.Index = d.Columns.IndexActors()
	for _, rollUp := range []bool{false, true} {
		b.Run(fmt.Sprintf("all/rolled=%v", rollUp), func(b *testing.B) {
			var keys []string
			for _, e := range charts.Catalogue() {
				if e.Needs&charts.NeedsPair == 0 {
					keys = append(keys, e.Key)
				}
			}
			benchmarkCharts(b, d, keys, rollUp)
		})
	}
	for _, e := range charts.Catalogue() {
		if e.Needs&charts.NeedsPair == 0 {
			b.Run(e.Key, func(b *testing.B) { benchmarkCharts(b, d, []string{e.Key}, false) })
		}
	}
}

// BenchmarkEveryonesCharts1M makes the charts that are about no actor.
func BenchmarkEveryonesCharts1M(b *testing.B) {
	d := millionEvents()
	d.Index = d.Columns.IndexActors()
	for _, e := range charts.Catalogue() {
		if e.Needs&charts.NeedsPair != 0 {
			continue
		}
		b.Run(e.Key, func(b *testing.B) {
			for b.Loop() {
				if _, err := charts.Build(b.Context(), e.Key, d, charts.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchmarkCharts(b *testing.B, d charts.Data, keys []string, rollUp bool) {
	o := charts.Options{Subject: charts.Subject{Actor: "Actor 0"}, RollUp: rollUp}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := charts.BuildAll(b.Context(), keys, d, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkIndexActors1M(b *testing.B) {
	c := millionEvents().Columns
	b.ReportAllocs()
	for b.Loop() {
		c.IndexActors()
	}
}

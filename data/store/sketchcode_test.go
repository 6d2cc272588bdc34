package store

import (
	"math/rand/v2"
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

// smallSketch is a sketch with something of everything.
func smallSketch() *model.Sketch {
	short := model.Build(&model.Columns{Categories: model.Categories()}, []model.Entry{
		{ID: 7, Start: 86_400, End: 2 * 86_400, Category: 3, Actors: []uint32{1, 2}, Roles: []model.Role{model.Initiator, model.Target}},
		{ID: 9, Start: edtf.Past, End: edtf.Future, Form: model.DeadlineForm},
	})
	cells := model.Cells{Origin: -86_400, Length: 86_400, Past: 2, Counts: []uint32{0, 70_000, 3}}
	return &model.Sketch{
		Grouping: model.ByActor, Events: 70_007, From: -1, To: 99, All: cells, Deadlines: []edtf.Instant{5, 6},
		Lanes: []model.LaneSketch{
			{Key: "a", Name: "Ä", Category: 4, Actors: [2]uint32{1, 2}, Cells: cells, Timed: true},
			{Key: "b", Rows: []uint32{0, 1}},
		},
		Short: short,
	}
}

// TestDamagedSketchesDoNoHarm reads sketches that end early or have bits changed,
// as none with a right checksum does.
func TestDamagedSketchesDoNoHarm(t *testing.T) {
	categories := model.Categories()
	data := encodeSketch(smallSketch())
	if decodeSketch(data, categories) == nil {
		t.Fatal("a whole sketch is not read")
	}
	for n := range data {
		if decodeSketch(data[:n], categories) != nil {
			t.Fatalf("%d of %d bytes are read as a sketch", n, len(data))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		damaged := append([]byte(nil), data...)
		for range 1 + random.IntN(3) {
			damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
		}
		if s := decodeSketch(damaged, categories); s != nil {
			s.Unfold()
		}
	}
	if decodeSketch(data, append(categories, model.Category{Key: "mine"})) != nil {
		t.Error("a sketch for other categories is read")
	}
}

package model_test

import (
	"slices"
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

// bodies are a state with a ministry and a minister, another state, and two
// bodies that name each other as their parent.
var bodies = []model.Actor{
	{Key: "a", Name: "Aldoria"}, {Key: "am", Name: "Ministry", Parent: "a"}, {Key: "amx", Name: "Minister", Parent: "am"},
	{Key: "b", Name: "Bravenmark", Parent: "nowhere"},
	{Key: "x", Name: "Xanadu", Parent: "y"}, {Key: "y", Name: "Yonder", Parent: "x"},
}

func eventAt(id int, day int, actors ...uint32) model.Entry {
	start := edtf.At(2019, 1, 1) + edtf.Instant(day*86_400)
	return model.Entry{ID: model.EventID(id), Start: start, End: start + 86_400, Actors: actors, Roles: make([]model.Role, len(actors))}
}

func TestActorTreeCountsEachEventOnce(t *testing.T) {
	undated := eventAt(4, 0, 3)
	undated.Start = edtf.Past
	c := model.Build(&model.Columns{Actors: bodies}, []model.Entry{
		eventAt(1, 0, 0, 1, 2, 2), // the state, its ministry and, in two roles, its minister
		eventAt(2, 120, 2, 3),
		eventAt(3, 240, 1),
		undated,
	})
	tree := c.ActorTree(nil)
	own, all := [6]int{}, [6]int{}
	for i, n := range tree.Nodes {
		own[i], all[i] = n.Own, n.All
	}
	if want := [6]int{1, 2, 2, 2, 0, 0}; own != want {
		t.Errorf("own events %v, want %v", own, want)
	}
	if want := [6]int{3, 3, 2, 2, 0, 0}; all != want {
		t.Errorf("events with those below %v, want %v", all, want)
	}
	if got := tree.Nodes[0].Spark; got[0] != 1 || got[11] != 1 || got[23] != 1 {
		t.Errorf("Aldoria along time: %v", got)
	}
	if got := tree.Nodes[3].Spark; got[11] != 1 || sum(got[:]) != 1 {
		t.Errorf("an event without a beginning is counted along time: %v", got)
	}
	if got := tree.Bodies(0); got != 2 {
		t.Errorf("%d bodies of Aldoria, want 2", got)
	}
	if !tree.Under(2, 0) || tree.Under(0, 2) || tree.Under(3, 0) {
		t.Error("the minister is under Aldoria, and nobody else is")
	}
}

func TestActorTreeHasEveryActorOnce(t *testing.T) {
	c := model.Build(&model.Columns{Actors: bodies}, []model.Entry{eventAt(1, 0, 4), eventAt(2, 1, 5), eventAt(3, 2, 3)})
	tree := c.ActorTree(nil)
	var met []uint32
	var walk func([]uint32)
	walk = func(actors []uint32) {
		for _, a := range actors {
			met = append(met, a)
			walk(tree.Nodes[a].Children)
		}
	}
	walk(tree.Roots)
	slices.Sort(met)
	if !slices.Equal(met, []uint32{0, 1, 2, 3, 4, 5}) {
		t.Errorf("met %v", met)
	}
}

func TestActorTreeOfKeptRows(t *testing.T) {
	c := model.Build(&model.Columns{Actors: bodies}, []model.Entry{eventAt(1, 0, 0), eventAt(2, 10, 3), eventAt(3, 20, 3)})
	keep := model.NewBitmap(c.Len())
	keep.Set(1)
	tree := c.ActorTree(keep)
	if tree.Nodes[0].All != 0 || tree.Nodes[3].All != 1 {
		t.Errorf("%d and %d events", tree.Nodes[0].All, tree.Nodes[3].All)
	}
	if tree.Roots[0] != 3 {
		t.Errorf("%s is first", c.Actors[tree.Roots[0]].Name)
	}
	if empty := c.ActorTree(model.NewBitmap(c.Len())); empty.From != 0 || empty.To != 0 {
		t.Errorf("nothing begins between %v and %v", empty.From, empty.To)
	}
}

func sum(counts []uint32) (n uint32) {
	for _, c := range counts {
		n += c
	}
	return n
}

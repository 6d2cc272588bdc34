package app

import (
	"fmt"
	"maps"
	"testing"

	"chancery/app/scene"
	"chancery/model"
)

// rows returns on which row of which lane each mark in view is.
func (b *bench) rows() map[string]int {
	b.settle()
	lanes := b.Workspace.Lanes().Lanes
	rows := map[string]int{}
	for _, m := range b.timeline.current().Marks {
		if m.Kind != scene.DotMark {
			rows[fmt.Sprint(lanes[m.Lane].Key, "/", m.ID)] = m.Line
		}
	}
	return rows
}

// Where marks are follows from the events, the view and the lanes, and not from
// what was looked at before or from when their titles arrived.
func TestRowsDoNotDependOnWhatWasShownBefore(t *testing.T) {
	for _, by := range model.Groupings() {
		t.Run(by.String(), func(t *testing.T) {
			b := newBench(t)
			b.Workspace.SetGrouping(by)
			first := b.rows()
			if len(first) < 20 {
				t.Fatalf("%d marks in view", len(first))
			}
			c := b.Workspace.Columns()
			b.Workspace.SetFilter(model.Filter{Categories: []string{c.Categories[c.Category[0]].Key}})
			if maps.Equal(b.rows(), first) {
				t.Fatal("the filter changes nothing")
			}
			b.Workspace.SetFilter(model.Filter{})
			again := b.rows()
			moved := 0
			for key, line := range first {
				if at, ok := again[key]; !ok || at != line {
					moved++
				}
			}
			if moved > 0 || len(again) != len(first) {
				t.Errorf("%d of %d marks moved, there are now %d", moved, len(first), len(again))
			}
		})
	}
}

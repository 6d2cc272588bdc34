//go:build window

package windowtest

import (
	"image"
	"testing"
)

// Add filter, Categories, "Statement": the marks of other categories go, and come
// back with Clear filters.
func TestFiltersByCategory(t *testing.T) {
	w, _, _ := open(t)
	before := w.settled()
	if _, ok := before.find(agreementColour, wholePlot); !ok {
		t.Fatal("no agreement in the plot to filter out")
	}

	w.changes(wholeWindow, func() { w.click(image.Pt(57, 91)) })   // Add filter
	w.changes(wholeWindow, func() { w.click(image.Pt(60, 160)) })  // Categories…
	w.changes(wholeWindow, func() { w.write("statement") })        // its search has the keyboard
	w.changes(wholeWindow, func() { w.click(image.Pt(506, 281)) }) // the one line left
	w.pressMain()

	filtered := w.settled()
	if at, ok := filtered.find(agreementColour, wholePlot); ok {
		t.Errorf("an agreement is still at %v", at)
	}
	if _, ok := filtered.find(statementColour, wholePlot); !ok {
		t.Error("no statement is left")
	}
	if filtered.changed(before, headerArea) == 0 {
		t.Error("the lane headers still count what is filtered out")
	}

	w.changes(wholePlot, func() { w.click(image.Pt(1392, 94)) }) // Clear filters
	cleared := w.settled()
	if _, ok := cleared.find(agreementColour, wholePlot); !ok {
		t.Error("the agreements have not come back")
	}
	if share := cleared.changed(before, headerArea); share > 0 {
		t.Errorf("without filters %.1f %% of the lane headers, with their counts, differ from before them", 100*share)
	}
	w.close()
}

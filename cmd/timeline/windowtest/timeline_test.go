//go:build window

package windowtest

import (
	"image"
	"image/color"
	"testing"
)

// Colours of the light theme, from the design.
var (
	plotColour      = color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}
	hitColour       = color.RGBA{0xFF, 0xE2, 0x8A, 0xFF} // the plate of a search match
	agreementColour = color.RGBA{0x2A, 0x54, 0xA7, 0xFF} // the categories' glyphs
	statementColour = color.RGBA{0x47, 0x4E, 0x56, 0xFF}
	visitColour     = color.RGBA{0x1C, 0x6A, 0x7C, 0xFF}
)

// Places in the plot: its middle, and, as the curated archive opens, the autumn of
// 2019, in which most of its events lie.
var (
	middle = plotArea.Min.Add(plotArea.Size().Div(2))
	crisis = image.Pt(673, 400)
)

// The keys 0 and F show everything, whatever was done to the view before.
func TestWheelZoomsAndZeroFits(t *testing.T) {
	w, _, _ := open(t)
	fitted := w.changes(axisArea, func() { w.key("0") })
	zoomed := w.changes(axisArea, func() { w.wheel(middle, 6) })
	if zoomed.changed(fitted, plotArea) == 0 {
		t.Error("the wheel changed the axis and not the plot")
	}
	nearer := w.changes(axisArea, func() { w.wheel(middle, 3) })
	back := w.changes(axisArea, func() { w.wheel(middle, -3) })
	if share := back.changed(zoomed, axisArea); share > 0 {
		t.Errorf("zooming in and out by the same notches leaves %.1f %% of the axis different", 100*share)
	}
	if nearer.changed(zoomed, axisArea) == 0 {
		t.Error("the second turn of the wheel changed nothing")
	}
	again := w.changes(axisArea, func() { w.key("0") })
	if share := again.changed(fitted, axisArea); share > 0 {
		t.Errorf("after 0, %.1f %% of the axis differs from what 0 showed before", 100*share)
	}
}

func TestDragPans(t *testing.T) {
	w, _, _ := open(t)
	w.changes(axisArea, func() { w.key("0") })
	w.changes(axisArea, func() { w.wheel(middle, 6) })
	before := w.settled()
	from := emptyPlace(t, before)
	to := from.Add(image.Pt(-120, 0))
	panned := w.changes(axisArea, func() { w.drag(from, to) })

	// What was 120 dp to the right is now here: the axis has moved with the hand.
	part := axisArea
	part.Min.X += 20
	part.Max.X -= 140
	if share := panned.moved(before, image.Pt(120, 0), part); share > 0.03 {
		t.Errorf("after a drag by 120 dp, %.1f %% of the axis is not what was 120 dp to the right", 100*share)
	}
}

// emptyPlace finds a square of the plot without a mark, a label or a line.
func emptyPlace(t *testing.T, p picture) image.Point {
	t.Helper()
	const side = 24
	for y := plotArea.Min.Y; y+side < plotArea.Max.Y; y += side {
		for x := middle.X; x+side < plotArea.Max.X; x += side {
			square := image.Rect(x, y, x+side, y+side)
			if p.colours(square, 2) == 1 && p.RGBAAt(x, y) == plotColour {
				return image.Pt(x+side/2, y+side/2)
			}
		}
	}
	t.Fatal("no empty place in the plot to drag by")
	return image.Point{}
}

func TestClickSelects(t *testing.T) {
	w, _, _ := open(t)
	before := w.changes(axisArea, func() { w.wheel(crisis, 30) })
	mark, ok := before.find(visitColour, wholePlot)
	if !ok {
		t.Fatal("no visit's glyph in the plot")
	}
	selected := w.changes(detailsArea, func() { w.click(mark.Add(image.Pt(3, 2))) })
	if share := selected.changed(before, detailsArea); share < 0.005 {
		t.Errorf("%.2f %% of the details panel changed, want its text", 100*share)
	}
	w.changes(detailsArea, func() { w.key("Escape") })
}

func TestSearchMarksMatches(t *testing.T) {
	w, _, _ := open(t)
	zoomed := w.changes(axisArea, func() { w.wheel(crisis, 24) })
	if at, ok := zoomed.find(hitColour, wholePlot); ok {
		t.Fatalf("a match is marked at %v before anything is searched", at)
	}
	marked := func() bool {
		_, ok := w.settled().find(hitColour, wholePlot)
		return ok
	}

	// Where marks crowd, only the current match is sure to have its words.
	w.key("ctrl+f")
	w.changes(wholeWindow, func() { w.write("Esper") })
	w.changes(wholeWindow, func() { w.key("F3") })
	until(t, "a match is marked in the plot", marked)
	// The next match may hold the word in its actors alone: what changes is the
	// event that the panel shows.
	w.changes(detailsArea, func() { w.key("F3") })

	w.key("ctrl+f")
	w.key("ctrl+a")
	w.write("zzzz")
	until(t, "no match is marked any more", func() bool { return !marked() })
	w.close()
}

// With Alt the wheel scrolls lanes. Letting the key go then does not open the
// menu bar, as it does when nothing was done with it.
func TestAltWheelLeavesTheMenuShut(t *testing.T) {
	w, _, _ := open(t)
	w.point(crisis)
	w.do("keydown", "alt")
	scrolled := w.changes(headerArea, func() { w.wheel(crisis, -3) })
	w.do("keyup", "alt")
	if share := w.settled().changed(scrolled, wholeWindow); share > 0 {
		t.Errorf("letting Alt go changed %.1f %% of the window", 100*share)
	}
	w.changes(wholeWindow, func() { w.key("alt") })
	w.close()
}

// With Alt a drag moves an event in time, which can be undone, and letting the key
// go leaves the menu bar shut too.
func TestAltDragMovesAnEvent(t *testing.T) {
	w, _, _ := open(t)
	visit := func(in image.Rectangle) image.Point {
		t.Helper()
		at, ok := w.settled().find(visitColour, in)
		if !ok {
			t.Fatal("no visit's glyph in the plot")
		}
		return at.Add(image.Pt(3, 2))
	}
	w.changes(axisArea, func() { w.wheel(crisis, 30) })
	w.changes(detailsArea, func() { w.click(visit(wholePlot)) })
	from := visit(plotArea) // the panel has taken room from the plot
	w.do("keydown", "alt")
	moved := w.changes(detailsArea, func() { w.drag(from, from.Add(image.Pt(-60, 0))) })
	w.do("keyup", "alt")
	menu := image.Rect(0, 28, 240, 400)
	if share := w.settled().changed(moved, menu); share > 0 {
		t.Errorf("letting Alt go changed %.1f %% of where the File menu opens", 100*share)
	}
	w.changes(detailsArea, func() { w.key("ctrl+z") })
	w.close()
}

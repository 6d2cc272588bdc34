package app

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"chancery/charts/figure"
)

// actorLines are the lines of a list of actors: Right and Left unfold and fold
// the one at hand.
type actorLines struct {
	walkList
	of *ActorList
}

func newActorLines(of *ActorList, painter *figure.Painter) *actorLines {
	l := &actorLines{of: of}
	l.start(l, func() int { return len(of.lines) }, func() fyne.CanvasObject { return newActorLine(painter, of) },
		func(i int, o fyne.CanvasObject, at bool) {
			if i < len(of.lines) {
				o.(*actorLine).set(i, of.lines[i], at)
			}
		})
	l.OnChoose = func(i int) { of.choose(of.lines[i].actor) }
	return l
}

// TypedKey walks, folds and chooses.
func (l *actorLines) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyLeft && e.Name != fyne.KeyRight {
		l.walkList.TypedKey(e)
		return
	}
	if l.at < len(l.of.lines) && (l.of.lines[l.at].fold == folded) == (e.Name == fyne.KeyRight) {
		l.of.turn(l.at)
	}
}

// sortFlat puts the busiest first.
func (l *ActorList) sortFlat() {
	slices.SortFunc(l.lines, func(a, b listedActor) int {
		return cmp.Or(
			cmp.Compare(l.tree.Nodes[b.actor].All, l.tree.Nodes[a.actor].All),
			cmp.Compare(l.columns.Actors[a.actor].Name, l.columns.Actors[b.actor].Name),
		)
	})
}

package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// partsGap stands between what is said of one thing.
const partsGap = " · "

// listWidth is that of the list of actors, in dp at 100 %.
const listWidth = 296

// An actorsView shows who takes part in the kept events: a list of actors, and
// the charts of the one that is chosen, or of a pair.
type actorsView struct {
	Object *fyne.Container
	List   *ActorList
	Head   *actorHead
	Board  *chartBoard

	ws *workspace.Workspace

	subject charts.Subject
	beside  []charts.Subject // compared with it
	rollUp  bool
	unit    charts.Unit
	sliced  bool // only what begins in the stretch of the timeline
	looks   map[string]chartLook
	scale   *cameo.Scale // nil for the scores of the archive

	Stretch   func() (from, to int64) // of the timeline, in seconds
	OnChange  func()                  // other charts are shown
	OnError   func(error)
	OnMenu    func(over fyne.CanvasObject, items []*fyne.MenuItem)
	OnPair    func(over fyne.CanvasObject) // another actor is asked for
	OnCompare func(over fyne.CanvasObject)
	OnScale   func(set func(*cameo.Scale)) // a table of scores is asked for

	shown    bool
	stale    workspace.Change // what changed since the charts were made
	data     actorData
	job      *workspace.Job
	asked    int             // counts what was asked for, so that what comes late is dropped
	counts   int             // events that the charts are drawn from
	from, to edtf.Instant    // between which they begin
	within   [2]edtf.Instant // the stretch that they are taken from; zeros for all time
}

// A chartLook is how one chart is drawn, beside what holds for all.
type chartLook struct {
	byRole, normalised, separate, byScore, all bool
}

func newActorsView(ws *workspace.Workspace, faces *figure.Faces, painter *figure.Painter) *actorsView {
	v := &actorsView{
		ws: ws, rollUp: true, sliced: true, looks: map[string]chartLook{},
		List: NewActorList(painter), Head: newActorHead(), Board: newChartBoard(faces, painter),
	}
	v.List.OnChoose = func(name string) { v.Choose(charts.Subject{Actor: name}) }
	v.Object = &fyne.Container{Layout: v, Objects: []fyne.CanvasObject{v.List, v.Head, v.Board.scroll}}
	return v
}

// MinSize is small: the window sets the least size.
func (v *actorsView) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 240) }

// Layout places the list at the left and the charts at the right.
func (v *actorsView) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	list := scaled(listWidth)
	place(v.List, 0, 0, list, size.Height)
	v.Head.Resize(fyne.NewSize(size.Width-list, v.Head.Size().Height)) // the chips wrap to the width
	head := v.Head.MinSize().Height
	place(v.Head, list, 0, size.Width-list, head)
	place(v.Board.scroll, list, head, size.Width-list, size.Height-head)
}

// Show tells whether the view is on the screen: charts are made only then.
func (v *actorsView) Show(on bool) {
	v.shown = on
	if on {
		v.update()
	}
}

// Changed notes what the workspace says is different.
func (v *actorsView) Changed(c workspace.Change) {
	const of = workspace.ArchiveChanged | workspace.ColumnsChanged | workspace.FilterChanged | workspace.AsOfChanged
	if c&workspace.ArchiveChanged != 0 {
		v.subject, v.beside, v.data = charts.Subject{}, nil, actorData{}
	}
	if c&of == 0 {
		return
	}
	v.stale |= c & of
	if v.shown {
		v.update()
	}
}

// Choose shows the charts of an actor or a pair.
func (v *actorsView) Choose(s charts.Subject) {
	if s.Actor != v.subject.Actor {
		v.beside = nil
	}
	v.subject = s
	v.List.Choose(s.Actor)
	v.Board.scroll.ScrollToTop()
	v.rebuild()
}

// about says of an actor what it is, and how many events it has.
func (v *actorsView) about() string {
	c, tree := v.data.Columns, v.data.tree
	if c == nil || tree == nil {
		return ""
	}
	var parts []string
	if i := actorNamed(c, v.subject.Actor); i >= 0 && v.subject.With == "" {
		a := &c.Actors[i]
		parts = append(parts, actorKindWords(a.Kind))
		if post := a.PostOn(v.List.AsOf); post != "" {
			parts = append(parts, post)
		}
		if n := tree.Bodies(uint32(i)); n > 0 {
			parts = append(parts, lang.N("{{.Number}} bodies and people", n, map[string]any{"Number": n}))
		}
	}
	parts = append(parts, events(v.counts))
	if v.from < v.to {
		parts = append(parts, period(v.from, v.to))
	}
	return strings.Join(parts, partsGap)
}

// actorNamed returns the index of an actor, -1 when there is none of the name.
func actorNamed(c *model.Columns, name string) int {
	return slices.IndexFunc(c.Actors, func(a model.Actor) bool { return a.Name == name })
}

// actorKindWords names a kind of actor.
func actorKindWords(k model.ActorKind) string {
	switch k {
	case model.State:
		return lang.L("State")
	case model.Ministry:
		return lang.L("Ministry")
	case model.Organisation:
		return lang.L("Organisation")
	case model.Company:
		return lang.L("Company")
	case model.Court:
		return lang.L("Court")
	case model.Person:
		return lang.L("Person")
	}
	return lang.L("Actor")
}

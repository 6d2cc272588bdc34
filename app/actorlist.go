package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// openActors is up to how many actors a list shows those below the root at
// first. Those below these are folded away until they are asked for.
const openActors = 300

// An actorKind is what the list of actors can be narrowed to.
type actorKind uint8

const (
	allKinds actorKind = iota
	statesOnly
	bodiesOnly
	peopleOnly
)

// has reports whether an actor is of the kind.
func (k actorKind) has(a *model.Actor) bool {
	switch k {
	case statesOnly:
		return a.Kind == model.State
	case bodiesOnly:
		return a.Kind == model.Ministry || a.Kind == model.Organisation || a.Kind == model.Company || a.Kind == model.Court
	case peopleOnly:
		return a.Kind == model.Person
	}
	return true
}

// A listedActor is one line of the list.
type listedActor struct {
	actor uint32 // index into Columns.Actors
	depth int
	fold  foldMark
}

// A foldMark says what stands before the name of an actor.
type foldMark uint8

const (
	leaf foldMark = iota
	folded
	unfolded
)

// An ActorList is the actors of the kept events as a tree, each with how many
// events it has and when they were.
type ActorList struct {
	widget.BaseWidget

	OnChoose func(name string)
	AsOf     edtf.Instant // whose offices are shown

	columns *model.Columns
	tree    *model.ActorTree
	names   []string // folded, by actor; filled when first searched
	lines   []listedActor
	turned  map[string]bool // names whose fold is not as it is at first
	chosen  string

	search *field
	kinds  [4]*Chip
	kind   actorKind
	list   *actorLines
}

// NewActorList returns a list without actors.
func NewActorList(painter *figure.Painter) *ActorList {
	l := &ActorList{columns: &model.Columns{}, tree: &model.ActorTree{}, turned: map[string]bool{}}
	l.search = newField(lang.L("Find an actor"))
	l.search.OnChanged = func(string) { l.relist() }
	l.search.OnSubmitted = func(string) {
		if len(l.lines) > 0 {
			l.choose(l.lines[0].actor)
		}
	}
	for i, words := range []string{lang.L("All kinds"), lang.L("States"), lang.L("Bodies"), lang.L("People")} {
		l.kinds[i] = NewChip("", words, func() { l.narrow(actorKind(i)) })
	}
	l.kinds[allKinds].On = true
	l.list = newActorLines(l, painter)
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other actors.
func (l *ActorList) Set(columns *model.Columns, tree *model.ActorTree) {
	if columns != l.columns {
		l.names = nil
	}
	l.columns, l.tree = columns, tree
	l.relist()
	l.reveal()
}

// Choose marks an actor as the one whose charts are shown.
func (l *ActorList) Choose(name string) {
	if l.chosen == name {
		return
	}
	l.chosen = name
	l.reveal()
	l.list.Refresh()
}

// reveal brings the chosen actor into view, when it is listed.
func (l *ActorList) reveal() {
	for i, line := range l.lines {
		if l.columns.Actors[line.actor].Name == l.chosen {
			l.list.at = i
			l.list.ScrollTo(i)
			return
		}
	}
}

// Busiest returns the name of the first actor, "" when there is none.
func (l *ActorList) Busiest() string {
	if len(l.lines) == 0 {
		return ""
	}
	return l.columns.Actors[l.lines[0].actor].Name
}

// choose passes on who is chosen.
func (l *ActorList) choose(actor uint32) {
	name := l.columns.Actors[actor].Name
	l.Choose(name)
	if l.OnChoose != nil {
		l.OnChoose(name)
	}
}

func (l *ActorList) narrow(kind actorKind) {
	l.kinds[l.kind].SetOn(false)
	l.kind = kind
	l.kinds[kind].SetOn(true)
	l.relist()
}

// relist lists the actors anew: as a tree or, when they are searched or of one
// kind, busiest first.
func (l *ActorList) relist() {
	l.lines = l.lines[:0]
	if l.search.Text != "" || l.kind != allKinds {
		l.listFlat()
	} else {
		l.listTree(l.tree.Roots, 0, l.count() <= openActors)
	}
	l.list.at = min(l.list.at, max(len(l.lines)-1, 0))
	l.Refresh()
}

func (l *ActorList) listTree(actors []uint32, depth int, open bool) {
	for _, a := range actors {
		node := &l.tree.Nodes[a]
		if node.All == 0 {
			break // and so have those after it
		}
		line := listedActor{actor: a, depth: depth}
		below := len(node.Children) > 0 && l.tree.Nodes[node.Children[0]].All > 0
		shown := below && open != l.turned[l.columns.Actors[a].Name]
		switch {
		case shown:
			line.fold = unfolded
		case below:
			line.fold = folded
		}
		l.lines = append(l.lines, line)
		if shown {
			l.listTree(node.Children, depth+1, false)
		}
	}
}

func (l *ActorList) listFlat() {
	if l.names == nil {
		l.names = make([]string, len(l.columns.Actors))
		for i := range l.names {
			l.names[i] = searchedNames(&l.columns.Actors[i])
		}
	}
	for a := range l.tree.Nodes {
		if l.tree.Nodes[a].All > 0 && l.kind.has(&l.columns.Actors[a]) && namesMatch(l.names[a], l.search.Text) {
			l.lines = append(l.lines, listedActor{actor: uint32(a)})
		}
	}
	l.sortFlat()
}

// count returns how many actors have an event.
func (l *ActorList) count() int {
	n := 0
	for i := range l.tree.Nodes {
		if l.tree.Nodes[i].All > 0 {
			n++
		}
	}
	return n
}

// turn folds a line away, or unfolds it.
func (l *ActorList) turn(i int) {
	if i < 0 || i >= len(l.lines) || l.lines[i].fold == leaf {
		return
	}
	name := l.columns.Actors[l.lines[i].actor].Name
	l.turned[name] = !l.turned[name]
	l.relist()
}

// CreateRenderer draws the search, the kinds, the heads of the columns, the
// list and its foot.
func (l *ActorList) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	back := canvas.NewRectangle(color.Transparent)
	edgeLine := canvas.NewRectangle(color.Transparent)
	head := canvas.NewRectangle(color.Transparent)
	foot := canvas.NewRectangle(color.Transparent)
	name := newText(lang.L("Name"), sizeCaption, figure.Text3, false)
	span := newText("", sizeCaption, figure.Text3, false)
	count := newText(lang.L("Events"), sizeCaption, figure.Text3, false)
	sum := newText("", sizeCaption, figure.Text3, false)
	d := &drawing{objects: []fyne.CanvasObject{back, head, foot, l.search, name, span, count, l.list, sum}}
	for _, k := range l.kinds {
		d.objects = append(d.objects, k)
	}
	d.objects = append(d.objects, edgeLine)
	d.minSize = func() fyne.Size { return fyne.NewSize(200, 160) }
	d.layout = func(size fyne.Size) {
		k := textScale()
		place(back, 0, 0, size.Width, size.Height)
		place(edgeLine, size.Width-1, 0, 1, size.Height)
		// A field less high than it wants to be shows a scroll bar.
		high := l.search.MinSize().Height
		place(l.search, 12, 10, size.Width-24, high)
		x, y := float32(12), 10+high+8
		for _, c := range l.kinds {
			w := c.MinSize().Width
			if x+w > size.Width-12 && x > 12 {
				x, y = 12, y+scaled(24)+6
			}
			place(c, x, y, w, scaled(24))
			x += w + 6
		}
		y += scaled(24) + 10
		place(head, 0, y, size.Width-1, scaled(24))
		placeText(name, 12, y, scaled(24))
		right := size.Width - 12
		placeText(count, right-count.MinSize().Width, y, scaled(24))
		placeText(span, right-scaled(countWidth)-8-sparkWidth*k-(span.MinSize().Width-sparkWidth*k)/2, y, scaled(24))
		y += scaled(24)
		low := scaled(36)
		place(l.list, 0, y, size.Width-1, size.Height-y-low)
		place(foot, 0, size.Height-low, size.Width-1, 1)
		placeText(sum, 12, size.Height-low, low)
	}
	d.refresh = func() {
		back.FillColor, head.FillColor = ink(figure.Surface), ink(figure.Bg)
		edgeLine.FillColor, foot.FillColor = ink(figure.Line), ink(figure.Line)
		for _, t := range []*canvas.Text{name, span, count, sum} {
			restyle(t, sizeCaption, figure.Text3)
		}
		setWords(span, years(l.tree.From, l.tree.To))
		setWords(sum, lang.L("{{.Actors}} · sorted by events", map[string]any{"Actors": actorsWords(len(l.lines))}))
		l.list.Refresh()
		d.layout(l.Size())
	}
	d.refresh()
	return d
}

// years names the years between two moments: "2016 – 2019".
func years(from, to edtf.Instant) string {
	if from >= to {
		return ""
	}
	first, _, _ := from.Civil()
	last, _, _ := (to - 1).Civil()
	if first == last {
		return yearName(first)
	}
	return yearName(first) + " – " + yearName(last)
}

func actorsWords(n int) string {
	return lang.N("{{.Number}} actors", n, map[string]any{"Number": groupDigits(int64(n))})
}

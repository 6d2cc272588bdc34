package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
	"chancery/model"
)

// Sizes in the list of actors, in dp at 100 %.
const (
	actorLineHeight = 34
	actorIndent     = 24
	sparkWidth      = 52
	sparkHeight     = 16
	countWidth      = 44
)

// An actorLine shows one actor of the list.
type actorLine struct {
	walkLine

	of   *ActorList
	row  int
	line listedActor

	spark *picture
	bars  *figure.Figure
}

func newActorLine(painter *figure.Painter, of *ActorList) *actorLine {
	r := &actorLine{of: of, bars: figure.New(sparkWidth, sparkHeight)}
	r.spark = newPicture(painter, func(fyne.Size) *figure.Figure { return r.bars })
	r.ExtendBaseWidget(r)
	return r
}

func (r *actorLine) set(row int, line listedActor, at bool) {
	r.row, r.line, r.at = row, line, at
	r.Refresh()
}

// Tapped folds when the chevron is hit, and chooses everywhere else.
func (r *actorLine) Tapped(e *fyne.PointEvent) {
	if r.line.fold != leaf && e.Position.X < r.left()+8 {
		r.of.turn(r.row)
		return
	}
	r.of.list.OnSelected(r.row)
}

// left is where the name begins.
func (r *actorLine) left() float32 {
	left := 34 * textScale()
	if r.line.depth > 0 {
		left += actorIndent + float32(r.line.depth-1)*actorIndent/2
	}
	return left
}

// words returns the name of the actor and, of a person, the office held on the
// as-of date.
func (r *actorLine) words() (name, office string) {
	if int(r.line.actor) >= len(r.of.columns.Actors) {
		return "", ""
	}
	a := &r.of.columns.Actors[r.line.actor]
	if a.Kind == model.Person {
		office = a.PostOn(r.of.AsOf)
	}
	return a.Name, office
}

// CreateRenderer draws the row 34 dp high.
func (r *actorLine) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	bar := canvas.NewRectangle(color.Transparent)
	chevron := newIcon()
	name := newText("", sizeBody, figure.Text, false)
	office := newText("", sizeCaption, figure.Text3, false)
	count := newText("", sizeLabel, figure.Text2, false)
	d := &drawing{objects: []fyne.CanvasObject{back, bar, chevron, name, office, r.spark.Raster, count}}
	d.minSize = func() fyne.Size { return fyne.NewSize(200, scaled(actorLineHeight)) }
	d.layout = func(size fyne.Size) {
		k := textScale()
		place(back, 0, 0, size.Width, size.Height)
		place(bar, 0, 0, 3, size.Height)
		side := 14 * k
		left := r.left()
		place(chevron, left-side-6, (size.Height-side)/2, side, side)
		right := size.Width - 12
		placeText(count, right-count.MinSize().Width, 0, size.Height)
		spark := right - scaled(countWidth) - 8 - sparkWidth*k
		place(r.spark.Raster, spark, (size.Height-sparkHeight*k)/2, sparkWidth*k, sparkHeight*k)
		words, post := r.words()
		setWords(name, truncate(words, spark-left-8, name.TextSize, name.TextStyle))
		setWords(office, truncate(post, spark-left-8, office.TextSize, office.TextStyle))
		if post == "" {
			placeText(name, left, 0, size.Height)
			return
		}
		placeText(name, left, 1, size.Height*0.56)
		placeText(office, left, size.Height*0.5, size.Height*0.44)
	}
	d.refresh = func() {
		words, post := r.words()
		chosen := words != "" && words == r.of.chosen
		r.colour(back)
		bar.FillColor = color.Transparent
		if chosen {
			back.FillColor, bar.FillColor = ink(figure.AccentSoft), ink(figure.Accent)
		}
		token := figure.Text
		if r.line.depth > 0 && !chosen {
			token = figure.Text2
		}
		restyle(name, sizeBody, token)
		setStyle(name, fyne.TextStyle{Bold: chosen})
		restyle(office, sizeCaption, figure.Text3)
		restyle(count, sizeLabel, figure.Text2)
		show(office, post != "")
		recolour(chevron, [...]string{leaf: "", folded: "right", unfolded: "down"}[r.line.fold], ink(figure.Text2))
		if int(r.line.actor) < len(r.of.tree.Nodes) {
			node := &r.of.tree.Nodes[r.line.actor]
			setWords(count, groupDigits(int64(node.All)))
			r.draw(node, chosen)
		}
		d.layout(r.Size())
	}
	d.refresh()
	return d
}

// draw draws the numbers along time, each actor to its own peak.
func (r *actorLine) draw(node *model.ActorNode, chosen bool) {
	k := textScale()
	r.bars.Reset(sparkWidth*k, sparkHeight*k)
	peak := uint32(1)
	for _, n := range node.Spark {
		peak = max(peak, n)
	}
	token := figure.Text3
	if chosen {
		token = figure.Accent
	}
	step := sparkWidth * k / model.SparkBins
	for i, n := range node.Spark {
		if n > 0 {
			h := max(sparkHeight*k*float32(n)/float32(peak), 1)
			r.bars.Fill(figure.R(float32(i)*step, sparkHeight*k-h, step*0.7, h), token.Ink())
		}
	}
}

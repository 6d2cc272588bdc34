package app

import (
	"image/color"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// Details is the panel that an event is read in.
type Details struct {
	widget.BaseWidget

	Detail     *workspace.Detail // nil when no single event is selected
	Collection string            // name of the event's collection
	Empty      string            // what to say instead of an event
	List       []workspace.Found // events to list under those words

	Lives []model.Lifecycle // of the agreements that the event belongs to
	AsOf  edtf.Instant      // the day on which the lives were known so

	OnClose, OnPrevious, OnNext func()
	OnEdit, OnLink, OnMore      func()
	OnGo                        func(model.EventID)
	OnActor                     func(name string)
	OnOpen                      func(*url.URL)
	OnHover                     func(tip string, over fyne.CanvasObject)

	Edit, Link, More *Button

	painter *figure.Painter
	focused bool
	body    *fyne.Container
	column  *columnLayout
	scroll  *container.Scroll
	built   float32 // the width the body was built for
}

// NewDetails returns an empty panel.
func NewDetails(painter *figure.Painter) *Details {
	d := &Details{painter: painter, column: &columnLayout{side: detailsMargin}}
	d.body = &fyne.Container{Layout: d.column}
	d.scroll = container.NewVScroll(padded(d.body, 0))
	d.Edit = NewButton("edit", lang.L("Edit"), func() { call(d.OnEdit) })
	d.Link = NewButton("link", lang.L("Link to…"), func() { call(d.OnLink) })
	d.More = newFlat("more", lang.L("What can be done with this event"), nil)
	d.ExtendBaseWidget(d)
	return d
}

// ShowEvent shows an event.
func (d *Details) ShowEvent(detail *workspace.Detail, collection string) {
	d.Detail, d.Collection, d.Empty, d.List = detail, collection, "", nil
	d.rebuild()
	d.scroll.ScrollToTop()
}

// SetLives shows the lives of agreements with the event, as they were known on
// a day.
func (d *Details) SetLives(lives []model.Lifecycle, on edtf.Instant) {
	if len(lives) == 0 && len(d.Lives) == 0 {
		return
	}
	d.Lives, d.AsOf = lives, on
	d.rebuild()
}

// ShowWords shows a sentence instead of an event.
func (d *Details) ShowWords(words string) {
	if d.Detail == nil && d.Empty == words {
		return
	}
	d.ShowList(words, nil)
}

// ShowList shows a sentence and the events that it is about instead of an event.
func (d *Details) ShowList(words string, events []workspace.Found) {
	d.Detail, d.Empty, d.List = nil, words, events
	d.rebuild()
}

// Refresh builds the panel again, in the colours and sizes of the theme.
func (d *Details) Refresh() {
	d.build(d.built)
	d.BaseWidget.Refresh()
}

func (d *Details) rebuild() {
	d.build(d.built)
	d.BaseWidget.Refresh()
}

// detailsMargin is the space at either side of the text.
const detailsMargin = 16

// build makes the body for a width of text. What of the old one has the keyboard
// hands it to the panel.
func (d *Details) build(width float32) {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c != nil && within(d.body, c.Focused()) {
		defer c.Focus(d)
	}
	width = max(width, detailsLeast-2*detailsMargin)
	d.built = width
	b := &detailBuilder{details: d, width: width, gaps: map[fyne.CanvasObject]float32{}}
	if d.Detail != nil {
		b.event(d.Detail)
	} else if d.Empty != "" {
		b.add(14, newParagraphStyled(d.Empty, width, sizeBody, figure.Text2, fyne.TextStyle{Bold: len(d.List) > 0}))
		b.list(d.List)
	}
	d.column.gaps, d.column.width = b.gaps, width
	d.body.Objects = b.objects
	d.body.Resize(fyne.NewSize(width+2*detailsMargin, d.body.MinSize().Height))
	for _, b := range []*Button{d.Edit, d.Link, d.More} {
		show(b, d.Detail != nil && d.OnEdit != nil)
	}
	d.scroll.Refresh()
}

// CreateRenderer draws the head, the body that scrolls, and the foot.
func (d *Details) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	back := canvas.NewRectangle(color.Transparent)
	edgeLine := canvas.NewRectangle(color.Transparent)
	headLine := canvas.NewRectangle(color.Transparent)
	footLine := canvas.NewRectangle(color.Transparent)
	ring := canvas.NewRectangle(color.Transparent)
	title := newText(lang.L("Event"), sizeBody, figure.Text, true)
	hint := newText(lang.L("Enter to edit"), sizeCaption, figure.Text3, false)
	button := func(icon, tip string, act *func()) *Button {
		b := newFlat(icon, tip, func() {
			if *act != nil {
				(*act)()
			}
		})
		b.OnHover = func(tip string, over fyne.CanvasObject) {
			if d.OnHover != nil {
				d.OnHover(tip, over)
			}
		}
		return b
	}
	previous := button("left", lang.L("Event before this one"), &d.OnPrevious)
	d.More.OnTapped, d.More.OnHover = func() { call(d.OnMore) }, previous.OnHover
	next := button("right", lang.L("Event after this one"), &d.OnNext)
	shut := button("close", lang.L("Close the panel (Space)"), &d.OnClose)
	r := &drawing{objects: []fyne.CanvasObject{
		back, edgeLine, headLine, footLine, title, hint, d.scroll, d.Edit, d.Link, previous, next, d.More, shut, ring,
	}}
	r.minSize = func() fyne.Size { return fyne.NewSize(280, 200) }
	r.layout = func(size fyne.Size) {
		head, foot := scaled(44), scaled(48)
		if !d.Edit.Visible() {
			foot = 0
		}
		show(footLine, foot > 0)
		show(hint, foot > 0)
		place(back, 0, 0, size.Width, size.Height)
		place(edgeLine, 0, 0, 1, size.Height)
		place(headLine, 0, head-1, size.Width, 1)
		place(footLine, 0, size.Height-foot, size.Width, 1)
		placeText(title, detailsMargin, 0, head-1)
		side, x := scaled(32), size.Width-8
		for _, b := range []*Button{shut, d.More, next, previous} {
			x -= side
			place(b, x, (head-1-side)/2, side, side)
		}
		y, left := size.Height-foot+(foot-side)/2, float32(detailsMargin)
		for _, b := range []*Button{d.Edit, d.Link} {
			place(b, left, y, b.MinSize().Width, side)
			left += b.MinSize().Width + 8
		}
		hintLeft := size.Width - detailsMargin - hint.MinSize().Width
		show(hint, foot > 0 && hintLeft > left)
		placeText(hint, size.Width-detailsMargin-hint.MinSize().Width, size.Height-foot, foot)
		if width := size.Width - 1 - 2*detailsMargin; width != d.built && width > 0 {
			d.build(width)
		}
		place(d.scroll, 1, head, size.Width-1, size.Height-head-foot)
		place(ring, 1, head, size.Width-1, size.Height-head-foot)
	}
	r.refresh = func() {
		back.FillColor = ink(figure.Surface)
		for _, l := range []*canvas.Rectangle{edgeLine, headLine, footLine} {
			l.FillColor = ink(figure.Line)
		}
		ring.StrokeColor, ring.StrokeWidth = ink(figure.Focus), 2
		show(ring, d.focused)
		restyle(title, sizeBody, figure.Text)
		restyle(hint, sizeCaption, figure.Text3)
		r.layout(d.Size())
	}
	r.refresh()
	return r
}

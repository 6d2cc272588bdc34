package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A Sheet is a card over the window with a head, a body and a row of buttons.
type Sheet struct {
	widget.BaseWidget

	Title, Subtitle string
	Body            fyne.CanvasObject
	Left, Right     []fyne.CanvasObject // buttons in the foot
	Least           fyne.Size           // of the card
	OnClose         func()
	OnSave          func() // Ctrl S; nil when there is nothing to save

	popup *widget.PopUp
	shut  *Button
	over  *overSheet // a small one over this one, nil for none
}

// showSheet opens a sheet in place of the one that is open.
func (w *Window) showSheet(s *Sheet) {
	for w.closeSheet() {
		continue
	}
	s.ExtendBaseWidget(s)
	s.shut = newFlat("close", "", func() { w.closeSheet() })
	s.popup = widget.NewModalPopUp(s, w.win.Canvas())
	w.sheet = s
	room := w.win.Canvas().Size()
	s.popup.Resize(fyne.NewSize(min(s.Least.Width, room.Width-44), min(s.Least.Height, room.Height-44)))
	s.popup.Show()
}

// closeSheet closes the open sheet, or only what is over it, and reports whether
// there was one.
func (w *Window) closeSheet() bool {
	s := w.sheet
	if s == nil {
		return false
	}
	if s.over != nil {
		s.over.close()
		return true
	}
	w.sheet = nil
	s.popup.Hide()
	if s.OnClose != nil {
		s.OnClose()
	}
	return true
}

// CreateRenderer draws head, body and foot with lines between them. The pop-up
// around it has a padding of its own, which the card takes back.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	back := canvas.NewRectangle(color.Transparent)
	top := canvas.NewRectangle(color.Transparent)
	low := canvas.NewRectangle(color.Transparent)
	title := newText(s.Title, sizeHeading, figure.Text, true)
	subtitle := newText(s.Subtitle, sizeLabel, figure.Text2, false)
	d := &drawing{}
	d.minSize = func() fyne.Size { return fyne.NewSize(320, 160) }
	d.layout = func(size fyne.Size) {
		head, foot := scaled(52), scaled(56)
		if len(s.Left)+len(s.Right) == 0 {
			foot = 0
		}
		place(back, 0, 0, size.Width, size.Height)
		place(top, 0, head-1, size.Width, 1)
		place(low, 0, size.Height-foot, size.Width, 1)
		show(low, foot > 0)
		x := 20 + placeText(title, 20, 0, head-1)
		placeText(subtitle, x+12, 0, head-1)
		side := scaled(32)
		place(s.shut, size.Width-12-side, (head-1-side)/2, side, side)
		place(s.Body, 0, head, size.Width, size.Height-head-foot)
		x = 16
		y := size.Height - foot + (foot-scaled(32))/2
		for _, o := range s.Left {
			least := o.MinSize()
			place(o, x, y, least.Width, scaled(32))
			x += least.Width + 8
		}
		x = size.Width - 16
		for i := len(s.Right) - 1; i >= 0; i-- {
			least := s.Right[i].MinSize()
			x -= least.Width
			place(s.Right[i], x, y, least.Width, scaled(32))
			x -= 8
		}
	}
	d.refresh = func() {
		d.objects = []fyne.CanvasObject{back, top, low, title, subtitle, s.Body}
		d.objects = append(append(append(d.objects, s.Left...), s.Right...), s.shut)
		back.FillColor, back.CornerRadius = ink(figure.Surface), 10
		top.FillColor, low.FillColor = ink(figure.Line), ink(figure.Line)
		setWords(title, s.Title)
		setWords(subtitle, s.Subtitle)
		restyle(title, sizeHeading, figure.Text)
		restyle(subtitle, sizeLabel, figure.Text2)
		d.layout(s.Size())
	}
	d.refresh()
	return d
}

// closeButton returns a button that closes the sheet.
func (w *Window) closeButton(word string) *Button {
	return NewButton("", word, func() { w.closeSheet() })
}

// cancelWord is the word on the button that changes nothing.
func cancelWord() string { return lang.L("Cancel") }

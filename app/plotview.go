package app

import (
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// Thresholds of gestures, in dp, and of the wheel.
const (
	dragThreshold   = 5  // before a press becomes a drag
	axisLock        = 12 // across the main direction before a pan leaves it
	doubleDistance  = 6
	notch           = 25.0 // dp of one step of a wheel
	zoomPerNotch    = 1.15
	zoomLimit       = 1.6 // per event, however fast the wheel
	doubleTime      = 400 * time.Millisecond
	wheelLockTime   = 150 * time.Millisecond
	defaultAxisSize = 44
)

// A Grab is what a drag that begins at a place would move.
type Grab uint8

// The grabs.
const (
	GrabView   Grab = iota // the view, in time and lanes
	GrabAsOf               // the as-of marker
	GrabScroll             // the scroll bar of the lanes
	GrabEvent              // an event, in time
)

// A PlotView is the axis and the plot. It turns the pointer, the wheel and the
// keyboard into what the user means by them, and knows nothing of what is drawn.
//
// Positions are in dp from the upper left corner of the plot, so that those on
// the axis have a negative Y.
type PlotView struct {
	widget.BaseWidget

	WheelScrolls bool // the plain wheel scrolls lanes instead of zooming
	Pointing     bool // the pointer is over something that can be clicked
	OnEnd        bool // the pointer is over an end of a bar
	Measuring    bool // a drag measures
	RangeWords   string

	Trail moveTrail // of the event that is dragged in time

	ShowRuler bool       // between the two x of Ruler, said by RangeWords
	Ruler     [2]float32 // dp

	OnPress   func(at fyne.Position, modifiers fyne.KeyModifier) Grab
	OnDouble  func(at fyne.Position)
	OnClick   func(at fyne.Position) // the primary button was let go where it was pressed
	OnMenu    func(at, absolute fyne.Position)
	OnHover   func(at, absolute fyne.Position)
	OnLeave   func()
	OnZoom    func(factor float64, x float32)
	OnPan     func(dx, dy float32) // what is drawn moves by dx, dy
	OnGrab    func(grab Grab, at fyne.Position)
	OnDrop    func(at fyne.Position, done bool) // of an event; done is false when it is given up
	OnSettle  func()                            // a drag or a run of the wheel ended
	OnRange   func(from, to float32, final bool)
	OnBox     func(from, to fyne.Position) // upper left and lower right
	OnMeasure func(from, to float32)
	OnKey     func(key fyne.KeyName, modifiers fyne.KeyModifier) bool
	OnRune    func(rune)
	OnFocus   func(bool)

	// Modifiers tells which modifier keys are held; events do not carry them.
	Modifiers func() fyne.KeyModifier

	axis, plot *picture
	focused    bool
	keyboard   bool // the keyboard was used last, so the ring is shown

	press     fyne.Position
	modifiers fyne.KeyModifier
	button    desktop.MouseButton
	grab      Grab
	gesture   gesture
	total     fyne.Delta
	lastPress time.Time
	lastAt    fyne.Position
	wheelAxis rune
	wheelAt   time.Time
	alt       altHold
}

// A gesture is what a drag under way does.
type gesture uint8

const (
	noGesture gesture = iota
	waiting           // pressed, not yet moved far enough
	panning
	ranging
	boxing
	measuring
	grabbing
)

func newPlotView(axis, plot *picture) *PlotView {
	v := &PlotView{axis: axis, plot: plot, Modifiers: keyModifiers}
	v.ExtendBaseWidget(v)
	return v
}

// AxisHeight returns the height of the axis in dp.
func (v *PlotView) AxisHeight() float32 { return scaled(defaultAxisSize) }

func (v *PlotView) inPlot(at fyne.Position) fyne.Position { return at.SubtractXY(0, v.AxisHeight()) }

// MouseDown selects at once: waiting for a double click would take 300 ms.
func (v *PlotView) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	v.keyboard = false
	at := v.inPlot(e.Position)
	v.press, v.modifiers, v.total, v.grab = e.Position, e.Modifier, fyne.Delta{}, GrabView
	v.gesture, v.button = noGesture, e.Button
	v.alt.use(v, e.Modifier, v.Modifiers)
	switch e.Button {
	case desktop.MouseButtonPrimary:
		v.gesture = waiting
		now := time.Now()
		near := math.Abs(float64(at.X-v.lastAt.X)) < doubleDistance && math.Abs(float64(at.Y-v.lastAt.Y)) < doubleDistance
		if near && now.Sub(v.lastPress) < doubleTime && e.Modifier == 0 {
			v.lastPress = time.Time{}
			if v.OnDouble != nil {
				v.OnDouble(at)
			}
			return
		}
		v.lastPress, v.lastAt = now, at
		if v.OnPress != nil && !v.Measuring {
			v.grab = v.OnPress(at, e.Modifier)
		}
	case desktop.MouseButtonTertiary:
		v.gesture = waiting
	}
}

// MouseUp ends a gesture that did not become a drag.
func (v *PlotView) MouseUp(*desktop.MouseEvent) {
	if v.gesture != waiting {
		return
	}
	v.gesture = noGesture
	if v.button == desktop.MouseButtonPrimary && v.modifiers == 0 && v.OnClick != nil {
		v.OnClick(v.inPlot(v.press))
	}
}

// TappedSecondary opens the menu.
func (v *PlotView) TappedSecondary(e *fyne.PointEvent) {
	if v.OnMenu != nil {
		v.OnMenu(v.inPlot(e.Position), e.AbsolutePosition)
	}
}

// Dragged pans, chooses a range with Shift, or moves what was grabbed.
func (v *PlotView) Dragged(e *fyne.DragEvent) {
	v.total = fyne.NewDelta(v.total.DX+e.Dragged.DX, v.total.DY+e.Dragged.DY)
	if v.gesture == waiting {
		if max(abs(v.total.DX), abs(v.total.DY)) < dragThreshold {
			return
		}
		e = &fyne.DragEvent{PointEvent: e.PointEvent, Dragged: v.total}
		switch {
		case v.Measuring:
			v.gesture = measuring
		case v.grab == GrabEvent:
			v.gesture = grabbing
		case v.modifiers&fyne.KeyModifierShift != 0:
			v.gesture = ranging
		case v.modifiers&command != 0:
			v.gesture = boxing
		case v.grab != GrabView:
			v.gesture = grabbing
		default:
			v.gesture = panning
		}
	}
	switch v.gesture {
	case panning:
		dx, dy := v.locked(e.Dragged)
		if v.press.Y < v.AxisHeight() {
			dy = 0 // the axis has no lanes
		}
		if v.OnPan != nil && (dx != 0 || dy != 0) {
			v.OnPan(dx, dy)
		}
	case ranging:
		v.ranged(e.Position.X, false)
	case boxing:
		v.Refresh()
	case measuring:
		v.measured()
	case grabbing:
		if v.OnGrab != nil {
			v.OnGrab(v.grab, v.inPlot(e.Position))
		}
	}
}

// grabbing reports whether a drag moves something.
func (v *PlotView) grabbing(what Grab) bool { return v.gesture == grabbing && v.grab == what }

// locked holds a pan to its main direction until the other has moved far.
func (v *PlotView) locked(by fyne.Delta) (dx, dy float32) {
	across, along := abs(v.total.DX), abs(v.total.DY)
	switch {
	case across >= along && along < axisLock:
		return by.DX, 0
	case along > across && across < axisLock:
		return 0, by.DY
	}
	return by.DX, by.DY
}

// DragEnd ends the gesture.
func (v *PlotView) DragEnd() {
	done := v.gesture
	v.gesture = noGesture
	switch done {
	case ranging:
		v.ranged(v.press.X+v.total.DX, true)
	case boxing:
		if v.OnBox != nil {
			from, to := v.box()
			v.OnBox(v.inPlot(from), v.inPlot(to))
		}
	case panning, grabbing:
		if done == grabbing {
			v.drop(true)
		}
		if v.OnSettle != nil {
			v.OnSettle()
		}
	}
	v.Refresh()
}

func (v *PlotView) ranged(to float32, final bool) {
	if v.OnRange != nil {
		v.OnRange(min(v.press.X, to), max(v.press.X, to), final)
	}
	v.Refresh()
}

// box returns the corners of the box that is drawn.
func (v *PlotView) box() (from, to fyne.Position) {
	end := v.press.Add(v.total)
	return fyne.NewPos(min(v.press.X, end.X), min(v.press.Y, end.Y)), fyne.NewPos(max(v.press.X, end.X), max(v.press.Y, end.Y))
}

func (v *PlotView) measured() {
	if v.OnMeasure != nil {
		from, to := v.box()
		v.OnMeasure(from.X, to.X)
	}
}

// drop lets go of an event that was being moved.
func (v *PlotView) drop(done bool) {
	if v.grab == GrabEvent && v.OnDrop != nil {
		v.OnDrop(v.inPlot(v.press.Add(v.total)), done)
	}
}

// Cancel gives up the gesture under way and reports whether there was one.
func (v *PlotView) Cancel() bool {
	moving := v.gesture == grabbing && v.grab == GrabEvent
	was := v.gesture == ranging || v.gesture == boxing || moving
	if moving {
		v.drop(false)
	}
	if was {
		v.gesture = noGesture
		v.Refresh()
	}
	return was
}

// Scrolled zooms at the pointer, pans or scrolls lanes.
func (v *PlotView) Scrolled(e *fyne.ScrollEvent) {
	modifiers := v.Modifiers()
	v.alt.use(v, modifiers, v.Modifiers)
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if v.wheelLocked(dx, dy) == 'x' {
		dy = 0
	} else {
		dx = 0
	}
	switch {
	case modifiers&fyne.KeyModifierAlt != 0:
		v.pan(0, dy+dx)
	case modifiers&fyne.KeyModifierShift != 0:
		v.pan(dx+dy, 0)
	case dx != 0:
		v.pan(dx, 0)
	case v.WheelScrolls && modifiers&command == 0:
		v.pan(0, dy)
	case dy != 0 && v.OnZoom != nil:
		factor := math.Pow(zoomPerNotch, float64(dy)/notch)
		v.OnZoom(min(max(factor, 1/zoomLimit), zoomLimit), e.Position.X)
	}
}

func (v *PlotView) pan(dx, dy float32) {
	if v.OnPan != nil && (dx != 0 || dy != 0) {
		v.OnPan(dx, dy)
	}
	if v.OnSettle != nil {
		v.OnSettle()
	}
}

// wheelLocked keeps a swipe to the direction in which it began, since a finger
// never moves quite straight.
func (v *PlotView) wheelLocked(dx, dy float32) rune {
	now := time.Now()
	if now.Sub(v.wheelAt) > wheelLockTime || v.wheelAxis == 0 {
		v.wheelAxis = 'y'
		if abs(dx) > abs(dy) {
			v.wheelAxis = 'x'
		}
	}
	v.wheelAt = now
	return v.wheelAxis
}

// MouseIn begins hovering.
func (v *PlotView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved tells where the pointer is.
func (v *PlotView) MouseMoved(e *desktop.MouseEvent) {
	if v.OnHover != nil {
		v.OnHover(v.inPlot(e.Position), e.AbsolutePosition)
	}
}

// MouseOut ends hovering.
func (v *PlotView) MouseOut() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

// Cursor is a hand over what can be clicked.
func (v *PlotView) Cursor() desktop.Cursor {
	switch {
	case v.gesture == ranging || v.gesture == boxing || v.Measuring:
		return desktop.CrosshairCursor
	case v.OnEnd && moves(v.Modifiers()), v.grabbing(GrabEvent) && v.OnEnd:
		return desktop.HResizeCursor
	case v.Pointing:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained shows the focus ring and takes the keyboard.
func (v *PlotView) FocusGained() { v.focus(true) }

// FocusLost gives it back.
func (v *PlotView) FocusLost() { v.focus(false) }

func (v *PlotView) focus(on bool) {
	v.focused = on
	if v.OnFocus != nil {
		v.OnFocus(on)
	}
	v.Refresh()
}

// TypedKey passes a key on.
func (v *PlotView) TypedKey(e *fyne.KeyEvent) {
	if !modifierKey(e.Name) {
		v.walk()
	}
	if v.OnKey != nil {
		v.OnKey(e.Name, v.Modifiers())
	}
}

// walk shows the focus ring: the keyboard is being used.
func (v *PlotView) walk() {
	if !v.keyboard {
		v.keyboard = true
		v.Refresh()
	}
}

// TypedRune passes a letter on.
func (v *PlotView) TypedRune(r rune) {
	if v.OnRune != nil {
		v.OnRune(r)
	}
}

// CreateRenderer draws the axis over the plot, and over both the range that is
// being chosen.
func (v *PlotView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	band := canvas.NewRectangle(color.Transparent)
	left := canvas.NewRectangle(color.Transparent)
	right := canvas.NewRectangle(color.Transparent)
	pill := canvas.NewRectangle(color.Transparent)
	words := newText("", sizeCaption, figure.AccentText, true)
	ring := canvas.NewRectangle(color.Transparent)
	trail := newTrailDrawing()
	d := &drawing{objects: []fyne.CanvasObject{v.axis.Raster, v.plot.Raster, band, left, right, pill, words}}
	d.objects = append(append(d.objects, trail.objects()...), ring)
	d.minSize = func() fyne.Size { return fyne.NewSize(320, 120) }
	d.layout = func(size fyne.Size) {
		axis := v.AxisHeight()
		place(v.axis.Raster, 0, 0, size.Width, axis)
		place(v.plot.Raster, 0, axis, size.Width, size.Height-axis)
		place(ring, 0, axis, size.Width, size.Height-axis)
		trail.layout(v.Trail, axis, size.Width)
		from, to := v.press.X, v.press.X+v.total.DX
		if v.ShowRuler && v.gesture != ranging {
			from, to = v.Ruler[0], v.Ruler[1]
		}
		from, to = max(min(from, to), 0), min(max(from, to), size.Width)
		place(band, from, axis, max(to-from, 0), size.Height-axis)
		if v.gesture == boxing {
			a, b := v.box()
			place(band, a.X, max(a.Y, axis), b.X-a.X, max(b.Y-max(a.Y, axis), 0))
		}
		place(left, from, 0, 1.5, size.Height)
		place(right, to-1.5, 0, 1.5, size.Height)
		w, h := words.MinSize().Width+20, scaled(19)
		place(pill, (from+to-w)/2, 2, w, h)
		placeText(words, (from+to-w)/2+10, 2, h)
	}
	d.refresh = func() {
		accent := palette()[figure.Accent]
		faint := accent
		faint.A = 30
		band.FillColor, left.FillColor, right.FillColor, pill.FillColor = faint, accent, accent, accent
		pill.CornerRadius = 9
		setWords(words, v.RangeWords)
		restyle(words, sizeCaption, figure.AccentText)
		for _, o := range []fyne.CanvasObject{left, right, pill, words} {
			show(o, v.gesture == ranging || v.ShowRuler)
		}
		show(band, v.gesture == ranging || v.gesture == boxing || v.ShowRuler)
		band.StrokeColor, band.StrokeWidth = color.Transparent, 0
		if v.gesture == boxing {
			band.StrokeColor, band.StrokeWidth = accent, 1
		}
		ring.StrokeColor, ring.StrokeWidth = color.Transparent, 2
		if v.focused && v.keyboard {
			ring.StrokeColor = ink(figure.Focus)
		}
		show(ring, v.focused && v.keyboard)
		trail.refresh(v.Trail)
		d.layout(v.Size())
	}
	d.refresh()
	return d
}

func abs(v float32) float32 { return float32(math.Abs(float64(v))) }

package app

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// A record is what a PlotView reported.
type record struct {
	factor       float64
	zoomX        float32
	dx, dy       float32
	from, to     float32
	final        bool
	presses      int
	doubles      int
	grabs        int
	settled      int
	focusedByKey string
}

func newPlot(t *testing.T, held fyne.KeyModifier) (*PlotView, *record) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(LookLight, 1))
	r := &record{}
	v := newPlotView(newPicture(nil, nil), newPicture(nil, nil))
	v.Resize(fyne.NewSize(1000, 644))
	v.Modifiers = func() fyne.KeyModifier { return held }
	v.OnZoom = func(factor float64, x float32) { r.factor, r.zoomX = factor, x }
	v.OnPan = func(dx, dy float32) { r.dx, r.dy = r.dx+dx, r.dy+dy }
	v.OnRange = func(from, to float32, final bool) { r.from, r.to, r.final = from, to, final }
	v.OnPress = func(fyne.Position, fyne.KeyModifier) Grab { r.presses++; return GrabView }
	v.OnDouble = func(fyne.Position) { r.doubles++ }
	v.OnGrab = func(Grab, fyne.Position) { r.grabs++ }
	v.OnSettle = func() { r.settled++ }
	v.OnKey = func(key fyne.KeyName, _ fyne.KeyModifier) bool { r.focusedByKey = string(key); return true }
	return v, r
}

func scroll(dx, dy float32) *fyne.ScrollEvent {
	return &fyne.ScrollEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 200)},
		Scrolled:   fyne.NewDelta(dx, dy),
	}
}

func TestWheel(t *testing.T) {
	tests := []struct {
		name    string
		held    fyne.KeyModifier
		scrolls bool
		dx, dy  float32
		factor  float64
		panX    float32
		panY    float32
	}{
		{"one notch in", 0, false, 0, 25, 1.15, 0, 0},
		{"one notch out", 0, false, 0, -25, 1 / 1.15, 0, 0},
		{"a fast wheel is held back", 0, false, 0, 500, 1.6, 0, 0},
		{"a fast wheel out is held back", 0, false, 0, -500, 1 / 1.6, 0, 0},
		{"a small notch of macOS", 0, false, 0, 10, math.Pow(1.15, 0.4), 0, 0},
		{"sideways", 0, false, 30, 0, 0, 30, 0},
		{"mostly sideways", 0, false, 30, 10, 0, 30, 0},
		{"shift", fyne.KeyModifierShift, false, 0, 25, 0, 25, 0},
		{"shift as macOS sends it", fyne.KeyModifierShift, false, 25, 0, 0, 25, 0},
		{"alt", fyne.KeyModifierAlt, false, 0, 25, 0, 0, 25},
		{"swapped", 0, true, 0, 25, 0, 0, 25},
		{"swapped with command", command, true, 0, 25, 1.15, 0, 0},
		{"command", command, false, 0, 25, 1.15, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, r := newPlot(t, test.held)
			v.WheelScrolls = test.scrolls
			v.Scrolled(scroll(test.dx, test.dy))
			if math.Abs(r.factor-test.factor) > 1e-6 {
				t.Errorf("zoomed by %v, want %v", r.factor, test.factor)
			}
			if test.factor != 0 && r.zoomX != 300 {
				t.Errorf("zoomed about %v, want the pointer at 300", r.zoomX)
			}
			if r.dx != test.panX || r.dy != test.panY {
				t.Errorf("panned by %v, %v, want %v, %v", r.dx, r.dy, test.panX, test.panY)
			}
		})
	}
}

func press(button desktop.MouseButton, held fyne.KeyModifier, x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: button, Modifier: held,
	}
}

func drag(v *PlotView, steps ...fyne.Delta) {
	at := v.press
	for _, step := range steps {
		at = at.AddXY(step.DX, step.DY)
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: step})
	}
	v.DragEnd()
}

func TestDragPans(t *testing.T) {
	tests := []struct {
		name   string
		button desktop.MouseButton
		steps  []fyne.Delta
		dx, dy float32
	}{
		{"under the threshold", desktop.MouseButtonPrimary, []fyne.Delta{{DX: 4}}, 0, 0},
		{"sideways", desktop.MouseButtonPrimary, []fyne.Delta{{DX: 4}, {DX: 6}, {DX: 5}}, 15, 0},
		{"locked to the main direction", desktop.MouseButtonPrimary, []fyne.Delta{{DX: 10}, {DX: 10, DY: 8}}, 20, 0},
		{"freed when far across", desktop.MouseButtonPrimary, []fyne.Delta{{DX: 20}, {DX: 10, DY: 14}, {DX: 1, DY: 2}}, 31, 16},
		{"up and down", desktop.MouseButtonPrimary, []fyne.Delta{{DY: 10}, {DX: 2, DY: 10}}, 0, 20},
		{"middle button", desktop.MouseButtonTertiary, []fyne.Delta{{DX: -9}}, -9, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, r := newPlot(t, 0)
			v.MouseDown(press(test.button, 0, 500, 300))
			drag(v, test.steps...)
			if r.dx != test.dx || r.dy != test.dy {
				t.Errorf("panned by %v, %v, want %v, %v", r.dx, r.dy, test.dx, test.dy)
			}
		})
	}
}

func TestShiftDragChoosesRange(t *testing.T) {
	v, r := newPlot(t, 0)
	v.MouseDown(press(desktop.MouseButtonPrimary, fyne.KeyModifierShift, 500, 300))
	drag(v, fyne.NewDelta(-100, 0), fyne.NewDelta(-100, 3))
	if r.from != 300 || r.to != 500 || !r.final {
		t.Errorf("range %v to %v, final %v; want 300 to 500, final", r.from, r.to, r.final)
	}
	if r.dx != 0 {
		t.Errorf("panned by %v as well", r.dx)
	}
}

func TestDragMovesWhatIsGrabbed(t *testing.T) {
	v, r := newPlot(t, 0)
	v.OnPress = func(fyne.Position, fyne.KeyModifier) Grab { return GrabAsOf }
	v.MouseDown(press(desktop.MouseButtonPrimary, 0, 500, 300))
	drag(v, fyne.NewDelta(10, 0), fyne.NewDelta(10, 0))
	if r.grabs != 2 || r.dx != 0 {
		t.Errorf("moved %d times and panned by %v, want 2 times and not at all", r.grabs, r.dx)
	}
}

func TestPressSelectsAtOnceAndTwiceIsDouble(t *testing.T) {
	v, r := newPlot(t, 0)
	v.MouseDown(press(desktop.MouseButtonPrimary, 0, 500, 300))
	if r.presses != 1 {
		t.Fatalf("%d presses after one", r.presses)
	}
	v.MouseUp(nil)
	v.MouseDown(press(desktop.MouseButtonPrimary, 0, 501, 300))
	if r.presses != 1 || r.doubles != 1 {
		t.Errorf("%d presses and %d double clicks, want 1 and 1", r.presses, r.doubles)
	}
	v.MouseDown(press(desktop.MouseButtonSecondary, 0, 501, 300))
	if r.presses != 1 {
		t.Error("the right button selects")
	}
}

func TestFocusRingFollowsTheKeyboard(t *testing.T) {
	v, r := newPlot(t, 0)
	v.FocusGained()
	if v.keyboard {
		t.Error("the ring shows before a key is pressed")
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if !v.keyboard || r.focusedByKey != string(fyne.KeyRight) {
		t.Errorf("after a key: ring %v, passed on %q", v.keyboard, r.focusedByKey)
	}
	v.MouseDown(press(desktop.MouseButtonPrimary, 0, 1, 100))
	if v.keyboard {
		t.Error("the ring stays after a click")
	}
}

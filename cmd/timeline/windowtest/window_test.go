//go:build window

package windowtest

import (
	"image"
	"image/color"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Where things are in a window of 1440 × 900 dp, from the design. The details
// panel takes the right end of the plot and of the axis when it is open.
var (
	wholePlot   = image.Rect(212, 160, 1420, 796)
	wholeWindow = image.Rect(0, 0, 1440, 900)
	headerArea  = image.Rect(0, 160, 206, 796)
	plotArea    = image.Rect(212, 160, 1090, 796)
	axisArea    = image.Rect(212, 112, 1090, 154)
	detailsArea = image.Rect(1096, 112, 1440, 876)
)

// A window is the program's window, open on an archive.
type window struct {
	t       *testing.T
	display *display
	program *process
	id      string
}

// openWindow starts the program, mostly on an archive alone, and waits until its
// window is as large as the design's and has been painted.
func openWindow(t *testing.T, d *display, folder string, args ...string) *window {
	t.Helper()
	stillAnimations(t, folder)
	command := exec.Command(binary(t), args...)
	command.Env = d.environ(folder)
	w := &window{t: t, display: d, program: start(t, command)}

	pid := strconv.Itoa(command.Process.Pid)
	until(t, "the program has a window", func() bool {
		// The newest is listed last; a splash or a parent may stand before it.
		ids := strings.Fields(d.ask(t, "xdotool", "search", "--onlyvisible", "--pid", pid))
		if len(ids) > 0 {
			w.id = ids[len(ids)-1]
		}
		return w.id != ""
	})
	w.do("windowactivate", "--sync", w.id)
	w.do("windowsize", w.id, strconv.Itoa(wholeWindow.Dx()), strconv.Itoa(wholeWindow.Dy()))
	until(t, "the window is 1440 × 900 and painted", func() bool {
		shot := w.shot()
		return shot.Rect == wholeWindow && shot.colours(wholeWindow, 8) == 8
	})
	w.settled()
	t.Cleanup(func() {
		if t.Failed() && w.program.running() {
			w.shot().save(t, path.Base(t.Name()))
		}
	})
	return w
}

// stillAnimations writes the toolkit's settings so that nothing moves by itself,
// not even a cursor that blinks: a picture changes because of what was done.
func stillAnimations(t *testing.T, folder string) {
	t.Helper()
	settings := filepath.Join(folder, "config", "fyne", "settings.json")
	if err := os.MkdirAll(filepath.Dir(settings), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(settings, []byte(`{"no_animations": true, "scale": 1}`), 0o644); err != nil {
		t.Fatal(err)
	}
}

// do runs one xdotool command on the window's display.
func (w *window) do(args ...string) {
	w.t.Helper()
	w.display.run(w.t, "xdotool", args...)
}

// shot takes a picture of the window as it is now, and fails the test if the
// program has ended.
func (w *window) shot() picture {
	w.t.Helper()
	if !w.program.running() {
		w.t.Fatalf("the program has ended: %v", w.program.err)
	}
	return decode(w.t, w.display.run(w.t, "import", "-silent", "-window", w.id, "-depth", "8", "ppm:-"))
}

// settled waits until three pictures in a row are the same, and returns the last:
// animations are over and results are in.
func (w *window) settled() picture {
	w.t.Helper()
	last, same := w.shot(), 0
	until(w.t, "the window has come to rest", func() bool {
		next := w.shot()
		if next.changed(last, wholeWindow) == 0 {
			same++
		} else {
			same = 0
		}
		last = next
		return same >= 2
	})
	return last
}

// changes does something to the window, waits until that shows within part, and
// returns the picture when the window has come to rest again.
func (w *window) changes(part image.Rectangle, act func()) picture {
	w.t.Helper()
	before := w.settled()
	act()
	until(w.t, "the window shows what was done", func() bool {
		return w.shot().changed(before, part) > 0
	})
	return w.settled()
}

// point moves the pointer to a place in the window.
func (w *window) point(at image.Point) {
	w.t.Helper()
	// The toolkit takes note of where the pointer is once a frame: a wheel or a
	// button that follows within the same frame would count where it was before.
	w.do("mousemove", "--window", w.id, strconv.Itoa(at.X), strconv.Itoa(at.Y), "sleep", "0.15")
}

func (w *window) click(at image.Point) {
	w.t.Helper()
	w.point(at)
	w.do("click", "1")
}

// wheel turns the wheel over a place: notches above zero away from the person,
// which zooms in, below zero towards them.
func (w *window) wheel(at image.Point, notches int) {
	w.t.Helper()
	button := "4"
	if notches < 0 {
		button, notches = "5", -notches
	}
	w.point(at)
	w.do("click", "--repeat", strconv.Itoa(notches), "--delay", "40", button)
}

// drag presses the button at one place and lets it go at another, by way of
// places between them, as a hand does.
func (w *window) drag(from, to image.Point) {
	w.t.Helper()
	const steps = 8
	w.point(from)
	w.do("mousedown", "1")
	for i := 1; i <= steps; i++ {
		w.point(from.Add(to.Sub(from).Mul(i).Div(steps)))
	}
	w.do("mouseup", "1")
}

// accent is the colour of the main button in a dialog. The window behind one is
// shaded, so that its own main button has another colour then.
var accent = color.RGBA{0x1F, 0x5B, 0xC4, 0xFF}

// pressMain clicks the main button of the open dialog or sheet, and waits until
// that shows.
func (w *window) pressMain() {
	w.t.Helper()
	foot := image.Rect(200, 400, 1240, 880)
	var button image.Point
	until(w.t, "a dialog has a main button to press", func() bool {
		var found bool
		button, found = w.shot().findPlate(accent, foot)
		return found
	})
	w.changes(wholeWindow, func() { w.click(button.Add(image.Pt(4, 8))) })
}

// sweep presses the button at one place and moves to and fro between it and
// another so many times, without stopping. One process does it all: one for each
// step would take as much of the processors as the window.
func (w *window) sweep(from, to image.Point, times int) {
	w.t.Helper()
	const steps = 40
	moves := []string{"mousedown", "1"}
	for i := 1; i <= 2*steps*times; i++ {
		at := i % (2 * steps)
		if at > steps {
			at = 2*steps - at
		}
		place := from.Add(to.Sub(from).Mul(at).Div(steps))
		moves = append(moves, "mousemove", "--window", w.id, strconv.Itoa(place.X), strconv.Itoa(place.Y), "sleep", "0.012")
	}
	w.point(from)
	w.do(append(moves, "mouseup", "1")...)
}

// key presses a key or a chord by xdotool's names, such as "Escape" or "ctrl+f".
func (w *window) key(name string) {
	w.t.Helper()
	w.do("key", "--clearmodifiers", name)
}

// write types text, which is ASCII: xdotool cannot type more.
func (w *window) write(text string) {
	w.t.Helper()
	w.do("type", "--clearmodifiers", "--delay", "20", text)
}

// close asks the window manager to close the window, as the button on its frame
// does, and fails the test unless the program then ends well. It asks again now
// and then, since a manager that is busy may miss a key.
func (w *window) close() {
	w.t.Helper()
	polls := 0
	until(w.t, "the program has ended", func() bool {
		if polls%40 == 0 {
			w.display.ask(w.t, "xdotool", "windowactivate", w.id, "key", "--clearmodifiers", "alt+F4")
		}
		polls++
		return !w.program.running()
	})
	if w.program.err != nil {
		w.t.Errorf("after closing the window: %v", w.program.err)
	}
}

// keys presses one key after the other, waiting for the window to come to rest
// after each.
func (w *window) keys(names ...string) {
	w.t.Helper()
	for _, name := range names {
		w.key(name)
		w.settled()
	}
}

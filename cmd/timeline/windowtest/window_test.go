//go:build window

package windowtest

import (
	"image"
	"os/exec"
	"path"
	"strconv"
	"strings"
	"testing"
)

// Where things are in a window of 1440 × 900 dp, from the design. The details
// panel takes the right end of the plot and of the axis when it is open.
var (
	wholePlot   = image.Rect(212, 160, 1420, 796)
	wholeWindow = image.Rect(0, 0, 1440, 900)
	plotArea    = image.Rect(212, 160, 1090, 796)
	axisArea    = image.Rect(212, 112, 1090, 154)
	detailsArea = image.Rect(1096, 112, 1440, 876)
)

// A window is the program's window, open on an archive.
type window struct {
	t       *testing.T
	display *display
	id      string
	program *exec.Cmd
	wrote   *strings.Builder // what the program wrote on standard error
}

// openWindow starts the program on an archive and waits until its window is as
// large as the design's and has been painted.
func openWindow(t *testing.T, d *display, home, archive string) *window {
	t.Helper()
	w := &window{t: t, display: d, wrote: new(strings.Builder)}
	w.program = exec.Command(binary(t), archive)
	w.program.Env = d.environ(home)
	w.program.Stderr = w.wrote
	start(t, w.program)

	pid := strconv.Itoa(w.program.Process.Pid)
	until(t, "the program has a window", func() bool {
		// The newest is listed last; a splash or a parent may stand before it.
		ids := strings.Fields(d.output("xdotool", "search", "--onlyvisible", "--pid", pid))
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
		if t.Failed() && w.program.ProcessState == nil {
			w.shot().save(t, path.Base(t.Name()))
		}
		if t.Failed() {
			t.Logf("timeline wrote:\n%s", w.wrote)
		}
	})
	return w
}

// do runs one xdotool command on the window's display.
func (w *window) do(args ...string) {
	w.t.Helper()
	command := exec.Command("xdotool", args...)
	command.Env = w.display.environ(w.t.TempDir())
	if printed, err := command.CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, printed)
	}
}

// shot takes a picture of the window as it is now.
func (w *window) shot() picture {
	w.t.Helper()
	command := exec.Command("import", "-silent", "-window", w.id, "-depth", "8", "ppm:-")
	command.Env = w.display.environ(w.t.TempDir())
	encoded, err := command.Output()
	if err != nil {
		w.t.Fatalf("picture of the window: %v", err)
	}
	return decode(w.t, encoded)
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
	w.do("mousemove", "--window", w.id, strconv.Itoa(at.X), strconv.Itoa(at.Y))
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
// does, and fails the test unless the program then ends well.
func (w *window) close() {
	w.t.Helper()
	w.key("alt+F4")
	ended := make(chan error, 1)
	go func() { ended <- w.program.Wait() }()
	if err := within(ended); err != nil {
		w.t.Errorf("after closing the window: %v", err)
	}
}

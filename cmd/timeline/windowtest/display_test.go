//go:build window

package windowtest

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// The screen leaves room for a 1440 × 900 window, the size of the design, with
// its frame.
const screen = "1600x1000x24"

// patience bounds each wait for another program. It is far beyond what any needs,
// so that only a program which will never answer runs into it.
const patience = 60 * time.Second

// A display is an X server without a screen, and a window manager on it.
type display struct {
	name string // as in DISPLAY, such as ":99"
}

// startDisplay starts a display of the test's own, on a number that the server
// finds free, and ends it with the test.
func startDisplay(t *testing.T) *display {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()

	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp", "-dpi", "96")
	server.ExtraFiles = []*os.File{write}
	start(t, server)
	write.Close()
	if err := read.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}

	d := &display{name: ":" + strings.TrimSpace(number)}
	manager := exec.Command("openbox", "--sm-disable")
	manager.Env = d.environ(t.TempDir())
	start(t, manager)
	until(t, "the window manager is up", func() bool {
		return strings.Contains(d.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "window id")
	})
	return d
}

// environ is what programs on the display see: the display, a home of the test's
// own, so that nobody's settings or archives are read or written, and English.
func (d *display) environ(home string) []string {
	return []string{
		"DISPLAY=" + d.name,
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + home + "/config",
		"XDG_DATA_HOME=" + home + "/data",
		"XDG_CACHE_HOME=" + home,
		"XDG_RUNTIME_DIR=" + home,
		"PATH=" + os.Getenv("PATH"),
		"LANG=en_GB.UTF-8",
		"TZ=UTC",
		"FYNE_SCALE=1",
		"FYNE_THEME=light",
		"LIBGL_ALWAYS_SOFTWARE=1",
	}
}

// output runs a program on the display and returns what it prints, or "" when it
// fails, for questions that are asked until the answer is right.
func (d *display) output(name string, args ...string) string {
	command := exec.Command(name, args...)
	command.Env = d.environ(os.TempDir())
	printed, err := command.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(printed))
}

// start starts a program that ends with the test at the latest. Its standard
// error goes to the test's log.
func start(t *testing.T, command *exec.Cmd) {
	t.Helper()
	var complaints strings.Builder
	if command.Stderr == nil {
		command.Stderr = &complaints
	}
	if err := command.Start(); err != nil {
		t.Fatalf("start %s: %v", command.Args[0], err)
	}
	t.Cleanup(func() {
		if command.ProcessState == nil {
			command.Process.Kill() // a program that has ended already is as good
			command.Wait()         // killed: its status says nothing
		}
		if t.Failed() && complaints.Len() > 0 {
			t.Logf("%s wrote:\n%s", command.Args[0], complaints.String())
		}
	})
}

// until asks again and again until the answer is yes, and fails the test when
// patience runs out.
func until(t *testing.T, what string, yes func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !yes(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("after %v it is still not so that %s", patience, what)
		}
	}
}

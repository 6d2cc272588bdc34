//go:build window

package windowtest

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
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

// openboxConfig leaves the wheel and drags with Alt to the program. Without any
// binding of the mouse, openbox would take its own.
const openboxConfig = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <mouse><context name="Client">
    <mousebind button="Left" action="Press"><action name="Focus"/></mousebind>
  </context></mouse>
</openbox_config>`

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
	folder := t.TempDir()
	config := filepath.Join(folder, "openbox.xml")
	if err := os.WriteFile(config, []byte(openboxConfig), 0o644); err != nil {
		t.Fatal(err)
	}
	manager := exec.Command("openbox", "--sm-disable", "--config-file", config)
	manager.Env = d.environ(folder)
	start(t, manager)
	until(t, "the window manager is up", func() bool {
		return strings.Contains(d.ask(t, "xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "window id")
	})
	return d
}

// environ is what programs on the display see: the display, a folder of the
// test's own for whatever they keep, so that nobody's settings or archives are
// read or written, and English. The home itself is folder/home.
func (d *display) environ(folder string) []string {
	return []string{
		"DISPLAY=" + d.name,
		"HOME=" + folder + "/home",
		"XDG_CONFIG_HOME=" + folder + "/config",
		"XDG_DATA_HOME=" + folder + "/data",
		"XDG_CACHE_HOME=" + folder,
		"XDG_RUNTIME_DIR=" + folder,
		"PATH=" + os.Getenv("PATH"),
		"LANG=en_GB.UTF-8",
		"TZ=UTC",
		"FYNE_SCALE=1",
		"FYNE_THEME=light",
		"LIBGL_ALWAYS_SOFTWARE=1",
	}
}

// run runs a program on the display and returns what it prints.
func (d *display) run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	command := exec.CommandContext(ctx, name, args...)
	command.Env = d.environ(os.TempDir())
	var complaints bytes.Buffer
	command.Stderr = &complaints
	printed, err := command.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, &complaints)
	}
	return printed
}

// ask is run for questions that are asked until the answer is right: a program
// that fails has no answer yet.
func (d *display) ask(t *testing.T, name string, args ...string) string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	command := exec.CommandContext(ctx, name, args...)
	command.Env = d.environ(os.TempDir())
	printed, err := command.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(printed))
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

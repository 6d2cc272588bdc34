package scripts_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A machine is a folder that stands for the whole PATH, with only the programs
// that a test puts there: what is missing is missing, whatever this machine has.
type machine struct {
	t    *testing.T
	path string
}

// newMachine is a Debian with Go, logged in as root, with apt-get, and without
// anything that the window tests need. Its apt-get only notes what it is asked.
func newMachine(t *testing.T) machine {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("scripts/setup is a shell script, which Windows does not run by itself")
	}
	m := machine{t, t.TempDir()}
	for _, name := range []string{"sh", "cat", "cut", "env", "find", "head", "mktemp", "rm", "sed", "sort", "tr"} {
		real, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(real, filepath.Join(m.path, name)); err != nil {
			t.Fatal(err)
		}
	}
	m.put("go", "")
	m.put("uname", "echo Linux")
	m.put("id", "echo 0")
	m.put("apt-get", "")
	return m
}

// put adds a program that notes its name and arguments, then does body.
func (m machine) put(name, body string) {
	m.t.Helper()
	script := "#!/bin/sh\necho \"" + name + " $*\" >>'" + m.path + "/calls'\n" + body + "\n"
	if err := os.WriteFile(filepath.Join(m.path, name), []byte(script), 0o755); err != nil {
		m.t.Fatal(err)
	}
}

func (m machine) remove(name string) {
	m.t.Helper()
	if err := os.Remove(filepath.Join(m.path, name)); err != nil {
		m.t.Fatal(err)
	}
}

// calls lists what apt-get and sudo were asked.
func (m machine) calls() string {
	noted, err := os.ReadFile(filepath.Join(m.path, "calls"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		m.t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(noted)) {
		if strings.HasPrefix(line, "apt-get ") || strings.HasPrefix(line, "sudo ") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// setup runs scripts/setup on the machine.
func (m machine) setup(args ...string) (output string, status int) {
	m.t.Helper()
	script, err := filepath.Abs("setup")
	if err != nil {
		m.t.Fatal(err)
	}
	command := exec.Command(filepath.Join(m.path, "sh"), append([]string{script}, args...)...)
	command.Env = []string{"PATH=" + m.path, "HOME=" + m.path, "SSL_CERT_FILE=" + filepath.Join(m.path, "go")}
	var both bytes.Buffer
	command.Stdout, command.Stderr = &both, &both
	if err := command.Run(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			m.t.Fatal(err)
		}
		status = exit.ExitCode()
	}
	return both.String(), status
}

var windowTools = []string{"Xvfb", "xdotool", "openbox", "import", "xprop"}

func TestSetup(t *testing.T) {
	const install = "apt-get -q -y install --no-install-recommends xdotool\n"
	const noXdotool = "setup: missing xdotool: moves the pointer and types in the window tests\n"
	tests := []struct {
		name       string
		change     func(machine) // from a machine that lacks xdotool alone
		args       []string
		wantStatus int
		want       string // of the output; "…" at its end stands for anything
		wantCalls  string
	}{
		{
			name:   "nothing missing",
			change: func(m machine) { m.put("xdotool", "") },
		},
		{
			name:      "one package missing",
			want:      noXdotool + "setup: installing xdotool\n",
			wantCalls: install,
		},
		{
			name: "several missing",
			change: func(m machine) {
				m.remove("Xvfb")
				m.remove("import")
			},
			want:      "setup: missing …",
			wantCalls: "apt-get -q -y install --no-install-recommends imagemagick xdotool xvfb\n",
		},
		{
			name: "said, not done",
			args: []string{"--dry-run"},
			want: noXdotool,
		},
		{
			name: "stale package list",
			change: func(m machine) {
				m.put("apt-get", `case $* in *update*) : >"$HOME/fresh" ;; *) [ -e "$HOME/fresh" ] ;; esac`)
			},
			want:      noXdotool + "setup: installing xdotool\nsetup: refreshing the package list\n",
			wantCalls: install + "apt-get -q -y update\n" + install,
		},
		{
			name: "no such package",
			change: func(m machine) {
				m.put("apt-get", `case $* in *install*) echo "E: Unable to locate package" && exit 100 ;; esac`)
			},
			wantStatus: 1,
			want: noXdotool + "setup: installing xdotool\nsetup: refreshing the package list\n" +
				"E: Unable to locate package\nsetup: could not install xdotool\n",
			wantCalls: install + "apt-get -q -y update\n" + install,
		},
		{
			name: "not root, with sudo",
			change: func(m machine) {
				m.put("id", "echo 1000")
				m.put("sudo", `exec "$@"`)
			},
			want:      noXdotool + "setup: installing xdotool\n",
			wantCalls: "sudo env DEBIAN_FRONTEND=noninteractive " + install + install,
		},
		{
			name:       "not root, without sudo",
			change:     func(m machine) { m.put("id", "echo 1000") },
			wantStatus: 1,
			want:       noXdotool + "setup: not root and no sudo: as root, run 'apt-get install xdotool'\n",
		},
		{
			name:       "not a Debian",
			change:     func(m machine) { m.remove("apt-get") },
			wantStatus: 1,
			want:       noXdotool + "setup: install these by the means of this system (the names are Debian's): xdotool\n",
		},
		{
			name:       "no Go",
			change:     func(m machine) { m.remove("go") },
			wantStatus: 1,
			want:       "setup: Go is missing: install Go 1.26 or newer, see go.dev\n",
		},
		{
			name:       "unknown task",
			args:       []string{"lunch"},
			wantStatus: 2,
			want:       "setup: unknown task 'lunch'\n…",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newMachine(t)
			for _, name := range windowTools {
				if name != "xdotool" {
					m.put(name, "")
				}
			}
			if test.change != nil {
				test.change(m)
			}
			got, status := m.setup(append(test.args, "window")...)
			if status != test.wantStatus {
				t.Errorf("status = %d, want %d", status, test.wantStatus)
			}
			if start, ok := strings.CutSuffix(test.want, "…"); ok && strings.HasPrefix(got, start) {
				got = test.want
			}
			if got != test.want {
				t.Errorf("output:\n%s\nwant:\n%s", got, test.want)
			}
			if calls := m.calls(); calls != test.wantCalls {
				t.Errorf("calls:\n%s\nwant:\n%s", calls, test.wantCalls)
			}
		})
	}
}

// Elsewhere than on Linux, setup says what to install and installs nothing.
func TestSetupElsewhere(t *testing.T) {
	tests := []struct {
		name       string
		system     string
		compiler   string
		task       string
		wantStatus int
		want       string
	}{
		{"macOS without a compiler", "Darwin", "", "run", 1, "setup: a C compiler is missing: run 'xcode-select --install'\n"},
		{"macOS with a compiler", "Darwin", "clang", "run", 0, ""},
		{"macOS, tests", "Darwin", "", "test", 0, ""},
		{"macOS, window tests", "Darwin", "", "window", 0, "setup: the window and browser tests run on Linux alone\n"},
		{"Windows without a compiler", "MINGW64_NT-10.0", "", "run", 1, "setup: a C compiler is missing: install MSYS2, in it mingw-w64-x86_64-gcc, and put its bin folder on PATH\n"},
		{"Windows with a compiler", "MINGW64_NT-10.0", "gcc", "run", 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newMachine(t)
			m.put("uname", "echo "+test.system)
			if test.compiler != "" {
				m.put(test.compiler, "")
			}
			got, status := m.setup(test.task)
			if status != test.wantStatus || got != test.want {
				t.Errorf("got %d, %q\nwant %d, %q", status, got, test.wantStatus, test.want)
			}
			if calls := m.calls(); calls != "" {
				t.Errorf("calls:\n%s\nwant none", calls)
			}
		})
	}
}

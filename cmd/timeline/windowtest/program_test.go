//go:build window

package windowtest

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A process is a program that a test has started.
type process struct {
	ended chan struct{}   // closed when it has
	err   error           // of its Wait, once it has ended
	wrote strings.Builder // on standard error; to be read once it has ended
	said  strings.Builder // on standard output; the same
}

// start starts a program that ends with the test at the latest. If the test
// fails, what the program wrote goes to the log.
func start(t *testing.T, command *exec.Cmd) *process {
	t.Helper()
	p := &process{ended: make(chan struct{})}
	command.Stdout, command.Stderr = &p.said, &p.wrote
	if err := command.Start(); err != nil {
		t.Fatalf("start %s: %v", command.Args[0], err)
	}
	go func() {
		p.err = command.Wait()
		close(p.ended)
	}()
	t.Cleanup(func() {
		command.Process.Kill() // one that has ended already is as good
		<-p.ended
		if t.Failed() && p.wrote.Len() > 0 {
			t.Logf("%s wrote:\n%s", command.Args[0], &p.wrote)
		}
	})
	return p
}

func (p *process) running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// binary is the program under test: $TIMELINE, else bin/timeline as `make build`
// leaves it.
func binary(t *testing.T) string {
	t.Helper()
	path := os.Getenv("TIMELINE")
	if path == "" {
		path = filepath.Join(moduleRoot(t), "bin", "timeline")
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("no program to test: %v; run make build", err)
	}
	return path
}

// timeline runs a command without a window and returns what it printed.
func timeline(t *testing.T, folder string, args ...string) []byte {
	t.Helper()
	command := exec.Command(binary(t), args...)
	command.Env = (&display{}).environ(folder)
	printed, err := command.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("timeline %s: %v\n%s", strings.Join(args, " "), err, exit.Stderr)
		}
		t.Fatalf("timeline %s: %v", strings.Join(args, " "), err)
	}
	return printed
}

// curated makes a new archive of the curated events in folder.
func curated(t *testing.T, folder string) string {
	t.Helper()
	archive := filepath.Join(folder, "curated.chancery")
	timeline(t, folder, "init", archive, "--curated")
	return archive
}

// A summary is what `timeline info --json` says of an archive.
type summary struct {
	Events, Actors, Sources, Links, Agreements int
}

func info(t *testing.T, folder, archive string) summary {
	t.Helper()
	var s summary
	if err := json.Unmarshal(timeline(t, folder, "info", "--archive", archive, "--json"), &s); err != nil {
		t.Fatalf("timeline info: %v", err)
	}
	return s
}

// moduleRoot is the folder of go.mod, above the test's own.
func moduleRoot(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "go.mod")); err != nil {
		t.Fatalf("the module's root: %v", err)
	}
	return folder
}

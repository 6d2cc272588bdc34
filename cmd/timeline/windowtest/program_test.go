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
	"time"
)

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
func timeline(t *testing.T, home string, args ...string) []byte {
	t.Helper()
	command := exec.Command(binary(t), args...)
	command.Env = (&display{}).environ(home)
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

// curated makes a new archive of the curated events in home.
func curated(t *testing.T, home string) string {
	t.Helper()
	archive := filepath.Join(home, "curated.chancery")
	timeline(t, home, "init", archive, "--curated")
	return archive
}

// A summary is what `timeline info --json` says of an archive.
type summary struct {
	Events, Actors, Sources, Links, Agreements int
}

func info(t *testing.T, home, archive string) summary {
	t.Helper()
	var s summary
	if err := json.Unmarshal(timeline(t, home, "info", "--archive", archive, "--json"), &s); err != nil {
		t.Fatalf("timeline info: %v", err)
	}
	return s
}

// within waits for a program's end, which comes as the error of its Wait.
func within(ended <-chan error) error {
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return errors.New("the program goes on")
	}
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

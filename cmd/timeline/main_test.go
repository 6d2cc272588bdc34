package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// shared is the material beside the project; a checkout may lack it.
var shared, _ = filepath.Abs(filepath.Join("..", "..", "..", "shared"))

// TestMain makes the test binary the program, so that scripts run the real
// command line.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"timeline": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
			stop()
			os.Exit(code)
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("GOLDEN") == "update",
		Setup: func(env *testscript.Env) error {
			// The default archive and the display are the machine's; a script
			// starts without either.
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data-home"))
			env.Setenv("LocalAppData", filepath.Join(env.WorkDir, "data-home"))
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("DISPLAY", "")
			env.Setenv("WAYLAND_DISPLAY", "")
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond != "shared" {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			_, err := os.Stat(shared)
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode": exitCode,
			"fixture":  fixture,
		},
	})
}

// exitCode CODE COMMAND… runs the program and wants that exit code.
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = err.Error()[len("exit status "):]
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// fixture FOLDER copies a folder of the material beside the project into the
// script's work directory; scripts that use it begin with [!shared] skip.
func fixture(ts *testscript.TestScript, _ bool, args []string) {
	from := filepath.Join(shared, filepath.FromSlash(args[0]))
	ts.Check(os.CopyFS(ts.MkAbs(filepath.Base(args[0])), os.DirFS(from)))
}

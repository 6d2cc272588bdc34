// Timeline is Chancery's program: a desktop timeline of diplomatic events, and
// the same work without a window as subcommands.
//
// Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some rows or dates
// were left out, 130 cancelled. Errors go to standard error, one line each.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"chancery/cmd/timeline/start"
	"chancery/data"
)

// version is set by the linker for releases.
var version = "0.1.0"

// The exit codes.
const (
	exitOK        = 0
	exitFailed    = 1
	exitUsage     = 2
	exitProblems  = 3
	exitCancelled = 130
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is main without the process: what the tests call.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err != nil && ctx.Err() != nil {
		fmt.Fprintln(stderr, "timeline: cancelled; nothing was changed by the step that was under way")
		return exitCancelled
	}
	var e *exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &e):
		if e.err != nil {
			fmt.Fprintln(stderr, "timeline:", e.err)
		}
		return e.code
	}
	fmt.Fprintln(stderr, "timeline:", err)
	return exitFailed
}

// An exitError ends the program with a code; a nil err says nothing more.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage marks an error as wrong usage.
func usage(cmd *cobra.Command, err error) error {
	return &exitError{exitUsage, fmt.Errorf("%w (see %s --help)", err, cmd.CommandPath())}
}

// args turns cobra's argument checks into usage errors.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usage(cmd, err)
		}
		return nil
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "timeline [ARCHIVE | REPORT.html]",
		Short: "A timeline of diplomatic events",
		Long: `Chancery shows diplomatic events in time, at the precision at which they are
known, with who did what to whom and where each fact comes from.

Without a subcommand it opens the window on ARCHIVE, or on the default archive,
which is made from the curated events when it is not there yet. On a report it
opens the very view that the report shows: in its archive, where that was or
beside the report, else with the events that the report holds.`,
		Example: `  timeline
  timeline gsomia.chancery
  timeline report.html
  timeline import events.csv actors.csv --archive gsomia.chancery
  timeline export --archive gsomia.chancery --format report --out report.html
  timeline date "late October 2018"`,
		Version: version,
		Args:    args(cobra.MaximumNArgs(1)),
		PersistentPreRun: func(cmd *cobra.Command, _ []string) {
			// Those that show a window end the beginning with its first frame.
			if cmd != cmd.Root() && cmd.Name() != benchName {
				start.Collect()
			}
		},
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			path := ""
			if len(args) == 1 {
				path = args[0]
			}
			if data.IsReport(path) {
				return openReport(cmd, path)
			}
			path, err := archivePath(cmd.Context(), path)
			if err != nil {
				return err
			}
			return openWindow(cmd.Context(), path, nil, nil)
		},
	}
	root.SetFlagErrorFunc(usage)
	root.AddCommand(
		newInit(), newImport(), newBatches(), newUndo(), newSniff(), newExport(), newChart(), newInfo(), newList(), newViews(), newCheck(), newDate(), newRender(), newBench(),
	)
	return root
}

package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/report"
)

// openReport opens the window on the view that a report shows.
func openReport(cmd *cobra.Command, path string) error {
	r, err := report.Reopen(cmd.Context(), path, data.ReopenOptions{})
	if err != nil {
		return err
	}
	return errors.Join(openWindow(cmd.Context(), r.Archive, r, nil), r.Discard())
}

// reopen finds the view that a report shows, in the archive at a path unless that
// is "", and says on standard error when it is not what it was.
func reopen(cmd *cobra.Command, path, archive string) (*data.Reopened, error) {
	r, err := report.Reopen(cmd.Context(), path, data.ReopenOptions{Archive: archive})
	if err != nil {
		return nil, err
	}
	if words := reopenedWords(r); words != "" {
		fmt.Fprintln(cmd.ErrOrStderr(), words)
	}
	return r, nil
}

// reopenedWords says what is shown in place of what a report shows; "" when it is
// the same.
func reopenedWords(r *data.Reopened) string {
	switch {
	case r.Own && r.Held < r.Events:
		return fmt.Sprintf("The archive %s was not opened: %s. Shown are the first %d of %d events, which %s holds.",
			r.Was, whyNot(r), r.Held, r.Events, filepath.Base(r.Report))
	case r.Own:
		return fmt.Sprintf("The archive %s was not opened: %s. Shown are the %s that %s holds.",
			r.Was, whyNot(r), counted(r.Held, "event"), filepath.Base(r.Report))
	case !r.Changes.None():
		var parts []string
		for _, c := range []struct {
			count int
			words string
		}{{r.Changes.Changed, "different"}, {r.Changes.Gone, "gone"}, {r.Changes.New, "new"}} {
			if c.count > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", c.count, c.words))
			}
		}
		return fmt.Sprintf("%s has changed since %s was made (events: %s). Shown is the archive as it is now.",
			r.Archive, filepath.Base(r.Report), strings.Join(parts, ", "))
	}
	return ""
}

func whyNot(r *data.Reopened) string {
	if r.Why != nil {
		return r.Why.Error()
	}
	return "it is not there, nor beside the report"
}

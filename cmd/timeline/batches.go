package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"chancery/data/store"
)

func newBatches() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "batches",
		Short: "List what was imported into an archive",
		Long: `Batches lists what was put into an archive at a time, the newest first: from which
files, with which profile, when, and what came of it. Any of them can be undone
with timeline undo --batch ID.`,
		Example: `  timeline batches --archive mine.chancery`,
		Args:    args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var batches []store.BatchRecord
		err := withArchive(cmd.Context(), *archive, func(a *store.Archive) (err error) {
			batches, err = a.Batches(cmd.Context())
			return err
		})
		switch {
		case err != nil:
			return err
		case *asJSON:
			return printJSON(cmd, batchLines(batches))
		}
		return printBatches(cmd.OutOrStdout(), batches)
	}
	return cmd
}

type batchLine struct {
	ID        int64           `json:"id"`
	Label     string          `json:"label"`
	At        string          `json:"at"` // RFC 3339, UTC
	Read      int             `json:"read"`
	Added     int             `json:"added"`
	Updated   int             `json:"updated"`
	Unchanged int             `json:"unchanged"`
	LeftOut   int             `json:"left_out"`
	Folded    int             `json:"folded"`
	Fold      []string        `json:"fold"`
	Files     []batchFileLine `json:"files"`
	Undone    string          `json:"undone"` // RFC 3339, "" while it stands
	Undoable  bool            `json:"undoable"`
}

type batchFileLine struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256"`
	Profile string `json:"profile"`
}

func batchLines(batches []store.BatchRecord) []batchLine {
	lines := make([]batchLine, len(batches))
	for i, b := range batches {
		lines[i] = batchLine{
			ID: b.ID, Label: b.Label, At: b.Started.UTC().Format(time.RFC3339),
			Read: b.Read, Added: b.Added, Updated: b.Updated, Unchanged: b.Unchanged, LeftOut: b.LeftOut, Folded: b.Folded,
			Fold: append([]string{}, b.Fold...), Files: []batchFileLine{}, Undoable: b.Kept && b.Undone.IsZero(),
		}
		if !b.Undone.IsZero() {
			lines[i].Undone = b.Undone.UTC().Format(time.RFC3339)
		}
		for _, f := range b.Files {
			lines[i].Files = append(lines[i].Files, batchFileLine(f))
		}
	}
	return lines
}

func printBatches(w io.Writer, batches []store.BatchRecord) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, b := range batches {
		state := ""
		if !b.Undone.IsZero() {
			state = "undone"
		}
		fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\n", b.ID, b.Started.Format("2006-01-02 15:04"), b.Label, outcomeOf(&b), state)
	}
	return table.Flush()
}

// outcomeOf says what came of a batch, without what did not happen.
func outcomeOf(b *store.BatchRecord) string {
	var parts []string
	for _, part := range []struct {
		n    int
		word string
	}{{b.Added, "added"}, {b.Updated, "updated"}, {b.Unchanged, "unchanged"}, {b.LeftOut, "left out"}, {b.Folded, "folded"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.word))
		}
	}
	return strings.Join(parts, ", ")
}

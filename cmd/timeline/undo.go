package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/data/store"
)

func newUndo() *cobra.Command {
	var batch int64
	cmd := &cobra.Command{
		Use:   "undo",
		Short: "Take back the last change, or a batch",
		Long: `Undo takes back what was done last to an archive: an edit, or a batch such as an
import. With --batch it takes back the batch with that number (timeline batches),
also when it is not the last: what it added goes, and what it changed is again as
it was. A batch on which later changes stand is refused, and they are named.

All of it is taken back or nothing. A batch that was undone can be had again by
importing its files again.`,
		Example: `  timeline undo --archive mine.chancery
  timeline undo --batch 3 --archive mine.chancery`,
		Args: args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.Flags().Int64Var(&batch, "batch", 0, "the `number` of the batch")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var label string
		err := withArchive(cmd.Context(), *archive, func(a *store.Archive) (err error) {
			if batch, label, err = undoLast(cmd, a, batch); err != nil || batch == 0 {
				return err
			}
			line := newProgress(cmd.ErrOrStderr(), "undo")
			err = a.UndoBatch(cmd.Context(), batch, line.Report)
			line.Clear()
			if err == nil {
				bringIndex(cmd, a)
			}
			return err
		})
		switch {
		case err != nil:
			return err
		case *asJSON:
			return printJSON(cmd, struct {
				Undone string `json:"undone"`
				Batch  int64  `json:"batch"`
			}{label, batch})
		}
		fmt.Fprintf(cmd.OutOrStdout(), "Undone: %s.\n", label)
		return nil
	}
	return cmd
}

// undoLast finds the batch to undo and its label. Without a number that is the
// newest; when an edit is newer, it is undone, and the number is 0.
func undoLast(cmd *cobra.Command, a *store.Archive, number int64) (batch int64, label string, err error) {
	if number == 0 {
		if number, label, err = a.NewestBatch(cmd.Context()); err != nil || number != 0 {
			return number, label, err
		}
		edit, err := a.Undo(cmd.Context())
		return 0, edit.Label, err
	}
	batches, err := a.Batches(cmd.Context())
	for _, b := range batches {
		if b.ID == number {
			label = b.Label
		}
	}
	return number, label, err
}

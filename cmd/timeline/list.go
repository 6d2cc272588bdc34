package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/store"
)

func newList() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Print events, one JSON object a line",
		Example: `  timeline list --archive gsomia.chancery --category agreement
  timeline list --from "summer 2019" --to 2019-11-23 --actor Japan`,
		Args: args(cobra.NoArgs),
	}
	archive, kept := archiveFlag(cmd), addFilter(cmd)
	jsonFlag(cmd) // accepted like everywhere; list prints nothing else
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		filter, err := kept.filter(cmd)
		if err != nil {
			return err
		}
		return withArchive(cmd.Context(), *archive, func(a *store.Archive) error {
			if filter.Text != "" {
				bringIndex(cmd, a)
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			if _, err := data.List(cmd.Context(), a, out, filter); err != nil {
				return err
			}
			return out.Flush()
		})
	}
	return cmd
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/data/store"
)

func newCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look an archive over for damage",
		Long: `Check reads the whole archive and reports what is wrong with it. It changes
nothing. The exit code is 1 when anything is wrong.`,
		Example: `  timeline check --archive gsomia.chancery`,
		Args:    args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var findings []string
		err := withArchive(cmd.Context(), *archive, func(a *store.Archive) (err error) {
			findings, err = a.Check(cmd.Context())
			return err
		})
		if err != nil {
			return err
		}
		if *asJSON {
			err = printJSON(cmd, struct {
				OK       bool     `json:"ok"`
				Findings []string `json:"findings"`
			}{len(findings) == 0, append([]string{}, findings...)})
		} else {
			for _, f := range findings {
				fmt.Fprintln(cmd.ErrOrStderr(), f)
			}
			if len(findings) == 0 {
				fmt.Fprintln(cmd.OutOrStdout(), "The archive is sound.")
			}
		}
		if err == nil && len(findings) > 0 {
			err = &exitError{code: exitFailed}
		}
		return err
	}
	return cmd
}

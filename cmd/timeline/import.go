package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/store"
)

func newImport() *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Bring events, actors and agreements in from CSV files",
		Long: `Import reads CSV files in Chancery's own format (docs/csv.md): events, actors,
agreements and collections, told apart by their headers.

Good rows go in, all together; a row that cannot be read is reported with its
file, row, column, value and reason, and the exit code is then 3. Importing the
same file again changes nothing.`,
		Example: `  timeline import events.csv --archive mine.chancery
  timeline import events.csv actors.csv instruments.csv --archive mine.chancery
  timeline import events.csv --archive mine.chancery --dry-run --json`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "report what would happen and change nothing")
	cmd.RunE = func(cmd *cobra.Command, files []string) error {
		var report data.Report
		line := newProgress(cmd.ErrOrStderr(), "import")
		err := withArchive(cmd.Context(), *archive, func(a *store.Archive) (err error) {
			report, err = data.Import(cmd.Context(), a, files, data.ImportOptions{DryRun: dryRun, Progress: line.Report})
			return err
		})
		line.Clear()
		if err != nil {
			return err
		}
		if *asJSON {
			err = printJSON(cmd, report)
		} else {
			printReport(cmd, report)
		}
		if err == nil && len(report.Problems) > 0 {
			err = &exitError{code: exitProblems}
		}
		return err
	}
	return cmd
}

func printReport(cmd *cobra.Command, r data.Report) {
	out, problems := cmd.OutOrStdout(), cmd.ErrOrStderr()
	verb := "imported"
	if r.DryRun {
		verb = "would be imported"
	}
	fmt.Fprintf(out, "%s %s: %d added, %d updated, %d unchanged, %d left out.\n",
		counted(r.Read, "row"), verb, r.Added, r.Updated, r.Unchanged, len(r.Problems))
	for _, p := range r.Problems {
		fmt.Fprintf(problems, "%s row %d", p.File, p.Row)
		if p.Column != "" {
			fmt.Fprintf(problems, ", %s %s", p.Column, quoted(p.Value))
		}
		fmt.Fprintf(problems, ": %s\n", p.Message)
	}
}

// quoted returns a cell in quotes, shortened so that a problem stays one line.
func quoted(value string) string {
	const most = 80
	if r := []rune(value); len(r) > most {
		value = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", strings.ToValidUTF8(value, "\uFFFD"))
}

// counted returns a number with its noun: "1 row", "2 rows".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

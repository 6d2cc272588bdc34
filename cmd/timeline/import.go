package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/store"
	"chancery/data/tabular"
)

func newImport() *cobra.Command {
	var o data.ImportOptions
	var rejects, fold string
	var later bool
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Bring events, actors and agreements in from files",
		Long: `Import reads tables: Chancery's own CSV (docs/csv.md), and those of others
(docs/import.md), text in any usual encoding, plain or compressed. What the
columns mean is found out, or told with --profile or --map; see timeline sniff.

Good rows go in, all together; a row that cannot be read is reported with its
file, row, column, value and reason, and the exit code is then 3. Importing the
same file again changes nothing.`,
		Example: `  timeline import events.csv --archive mine.chancery
  timeline import events.csv actors.csv instruments.csv --archive mine.chancery
  timeline import 20170101.export.CSV.zip --fold --archive mine.chancery
  timeline import vetoes.csv --date-order mdy --rejects left-out.csv --archive mine.chancery
  timeline import events.csv --archive mine.chancery --dry-run --json`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	archive, asJSON, given := archiveFlag(cmd), jsonFlag(cmd), hintsOf(cmd)
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, "report what would happen and change nothing")
	cmd.Flags().StringVar(&rejects, "rejects", "", "`file` that takes the rows left out, as CSV with the reasons")
	cmd.Flags().StringVar(&fold, "fold", "", "fold rows that tell of one event: same, mirrored, reports, or what fits the file")
	cmd.Flags().Lookup("fold").NoOptDefVal = foldFitting
	cmd.Flags().BoolVar(&later, "search-later", false, "end once the events are in, and leave the search index to the next search or window")
	cmd.Flags().IntVar(&o.Limit, "limit", 0, "read no more than `n` rows of each file")
	cmd.RunE = func(cmd *cobra.Command, files []string) (err error) {
		if o.Hints, err = given.hints(); err != nil {
			return usage(cmd, err)
		}
		if err := setFold(&o, fold); err != nil {
			return usage(cmd, err)
		}
		o.Searchable = !later && !o.DryRun
		report, err := importFiles(cmd, *archive, files, o, rejects)
		if err != nil {
			return err
		}
		if *asJSON {
			err = printJSON(cmd, report)
		} else {
			printReport(cmd, report)
		}
		if err == nil && report.LeftOut > 0 {
			err = &exitError{code: exitProblems}
		}
		return err
	}
	return cmd
}

// foldFitting is the value of --fold that leaves the way to the file.
const foldFitting = "auto"

func setFold(o *data.ImportOptions, fold string) error {
	switch fold {
	case "":
		return nil
	case foldFitting:
		o.FoldFitting = true
		return nil
	}
	var err error
	if o.Fold, err = tabular.ParseFolds(fold); err != nil {
		return fmt.Errorf("--fold: %w", err)
	}
	return nil
}

// importFiles imports with progress, and keeps the file of rejects only when
// there are some.
func importFiles(cmd *cobra.Command, archive string, files []string, o data.ImportOptions, rejects string) (report data.Report, err error) {
	line := newProgress(cmd.ErrOrStderr(), "import")
	defer line.Clear()
	defer saveMemory()()
	o.Progress = line.Report
	run := func(w io.Writer) error {
		o.Rejects = w
		return withArchive(cmd.Context(), archive, func(a *store.Archive) (err error) {
			report, err = data.Import(cmd.Context(), a, files, o)
			line.Clear()
			if err == nil && o.Searchable {
				bringIndex(cmd, a)
			}
			return err
		})
	}
	if rejects == "" {
		err = run(nil)
		return report, err
	}
	var kept bytes.Buffer
	if err := run(&kept); err != nil {
		return report, err
	}
	if kept.Len() == 0 {
		return report, nil
	}
	return report, os.WriteFile(rejects, kept.Bytes(), 0o644)
}

func printReport(cmd *cobra.Command, r data.Report) {
	out, problems := cmd.OutOrStdout(), cmd.ErrOrStderr()
	verb := "imported"
	if r.DryRun {
		verb = "would be imported"
	}
	fmt.Fprintf(out, "%s %s: %d added, %d updated, %d unchanged, %d left out.\n",
		counted(r.Read, "row"), verb, r.Added, r.Updated, r.Unchanged, r.LeftOut)
	if r.Folded > 0 {
		fmt.Fprintf(out, "%s folded into others.\n", counted(r.Folded, "row"))
	}
	if r.Likely > 0 {
		fmt.Fprintf(out, "%s the same as an earlier one; --fold would fold them.\n", counted(r.Likely, "row"))
	}
	for _, way := range tabular.Folds() {
		if n := r.Foldable[way]; n > 0 {
			fmt.Fprintf(out, "%s %s; --fold=%s would fold them.\n", counted(n, "event"), foldable[way], way)
		}
	}
	for _, f := range r.Files {
		printFileReport(cmd, &f)
	}
	for _, p := range r.Problems {
		fmt.Fprintf(problems, "%s row %d", p.File, p.Row)
		if p.Column != "" {
			fmt.Fprintf(problems, ", %s %s", p.Column, quoted(p.Value))
		}
		fmt.Fprintf(problems, ": %s\n", p.Message)
	}
}

// foldable says why events are likely to be the same as earlier ones.
var foldable = map[tabular.Fold]string{
	tabular.FoldMirrored: "likely the mirror image of an earlier one, B on A for A on B",
	tabular.FoldReports:  "likely reports of an earlier one, by day, pair and code",
}

// printFileReport tells what a person may want to change before the next try.
func printFileReport(cmd *cobra.Command, f *data.FileReport) {
	problems := cmd.ErrOrStderr()
	for _, w := range f.Warnings {
		fmt.Fprintf(problems, "%s: %s\n", f.Name, w)
	}
	for _, q := range f.Questions {
		fmt.Fprintf(problems, "%s: %s Rows like %s wait for the answer:\n", f.Name, q.Text, quoted(q.Example))
		for _, c := range q.Choices {
			fmt.Fprintf(problems, "  --answer '%s=%s'  %s\n", q.ID, c.Answer, c.Text)
		}
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

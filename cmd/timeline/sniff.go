package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/tabular"
)

func newSniff() *cobra.Command {
	var mapping bool
	cmd := &cobra.Command{
		Use:   "sniff FILE…",
		Short: "Say how a table would be understood",
		Long: `Sniff looks at the beginning of tables and says what import would make of them:
encoding, delimiter, header, what each column means, how its dates are written,
what stands for no value, and which questions are open. It changes nothing.

The flags are those of import. With --mapping it prints the mapping of the
columns, to be changed, saved and given to import --map.`,
		Example: `  timeline sniff wars.csv
  timeline sniff wars.csv --json
  timeline sniff wars.csv --mapping > wars.map.json`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	asJSON, given := jsonFlag(cmd), hintsOf(cmd)
	cmd.Flags().BoolVar(&mapping, "mapping", false, "print the mapping of the columns as JSON")
	cmd.RunE = func(cmd *cobra.Command, files []string) error {
		hints, err := given.hints()
		if err != nil {
			return usage(cmd, err)
		}
		inputs, err := data.Files(files)
		if err != nil {
			return err
		}
		for _, in := range inputs {
			u, err := data.Sniff(cmd.Context(), in, hints)
			switch {
			case err != nil:
				return err
			case *asJSON:
				err = printJSON(cmd, u)
			case mapping && u.Mapping == nil:
				err = fmt.Errorf("%s is a table of %s in Chancery's own format, which needs no mapping", u.Name, u.Own)
			case mapping:
				err = u.Mapping.Write(cmd.OutOrStdout())
			default:
				printUnderstanding(cmd.OutOrStdout(), u)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	return cmd
}

// printUnderstanding tells a person what was found out of a file.
func printUnderstanding(w io.Writer, u *tabular.Understanding) {
	fmt.Fprintln(w, u.Name)
	if u.Sheet != "" {
		fmt.Fprintf(w, "  sheet      %s\n", u.Sheet)
	} else {
		fmt.Fprintf(w, "  encoding   %s (%s)\n", u.Encoding, percent(u.EncodingConfidence))
		fmt.Fprintf(w, "  cells      set apart by %s, quotes %s, line ends %s (%s)\n", u.Delimiter, u.Quotes, u.LineEnds, percent(u.DialectConfidence))
	}
	if u.HeaderRow == 0 {
		fmt.Fprintf(w, "  header     none (%s)\n", percent(u.HeaderConfidence))
	} else {
		fmt.Fprintf(w, "  header     row %d (%s)\n", u.HeaderRow, percent(u.HeaderConfidence))
	}
	fmt.Fprintf(w, "  profile    %s (%s)\n", u.Profile, percent(u.ProfileConfidence))
	if u.Own != "" {
		fmt.Fprintf(w, "  holds      %s, in Chancery's own format\n", u.Own)
		return
	}
	fmt.Fprintln(w, "  columns")
	for _, c := range u.Columns {
		printColumn(w, &c)
	}
	for _, q := range u.Questions {
		printQuestion(w, &q)
	}
	for _, warning := range u.Warnings {
		fmt.Fprintf(w, "  warning    %s\n", warning)
	}
}

func printColumn(w io.Writer, c *tabular.ColumnView) {
	means := "not read"
	switch {
	case c.Means == tabular.MeansNothing && c.InTitle:
		means = "in the title"
	case c.Means != tabular.MeansNothing:
		means = strings.TrimSpace(string(c.Means)+" "+c.Role) + " (" + percent(c.Confidence) + ")"
	}
	details := []string{}
	for _, s := range c.Shapes {
		details = append(details, strings.TrimSpace(fmt.Sprintf("%d × %s %s", s.Count, s.Shape, s.Order)))
	}
	if len(c.Nulls) > 0 {
		details = append(details, "no value: "+strings.Join(c.Nulls, " "))
	}
	if c.Separator != "" {
		details = append(details, fmt.Sprintf("list at %q", c.Separator))
	}
	if len(c.Examples) > 0 {
		details = append(details, "e.g. "+oneLine(c.Examples[0]))
	}
	fmt.Fprintf(w, "    %-24s %-26s %s\n", oneLine(c.Name), means, strings.Join(details, "; "))
}

func printQuestion(w io.Writer, q *tabular.Question) {
	if q.Answer != "" {
		fmt.Fprintf(w, "  decided    %s is %s: %s\n", q.ID, q.Answer, q.Reason)
		return
	}
	fmt.Fprintf(w, "  question   %s (%s rows, columns %s)\n", q.Text, fmt.Sprint(q.Rows), strings.Join(q.Columns, ", "))
	for _, c := range q.Choices {
		fmt.Fprintf(w, "             --answer '%s=%s'  %s\n", q.ID, c.Answer, c.Text)
	}
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

// oneLine shortens a text for a list.
func oneLine(text string) string {
	const most = 40
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	return text
}

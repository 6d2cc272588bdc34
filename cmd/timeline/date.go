package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"chancery/model/edtf"
)

// A dateAnswer is what timeline date says of one text. Earliest and latest are
// half-open bounds as ISO 8601 instants, empty when that side is open.
type dateAnswer struct {
	Text      string   `json:"text"`
	EDTF      string   `json:"edtf"`
	Display   string   `json:"display"`
	Precision string   `json:"precision"`
	Earliest  string   `json:"earliest"`
	Latest    string   `json:"latest"`
	Readings  []string `json:"readings"`
	Error     string   `json:"error,omitempty"`
}

func newDate() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "date TEXT…",
		Short: "Say how a date is understood",
		Long: `Date reads each TEXT as EDTF or as people write dates, and says what it means: the
EDTF value, the precision, and the earliest and latest moments (the latest is the
first moment after). A text with two readings gives both. The argument - reads
texts from standard input, one a line. The exit code is 1 when any text is not
understood.`,
		Example: `  timeline date 2019-11-17 "late October 2018" 1850s
  timeline date 03/04/2019
  timeline date - < dates.txt`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, texts []string) error {
		failed := false
		say := func(text string) error {
			a := answer(text)
			failed = failed || a.Error != ""
			if *asJSON {
				return printJSON(cmd, a)
			}
			return a.print(cmd.OutOrStdout())
		}
		for _, text := range texts {
			var err error
			if text == "-" {
				err = eachLine(cmd.InOrStdin(), say)
			} else {
				err = say(text)
			}
			if err != nil {
				return err
			}
		}
		if failed {
			return &exitError{code: exitFailed}
		}
		return nil
	}
	return cmd
}

func eachLine(r io.Reader, say func(string) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if err := say(strings.TrimSuffix(lines.Text(), "\r")); err != nil {
			return err
		}
	}
	return lines.Err()
}

func answer(text string) dateAnswer {
	a := dateAnswer{Text: text, Readings: []string{}}
	dates, err := readings(text)
	if err != nil {
		a.Error = err.Error()
		return a
	}
	for _, d := range dates {
		a.Readings = append(a.Readings, d.String())
	}
	if len(dates) != 1 {
		return a
	}
	d := dates[0]
	b := d.Bounds()
	a.EDTF, a.Display, a.Precision = d.String(), d.Display(), d.Precision().String()
	if b.EarliestStart != edtf.Past {
		a.Earliest = b.EarliestStart.String()
	}
	if b.LatestEnd != edtf.Future {
		a.Latest = b.LatestEnd.String()
	}
	return a
}

// readings returns every date that a text can mean.
func readings(text string) ([]edtf.Date, error) {
	d, err := edtf.Parse(strings.TrimSpace(text))
	if err == nil {
		return []edtf.Date{d}, nil
	}
	r, err := edtf.Read(text, edtf.Unstated)
	return r.Dates, err
}

func (a dateAnswer) print(w io.Writer) error {
	var err error
	switch {
	case a.Error != "":
		_, err = fmt.Fprintf(w, "%s\tnot understood: %s\n", a.Text, a.Error)
	case a.EDTF == "":
		_, err = fmt.Fprintf(w, "%s\ttwo readings: %s\n", a.Text, strings.Join(a.Readings, " or "))
	default:
		_, err = fmt.Fprintf(w, "%s\t%s\t%s\t%s – %s\n", a.Text, a.EDTF, a.Display, a.Earliest, a.Latest)
	}
	return err
}

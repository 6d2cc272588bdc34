package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"chancery/data/charset"
	"chancery/data/tabular"
)

// A hintFlags is what a person says of files on the command line.
type hintFlags struct {
	profile, mapping, encoding, delimiter, dateOrder, sheet string
	nulls, answers                                          []string
	noHeader                                                bool
}

// hintsOf adds the flags that say how files are to be understood.
func hintsOf(cmd *cobra.Command) *hintFlags {
	h := &hintFlags{}
	f := cmd.Flags()
	f.StringVar(&h.profile, "profile", "", "what the columns mean: "+strings.Join(tabular.ProfileNames(), ", "))
	f.StringVar(&h.mapping, "map", "", "`file` with a mapping of the columns, as sniff --mapping writes it")
	f.StringVar(&h.encoding, "encoding", "", "encoding of the text, such as utf-8, cp949 or shift_jis, when the guess is wrong")
	f.StringVar(&h.delimiter, "delimiter", "", "what stands between cells: comma, tab, semicolon, bar, \\x01 or one sign")
	f.StringVar(&h.dateOrder, "date-order", "", "which comes first in 03/04/2019: dmy, mdy or ymd")
	f.StringArrayVar(&h.nulls, "null", nil, "`text` that stands for no value in every column; may be repeated")
	f.StringArrayVar(&h.answers, "answer", nil, "answer to a question that sniff asks, as `ID=ANSWER`; may be repeated")
	f.StringVar(&h.sheet, "sheet", "", "sheet of a workbook")
	f.BoolVar(&h.noHeader, "no-header", false, "the first row is no header")
	return h
}

// hints reads the flags. Whatever is wrong with them is wrong usage.
func (h *hintFlags) hints() (tabular.Hints, error) {
	hints := tabular.Hints{Profile: h.profile, Nulls: h.nulls, Sheet: h.sheet}
	if h.encoding != "" {
		var ok bool
		if hints.Encoding, ok = charset.Named(h.encoding); !ok {
			return hints, fmt.Errorf("--encoding: there is no encoding %q", h.encoding)
		}
	}
	if h.delimiter != "" {
		var err error
		if hints.Delimiter, err = tabular.DelimiterNamed(h.delimiter); err != nil {
			return hints, fmt.Errorf("--delimiter: %w", err)
		}
	}
	if h.noHeader {
		hints.Header = new(bool)
	}
	if h.mapping != "" {
		f, err := os.Open(h.mapping)
		if err != nil {
			return hints, fmt.Errorf("--map: %w", err)
		}
		defer f.Close() // was only read
		if hints.Mapping, err = tabular.ReadMapping(f); err != nil {
			return hints, fmt.Errorf("--map %s: %w", h.mapping, err)
		}
	}
	answers := tabular.Answers{}
	if h.dateOrder != "" {
		answers[string(tabular.AskOrder)] = strings.ToLower(h.dateOrder)
	}
	for _, a := range h.answers {
		id, answer, ok := strings.Cut(a, "=")
		if !ok {
			return hints, fmt.Errorf("--answer: %q is not ID=ANSWER", a)
		}
		answers[id] = answer
	}
	if err := answers.Check(); err != nil {
		return hints, err
	}
	if len(answers) > 0 {
		hints.Answers = answers
	}
	return hints, nil
}

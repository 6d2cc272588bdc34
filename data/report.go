package data

import (
	"cmp"
	"slices"

	"chancery/data/store"
)

// A Problem is a row that was left out, or a cell that could not be read. Row
// counts as a spreadsheet does: the header is row 1. Column is "" when the row
// as a whole is wrong.
type Problem struct {
	File    string `json:"file"`
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Value   string `json:"value"`
	Message string `json:"message"`
}

// A FileReport says what became of the rows of one file.
type FileReport struct {
	Name      string   `json:"name"`
	Kind      string   `json:"kind"` // events, actors, agreements or collections
	Read      int      `json:"read"`
	Added     int      `json:"added"`
	Updated   int      `json:"updated"`
	Unchanged int      `json:"unchanged"`
	Ignored   []string `json:"ignored_columns"` // columns that the format does not have
}

// A Report says what an import did, or in a dry run would do. Every row read is
// added, updated, unchanged or one of the problems.
type Report struct {
	Read      int          `json:"read"`
	Added     int          `json:"added"`
	Updated   int          `json:"updated"`
	Unchanged int          `json:"unchanged"`
	Problems  []Problem    `json:"problems"`
	Files     []FileReport `json:"files"`
	DryRun    bool         `json:"dry_run"`
}

func (f *FileReport) count(o store.Outcome) {
	switch o {
	case store.Added:
		f.Added++
	case store.Updated:
		f.Updated++
	default:
		f.Unchanged++
	}
}

// close adds up the files and puts the problems into reading order.
func (r *Report) close(order []string) {
	for _, f := range r.Files {
		r.Read += f.Read
		r.Added += f.Added
		r.Updated += f.Updated
		r.Unchanged += f.Unchanged
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.File), slices.Index(order, b.File)),
			cmp.Compare(a.Row, b.Row))
	})
}

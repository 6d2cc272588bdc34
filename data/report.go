package data

import (
	"cmp"
	"slices"

	"chancery/data/store"
	"chancery/data/tabular"
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
	// Question is the ID of the open question whose answer would mend the row.
	Question string   `json:"-"`
	Cells    []string `json:"-"` // of the row, as they stand in the file; may be missing
}

// A Count says what became of rows and of the events that they make. Every row
// read is imported, folded into another or left out; every event of an imported
// row is added, updated or unchanged. In our own tables a row is one event, or
// one of what else the table is of.
type Count struct {
	Read      int `json:"read"` // rows
	Imported  int `json:"imported"`
	Folded    int `json:"folded"`
	LeftOut   int `json:"left_out"`
	Added     int `json:"added"` // events
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
}

func (c *Count) add(other *Count) {
	c.Read += other.Read
	c.Imported += other.Imported
	c.Folded += other.Folded
	c.LeftOut += other.LeftOut
	c.Added += other.Added
	c.Updated += other.Updated
	c.Unchanged += other.Unchanged
}

// A FileReport says what became of the rows of one file.
type FileReport struct {
	Name string `json:"name"`
	Kind string `json:"kind"` // events, actors, agreements or collections
	Count
	Ignored   []string           `json:"ignored_columns"` // columns that mean nothing to us
	Profile   string             `json:"profile"`
	Encoding  string             `json:"encoding"`
	Questions []tabular.Question `json:"questions"` // that have no answer
	Warnings  []string           `json:"warnings"`
}

// A Report says what an import did, or in a dry run would do.
type Report struct {
	Count
	// Problems are the first mostProblems rows that were left out; LeftOut
	// counts all of them.
	Problems []Problem `json:"problems"`
	// Waiting counts the rows that are left out until a question is answered.
	Waiting int `json:"-"`
	// Likely counts rows that say the same as an earlier one of their file and
	// were not folded.
	Likely int `json:"likely_duplicates"`
	// Foldable counts, by the other ways to fold that suit the files, the events
	// that each would fold into another.
	Foldable map[tabular.Fold]int `json:"foldable"`

	Fold   []string     `json:"fold"` // the ways in which rows were folded
	Files  []FileReport `json:"files"`
	DryRun bool         `json:"dry_run"`
}

// mostProblems is how many rows that were left out are told one by one.
const mostProblems = 10_000

func (r *Report) add(p Problem) {
	if p.Question != "" {
		r.Waiting++
	}
	if len(r.Problems) < mostProblems {
		r.Problems = append(r.Problems, p)
	}
}

func (r *Report) tellLikenesses(likenesses []*tabular.Likeness) {
	for _, l := range likenesses {
		if n := l.Count(); n > 0 {
			r.Foldable[l.Fold] += n
		}
	}
}

func newFileReport(r reading) FileReport {
	f := FileReport{
		Name: r.input.Name, Kind: r.kind.String(), Ignored: []string{}, Questions: []tabular.Question{}, Warnings: []string{},
		Profile: tabular.ProfileOwn, Encoding: "UTF-8",
	}
	switch {
	case r.other != nil:
		f.Profile = r.other.Name
	case r.own != nil:
		f.Ignored = append(f.Ignored, r.own.Unknown...)
	default:
		for _, c := range r.found.Columns {
			if c.Means == tabular.MeansNothing && !c.InTitle {
				f.Ignored = append(f.Ignored, c.Name)
			}
		}
		f.Profile = r.found.Profile
		f.Questions = append(f.Questions, r.found.Unanswered()...)
		f.Warnings = append(f.Warnings, r.found.Warnings...)
	}
	if r.found != nil {
		f.Encoding = string(r.found.Encoding)
	}
	return f
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
	for i := range r.Files {
		r.Count.add(&r.Files[i].Count)
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.File), slices.Index(order, b.File)),
			cmp.Compare(a.Row, b.Row))
	})
}

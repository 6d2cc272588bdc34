package workspace

import (
	"context"
	"errors"
	"maps"
	"slices"

	"chancery/data"
	"chancery/data/store"
	"chancery/data/tabular"
)

// fileNamed returns the file of a problem.
func (im *Importing) fileNamed(name string) *ImportFile {
	i := slices.IndexFunc(im.Files, func(f *ImportFile) bool { return f.Input.Name == name })
	if i < 0 {
		return nil
	}
	return im.Files[i]
}

// errNotAlone says that a row cannot be understood without the others.
var errNotAlone = errors.New("the row cannot be understood alone")

// Repair is what the person said of a row, the zero Repair for nothing.
func (im *Importing) Repair(p *data.Problem) tabular.Repair {
	if f := im.fileNamed(p.File); f != nil {
		return f.Hints.Repairs[p.Row]
	}
	return tabular.Repair{}
}

// SetRepair mends the row of a problem, or leaves it out, or with the zero Repair
// takes it as it stands.
func (im *Importing) SetRepair(p *data.Problem, r tabular.Repair) {
	f := im.fileNamed(p.File)
	if f == nil {
		return
	}
	repairs := maps.Clone(f.Hints.Repairs) // a run under way reads the old one
	if repairs == nil {
		repairs = map[int]tabular.Repair{}
	}
	if delete(repairs, p.Row); r.Skip || len(r.Cells) > 0 {
		repairs[p.Row] = r
	}
	f.Hints.Repairs = repairs
	if im.size() > quickBytes && im.Report != nil && im.checking == nil {
		if err := im.again(f, *p); err == nil {
			im.observer()
			return
		}
	}
	im.Check(im.whole)
}

// again understands one row that was left out, and corrects the report, without
// reading a large file from its beginning. The import itself counts anew.
func (im *Importing) again(f *ImportFile, p data.Problem) error {
	if !f.Look.Foreign() || len(p.Cells) == 0 || len(im.Folds) > 0 || f.Look.Understanding.Mapping.Merge {
		return errNotAlone
	}
	rows, err := f.Look.Understanding.Understand([]tabular.Row{{Number: p.Row, Cells: p.Cells}}, f.Hints.Repairs)
	if err != nil || len(rows) != 1 {
		return errNotAlone
	}
	report := *im.Report
	report.Problems = slices.Clone(report.Problems)
	at := slices.IndexFunc(report.Problems, func(q data.Problem) bool { return q.File == p.File && q.Row == p.Row })
	if at < 0 {
		return errNotAlone
	}
	if p.Question != "" {
		report.Waiting--
	}
	if wrong := rows[0].Problem; wrong != nil {
		q := &report.Problems[at]
		q.Column, q.Value, q.Message, q.Question = wrong.Column, wrong.Value, wrong.Reason, wrong.Question
		if q.Question != "" {
			report.Waiting++
		}
		im.Report = &report
		return nil
	}
	outcomes, errs := im.w.archive.Compare().PutDigested(context.Background(), store.Digest(rows[0].Events))
	for i, outcome := range outcomes {
		switch {
		case errs[i] != nil:
			return errs[i]
		case outcome == store.Added:
			report.Added++
		case outcome == store.Updated:
			report.Updated++
		default:
			report.Unchanged++
		}
	}
	report.Problems = slices.Delete(report.Problems, at, at+1)
	report.LeftOut--
	report.Imported++
	im.Report = &report
	return nil
}

package tabular

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Survey looks through all of the file for what the beginning does not show of
// the order of day and month: a single date far down can decide it, or show that
// there are two orders. It does nothing when no date of the file depends on it.
func (u *Understanding) Survey(ctx context.Context, file File) error {
	if u.Own != "" || u.Sheet != "" || !u.more || !u.asksOrder() {
		return nil
	}
	text, err := u.Text(file)
	if err != nil {
		return err
	}
	defer text.Close() // was only read
	var dates []int
	for _, f := range u.Mapping.Columns {
		if at := find(u.Header, f.Column); at >= 0 && f.Means.isDate() {
			dates = append(dates, at)
		}
	}
	known := u.rows[len(u.rows)-1].number
	rows := newRowScanner(text, u.dialect)
	for {
		cells, err := rows.next()
		var syntax *CellError
		switch {
		case errors.Is(err, io.EOF):
			u.Questions = append([]Question{}, u.questions(u.profiles)...)
			u.viewShapes()
			return nil
		case errors.As(err, &syntax):
			continue
		case err != nil:
			return fmt.Errorf("read %s: %w", u.Name, err)
		}
		if rows.row <= known {
			continue
		}
		if rows.row%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for _, at := range dates {
			if at < len(cells) {
				u.profiles[at].survey(strings.TrimSpace(cells[at]))
			}
		}
	}
}

// asksOrder reports dates in which day and month can be swapped.
func (u *Understanding) asksOrder() bool {
	for _, q := range u.Questions {
		if q.Kind == AskOrder {
			return true
		}
	}
	return false
}

// survey looks at the order of a date, and at nothing else.
func (p *columnProfile) survey(v string) {
	if len(v) > 40 {
		return
	}
	s := shapeOf(v)
	if !s.orders() {
		return
	}
	sp := p.shapes[s]
	if sp == nil {
		sp = &shapeProfile{example: strings.Clone(v)}
		p.shapes[s] = sp
	}
	sp.count++
	sp.weigh(v, v, s.shortYear())
}

// viewShapes shows again how the columns write dates.
func (u *Understanding) viewShapes() {
	for i := range u.Columns {
		if u.Columns[i].Means.isDate() {
			u.Columns[i].Shapes = u.profiles[i].shapeViews()
		}
	}
}

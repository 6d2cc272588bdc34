package tabular

import (
	"io"
	"slices"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// ParseAgreement reads a row of a table of agreements. The error is a
// *CellError.
func ParseAgreement(r *Record) (model.Agreement, error) {
	a := model.Agreement{
		Key:          r.text("id"),
		Name:         r.text("name"),
		ShortName:    r.text("short_name"),
		Type:         r.text("type"),
		Parties:      words(r.Cell("parties")),
		PlaceSigned:  r.text("place_signed"),
		InitialTerm:  r.text("initial_term"),
		RenewalRule:  r.text("renewal_rule"),
		NoticePeriod: r.text("notice_period"),
		Status:       r.text("status"),
		Events:       words(r.Cell("event_ids")),
		Confidence:   r.text("confidence"),
		Remark:       r.Cell("remark"),
	}
	if a.Key == "" {
		return a, &CellError{Column: "id", Value: "", Reason: "an agreement needs an id"}
	}
	if a.Name == "" {
		return a, &CellError{Column: "name", Value: "", Reason: "an agreement needs a name"}
	}
	var err error
	for _, date := range []struct {
		column string
		into   *edtf.Date
	}{{"signed", &a.Signed}, {"in_force", &a.InForce}, {"expiry_or_end", &a.End}, {"status_as_of", &a.StatusAsOf}} {
		if *date.into, _, err = readDate(date.column, r.Cell(date.column)); err != nil {
			return a, err
		}
	}
	if a.Notices, err = readSteps("notices", r.Cell("notices")); err != nil {
		return a, err
	}
	if a.Suspensions, err = readSteps("suspensions", r.Cell("suspensions")); err != nil {
		return a, err
	}
	a.Citations, err = citations(r.Cell("sources"))
	return a, err
}

// readSteps reads notices or suspensions: "2019-08-23 by South Korea
// (termination);…". The party and the note may be missing.
func readSteps(column, cell string) ([]model.AgreementStep, error) {
	var steps []model.AgreementStep
	for _, part := range split(cell, ";") {
		text := strings.TrimSpace(part)
		if text == "" {
			continue
		}
		when, rest, _ := strings.Cut(text, " ")
		d, err := edtf.Parse(when)
		if err != nil {
			return nil, &CellError{Column: column, Value: text, Reason: "a step begins with its date, then by whom, then a note in brackets: 2019-08-23 by South Korea (termination)"}
		}
		rest, note := cutNote(rest)
		by, found := strings.CutPrefix(rest, "by ")
		if !found && rest != "" {
			return nil, &CellError{Column: column, Value: text, Reason: "after the date stands by whom, as in: 2019-08-23 by South Korea (termination)"}
		}
		steps = append(steps, model.AgreementStep{When: d, By: unescape(strings.TrimSpace(by)), Note: unescape(note)})
	}
	return steps, nil
}

// cutNote cuts the note in brackets off the end of a step. A note may have
// brackets of its own.
func cutNote(text string) (before, note string) {
	text = strings.TrimSpace(text)
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ')':
			depth++
		case '(':
			depth--
		}
		if depth == 0 {
			if text[i] != '(' {
				break // the text does not end in a bracket
			}
			return strings.TrimSpace(text[:i]), text[i+1 : len(text)-1]
		}
	}
	return text, ""
}

func stepCell(steps []model.AgreementStep) string {
	parts := make([]string, len(steps))
	for i, s := range steps {
		parts[i] = s.When.String()
		if s.By != "" {
			parts[i] += " by " + escape(s.By, ";")
		}
		if s.Note != "" {
			parts[i] += " (" + escape(s.Note, ";") + ")"
		}
	}
	return strings.Join(parts, ";")
}

// WriteAgreements writes a table of agreements.
func WriteAgreements(w io.Writer, agreements []model.Agreement, cells Cells) error {
	table := newTableWriter(w, cells)
	if err := table.write(slices.Clone(agreementColumns)); err != nil {
		return err
	}
	for i := range agreements {
		a := &agreements[i]
		err := table.write([]string{
			a.Key, a.Name, a.ShortName, a.Type, joinWords(a.Parties), a.Signed.String(), a.PlaceSigned, a.InForce.String(),
			a.InitialTerm, a.RenewalRule, a.NoticePeriod, stepCell(a.Notices), stepCell(a.Suspensions), a.End.String(),
			a.Status, a.StatusAsOf.String(), joinWords(a.Events), citationCell(a.Citations), a.Confidence, a.Remark,
		})
		if err != nil {
			return err
		}
	}
	return table.flush()
}

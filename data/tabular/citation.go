package tabular

import (
	"strings"

	"chancery/model"
)

// sourceSeparator sets sources apart. When reading, the spaces may be missing.
const sourceSeparator = " ;; "

// A source is publisher|title|url|date, and after them a quote and where it
// stands when there are any.
const (
	plainFields = 4
	allFields   = 6
)

// citations reads a cell of sources.
func citations(cell string) ([]model.Citation, error) {
	var list []model.Citation
	parts := split(cell, strings.TrimSpace(sourceSeparator))
	for i, part := range parts {
		if i > 0 {
			part = strings.TrimPrefix(part, " ")
		}
		if i < len(parts)-1 {
			part = strings.TrimSuffix(part, " ")
		}
		if strings.TrimSpace(part) == "" {
			continue
		}
		c, err := readCitation(part)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

func readCitation(part string) (model.Citation, error) {
	fields := split(part, "|")
	switch {
	case len(fields) > allFields:
		return model.Citation{}, &CellError{"sources", part, `a source is publisher|title|url|date|quote|place, and a bar inside one of them is written \|`}
	case len(fields) == 1 && isWebAddress(part):
		fields = []string{"", "", strings.TrimSpace(part)}
	}
	for i := range fields {
		fields[i] = unescape(fields[i])
	}
	fields = append(fields, make([]string, allFields-len(fields))...)
	published, _, err := readDate("sources", fields[3])
	if err != nil {
		return model.Citation{}, err
	}
	return model.Citation{
		Source: model.Source{Publisher: fields[0], Title: fields[1], URL: fields[2], Published: published},
		Quote:  fields[4], Locator: fields[5],
	}, nil
}

// isWebAddress tells a bare address, as people paste it, from a publisher.
func isWebAddress(part string) bool {
	part = strings.TrimSpace(part)
	return strings.HasPrefix(part, "https://") || strings.HasPrefix(part, "http://")
}

// citationCell is the inverse of citations.
func citationCell(list []model.Citation) string {
	parts := make([]string, len(list))
	for i, c := range list {
		fields := []string{c.Source.Publisher, c.Source.Title, c.Source.URL, c.Source.Published.String(), c.Quote, c.Locator}
		for len(fields) > plainFields && fields[len(fields)-1] == "" {
			fields = fields[:len(fields)-1]
		}
		for k, f := range fields {
			// Two semicolons could be taken for the end of the source.
			fields[k] = strings.ReplaceAll(escape(f, "|"), ";;", `\;\;`)
		}
		parts[i] = strings.Join(fields, "|")
	}
	return strings.Join(parts, sourceSeparator)
}

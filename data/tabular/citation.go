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

// separatorSign is sourceSeparator without the spaces.
const separatorSign = ";;"

// citations reads a cell of sources.
func citations(cell string) ([]model.Citation, error) {
	p := eventParser{dates: newCache(readCell)}
	list, wrong := p.citations(cell, nil)
	if wrong != nil {
		return nil, wrong
	}
	return list, nil
}

// citations appends the sources of a cell to a list. They are views of it.
func (p *eventParser) citations(cell string, list []model.Citation) ([]model.Citation, *CellError) {
	escaped := strings.IndexByte(cell, '\\') >= 0
	for first, more := true, true; more; first = false {
		var part string
		if escaped {
			part, cell, more = cut(cell, separatorSign)
		} else {
			part, cell, more = strings.Cut(cell, separatorSign)
		}
		if !first {
			part = strings.TrimPrefix(part, " ")
		}
		if more {
			part = strings.TrimSuffix(part, " ")
		}
		if strings.TrimSpace(part) == "" {
			continue
		}
		c, wrong := p.citation(part, escaped)
		if wrong != nil {
			return nil, wrong
		}
		list = append(list, c)
	}
	return list, nil
}

func (p *eventParser) citation(part string, escaped bool) (model.Citation, *CellError) {
	var fields [allFields]string
	n := 0
	for rest, more := part, true; more; n++ {
		if n == allFields {
			return model.Citation{}, p.wrong(columnSources, part, `a source is publisher|title|url|date|quote|place, and a bar inside one of them is written \|`)
		}
		if escaped {
			fields[n], rest, more = cut(rest, "|")
			fields[n] = unescape(fields[n])
		} else {
			fields[n], rest, more = strings.Cut(rest, "|")
		}
	}
	if n == 1 && isWebAddress(part) {
		fields[0], fields[2] = "", unescape(strings.TrimSpace(part))
	}
	published := cellDate{}
	if fields[3] != "" {
		if published = p.dates.of(fields[3]); published.reason != "" {
			return model.Citation{}, p.wrong(columnSources, fields[3], published.reason)
		}
	}
	return model.Citation{
		Source: model.Source{Publisher: fields[0], Title: fields[1], URL: fields[2], Published: published.date},
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

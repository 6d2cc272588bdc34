package tabular

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// languageOf returns the language of a column of names: "ja" of name_ja.
func languageOf(column string) string {
	language, ok := strings.CutPrefix(column, "name_")
	if !ok {
		return ""
	}
	return language
}

// ParseActor reads a row of a table of actors. The error is a *CellError.
func ParseActor(t *Reader, r *Record) (model.Actor, error) {
	a := model.Actor{
		Key:     strings.TrimSpace(r.Cell("id")),
		Name:    strings.TrimSpace(r.Cell("name")),
		Parent:  strings.TrimSpace(r.Cell("parent")),
		Country: strings.TrimSpace(r.Cell("country")),
		Code:    strings.TrimSpace(r.Cell("cameo_code")),
	}
	if a.Name == "" {
		return a, &CellError{"name", "", "an actor needs a name"}
	}
	var err error
	if a.Kind, err = model.ParseActorKind(r.Cell("kind")); err != nil {
		return a, &CellError{"kind", r.Cell("kind"), err.Error()}
	}
	if a.From, _, err = readDate("from", r.Cell("from")); err != nil {
		return a, err
	}
	if a.To, _, err = readDate("to", r.Cell("to")); err != nil {
		return a, err
	}
	for _, column := range t.Header {
		if name := strings.TrimSpace(r.Cell(column)); name != "" && languageOf(column) != "" {
			a.Names = append(a.Names, model.LocalName{Language: languageOf(column), Text: name})
		}
	}
	if office := strings.TrimSpace(r.Cell("office")); office != "" {
		a.Posts = append(a.Posts, model.Post{Office: office, From: a.From, To: a.To, Current: true})
	}
	for _, part := range split(r.Cell("other_offices"), ";") {
		if strings.TrimSpace(part) != "" {
			a.Posts = append(a.Posts, readPost(part))
		}
	}
	return a, nil
}

// readPost reads an office and when it was held: "Minister for Foreign Affairs
// 2017-08-03/2019-09-11". An office whose last word is no date has none.
func readPost(part string) model.Post {
	text := strings.TrimSpace(part)
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		if d, err := edtf.Parse(text[i+1:]); err == nil {
			post := model.Post{Office: unescape(strings.TrimSpace(text[:i])), From: d.Start(), To: d.End()}
			if d.Form() != edtf.Interval {
				post.From, post.To = d, d
			}
			return post
		}
	}
	return model.Post{Office: unescape(text)}
}

// writePost is the inverse of readPost.
func writePost(p *model.Post) string {
	office := escape(p.Office, ";")
	switch {
	case p.From.IsZero() && p.To.IsZero():
		return office
	case p.From == p.To && p.From.Form() != edtf.Interval && p.From.String() != "..":
		return office + " " + p.From.String()
	}
	return office + " " + p.From.String() + "/" + p.To.String()
}

// WriteActors writes a table of actors. Languages beyond the usual ones get
// columns of their own at the end.
func WriteActors(w io.Writer, actors []model.Actor) error {
	header := slices.Clone(actorColumns)
	for i := range actors {
		for _, n := range actors[i].Names {
			if column := "name_" + n.Language; !slices.Contains(header, column) {
				header = append(header, column)
			}
		}
	}
	slices.Sort(header[len(actorColumns):])
	table := csv.NewWriter(w)
	if err := table.Write(header); err != nil {
		return err
	}
	for i := range actors {
		if err := table.Write(actorCells(&actors[i], header)); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

func actorCells(a *model.Actor, header []string) []string {
	kind := a.Kind.String()
	if a.Kind == model.OtherActor {
		kind = ""
	}
	office, others := "", []string(nil)
	for i := range a.Posts {
		if a.Posts[i].Current && office == "" {
			office = a.Posts[i].Office
			continue
		}
		others = append(others, writePost(&a.Posts[i]))
	}
	cells := []string{
		a.Key, a.Name, kind, a.Parent, a.Country, a.Code, a.NameIn("ja"), a.NameIn("ko"),
		office, a.From.String(), a.To.String(), strings.Join(others, "; "),
	}
	for _, column := range header[len(cells):] {
		cells = append(cells, a.NameIn(languageOf(column)))
	}
	return cells
}

package tabular

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"chancery/model"
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
		Key:     r.text("id"),
		Name:    r.text("name"),
		Parent:  r.text("parent"),
		Country: r.text("country"),
		Code:    r.text("cameo_code"),
	}
	if a.Name == "" {
		return a, &CellError{Column: "name", Value: "", Reason: "an actor needs a name"}
	}
	var err error
	if a.Kind, err = model.ParseActorKind(r.Cell("kind")); err != nil {
		return a, &CellError{Column: "kind", Value: r.Cell("kind"), Reason: err.Error()}
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
	// The order of the columns says nothing, so it must make no difference.
	slices.SortFunc(a.Names, func(x, y model.LocalName) int { return cmp.Compare(x.Language, y.Language) })
	if office := r.text("office"); office != "" {
		a.Posts = append(a.Posts, model.Post{Office: office, From: a.From, To: a.To, Current: true})
	}
	for _, part := range split(r.Cell("other_offices"), ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		post, err := readPost(part)
		if err != nil {
			return a, err
		}
		a.Posts = append(a.Posts, post)
	}
	return a, nil
}

// WriteActors writes a table of actors. Languages beyond the usual ones get
// columns of their own at the end.
func WriteActors(w io.Writer, actors []model.Actor, cells Cells) error {
	header := slices.Clone(actorColumns)
	for i := range actors {
		for _, n := range actors[i].Names {
			if column := "name_" + n.Language; !slices.Contains(header, column) {
				header = append(header, column)
			}
		}
	}
	slices.Sort(header[len(actorColumns):])
	table := newTableWriter(w, cells)
	if err := table.write(slices.Clone(header)); err != nil {
		return err
	}
	for i := range actors {
		if err := table.write(actorCells(&actors[i], header)); err != nil {
			return err
		}
	}
	return table.flush()
}

func actorCells(a *model.Actor, header []string) []string {
	kind := a.Kind.String()
	if a.Kind == model.OtherActor {
		kind = ""
	}
	office, others := "", []string(nil)
	for i := range a.Posts {
		if office == "" && isCurrent(a, &a.Posts[i]) {
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

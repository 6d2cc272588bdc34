package tabular

import (
	"io"
	"slices"

	"chancery/model"
)

// ParseCollection reads a row of a table of collections. The error is a
// *CellError.
func ParseCollection(r *Record) (model.Collection, error) {
	c := model.Collection{Key: r.text("id"), Name: r.text("name")}
	if c.Key == "" {
		return c, &CellError{Column: "id", Value: "", Reason: "a collection needs an id"}
	}
	return c, nil
}

// WriteCollections writes a table of collections.
func WriteCollections(w io.Writer, collections []model.Collection, cells Cells) error {
	table := newTableWriter(w, cells)
	if err := table.write(slices.Clone(collectionColumns)); err != nil {
		return err
	}
	for _, c := range collections {
		if err := table.write([]string{c.Key, c.Name}); err != nil {
			return err
		}
	}
	return table.flush()
}

package tabular

import (
	"encoding/csv"
	"io"

	"chancery/model"
)

// ParseCollection reads a row of a table of collections. The error is a
// *CellError.
func ParseCollection(r *Record) (model.Collection, error) {
	c := model.Collection{Key: r.text("id"), Name: r.text("name")}
	if c.Key == "" {
		return c, &CellError{"id", "", "a collection needs an id"}
	}
	return c, nil
}

// WriteCollections writes a table of collections.
func WriteCollections(w io.Writer, collections []model.Collection) error {
	table := csv.NewWriter(w)
	if err := table.Write(collectionColumns); err != nil {
		return err
	}
	for _, c := range collections {
		if err := table.Write(tidyAll([]string{c.Key, c.Name})); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

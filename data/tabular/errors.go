package tabular

import "fmt"

// A CellError says why a cell cannot be read. Column is "" when the row as a
// whole is wrong. Question is the ID of the open question whose answer would make
// the cell readable, "" when there is none.
type CellError struct {
	Column   string
	Value    string
	Reason   string
	Question string
}

func (e *CellError) Error() string {
	if e.Column == "" {
		return e.Reason
	}
	return fmt.Sprintf("%s %q: %s", e.Column, e.Value, e.Reason)
}

// A FileError says why nothing of a file can be read.
type FileError struct {
	Name   string
	Reason string
}

func (e *FileError) Error() string { return e.Name + ": " + e.Reason }

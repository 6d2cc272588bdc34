// Package tabular reads and writes chronologies as tables: Chancery's own CSV,
// with a table each for events, actors, agreements and collections. docs/csv.md
// describes the format for people.
//
// It knows nothing of archives. What a cell cannot mean is a CellError, which
// leaves the other rows alone; what makes a whole file unreadable is a
// FileError.
package tabular

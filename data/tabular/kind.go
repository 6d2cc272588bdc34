package tabular

import "slices"

// A TableKind says what the rows of a table are.
type TableKind uint8

// The kinds of tables, in the order in which an import takes them, so that a
// row finds what it names.
const (
	Collections TableKind = iota
	Actors
	Agreements
	Events
)

var kindNames = [...]string{
	Collections: "collections", Actors: "actors", Agreements: "agreements", Events: "events",
}

// String returns the name of the kind in reports.
func (k TableKind) String() string { return kindNames[k] }

// The columns of each table, in the order in which they are written. The extra
// columns of events are written only when some event has a value there.
var (
	eventColumns = []string{
		"id", "collection", "title", "summary", "start", "end", "kind", "category", "cameo", "actors",
		"place", "lat", "lon", "sources", "links", "confidence",
	}
	eventExtras  = []string{"score", "tags", "start_text", "end_text"}
	actorColumns = []string{
		"id", "name", "kind", "parent", "country", "cameo_code", "name_ja", "name_ko",
		"office", "from", "to", "other_offices",
	}
	agreementColumns = []string{
		"id", "name", "short_name", "type", "parties", "signed", "place_signed", "in_force",
		"initial_term", "renewal_rule", "notice_period", "notices", "suspensions", "expiry_or_end",
		"status", "status_as_of", "event_ids", "sources", "confidence", "remark",
	}
	collectionColumns = []string{"id", "name"}
)

// kindOf finds the kind of a table by columns that only it has.
func kindOf(header []string) (TableKind, bool) {
	all := func(columns ...string) bool {
		return !slices.ContainsFunc(columns, func(c string) bool { return !slices.Contains(header, c) })
	}
	switch {
	case all("title", "start"):
		return Events, true
	case all("name", "signed", "parties"):
		return Agreements, true
	case all("id", "name", "kind"):
		return Actors, true
	case len(header) == 2 && all("id", "name"):
		return Collections, true
	}
	return Events, false
}

// knows reports whether tables of kind k have a column.
func (k TableKind) knows(column string) bool {
	switch k {
	case Events:
		return slices.Contains(eventColumns, column) || slices.Contains(eventExtras, column)
	case Actors:
		return slices.Contains(actorColumns, column) || languageOf(column) != ""
	case Agreements:
		return slices.Contains(agreementColumns, column)
	}
	return slices.Contains(collectionColumns, column)
}

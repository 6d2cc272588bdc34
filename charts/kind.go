package charts

// A Kind says what a chart is, and so how it is drawn and which fields of a
// Spec it uses.
type Kind uint8

// The kinds of charts.
const (
	// Timeline: Marks in the lanes that Categories name, along time.
	Timeline Kind = iota
	// Heat: a row per Category, a cell per Bin; Series[i] is row i.
	Heat
	// Ranking: a bar per Category; Series[0] is its length, Series[1] its
	// shade, a mean score with N.
	Ranking
	// Stacked: a bar per Bin, made of Series from the bottom up. With Marks it
	// is so few events that each is a dot, stacked in its bin.
	Stacked
	// Scores: per Bin a mean score (Series[0], with N) as a bar and the mean
	// of five bins (Series[1], with N) as a line or, with Separate, cooperation
	// as a bar upwards (Series[2]) and conflict as one downwards (Series[3]).
	// With Marks it is so few events that each is a dot.
	Scores
	// Matrix: a row and a column per Category. Of n of them, Series[i].Values[j]
	// is how many events lie between them or, in a directed one, in how many i
	// acts on j; Series[n+i] are their mean scores, with N.
	Matrix
	// Network: Nodes joined by Edges.
	Network
	// Ladder: a row per Category, Marks as arrows from row to row along time,
	// Arcs between them.
	Ladder
	// Waits: a row per Category, which is a pair; a dot per Delay along an
	// axis of days. Series[0] holds the medians, Series[1] and Series[2] the
	// quartiles.
	Waits
	// Calendar: a cell per Bin, which are days (a block of weeks for each
	// year) or months (a row for each year); Series[0] counts.
	Calendar
	// Shares: a bar per Category; Series[0] counts, Series[1] is the share,
	// from 0 to 1.
	Shares
	// Mirror: per Bin what the first does to the second, up (Series[0]), and
	// what the second does to the first, down (Series[1]). Series[2] and
	// Series[3] are their mean scores, with N.
	Mirror

	kindCount = iota
)

var kindNames = [kindCount]string{
	Timeline: "timeline", Heat: "heat", Ranking: "ranking", Stacked: "stacked", Scores: "scores",
	Matrix: "matrix", Network: "network", Ladder: "ladder", Waits: "waits", Calendar: "calendar",
	Shares: "shares", Mirror: "mirror",
}

// Kinds returns every kind.
func Kinds() []Kind {
	kinds := make([]Kind, kindCount)
	for i := range kinds {
		kinds[i] = Kind(i)
	}
	return kinds
}

// String returns the word for k in pages and goldens.
func (k Kind) String() string { return kindNames[k] }

// A Measure says what is shown of events.
type Measure uint8

// The measures: how many events there are, or the mean of their scores.
const (
	ByEvents Measure = iota
	ByScore
)

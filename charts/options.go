package charts

import (
	"chancery/model"
	"chancery/model/edtf"
)

// Data is what charts are built from.
type Data struct {
	Columns *model.Columns
	Keep    model.Bitmap // the kept rows; nil keeps all
	// Links are those between events of the archive, for ladders and waits.
	// A link to or from a row that is not kept is passed over.
	Links []model.Tie
	// Scores are the scores of the rows, in tenths of a point or
	// model.NoScore, by a table other than the archive's; nil for
	// Columns.Score.
	Scores []int8
	// Index finds the rows of an actor; nil to have it made. Who builds charts
	// of the same Columns more than once keeps one: see Columns.IndexActors.
	Index *model.ActorIndex
	// Scale names the scores: "Goldstein" when it is empty.
	Scale string
}

// A Subject is whom charts are about: an actor or, with With set, a pair of
// actors. Both are names. The zero Subject is everyone.
type Subject struct{ Actor, With string }

// String names the subject: "Japan", "Japan – South Korea", "All actors".
func (s Subject) String() string {
	switch {
	case s.Actor == "":
		return "All actors"
	case s.With == "":
		return s.Actor
	}
	return s.Actor + " – " + s.With
}

// Options say how charts are built. The zero Options are of everyone, over all
// time, in bins that suit it.
type Options struct {
	Subject Subject
	Compare []Subject // drawn beside the Subject, on equal scales
	RollUp  bool      // an actor stands for the bodies and people under it

	Unit     Unit         // of bins; Automatic chooses 24 to 72 of them
	From, To edtf.Instant // events that begin in [From, To) count; both 0 for all

	// ByRole makes a panel for each role that the subject has in events; in a
	// matrix or network it tells who acts on whom.
	ByRole     bool
	Normalised bool    // shares of each bin or row instead of numbers
	Separate   bool    // cooperation and conflict apart, in a chart of scores
	Shade      Measure // what colours of a matrix or a network tell
	Rows       int     // the most rows or nodes; 0 for what suits the kind

	// AsOf leaves out events that begin after its day; 0 for none.
	AsOf edtf.Instant

	// Progress is told, while a large network is laid out, how far that is.
	Progress func(done, total int)
}

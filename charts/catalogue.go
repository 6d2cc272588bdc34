package charts

// An Entry is a chart that can be asked for by key.
type Entry struct {
	Key   string
	Kind  Kind
	Title string
	About string // what question it answers, in a sentence
	Needs Needs

	build  func(*scope) Spec
	traits traits
}

// Traits are what charts have in common with some others, a set.
type traits uint8

const (
	timed   traits = 1 << iota // has the axis of time that charts share
	byRoles                    // Options.ByRole makes panels of it
	wide                       // panels stand under one another
)

func (e *Entry) is(t traits) bool { return e.traits&t != 0 }

// Needs says what a chart is not without.
type Needs uint8

// The needs, a set.
const (
	NeedsActor Needs = 1 << iota // a Subject with an actor
	NeedsPair                    // a Subject with two
	NeedsLinks                   // Links in the Data
)

var catalogue = []Entry{
	{"activity", Stacked, "Activity by category", "How much happened when, and of what sort.", 0, activity, timed | byRoles},
	{"conflict", Scores, "Conflict and cooperation", "How hostile or friendly events were along time.", 0, conflict, timed | byRoles},
	{"contacts", Heat, "Contacts", "With whom events were shared when.", 0, contacts, timed | byRoles},
	{"counterparts", Ranking, "Top counterparts", "With whom the most was shared, and in what spirit.", 0, counterparts, byRoles},
	{"network", Network, "Network", "Who has to do with whom.", 0, network, 0},
	{"matrix", Matrix, "Actor by actor", "What lies between each two of the busiest actors.", 0, matrix, 0},
	{"reciprocity", Mirror, "Reciprocity", "What each of two actors does to the other.", NeedsPair, reciprocity, timed},
	{"ladder", Ladder, "Who acts on whom", "Each event as an arrow from who acts to who is acted on, and what answered what.", 0, ladder, timed | wide},
	{"responses", Waits, "Response times", "How many days pass from an event to the response to it.", NeedsLinks, responses, wide},
	{"calendar", Calendar, "Calendar", "When in the year events fell.", 0, calendar, byRoles},
	{"shares", Shares, "Shares of categories", "Of what sort events are.", 0, shares, byRoles},
}

// Catalogue lists the charts that Build can make, in the order in which menus
// and reports show them.
func Catalogue() []Entry { return append([]Entry(nil), catalogue...) }

// EntryNamed returns the entry of a key; ok is false when there is none.
func EntryNamed(key string) (e Entry, ok bool) {
	for _, e := range catalogue {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}

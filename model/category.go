package model

import "strings"

// A Category is a class of events. The built-in ones have a colour and a
// silhouette of their own, found by Index; a category of the user's has
// Index OtherCategory.
type Category struct {
	Key   string // short and stable: "sanction"
	Term  string // the word in files: "sanction/export-control"
	Name  string // for people: "Export control / sanction"
	Short string // where room is scarce: "Export control"
	Index uint8
}

// OtherCategory is the Index of categories that are not built in.
const OtherCategory uint8 = 13

var builtin = [...]Category{
	{"agreement", "agreement", "Agreement", "Agreement", 0},
	{"ratification", "accession/ratification", "Ratification", "Ratification", 1},
	{"negotiation", "negotiation", "Negotiation", "Negotiation", 2},
	{"meeting", "meeting", "Meeting", "Meeting", 3},
	{"mediation", "mediation", "Mediation", "Mediation", 4},
	{"visit", "visit", "Visit", "Visit", 5},
	{"statement", "statement", "Statement", "Statement", 6},
	{"court", "court ruling", "Court ruling", "Court ruling", 7},
	{"filing", "dispute filing", "Dispute filing", "Dispute filing", 8},
	{"sanction", "sanction/export-control", "Export control / sanction", "Export control", 9},
	{"military", "military", "Military", "Military", 10},
	{"protest", "protest/boycott", "Protest / boycott", "Protest", 11},
	{"withdrawal", "withdrawal/termination", "Withdrawal / termination", "Withdrawal", 12},
}

// Categories returns the built-in categories in the order in which legends
// show them.
func Categories() []Category { return append([]Category(nil), builtin[:]...) }

// CategoryNamed returns the category that a word in a file means: its key, its
// term or its name, in any case. A word that is none of these is a category of
// the user's own, whose key, term and name are the word itself.
func CategoryNamed(word string) Category {
	w := strings.ToLower(strings.TrimSpace(word))
	for _, c := range builtin {
		if w == c.Key || w == c.Term || w == strings.ToLower(c.Name) || w == strings.ToLower(c.Short) {
			return c
		}
	}
	own := strings.TrimSpace(word)
	return Category{Key: own, Term: own, Name: own, Short: own, Index: OtherCategory}
}

// A Collection is a set of events that belong to one story or one file.
type Collection struct {
	Key  string
	Name string
}

// Label returns the collection's name, or its key when it has none.
func (c Collection) Label() string {
	if c.Name != "" {
		return c.Name
	}
	return c.Key
}

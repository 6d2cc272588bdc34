package model

import (
	"fmt"
	"strings"
)

// A LinkKind says how one event hangs on another.
type LinkKind uint8

// The kinds of links. A link runs from the later or smaller event to the one
// it hangs on: the response to its cause, the part to its whole.
const (
	ResponseTo LinkKind = iota
	Follows
	PartOf
	Supersedes
	DeadlineOf
)

var linkNames = [...]string{
	ResponseTo: "response-to",
	Follows:    "follows",
	PartOf:     "part-of",
	Supersedes: "supersedes",
	DeadlineOf: "deadline-of",
}

// String returns the word that files use for k.
func (k LinkKind) String() string {
	if int(k) < len(linkNames) {
		return linkNames[k]
	}
	return fmt.Sprintf("LinkKind(%d)", uint8(k))
}

// ParseLinkKind reads the word that files use for a kind of link.
func ParseLinkKind(word string) (LinkKind, error) {
	w := strings.ToLower(strings.TrimSpace(word))
	for k, name := range linkNames {
		if w == name {
			return LinkKind(k), nil
		}
	}
	return ResponseTo, fmt.Errorf("link kind %q is not one of %s", word, strings.Join(linkNames[:], ", "))
}

// A Link says that an event hangs on another, named by its key.
type Link struct {
	Kind LinkKind
	To   string
}

// A Tie is a link between two events of an archive.
type Tie struct {
	Cause, Response EventID
	Kind            LinkKind
}

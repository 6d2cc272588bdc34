package model

import (
	"fmt"
	"strings"

	"chancery/model/edtf"
)

// An EventID is the number of an event in its archive. Zero is an event that
// is not stored yet.
type EventID int64

// A Kind says what an event is in time.
type Kind uint8

// The kinds of events. A Point happened once, a Span lasted, a Deadline fell
// due.
const (
	Point Kind = iota
	Span
	Deadline
)

var kindNames = [...]string{Point: "event", Span: "span", Deadline: "deadline"}

// String returns the word that files use for k: event, span or deadline.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// ParseKind reads the word that files use for a kind. The empty word is a
// Point; the caller decides whether an end date makes it a Span.
func ParseKind(word string) (Kind, error) {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "", "event", "point":
		return Point, nil
	case "span", "period":
		return Span, nil
	case "deadline":
		return Deadline, nil
	}
	return Point, fmt.Errorf("kind %q is not event, span or deadline", word)
}

// A Place is where something happened. Lat and Lon are degrees (WGS 84) and
// mean something only when HasPoint is set, since 0°, 0° is a real place.
type Place struct {
	Name     string
	Lat, Lon float64
	HasPoint bool
}

// A Score is a conflict–cooperation score from –10 (conflict) to +10
// (cooperation). The zero Score is none.
type Score struct {
	Value float64
	Valid bool
}

// An Event is one thing that happened, lasted or fell due.
//
// Start is when it happened, or when a span began. End is set for spans only;
// an open end (still going on when last checked) is the EDTF "..". Both keep
// the precision at which they are known and are never padded. StartText and
// EndText hold the dates as the source wrote them, when that differs from
// EDTF.
type Event struct {
	ID         EventID
	Key        string // stable identifier, unique in an archive: what a re-import matches
	Collection string // key of the collection
	Title      string
	Summary    string
	Start, End edtf.Date
	StartText  string
	EndText    string
	Kind       Kind
	Category   string // key of the category
	CAMEO      string // event code as text: "010" is not "10"
	Score      Score  // as coded by hand or by the source; see EffectiveScore
	Place      Place
	Actors     []Participation
	Citations  []Citation
	Links      []Link
	Tags       []string
	Confidence string
	Origin     Origin
}

// Bounds returns the earliest and latest moments at which e can have started
// and ended, qualifiers not widened.
func (e *Event) Bounds() edtf.Bounds { return edtf.Span(e.Start, e.End) }

// An Origin is the file and row that an event came from. Row counts as a
// spreadsheet does, the header being row 1; zero means entered by hand.
type Origin struct {
	File string
	Row  int
}

// A Role says what an actor did in an event.
type Role uint8

// The roles. An Initiator acts on a Target; a Participant takes part without
// direction.
const (
	Participant Role = iota
	Initiator
	Target
	Mediator
	Host
)

var roleNames = [...]string{
	Participant: "participant",
	Initiator:   "initiator",
	Target:      "target",
	Mediator:    "mediator",
	Host:        "host",
}

// Roles returns every role, in the order in which people read them.
func Roles() []Role { return []Role{Initiator, Target, Participant, Mediator, Host} }

// String returns the word that files use for r.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return fmt.Sprintf("Role(%d)", uint8(r))
}

// ParseRole reads the word that files use for a role. The words source and
// recipient, of other event data, are read as initiator and target.
func ParseRole(word string) (Role, error) {
	w := strings.ToLower(strings.TrimSpace(word))
	for r, name := range roleNames {
		if w == name {
			return Role(r), nil
		}
	}
	switch w {
	case "source":
		return Initiator, nil
	case "recipient":
		return Target, nil
	}
	return Participant, fmt.Errorf("role %q is not one of initiator, target, participant, mediator, host", word)
}

// A Participation ties an actor to an event in a role. Actor is the actor's
// name as it stands in the archive, which is unique there.
type Participation struct {
	Actor string
	Role  Role
}

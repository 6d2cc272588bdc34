package model

import (
	"fmt"
	"strings"

	"chancery/model/edtf"
)

// An ActorID is the number of an actor in its archive. Zero is an actor that
// is not stored yet.
type ActorID int64

// An ActorKind says what sort of body or person an actor is.
type ActorKind uint8

// The kinds of actors. OtherActor is one met in an event and not described.
const (
	OtherActor ActorKind = iota
	State
	Ministry
	Organisation
	Company
	Court
	Person
)

var actorKindNames = [...]string{
	OtherActor:   "other",
	State:        "state",
	Ministry:     "ministry",
	Organisation: "organisation",
	Company:      "company",
	Court:        "court",
	Person:       "person",
}

// String returns the word that files use for k.
func (k ActorKind) String() string {
	if int(k) < len(actorKindNames) {
		return actorKindNames[k]
	}
	return fmt.Sprintf("ActorKind(%d)", uint8(k))
}

// ParseActorKind reads the word that files use for a kind of actor. The empty
// word is OtherActor.
func ParseActorKind(word string) (ActorKind, error) {
	w := strings.ToLower(strings.TrimSpace(word))
	if w == "" {
		return OtherActor, nil
	}
	for k, name := range actorKindNames {
		if w == name {
			return ActorKind(k), nil
		}
	}
	if w == "organization" {
		return Organisation, nil
	}
	return OtherActor, fmt.Errorf("actor kind %q is not one of %s", word, strings.Join(actorKindNames[1:], ", "))
}

// An Actor is a party to events. Name is unique in an archive; Key is the
// identifier that files use.
type Actor struct {
	ID      ActorID
	Key     string
	Name    string
	Kind    ActorKind
	Parent  string // key of the body it belongs to, "" for none
	Country string // ISO 3166-1 alpha-3
	Code    string // CAMEO actor code
	Names   []LocalName
	Posts   []Post
	From    edtf.Date // when it came to be, or took up the post under Parent
	To      edtf.Date
}

// A LocalName is a name in a language, as a BCP 47 tag: "ja", "ko", "en".
type LocalName struct {
	Language string
	Text     string
}

// NameIn returns the actor's name in a language, or "" when none is recorded.
func (a *Actor) NameIn(language string) string {
	for _, n := range a.Names {
		if n.Language == language {
			return n.Text
		}
	}
	return ""
}

// A Post is an office held from one date to another. Of is the key of the body
// in which it is held; "" means the actor's parent. A zero From or To is not
// known; To ".." is held still. Current marks the post under which the actor is
// listed, which files write apart from the others.
type Post struct {
	Office   string
	Of       string
	From, To edtf.Date
	Current  bool
}

// PostOn returns the office that the actor held at a moment, or "" when none
// is recorded for it. Posts of which neither end is known do not answer.
func (a *Actor) PostOn(at edtf.Instant) string {
	for _, p := range a.Posts {
		if p.From.IsZero() && p.To.IsZero() {
			continue
		}
		b := edtf.Span(p.From, p.To)
		if p.From.IsZero() {
			b.EarliestStart = edtf.Past
		}
		if p.To.IsZero() {
			b.LatestEnd = edtf.Future
		}
		if b.EarliestStart <= at && at < b.LatestEnd {
			return p.Office
		}
	}
	return ""
}

package model

// A Change replaces Before with After. A nil Before inserts; a nil After
// deletes. An event keeps its ID through every change and its inverse.
type Change struct{ Before, After *Event }

// An Edit is a named, reversible group of changes.
type Edit struct {
	Label   string
	Changes []Change
}

// Inverse returns the edit that takes e back. The inverse of the inverse is e.
func (e Edit) Inverse() Edit {
	inverse := Edit{Label: e.Label, Changes: make([]Change, len(e.Changes))}
	for i, c := range e.Changes {
		inverse.Changes[len(e.Changes)-1-i] = Change{Before: c.After, After: c.Before}
	}
	return inverse
}

// IDs returns the events that e changes, adds or deletes.
func (e Edit) IDs() []EventID {
	ids := make([]EventID, 0, len(e.Changes))
	for _, c := range e.Changes {
		switch {
		case c.After != nil:
			ids = append(ids, c.After.ID)
		case c.Before != nil:
			ids = append(ids, c.Before.ID)
		}
	}
	return ids
}

package store

import "context"

// A rowSet is the rows that a writer gathers.
type rowSet struct {
	newSources, events, participations, citations, links, eventTags bulk

	pending int // events whose rows these are
}

func newRowSet() *rowSet {
	return &rowSet{
		newSources:     newBulk("source (publisher, title, url, published, hash)", 5),
		events:         newBulk("event ("+eventColumns[len("id, "):]+")", eventCells-1),
		participations: newBulk("participation", 4),
		citations:      newBulk("citation", 5),
		links:          newBulk("link", 4),
		eventTags:      newBulk("event_tag", 3),
	}
}

const tableCount = 6

// tables are the rows by table, parents before what refers to them.
func (s *rowSet) tables() [tableCount]*bulk {
	return [...]*bulk{&s.newSources, &s.events, &s.participations, &s.citations, &s.links, &s.eventTags}
}

// flush writes the rows with the writer's own statements.
func (s *rowSet) flush(ctx context.Context, w *writer) error {
	for _, b := range s.tables() {
		if err := b.flush(ctx, w); err != nil {
			return err
		}
	}
	s.pending = 0
	return nil
}

package data

import (
	"context"

	"chancery/data/store"
	"chancery/model"
)

// Agreements returns the agreements of an archive, and the events that they name
// by their keys. An agreement may name an event that is not in the archive yet.
func Agreements(ctx context.Context, a *store.Archive) ([]model.Agreement, map[string]model.EventID, error) {
	list, err := a.Agreements(ctx)
	if err != nil {
		return nil, nil, err
	}
	events := map[string]model.EventID{}
	for i := range list {
		for _, key := range list[i].Events {
			if _, ok := events[key]; ok {
				continue
			}
			if event, err := a.EventByKey(ctx, key); err == nil {
				events[key] = event.ID
			}
		}
	}
	return list, events, ctx.Err()
}

package report

import (
	"cmp"
	"context"
	"slices"

	"chancery/data"
	"chancery/model"
)

// mostLives is how many lives of agreements a report shows.
const mostLives = 8

// lives returns the lives of the agreements of which any event is kept, as they
// were known on the as-of date: of many, those with most events. all is how many
// there are.
func (r *Report) lives(ctx context.Context) (lives []model.Lifecycle, all int, err error) {
	agreements, ids, err := data.Agreements(ctx, r.Archive)
	if err != nil {
		return nil, 0, err
	}
	for i, home := range r.Lanes.Homes(agreements, ids) {
		if life := agreements[i].LifecycleOn(r.AsOf); home.Kept && len(life.Stages) > 0 {
			lives = append(lives, life)
		}
	}
	all = len(lives)
	if all <= mostLives {
		return lives, all, nil
	}
	events := func(l model.Lifecycle) int { return len(l.Agreement.Events) }
	slices.SortStableFunc(lives, func(a, b model.Lifecycle) int { return events(b) - events(a) })
	lives = lives[:mostLives]
	slices.SortStableFunc(lives, func(a, b model.Lifecycle) int { return cmp.Compare(a.Stages[0].From, b.Stages[0].From) })
	return lives, all, nil
}

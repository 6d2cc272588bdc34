package workspace

import (
	"context"
	"slices"
	"strings"

	"chancery/data/store"
	"chancery/model"
)

type search struct {
	query   string
	running bool
	rows    model.Bitmap    // over the columns; nil when there is no query
	matches []model.EventID // kept matches in time order
	current int             // index into matches, -1 for none
	best    int             // index of the match to begin with
	nearest string
	nearby  int
	partial bool // there is more to find, once it is indexed
	cancel  context.CancelFunc
}

// Query returns the words that are searched for, "" for none.
func (w *Workspace) Query() string { return w.search.query }

// Searching reports whether the answer to the query is still on its way; until
// it is there, Matches answers for the query before.
func (w *Workspace) Searching() bool { return w.search.running }

// Search looks for words in titles, summaries, actors and sources in the
// background, in place of the search before.
func (w *Workspace) Search(query string) {
	if query == w.search.query {
		return
	}
	if w.search.cancel != nil {
		w.search.cancel()
	}
	if query == "" || w.archive == nil {
		w.search = search{}
		w.notify(MatchesChanged)
		return
	}
	w.search.query, w.search.running = query, true
	archive, columns, kept := w.archive, w.Columns(), w.Kept()
	result := search{query: query, current: -1}
	w.search.cancel = w.fetch(func(ctx context.Context) error {
		missing, err := archive.Unindexed(ctx)
		if err != nil {
			return err
		}
		ids, err := archive.Search(ctx, query)
		if err != nil {
			return err
		}
		result.partial = missing > 0
		result.rows = columns.RowsOf(ids)
		result.rows.And(kept)
		for row := range result.rows.All {
			result.matches = append(result.matches, columns.ID[row])
		}
		if len(result.matches) == 0 {
			result.nearest, result.nearby, err = archive.Nearest(ctx, query)
			return err
		}
		result.best, err = bestMatch(ctx, archive, query, result.matches)
		return err
	}, func() {
		w.search = result
		w.notify(MatchesChanged)
		if result.partial && w.indexing.err == nil {
			w.followIndex()
		}
	})
}

// titlesLooked bounds the titles looked through for the one that was meant.
const titlesLooked = 2000

// bestMatch returns the index of the first match that has every word of a query
// in its title, 0 when none has: who types a title means that event, and not an
// earlier one whose source speaks of it.
func bestMatch(ctx context.Context, archive *store.Archive, query string, matches []model.EventID) (int, error) {
	matches = matches[:min(len(matches), titlesLooked)]
	labels, err := archive.Labels(ctx, matches)
	i := slices.IndexFunc(matches, func(id model.EventID) bool { return holdsWords(labels[id].Title, query) })
	return max(i, 0), err
}

// holdsWords reports whether a title holds every word of a query.
func holdsWords(title, query string) bool {
	title = strings.ToLower(title)
	for word := range strings.FieldsSeq(strings.ToLower(strings.ReplaceAll(query, `"`, " "))) {
		if !strings.Contains(title, word) {
			return false
		}
	}
	return true
}

func (w *Workspace) searchAgain() {
	query := w.search.query
	if w.search.cancel != nil {
		w.search.cancel()
	}
	w.search = search{}
	w.Search(query)
}

// Matches returns the kept events that the search found, in time order, and
// the index of the current one, -1 when there is none yet.
func (w *Workspace) Matches() (ids []model.EventID, current int) {
	if w.search.query == "" {
		return nil, -1
	}
	return w.search.matches, w.search.current
}

// MatchRows returns the rows that the search found, nil when nothing is
// searched for.
func (w *Workspace) MatchRows() model.Bitmap { return w.search.rows }

// Nearest returns an indexed word close to a query that found nothing, and how
// many events have it.
func (w *Workspace) Nearest() (word string, events int) { return w.search.nearest, w.search.nearby }

// NextMatch selects the match after the current one, round the end. The first
// time it selects the first match that has the words in its title.
func (w *Workspace) NextMatch() { w.stepMatch(1) }

// PreviousMatch selects the match before the current one, round the start; the
// first time the same as NextMatch.
func (w *Workspace) PreviousMatch() { w.stepMatch(-1) }

func (w *Workspace) stepMatch(by int) {
	n := len(w.search.matches)
	if n == 0 {
		return
	}
	if w.search.current < 0 {
		w.search.current = w.search.best
	} else {
		w.search.current = (w.search.current + by + n) % n
	}
	w.Select(w.search.matches[w.search.current])
	w.notify(MatchesChanged)
}

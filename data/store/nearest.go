package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the indexed word that is nearest to one that finds nothing,
// and in how many events it stands: the fewest letters added, left out, changed
// or swapped, and among equals the most frequent. Words of up to four letters
// may differ in one, longer ones in two. It returns "" when there is none. The
// word comes back as it is indexed, in lower case and without accents.
func (a *Archive) Nearest(ctx context.Context, word string) (term string, n int, err error) {
	folded := []rune(foldWord(word))
	if len(folded) < 2 || isCJK(folded[0]) {
		return "", 0, nil
	}
	best := 1
	if len(folded) > 4 {
		best = 2
	}
	err = a.searching(ctx, func() error {
		shards, err := a.index.current(ctx)
		if err != nil {
			return err
		}
		// People seldom mistake the first letter, and the words that share it
		// are a small part of the index.
		first := string(folded[:1])
		if term, n, err = nearestIn(ctx, shards, folded, best, first); err == nil && term == "" {
			term, n, err = nearestIn(ctx, shards, folded, best, "")
		}
		return err
	})
	return term, n, err
}

// nearestIn returns the nearest word among those that begin with some letters,
// if one is no further than best.
func nearestIn(ctx context.Context, shards []*shard, word []rune, best int, begin string) (term string, n int, err error) {
	events := map[string]int{} // of the words that are near enough
	for _, s := range shards {
		err := each(ctx, s.read, func(rows *sql.Rows) error {
			var candidate string
			var count int
			err := rows.Scan(&candidate, &count)
			if editDistance(word, []rune(candidate), best) <= best {
				events[candidate] += count
			}
			return err
		}, "SELECT term, doc FROM event_term WHERE term >= ? AND term <= ?", begin, begin+string(utf8.MaxRune))
		if err != nil {
			return "", 0, err
		}
	}
	distance := best + 1
	for candidate, count := range events {
		d := editDistance(word, []rune(candidate), best)
		if d < distance || d == distance && (count > n || count == n && candidate < term) {
			distance, term, n = d, candidate, count
		}
	}
	return term, n, nil
}

// foldWord writes a word as the index does: lower case, no marks.
func foldWord(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(strings.TrimSpace(word)))
}

// editDistance is the optimal string alignment distance of two words, or limit
// + 1 when it is greater than limit.
func editDistance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return min(above[len(b)], limit+1)
}

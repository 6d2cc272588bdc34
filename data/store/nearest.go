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
	// People seldom mistake the first letter, and the words that share it are
	// a small part of the index.
	first := string(folded[:1])
	for _, part := range [...]struct{ from, to string }{
		{first, first + string(utf8.MaxRune)},
		{"", string(utf8.MaxRune)},
	} {
		err = each(ctx, a.reader, func(rows *sql.Rows) error {
			var candidate string
			var events int
			if err := rows.Scan(&candidate, &events); err != nil {
				return err
			}
			distance := editDistance(folded, []rune(candidate), best)
			if distance < best || distance == best && events > n {
				best, term, n = distance, candidate, events
			}
			return nil
		}, "SELECT term, doc FROM event_term WHERE term >= ? AND term <= ?", part.from, part.to)
		if err != nil || term != "" {
			return term, n, a.explain(err)
		}
	}
	return "", 0, nil
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

package store

import (
	"context"
	"errors"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"chancery/model"
)

// Search returns the events that hold every word of a query in their title,
// summary, place, sources or the names of their actors in any language, by
// ascending ID. Case and accents do not matter. The last word need only be the
// beginning of one, "words in quotes" must stand together, and Chinese,
// Japanese and Korean text is found anywhere. A query without a letter or digit
// finds nothing. Cancelling ctx stops a search at once.
//
// What changed last is found too, unless it is a great deal: see Unindexed.
func (a *Archive) Search(ctx context.Context, query string) (found []model.EventID, err error) {
	match := matchExpression(query)
	if match == "" {
		return nil, nil
	}
	err = a.searching(ctx, func() error {
		shards, err := a.index.current(ctx)
		if err != nil {
			return err
		}
		found, err = findIn(ctx, shards, match)
		return err
	})
	return found, err
}

// findIn searches the shards all at the same time.
func findIn(ctx context.Context, shards []*shard, match string) ([]model.EventID, error) {
	lists, errs := make([][]model.EventID, len(shards)), make([]error, len(shards))
	var searching sync.WaitGroup
	for i, s := range shards {
		searching.Go(func() { lists[i], errs[i] = s.find(ctx, match) })
	}
	searching.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return mergeBlocks(lists), nil
}

// mergeBlocks makes one list of what the shards found. Each list is in order, and
// no two have IDs of the same block.
func mergeBlocks(lists [][]model.EventID) []model.EventID {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	merged := make([]model.EventID, 0, n)
	for len(merged) < n {
		least := -1
		for i, list := range lists {
			if len(list) > 0 && (least < 0 || list[0] < lists[least][0]) {
				least = i
			}
		}
		list := lists[least]
		end := 1
		for end < len(list) && list[end]>>blockBits == list[0]>>blockBits {
			end++
		}
		merged = append(merged, list[:end]...)
		lists[least] = list[end:]
	}
	return merged
}

// matchExpression turns what a person types into a query of FTS5, in which
// every word is a quoted string, so that nothing typed is read as syntax. It is
// empty when there is nothing to look for.
func matchExpression(query string) string {
	query = norm.NFKC.String(strings.ToValidUTF8(query, " "))
	var terms []string
	for query != "" {
		var phrase string
		if phrase, query = cutTerm(query); phrase == "" {
			continue
		}
		last := strings.TrimSpace(query) == "" && !strings.HasPrefix(phrase, `"`)
		terms = append(terms, phraseTerms(strings.Trim(phrase, `"`), last)...)
	}
	return strings.Join(terms, " AND ")
}

// cutTerm takes a word or a quoted phrase off the front; a phrase keeps its
// opening quote. A quote that is never closed runs to the end.
func cutTerm(query string) (term, rest string) {
	query = strings.TrimLeftFunc(query, unicode.IsSpace)
	if after, ok := strings.CutPrefix(query, `"`); ok {
		inside, rest, closed := strings.Cut(after, `"`)
		if !closed {
			// Still being typed: its last word may be the beginning of one.
			return inside, ""
		}
		return `"` + inside, rest
	}
	end := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
	if end < 0 {
		end = len(query)
	}
	return query[:end], query[end:]
}

// phraseTerms writes the strings of FTS5 for one word or phrase: one for what
// stands in the columns of words, one for each run of CJK characters.
func phraseTerms(phrase string, prefix bool) []string {
	var terms []string
	words := []string{""}
	for phrase != "" {
		first, _ := utf8.DecodeRuneInString(phrase)
		cjk := isCJK(first)
		end := strings.IndexFunc(phrase, func(r rune) bool { return isCJK(r) != cjk })
		if end < 0 {
			end = len(phrase)
		}
		run := phrase[:end]
		phrase = phrase[end:]
		if cjk {
			terms = append(terms, pairTerm(run))
			words = append(words, "")
			continue
		}
		words[len(words)-1] += run
	}
	// No column has to be named: what is in the column of pairs is never the
	// beginning of a word in letters, and to sort out columns takes time.
	for i, word := range words {
		if !hasToken(word) {
			continue
		}
		term := quoteTerm(word)
		if prefix && i == len(words)-1 {
			term += "*"
		}
		terms = append(terms, term)
	}
	return terms
}

// pairTerm looks for a run of CJK characters as the phrase of its pairs. A
// single character is the beginning of a pair or stands at the end of a run.
func pairTerm(run string) string {
	if utf8.RuneCountInString(run) == 1 {
		return "cjk : " + quoteTerm(run) + "*"
	}
	var pairs strings.Builder
	writePairs(&pairs, run)
	phrase := strings.TrimSuffix(pairs.String(), " ")
	phrase = phrase[:strings.LastIndexByte(phrase, ' ')] // without the last character by itself
	return "cjk : " + quoteTerm(phrase)
}

// hasToken reports whether the tokenizer finds anything in a word: the letters,
// numbers and private-use characters that unicode61 makes tokens of.
func hasToken(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
	})
}

// quoteTerm writes a string of FTS5. A NUL would end the query.
func quoteTerm(text string) string {
	text = strings.ReplaceAll(text, "\x00", " ")
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
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
func (a *Archive) Search(ctx context.Context, query string) ([]model.EventID, error) {
	match := matchExpression(query)
	if match == "" {
		return nil, nil
	}
	// One text of all ids: half the time of a row for each.
	var list sql.NullString
	err := a.reader.QueryRowContext(ctx, `SELECT group_concat(rowid) FROM
		(SELECT rowid FROM event_fts WHERE event_fts MATCH ? ORDER BY rowid)`, match).Scan(&list)
	if err != nil || !list.Valid {
		return nil, a.explain(err)
	}
	found := make([]model.EventID, 0, strings.Count(list.String, ",")+1)
	for id := range strings.SplitSeq(list.String, ",") {
		n, err := strconv.ParseInt(id, 10, 64)
		if err != nil {
			return nil, err
		}
		found = append(found, model.EventID(n))
	}
	return found, nil
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

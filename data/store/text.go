package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"chancery/model"
)

// An indexText is what the full-text index holds of one event. Text in scripts
// without spaces is taken out of the columns and put into cjk as overlapping
// pairs of characters, so that a word of two characters is found anywhere.
type indexText struct {
	title, summary, actors, sources, place string
	cjk                                    string
}

// size is how many bytes of text there are.
func (t *indexText) size() int {
	return len(t.title) + len(t.summary) + len(t.actors) + len(t.sources) + len(t.place) + len(t.cjk)
}

// An actorText is the names of an actor in every language as they are indexed.
type actorText struct{ words, cjk string }

func newActorText(names ...string) actorText {
	var t actorText
	var pairs strings.Builder
	t.words = splitText(strings.Join(names, "\n"), &pairs)
	t.cjk = pairs.String()
	return t
}

// newIndexText puts together what is indexed of e, in which the actors take
// part and which cites the sources.
func newIndexText(e *model.Event, actors []*actorText, sources []*model.Source) indexText {
	var pairs strings.Builder
	t := indexText{
		title:   splitText(e.Title, &pairs),
		summary: splitText(e.Summary, &pairs),
		place:   splitText(e.Place.Name, &pairs),
	}
	var words strings.Builder
	for _, a := range actors {
		words.WriteString(a.words)
		words.WriteByte('\n')
		pairs.WriteString(a.cjk)
	}
	t.actors = words.String()
	words.Reset()
	for _, s := range sources {
		words.WriteString(splitText(s.Publisher, &pairs))
		words.WriteByte('\n')
		words.WriteString(splitText(s.Title, &pairs))
		words.WriteByte('\n')
	}
	t.sources = words.String()
	t.cjk = pairs.String()
	return t
}

// splitText returns text without its runs of CJK characters, whose pairs it
// writes to cjk. Both are in the normal form NFKC, so that full-width letters
// and Korean text in separate jamo are found too.
func splitText(text string, cjk *strings.Builder) string {
	if isASCII(text) {
		return text
	}
	text = norm.NFKC.String(text)
	first := strings.IndexFunc(text, isCJK)
	if first < 0 {
		return text
	}
	var words strings.Builder
	for text != "" {
		start := strings.IndexFunc(text, isCJK)
		if start < 0 {
			break
		}
		words.WriteString(text[:start])
		words.WriteByte(' ')
		text = text[start:]
		end := strings.IndexFunc(text, func(r rune) bool { return !isCJK(r) })
		if end < 0 {
			end = len(text)
		}
		writePairs(cjk, text[:end])
		text = text[end:]
	}
	words.WriteString(text)
	return words.String()
}

// writePairs writes the overlapping pairs of a run of characters and then its
// last character: "日本海" is "日本 本海 海". The last one makes every character
// the beginning of a token, and keeps a phrase from running on into the next
// run, since no query holds a single character between pairs.
func writePairs(cjk *strings.Builder, run string) {
	for run != "" {
		_, one := utf8.DecodeRuneInString(run)
		_, two := utf8.DecodeRuneInString(run[one:])
		cjk.WriteString(run[:one+two])
		cjk.WriteByte(' ')
		run = run[one:]
	}
}

// isCJK reports whether r belongs to a script that is written without spaces,
// or with spaces that do not bound words as people search them.
func isCJK(r rune) bool {
	if r < 0x1100 {
		return false
	}
	return r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

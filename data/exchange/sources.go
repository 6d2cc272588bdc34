package exchange

import (
	"crypto/sha256"
	"encoding/base32"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"chancery/model"
	"chancery/model/edtf"
)

// eachSource calls do with every source that the events cite, each once, in the
// order in which they are met.
func eachSource(events Events, r *Result, do func(s *model.Source) error) error {
	// Sixteen bytes a source, whatever its text: an archive may cite a million.
	seen := map[[16]byte]struct{}{}
	for e, err := range events {
		if err != nil {
			return err
		}
		r.Events++
		for i := range e.Citations {
			s := &e.Citations[i].Source
			sum := sourceSum(s)
			if _, ok := seen[sum]; ok || *s == (model.Source{}) {
				continue
			}
			seen[sum] = struct{}{}
			if err := do(s); err != nil {
				return err
			}
			r.Entries++
		}
	}
	return nil
}

func sourceSum(s *model.Source) (sum [16]byte) {
	h := fnv.New128a()
	for _, part := range []string{s.Publisher, s.Title, s.URL, s.Published.String()} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	h.Sum(sum[:0])
	return sum
}

// sourceKey names a source in a bibliography: the first word of its publisher,
// its year, and letters made from all that it says. A source has the same key in
// every export, and two have different ones.
func sourceKey(s *model.Source) string {
	name := firstWord(s.Publisher)
	if name == "" {
		name = firstWord(s.Title)
	}
	if name == "" {
		name = "source"
	}
	sum := sha256.Sum256([]byte(s.Publisher + "\x00" + s.Title + "\x00" + s.URL + "\x00" + s.Published.String()))
	mark := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:10])
	return name + yearOf(s.Published) + "-" + mark
}

// firstWord returns the first word of a text that can be written in ASCII
// letters, in lower case.
func firstWord(text string) string {
	for _, word := range strings.Fields(norm.NFD.String(clean(text))) {
		plain := strings.Map(func(r rune) rune {
			if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return unicode.ToLower(r)
			}
			return -1
		}, word)
		if plain != "" && plain != "the" {
			return plain
		}
	}
	return ""
}

// yearOf returns the year of a date of which it is known, else "".
func yearOf(d edtf.Date) string {
	if y, known := d.Start().Year(); known {
		return number(float64(y))
	}
	return ""
}

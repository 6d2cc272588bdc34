package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"chancery/model"
)

// foldName makes a name fit to be searched in: small letters without their
// accents. Hangul comes apart into its letters, so that a syllable that is half
// typed is found, too.
func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(name))
}

// searchedNames returns all that an actor can be found by, folded.
func searchedNames(a *model.Actor) string {
	words := []string{a.Name, a.Key, a.Country, a.Code}
	for _, n := range a.Names {
		words = append(words, n.Text)
	}
	for _, p := range a.Posts {
		words = append(words, p.Office)
	}
	return foldName(strings.Join(words, "\n"))
}

// namesMatch reports whether every word of a query stands in folded names, in
// whatever order: "Abe Shinzo" finds "Shinzō Abe".
func namesMatch(names, query string) bool {
	for _, word := range strings.Fields(foldName(query)) {
		if !strings.Contains(names, word) {
			return false
		}
	}
	return true
}

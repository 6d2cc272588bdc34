package edtf

import (
	"strings"
	"unicode"
)

// months are the names of the months and what they are shortened to.
var months = numbered(monthNames[:], map[string]int{"sept": 9, "febr": 2})

// weekdays are numbered from Sunday, 1.
var weekdays = numbered(weekdayNames[:], map[string]int{"tues": 3, "thur": 5, "thurs": 5})

// numbered counts names from 1, whole and by their first three letters.
func numbered(names []string, more map[string]int) map[string]int {
	for i, name := range names {
		name = strings.ToLower(name)
		more[name], more[name[:3]] = i+1, i+1
	}
	return more
}

var seasons = map[string]int{"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

var eras = map[string]era{
	"bc": eraBCE, "bce": eraBCE, "ad": eraCE, "ce": eraCE,
}

// thirds are the words for the beginning, middle and end of something.
var thirds = map[string]int{
	"early": 1, "beginning": 1, "start": 1,
	"mid": 2, "middle": 2,
	"late": 3, "end": 3,
}

var centuryWords = map[string]bool{"century": true, "centuries": true, "cent": true, "cents": true, "c": true}

// fillers say nothing that changes a date.
var fillers = map[string]bool{
	"the": true, "of": true, "in": true, "on": true, "during": true, "year": true, "years": true,
	"a": true, "dated": true, "month": true,
}

// ordinalWords are the numbers of centuries and halves in words.
var ordinalWords = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
	"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
	"fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
	"nineteenth": 19, "twentieth": 20, "last": 0,
}

// doubtWords are the words that put a date in doubt, before it or behind it.
var doubtWords = map[string]Qualifier{
	"circa": Approximate, "ca": Approximate, "c": Approximate, "approximately": Approximate,
	"approx": Approximate, "about": Approximate, "around": Approximate, "roughly": Approximate,
	"est": Approximate, "estimated": Approximate, "or so": Approximate,
	"maybe": Uncertain, "perhaps": Uncertain, "possibly": Uncertain, "probably": Uncertain,
	"uncertain": Uncertain, "guess": Uncertain, "prob": Uncertain, "poss": Uncertain,
}

// doubts cuts off what puts a whole text in doubt.
func doubts(s string) (rest string, q Qualifier) {
	for {
		s = strings.TrimSpace(s)
		cut, more := doubtBefore(s)
		if more == 0 {
			cut, more = doubtBehind(s)
		}
		if more == 0 {
			return s, q
		}
		s, q = cut, q|more
	}
}

var doubtSigns = map[byte]Qualifier{'?': Uncertain, '~': Approximate, '%': Uncertain | Approximate}

func doubtBefore(s string) (string, Qualifier) {
	if s == "" {
		return s, 0
	}
	if q := doubtSigns[s[0]]; q != 0 {
		return s[1:], q
	}
	end := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
	if end <= 0 {
		return s, 0
	}
	return strings.TrimLeft(s[end:], ".: "), doubtWords[s[:end]]
}

func doubtBehind(s string) (string, Qualifier) {
	if s == "" {
		return s, 0
	}
	if q := doubtSigns[s[len(s)-1]]; q != 0 {
		return s[:len(s)-1], q
	}
	if inner, ok := strings.CutSuffix(s, ")"); ok {
		if open := strings.LastIndexByte(inner, '('); open > 0 {
			word := strings.Trim(inner[open+1:], " .")
			if word == "?" {
				return s[:open], Uncertain
			}
			return s[:open], doubtWords[word]
		}
		return s, 0
	}
	trimmed := strings.TrimRight(s, ".,")
	if rest, ok := strings.CutSuffix(trimmed, " or so"); ok {
		return rest, Approximate
	}
	space := strings.LastIndexByte(trimmed, ' ')
	// "19th c." is a century, "10:30 EST" a zone.
	if space <= 0 || trimmed[space+1:] == "c" || trimmed[space+1:] == "est" {
		return s, 0
	}
	return strings.TrimRight(trimmed[:space], ", "), doubtWords[trimmed[space+1:]]
}

// cutDayName cuts the day of the week off the beginning or the end of a date,
// Sunday 1.
func cutDayName(s string) (string, int) {
	const around = " ().,"
	trimmed := strings.Trim(s, around)
	if i := strings.IndexAny(trimmed, around); i > 0 && weekdays[trimmed[:i]] != 0 {
		return strings.TrimLeft(trimmed[i:], around), weekdays[trimmed[:i]]
	}
	if i := strings.LastIndexAny(trimmed, around); i > 0 && weekdays[trimmed[i+1:]] != 0 {
		return strings.TrimRight(trimmed[:i], around), weekdays[trimmed[i+1:]]
	}
	return s, 0
}

func hasSeason(s string) bool {
	for word := range seasons {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

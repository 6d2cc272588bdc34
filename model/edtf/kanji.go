package edtf

import "strings"

// kanjiDigits are the numerals of Chinese and Japanese.
var kanjiDigits = map[rune]int64{
	'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'元': 1, // the first year of an era
}

var kanjiUnits = map[rune]int64{'十': 10, '百': 100, '千': 1000}

// leadingNumber reads the figures or kanji numerals a text begins with:
// "2019", "二〇一九", "千九百四十五", "元". It is not ok when there are none.
func leadingNumber(s string) (b bareNumber, rest string, ok bool) {
	if n := strings.IndexFunc(s, func(c rune) bool { return !isDigit(c) }); n != 0 {
		if n < 0 {
			n = len(s)
		}
		if n == 0 || n > 9 {
			return b, s, false
		}
		return bareNumber{number(s[:n]), n}, s[n:], true
	}
	end := strings.IndexFunc(s, func(c rune) bool {
		_, digit := kanjiDigits[c]
		return !digit && kanjiUnits[c] == 0
	})
	if end < 0 {
		end = len(s)
	}
	n, ok := kanjiValue([]rune(s[:end]))
	if !ok {
		return b, s, false
	}
	digits := 2
	if n > 99 {
		digits = 4
	}
	return bareNumber{n, digits}, s[end:], true
}

// kanjiValue reads "二〇一九" by place and "十七" by units.
func kanjiValue(numerals []rune) (int64, bool) {
	if len(numerals) == 0 || len(numerals) > 8 {
		return 0, false
	}
	sum, digit, digits, byUnits := int64(0), int64(0), 0, false
	for _, c := range numerals {
		if unit := kanjiUnits[c]; unit != 0 {
			if digits == 0 {
				digit = 1
			}
			if digits > 1 {
				return 0, false
			}
			sum += digit * unit
			digit, digits, byUnits = 0, 0, true
			continue
		}
		digit = digit*10 + kanjiDigits[c]
		digits++
	}
	return sum + digit, !byUnits || digits <= 1
}

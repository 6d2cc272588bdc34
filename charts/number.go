package charts

import (
	"math"
	"strconv"
)

// Count writes a number of things with no-break spaces between thousands:
// 1 000 000.
func Count(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "–", digits[1:]
	}
	grouped := make([]byte, 0, len(digits)+len(digits)/3*2)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			grouped = append(grouped, "\u00a0"...)
		}
		grouped = append(grouped, digits[i])
	}
	return sign + string(grouped)
}

// Points writes a score with its sign and one decimal, a negative one with an
// en dash: +3.4, –2.1, 0.0. The fonts of the charts have no minus sign.
func Points(score float64) string {
	tenths := math.Round(score * 10)
	text := strconv.FormatFloat(math.Abs(tenths)/10, 'f', 1, 64)
	switch {
	case tenths > 0:
		return "+" + text
	case tenths < 0:
		return "–" + text
	}
	return text
}

// plural writes a number and the noun that goes with it.
func plural(n int, one, many string) string { return Count(n) + " " + choose(n, one, many) }

// choose returns one when n is 1 and many otherwise.
func choose(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Percent writes a share from 0 to 1: "37 %", "0.4 %".
func Percent(share float64) string {
	p := share * 100
	if p > 0 && p < 1 {
		return strconv.FormatFloat(max(p, 0.1), 'f', 1, 64) + "\u00a0%"
	}
	return strconv.FormatFloat(math.Round(p), 'f', 0, 64) + "\u00a0%"
}

// Days writes a number of days, with a half where there is one.
func Days(days float64) string {
	if whole := math.Trunc(days); whole == days {
		return Count(int(whole))
	}
	text := strconv.FormatFloat(math.Abs(days), 'f', 1, 64)
	if days < 0 {
		return "–" + text
	}
	return text
}

package edtf

import (
	"strconv"
	"strings"
)

// yearWords writes an astronomical year as people do: "2019", "79 CE",
// "616 BCE", "170,000,002", "13.8 billion BCE".
func yearWords(year int64) string {
	n, era := magnitude(year), ""
	switch {
	case year <= 0 && n < 1_000_000:
		n, era = n+1, " BCE"
	case year <= 0:
		era = " BCE"
	case year < 1000:
		era = " CE"
	}
	if round := roundWords(n); round != "" {
		return round + era
	}
	if year <= 0 && n >= 1_000_000 {
		n++
	}
	return grouped(n) + era
}

// roundWords writes great round years in millions and billions, where a year
// more or less says nothing, and is "" of other numbers.
func roundWords(n uint64) string {
	switch {
	case n >= 1_000_000_000_000:
		return ""
	case n >= 1_000_000_000 && n%100_000_000 == 0:
		return strconv.FormatFloat(float64(n)/1e9, 'f', -1, 64) + " billion"
	case n >= 1_000_000 && n%100_000 == 0:
		return strconv.FormatFloat(float64(n)/1e6, 'f', -1, 64) + " million"
	}
	return ""
}

// grouped puts commas into numbers of five digits and more.
func grouped(n uint64) string {
	s := strconv.FormatUint(n, 10)
	if len(s) < 5 {
		return s
	}
	var b strings.Builder
	for i, c := range []byte(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(c)
	}
	return b.String()
}

func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// yearText is yearWords for years whose digits may not all be given.
func (p point) yearText() string {
	if p.significant != 0 {
		lowest, highest := p.years()
		if lowest == highest {
			return yearWords(p.year)
		}
		return yearWords(p.year) + " (" + yearRange(lowest, highest) + ")"
	}
	n := int(magnitude(p.year))
	negative := p.yearX&negativeX != 0
	era := ""
	switch {
	case negative:
		era = " BCE"
	case n < 1000:
		era = " CE"
	}
	switch p.yearX & digitsX {
	case 0:
		return yearWords(p.year)
	case 0b0001:
		if negative || n < 10 {
			return yearRange(p.years())
		}
		return strconv.Itoa(n) + "s" + era
	case 0b0011:
		return ordinal(n/100+1) + " century" + era
	case 0b0111:
		return ordinal(n/1000+1) + " millennium" + strings.TrimSuffix(era, " CE")
	case 0b1111:
		return "year not known"
	}
	return string(point{year: p.year, yearX: p.yearX, grain: grainYear}.append(nil))
}

// yearRange writes "1939–1945", "264–241 BCE" or "200 BCE – 200 CE".
func yearRange(first, last int64) string {
	a, b := yearWords(first), yearWords(last)
	for _, era := range []string{" BCE", " CE"} {
		if strings.HasSuffix(a, era) && strings.HasSuffix(b, era) {
			return strings.TrimSuffix(a, era) + "–" + b
		}
	}
	if strings.Contains(a, " ") || strings.Contains(b, " ") {
		return a + " – " + b
	}
	return a + "–" + b
}

func monthWord(month uint8) string { return monthNames[month-1][:3] }

package tabular

import (
	"fmt"
	"strconv"
	"strings"

	"chancery/model/edtf"
)

// A dateReader reads the dates of foreign tables with the answers that are
// known. What has several readings still is no date, and says which question is
// open.
type dateReader struct {
	answers Answers
	// midnight says that every time of the column is 00:00, which is what
	// databases write for a day.
	midnight bool
	serials  string // "1900" or "1904": plain numbers are days since; "" when they are not
	months   bool   // six digits are a year and a month
	// others takes the first reading where another question is open.
	others bool
	known  cache[cellDate]
}

func newDateReader(a Answers) *dateReader {
	r := &dateReader{answers: a}
	r.known = newCache(r.read)
	return r
}

// of is read for a text that may have been read before.
func (r *dateReader) of(text string) cellDate { return r.known.of(text) }

var orders = map[string]edtf.Order{"dmy": edtf.DayFirst, "mdy": edtf.MonthFirst, "ymd": edtf.YearFirst}

// read reads one text. An empty one is the zero date.
func (r *dateReader) read(text string) cellDate {
	t := strings.TrimSpace(text)
	if t == "" {
		return cellDate{}
	}
	plain := strings.TrimPrefix(t, "+")
	if r.midnight {
		plain = withoutMidnight(plain)
	}
	s := shapeOf(plain)
	switch {
	case s == shapeSigned:
		return r.signed(t, plain)
	case s == shapePair:
		return r.pair(t, plain)
	case r.serials != "" && isSerial(plain):
		return r.serial(t, plain)
	case s == shapeMonth6 && r.months, s == shapeDay8 && strings.HasSuffix(plain, "00"), r.months && len(plain) == 5 && allDigits(plain):
		return r.compact(t, plain)
	case s == shapeISO && strings.HasSuffix(plain, "-00"):
		plain = strings.TrimSuffix(strings.TrimSuffix(plain, "-00"), "-00")
	}
	order := edtf.Unstated
	if s.orders() {
		order = orders[r.answers.of(AskOrder, s)]
	}
	reading, err := edtf.Read(plain, order)
	if err != nil {
		if m, ok := messy(plain); ok {
			return cellDate{date: m, text: t}
		}
		return cellDate{reason: err.Error()}
	}
	dates := reading.Dates
	if s.shortYear() && len(dates) > 1 {
		dates = inCentury(dates, r.answers.of(AskCentury, s))
	}
	if len(dates) > 1 && !r.others {
		return r.several(readings(dates), s)
	}
	return written(dates[0], t)
}

// written is a date with the text it was written as, unless that is how machines
// write it.
func written(d edtf.Date, text string) cellDate {
	switch s := shapeOf(text); {
	case d.String() == text, s == shapeDay8, s == shapeISO, allDigits(text) && len(text) == len("20190822000000"):
		text = ""
	}
	return cellDate{date: d, text: text}
}

// several says that a date has more than one reading, and which question is
// open.
func (r *dateReader) several(readings string, s shape) cellDate {
	switch {
	case s.orders() && r.answers.of(AskOrder, s) == "":
		return asking(readings, "say which comes first, the day or the month", questionID(AskOrder, s))
	case s.shortYear() && r.answers.of(AskCentury, s) == "":
		return asking(readings, "say of which century years of two digits are", questionID(AskCentury, s))
	}
	return cellDate{reason: "the date has several readings: " + readings + "; write the one that is meant"}
}

// asking is a date that waits for an answer.
func asking(readings, how, question string) cellDate {
	return cellDate{reason: "the date has several readings: " + readings + "; " + how + " (" + question + ")", asks: question}
}

// inCentury keeps the dates of a century: "1900", or "pivot" for what lies
// between 1930 and 2029.
func inCentury(dates []edtf.Date, century string) []edtf.Date {
	var kept []edtf.Date
	for _, d := range dates {
		text := d.String()
		if len(text) < 4 || !allDigits(text[:4]) {
			continue
		}
		year := atoi(text[:4])
		if strconv.Itoa(year-year%100) == century || century == "pivot" && 1930 <= year && year <= 2029 {
			kept = append(kept, d)
		}
	}
	if century == "1800" && kept == nil {
		for _, d := range inCentury(dates, "1900") {
			if older, err := edtf.Parse("18" + d.String()[2:]); err == nil {
				kept = append(kept, older)
			}
		}
	}
	if kept == nil {
		return dates
	}
	return kept
}

// signed reads a year with a minus, or a date that begins with one.
func (r *dateReader) signed(text, plain string) cellDate {
	digits := plain[1:]
	n := 0
	for n < len(digits) && isDigit(digits[n]) {
		n++
	}
	year, rest := digits[:n], digits[n:]
	if n > 9 || atoi(year) == 0 || rest != "" && rest[0] != '-' {
		return cellDate{reason: text + ": not a year before Christ"}
	}
	historical, err := edtf.Parse(yearBefore(atoi(year)-1) + rest)
	astronomical, err2 := edtf.Parse(yearBefore(atoi(year)) + rest)
	if err != nil || err2 != nil {
		return cellDate{reason: text + ": not a date"}
	}
	switch r.answers.of(AskEra, shapeSigned) {
	case "bce":
		return written(historical, text)
	case "astronomical":
		return written(astronomical, text)
	}
	if r.others {
		return written(historical, text)
	}
	return asking(readings([]edtf.Date{historical, astronomical}), "say how years before Christ are counted", questionID(AskEra, shapeSigned))
}

// yearBefore writes a number of years before the year 0 as EDTF has it.
func yearBefore(n int) string {
	switch {
	case n == 0:
		return "0000"
	case n > 9999:
		return fmt.Sprintf("Y-%d", n)
	}
	return fmt.Sprintf("-%04d", n)
}

// pair reads 2010-11.
func (r *dateReader) pair(text, plain string) cellDate {
	month, err := edtf.Parse(plain)
	years, err2 := edtf.Parse(plain[:4] + "/" + fmt.Sprintf("%04d", atoi(plain[:4])+1))
	if err != nil || err2 != nil {
		return cellDate{reason: text + ": not a date"}
	}
	switch answer := r.answers.of(AskPair, shapePair); {
	case answer == "years":
		return written(years, text)
	case answer == "month" || r.others:
		return written(month, text)
	}
	return asking(readings([]edtf.Date{month, years}), "say which is meant", questionID(AskPair, shapePair))
}

// compact reads 201711, 20171100 and 94308 (August 943); a month or a day of 00
// is not known.
func (r *dateReader) compact(text, digits string) cellDate {
	n := len(digits)
	day := ""
	if n == 8 {
		day, n = digits[6:], 6
	}
	year, month := fmt.Sprintf("%04d", atoi(digits[:n-2])), digits[n-2:n]
	edtfText := year
	if month != "00" {
		edtfText += "-" + month
		if day != "" && day != "00" {
			edtfText += "-" + day
		}
	}
	d, err := edtf.Parse(edtfText)
	if err != nil {
		return cellDate{reason: err.Error()}
	}
	return cellDate{date: d, text: text}
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// withoutMidnight takes a time of midnight off a date-time.
func withoutMidnight(t string) string {
	i := strings.IndexAny(t, "T ")
	if i < 4 || !isMidnight(t[i+1:]) {
		return t
	}
	return t[:i]
}

// isMidnight reports 00:00, 0:00:00, 00:00:00.000 and 00:00:00Z.
func isMidnight(t string) bool {
	t = strings.TrimSuffix(strings.TrimSpace(t), "Z")
	if t == "" || strings.Count(t, ":") < 1 {
		return false
	}
	return strings.Trim(t, "0:.") == "" && isDigit(t[0])
}

// messy reads the spellings that the package messydates writes beyond EDTF:
// 2012-11-01..2012-12-01 for one day of a span, ..2012-01-12 for on or before.
func messy(text string) (edtf.Date, bool) {
	if !strings.Contains(text, "..") || strings.ContainsAny(text, "[]{}") {
		return edtf.Date{}, false
	}
	d, err := edtf.Parse("[" + text + "]")
	return d, err == nil
}

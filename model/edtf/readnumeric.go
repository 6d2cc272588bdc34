package edtf

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	threeNumbers = regexp.MustCompile(`^(\d{1,4}) ?([-/., ]) ?(\d{1,2}) ?([-/., ]) ?(\d{1,4})\.?$`)
	twoNumbers   = regexp.MustCompile(`^(\d{1,4}) ?([-/.–]) ?(\d{1,4})\.?$`)
	oneNumber    = regexp.MustCompile(`^(\d+)$`)
	signedYear   = regexp.MustCompile(`^-(\d{3,4})$`)
	compactTime  = regexp.MustCompile(`^(\d{8})t(\d{2})(\d{2})(\d{2})?(z?)$`)
	compactStamp = regexp.MustCompile(`^(\d{8})(\d{2})(\d{2})(\d{2})(z?)$`)
	decimal      = regexp.MustCompile(`^[+-]\d+$|^[+-]?\d*[.,]\d+$|^[+-]?\d{1,3}(,\d{3})+$`)
)

// numeric reads dates in figures alone. It is not ok when the text is of no
// such shape, and something else may make sense of it.
func (r *reader) numeric(s string) (all []fields, f *fault, ok bool) {
	if !beginsInFigures(s) {
		return nil, nil, false
	}
	if m := threeNumbers.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		all, f = r.three(m[1], m[3], m[5], m[2] == ".")
		return all, f, true
	}
	for _, pattern := range []*regexp.Regexp{compactTime, compactStamp} {
		if m := pattern.FindStringSubmatch(s); m != nil {
			all, f = r.compact(m[1], m[2:])
			return all, f, true
		}
	}
	if m := oneNumber.FindStringSubmatch(s); m != nil && len(s) > 4 {
		all, f = r.digits(s)
		return all, f, true
	}
	if all, f, ok := r.reignNumbers(s); ok {
		return all, f, true
	}
	if m := signedYear.FindStringSubmatch(s); m != nil {
		all, f = r.signed(m[1])
		return all, f, true
	}
	if m := twoNumbers.FindStringSubmatch(s); m != nil {
		return r.two(m[1], m[3], m[2])
	}
	if decimal.MatchString(s) {
		return nil, impossible("a number, not a date"), true
	}
	return nil, nil, false
}

// beginsInFigures reports a text that may be of one of these shapes, so that
// words are not matched against all of them.
func beginsInFigures(s string) bool {
	c := rune(s[0])
	return isDigit(c) || c == '-' || c == '+' || c == '.' || c == ',' ||
		len(s) > 1 && strings.ContainsRune("mtshr", c) && (s[1] == '.' || s[1] == ' ' || isDigit(rune(s[1])))
}

func number(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64) // the patterns allow no more than 18 digits where it matters
	return n
}

// arrangement is one order of three numbers: the places of year, month and day.
type arrangement struct {
	order            Order
	year, month, day int
}

var (
	dayMonthYear = arrangement{DayFirst, 2, 1, 0}
	monthDayYear = arrangement{MonthFirst, 2, 0, 1}
	yearMonthDay = arrangement{YearFirst, 0, 1, 2}
)

// arrangements are the orders that three numbers may be in. An order that is
// stated binds, unless the year shows that it cannot be meant.
func (r *reader) arrangements(first, last string, dotted bool) []arrangement {
	stated := map[Order]arrangement{DayFirst: dayMonthYear, MonthFirst: monthDayYear, YearFirst: yearMonthDay}
	one, isStated := stated[r.order]
	switch {
	case len(first) > 2:
		return []arrangement{yearMonthDay}
	case len(last) > 2 && isStated && r.order != YearFirst:
		return []arrangement{one}
	case len(last) > 2:
		return []arrangement{dayMonthYear, monthDayYear}
	case isStated:
		return []arrangement{one}
	case dotted:
		return []arrangement{dayMonthYear, yearMonthDay}
	}
	return []arrangement{dayMonthYear, monthDayYear, yearMonthDay}
}

// three reads "17.11.2019", "11/17/2019", "2019. 11. 17." and "3/4/19".
func (r *reader) three(a, b, c string, dotted bool) ([]fields, *fault) {
	if len(a) > 2 && len(c) > 2 {
		return nil, impossible("two of the numbers are too long for a day or a month")
	}
	texts := [3]string{a, b, c}
	var all []fields
	var worst *fault
	for _, arranged := range r.arrangements(a, c, dotted) {
		one, f := r.arrange(texts, arranged)
		if f != nil {
			worst = closer(worst, f)
			continue
		}
		all = append(all, one)
	}
	if len(all) == 0 {
		return nil, worst
	}
	if dotted && r.order == Unstated && len(c) > 2 {
		// Dots separate dates where the day comes first.
		all = all[:1]
	}
	return all, nil
}

func (r *reader) arrange(texts [3]string, at arrangement) (fields, *fault) {
	year := texts[at.year]
	month, day := number(texts[at.month]), number(texts[at.day])
	f := fields{month: int(month), day: int(day), order: at.order}
	f.setYear(number(year), len(year))
	f.short = len(year) <= 2
	if len(year) == 1 {
		return f, impossible("one digit does not say which year")
	}
	if len(year) == 3 {
		return f, impossible("a year has four digits")
	}
	if month < 1 || month > 12 {
		return f, impossible(r.noMonth(texts[at.month], at))
	}
	// 2000 stands for a leap year where the century is not stated.
	of := f.year
	if f.short {
		of = 2000 + f.year%100
	}
	if reason := dayFault(of, int(month), int(day)); reason != "" {
		return f, impossible(reason)
	}
	return f, nil
}

func (r *reader) noMonth(month string, at arrangement) string {
	reason := "there is no month " + month
	switch {
	case r.order == DayFirst && at.order == DayFirst:
		return reason + ", with the day first"
	case r.order == MonthFirst && at.order == MonthFirst:
		return reason + ", with the month first"
	}
	return reason
}

// two reads "7/2008" and "2008/7"; "1858/59" and "1910–11" are years.
func (r *reader) two(a, b, separator string) ([]fields, *fault, bool) {
	switch separator {
	case "–":
		return nil, nil, false
	case ".":
		return r.dotted(a, b)
	}
	yearFirst := len(a) == 4 && len(b) <= 2
	switch {
	case len(b) == 4 && len(a) <= 2:
		return r.monthOf(b, a)
	case yearFirst && separator == "/" && len(b) == 2 && number(b) > number(a)%100:
		return r.splitYear(number(a), number(b))
	case yearFirst && (separator == "/" || number(b) <= 12):
		return r.monthOf(a, b) // 1861-67 is a range
	case max(len(a), len(b)) <= 2 && separator == "/":
		return nil, impossible("two numbers are not enough for a date: which year?"), true
	}
	return nil, nil, false
}

// dotted reads "11.2019"; "4.4028" is a number.
func (r *reader) dotted(a, b string) ([]fields, *fault, bool) {
	if len(a) != 2 || len(b) != 4 || !plausibleYear(b) {
		return nil, impossible("a number, not a date"), true
	}
	return r.monthOf(b, a)
}

func (r *reader) monthOf(year, month string) ([]fields, *fault, bool) {
	f := fields{month: int(number(month))}
	f.setYear(number(year), 4)
	if f.month < 1 || f.month > 12 {
		return nil, impossible("there is no month " + month), true
	}
	return []fields{f}, nil, true
}

// splitYear reads "1858/59" as the years it names; "2008/09" may be a month.
func (r *reader) splitYear(year, end int64) ([]fields, *fault, bool) {
	month := fields{month: int(end)}
	month.setYear(year, 4)
	years := fields{whole: Date{form: Interval, a: yearPoint(year), b: yearPoint(year - year%100 + end)}}
	switch {
	case end > 12:
		return []fields{years}, nil, true
	case end != year%100+1:
		return []fields{month}, nil, true
	}
	r.remark("The second number may be a month or the next year.")
	return []fields{month, years}, nil, true
}

// digits reads 20191117, and 201911 and 17112019 when the order is stated.
func (r *reader) digits(s string) ([]fields, *fault) {
	switch {
	case len(s) == 8:
		return r.eightDigits(s)
	case len(s) == 6 && r.order == YearFirst && plausibleYear(s[:4]):
		one, f := r.arrange([3]string{s[:4], s[4:], "01"}, yearMonthDay)
		one.day = 0
		return []fields{one}, f
	}
	return nil, impossible("a number, not a date: years have four digits")
}

// eightDigits takes the stated order if it makes a date, else the year first.
func (r *reader) eightDigits(s string) ([]fields, *fault) {
	var worst *fault
	if plausibleYear(s[4:]) && (r.order == DayFirst || r.order == MonthFirst) {
		one, f := r.arrange([3]string{s[:2], s[2:4], s[4:]}, r.arrangements(s[:2], s[4:], false)[0])
		if f == nil {
			return []fields{one}, nil
		}
		worst = f
	}
	if plausibleYear(s[:4]) {
		one, f := r.arrange([3]string{s[:4], s[4:6], s[6:]}, yearMonthDay)
		if f == nil || r.order == YearFirst {
			return []fields{one}, f
		}
	}
	switch {
	case worst != nil:
		return nil, worst
	case plausibleYear(s[4:]):
		return nil, impossible("eight digits are a date only if the order of day and month is stated")
	}
	return nil, impossible("a number, not a date: years have four digits")
}

// plausibleYear keeps plain numbers of eight digits from being taken for days.
func plausibleYear(s string) bool { return s >= "1000" && s <= "2199" }

// compact reads 20191117T093000Z.
func (r *reader) compact(day string, time []string) ([]fields, *fault) {
	all, f := r.digits(day)
	if f != nil {
		return nil, f
	}
	c := clock{given: true, seconds: time[2] != "", hour: int(number(time[0])), minute: int(number(time[1])), second: int(number(time[2]))}
	if reason := clockFault(c.hour, c.minute, c.second); reason != "" {
		return nil, impossible(reason)
	}
	if time[3] != "" {
		c.zone = zoneUTC
	}
	all[0].clock = c
	return all, nil
}

// signed reads "-216": 216 BCE where people write it, 217 BCE to astronomers.
// Fewer digits are no year: -9 and the like stand for "not known" in many files.
func (r *reader) signed(digits string) ([]fields, *fault) {
	n := number(digits)
	if n == 0 {
		return nil, impossible("there is no year -0: 1 BCE is followed by 1 CE")
	}
	r.remark("A minus may mean BCE, or astronomical years, in which 1 BCE is 0.")
	return []fields{
		{whole: Date{a: yearPoint(1 - n)}},
		{whole: Date{a: yearPoint(-n)}},
	}, nil
}

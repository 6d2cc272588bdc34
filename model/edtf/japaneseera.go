package edtf

import (
	"regexp"
	"strconv"
)

// reign is an era whose years are counted from its beginning.
type reign struct {
	names   []string
	initial string // as in "R1.11.17"
	name    string
	first   point // its first day
	last    point // its last day, or open
}

var reigns = []reign{
	{[]string{"明治", "메이지"}, "m", "Meiji", dayPoint(1868, 10, 23), dayPoint(1912, 7, 30)},
	{[]string{"大正", "다이쇼"}, "t", "Taishō", dayPoint(1912, 7, 30), dayPoint(1926, 12, 25)},
	{[]string{"昭和", "쇼와"}, "s", "Shōwa", dayPoint(1926, 12, 25), dayPoint(1989, 1, 7)},
	{[]string{"平成", "헤이세이"}, "h", "Heisei", dayPoint(1989, 1, 8), dayPoint(2019, 4, 30)},
	{[]string{"令和", "레이와"}, "r", "Reiwa", dayPoint(2019, 5, 1), point{grain: grainOpen}},
	{[]string{"民國", "民国", "중화민국"}, "", "Minguo", dayPoint(1912, 1, 1), point{grain: grainOpen}},
}

func dayPoint(year int64, month, day uint8) point {
	return point{year: year, grain: grainDay, month: month, day: day}
}

// japanGregorian is when Japan took up the Gregorian calendar. Months and days
// before it are those of a lunar calendar.
var japanGregorian = dayPoint(1873, 1, 1)

// year turns the year of a reign into a common year.
func (g *reign) year(n int64) (int64, *fault) {
	if n < 1 || n > 150 {
		return 0, impossible("there is no year " + strconv.FormatInt(n, 10) + " of " + g.name)
	}
	return g.first.year + n - 1, nil
}

// check tells dates outside the reign. Before it they are wrong; after it people
// went on counting, so that only a remark is due.
func (r *reader) checkReign(g *reign, dates []Date) *fault {
	for _, d := range dates {
		p := d.a
		switch {
		case !p.isDate():
		case p.grain > grainYear && g.first.year == 1868 && p.lower() < japanGregorian.lower():
			return impossible("before 1873 Japan kept a lunar calendar: give the date in the Gregorian calendar, or the year alone")
		case p.upper() <= g.first.lower():
			return impossible(g.name + " began on " + Date{a: g.first}.Display())
		case g.last.isDate() && p.lower() >= g.last.upper():
			r.remark(g.name + " ended on " + Date{a: g.last}.Display() + "; its years are counted on.")
		}
	}
	return nil
}

var reignInitials = regexp.MustCompile(`^([mtshr])\.? ?(\d{1,2})([./-])(\d{1,2})([./-])(\d{1,2})$`)

// reignNumbers reads "R1.11.17" and "H31/4/30".
func (r *reader) reignNumbers(s string) ([]fields, *fault, bool) {
	m := reignInitials.FindStringSubmatch(s)
	if m == nil || m[3] != m[5] {
		return nil, nil, false
	}
	for i := range reigns {
		g := &reigns[i]
		if g.initial != m[1] {
			continue
		}
		year, f := g.year(number(m[2]))
		if f != nil {
			return nil, f, true
		}
		month := number(m[4])
		if month < 1 || month > 12 {
			return nil, impossible("there is no month " + m[4]), true
		}
		one := fields{month: int(month), day: int(number(m[6])), reign: g}
		one.setYear(year, 4)
		if one.day == 0 {
			return nil, impossible("there is no day " + m[6]), true
		}
		return []fields{one}, nil, true
	}
	return nil, nil, false
}

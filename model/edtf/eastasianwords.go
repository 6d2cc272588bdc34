package edtf

import (
	"regexp"
	"strings"
)

// Words of Korean, Japanese and Chinese dates. Longer words come before those
// they begin with.
type wordCode struct {
	word string
	code int
}

var (
	yearUnits    = []wordCode{{"年代", unitDecade}, {"년대", unitDecade}, {"年度", 0}, {"년도", unitYear}, {"年", unitYear}, {"년", unitYear}}
	centuryUnits = []wordCode{{"世紀", unitCentury}, {"世纪", unitCentury}, {"세기", unitCentury}}
	monthUnits   = []wordCode{{"月", unitMonth}, {"월", unitMonth}}
	dayUnits     = []wordCode{{"日", unitDay}, {"일", unitDay}, {"号", unitDay}, {"號", unitDay}}
	clockUnits   = []wordCode{
		{"時", unitHour}, {"时", unitHour}, {"點", unitHour}, {"点", unitHour}, {"시", unitHour},
		{"分", unitMinute}, {"분", unitMinute}, {"秒", unitSecond}, {"초", unitSecond},
	}
	numberedParts = []wordCode{{"四半期", 32}, {"分기", 32}, {"분기", 32}, {"季度", 32}}

	eastAsianSeasons = []wordCode{
		{"春季", 21}, {"夏季", 22}, {"秋季", 23}, {"冬季", 24}, {"春", 21}, {"夏", 22}, {"秋", 23}, {"冬", 24},
		{"봄", 21}, {"여름", 22}, {"가을", 23}, {"겨울", 24},
		{"上半期", 40}, {"上半年", 40}, {"상반기", 40}, {"下半期", 41}, {"下半年", 41}, {"하반기", 41},
	}
	eastAsianThirds = []wordCode{
		{"上旬", 1}, {"초순", 1}, {"상순", 1}, {"初頭", 1}, {"初期", 1}, {"年初", 1}, {"月初", 1}, {"초반", 1}, {"초", 1}, {"初", 1},
		{"中旬", 2}, {"중순", 2}, {"中頃", 2}, {"中期", 2}, {"半ば", 2}, {"중반", 2}, {"중엽", 2},
		{"下旬", 3}, {"하순", 3}, {"末期", 3}, {"年末", 3}, {"月末", 3}, {"年底", 3}, {"月底", 3}, {"末", 3}, {"底", 3}, {"말", 3},
	}
	eastAsianHalves = []wordCode{{"前半", 1}, {"전반", 1}, {"後半", 2}, {"后半", 2}, {"후반", 2}}

	eastAsianEras = []struct {
		word string
		era  era
	}{
		{"紀元前", eraBCE}, {"公元前", eraBCE}, {"西元前", eraBCE}, {"기원전", eraBCE}, {"前", eraBCE},
		{"西暦", eraCE}, {"公元", eraCE}, {"西元", eraCE}, {"紀元", eraCE}, {"서기", eraCE}, {"기원후", eraCE},
	}

	eastAsianDoubtsBefore = []string{"約", "约", "大約", "大约", "약", "대략", "おおよそ", "およそ"}
	eastAsianDoubtsBehind = []string{"頃", "ごろ", "ころ", "경", "쯤", "무렵", "左右", "前後", "前后"}

	eastAsianRelations = []struct {
		word   string
		relate relate
	}{
		{"以前", upTo}, {"이전", upTo}, {"以後", onwards}, {"以降", onwards}, {"以来", since}, {"以后", onwards}, {"이후", onwards}, {"이래", since},
		{"まで", until}, {"까지", until}, {"から", from}, {"부터", from}, {"より前", before}, {"之前", before}, {"之後", following}, {"之后", following},
	}

	eastAsianJoins = []string{"–", "~", "から", "부터", "至", "到", "-"}

	// weekdayPattern is a day of the week, alone or in brackets.
	weekdayPattern = regexp.MustCompile(`\(([日月火水木金土일월화수목금토])\)|\(?([日月火水木金土])曜日?\)?|\(?([일월화수목금토])요일\)?|\(?(?:星期|礼拜|週|周)([一二三四五六日天])\)?`)
)

const (
	_ = iota
	unitYear
	unitDecade
	unitCentury
	unitMonth
	unitDay
	unitHour
	unitMinute
	unitSecond
)

// cutWord cuts the first of the words that s begins with.
func cutWord(s string, words []wordCode) (code int, rest string, ok bool) {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w.word); ok {
			return w.code, rest, true
		}
	}
	return 0, s, false
}

// cutWeekday takes the day of the week out of a text, Sunday 1.
func cutWeekday(s string) (string, int) {
	m := weekdayPattern.FindStringSubmatchIndex(s)
	if m == nil {
		return s, 0
	}
	for group := 1; group < len(m)/2; group++ {
		if m[2*group] < 0 {
			continue
		}
		name := s[m[2*group]:m[2*group+1]]
		for _, week := range []string{"日月火水木金土", "일월화수목금토", "日一二三四五六", "天一二三四五六"} {
			if i := strings.Index(week, name); i >= 0 {
				return s[:m[0]] + s[m[1]:], i/len("日") + 1
			}
		}
	}
	return s, 0
}

package tabular

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// understandColumns finds a profile or guesses what the columns mean, and what
// must be asked.
func (u *Understanding) understandColumns() error {
	profiles := make([]*columnProfile, len(u.Header))
	for i := range profiles {
		profiles[i] = newColumnProfile()
		for _, r := range u.rows {
			if i < len(r.cells) {
				profiles[i].add(r.cells[i])
			}
		}
	}
	u.profiles = profiles
	confidence := make([]float64, len(u.Header))
	switch p, sure := u.profile(); {
	case u.hints.Mapping != nil:
		u.Mapping = u.hints.Mapping
		u.Profile, u.ProfileConfidence = cmp.Or(u.Mapping.Name, "mapping"), 1
	case p != nil:
		u.Profile, u.ProfileConfidence, u.lenient = p.Name, sure, true
		m := p.mapping(u.Header)
		u.Mapping = &m
	case u.hints.Profile != "" && u.hints.Profile != ProfileAuto && u.hints.Profile != ProfileNone:
		return &FileError{u.Name, fmt.Sprintf("there is no profile %q; there are %s", u.hints.Profile, strings.Join(ProfileNames(), ", "))}
	default:
		u.Profile = ProfileNone
		u.Mapping, confidence = guessMapping(u.Header, profiles)
		u.ProfileConfidence = mean(confidence)
	}
	u.completeNulls(profiles)
	u.noteDates(profiles)
	u.view(profiles, confidence)
	u.Questions = append([]Question{}, u.questions(profiles)...)
	u.warn(profiles)
	u.Folds = append([]Fold{}, u.offers()...)
	return nil
}

func mean(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if v > 0 {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// A candidacy is a column that may have a meaning.
type candidacy struct {
	column int
	name   string
	field  Field
	score  float64
}

// guessMapping guesses what columns mean from their names and values. Each
// meaning that can be had once goes to the column that fits best.
func guessMapping(header []string, profiles []*columnProfile) (*Mapping, []float64) {
	var all []candidacy
	for i, name := range header {
		all = append(all, candidacies(i, name, profiles[i])...)
	}
	sourceActs(all)
	slices.SortStableFunc(all, func(a, b candidacy) int { return cmp.Compare(b.score, a.score) })
	taken := map[Meaning]bool{}
	given := map[int]bool{}
	confidence := make([]float64, len(header))
	fields := make([]Field, len(header))
	for _, c := range all {
		m := c.field.Means
		many := m == MeansActor || m == MeansTag || m == MeansURL
		if given[c.column] || taken[m] && !many || clashes(m, taken) || c.score < 0.4 {
			continue
		}
		taken[m], given[c.column] = true, true
		fields[c.column], confidence[c.column] = c.field, min(c.score, 1)
	}
	m := &Mapping{}
	for i, f := range fields {
		if f.Means == MeansNothing {
			continue
		}
		f.Column = header[i]
		m.Columns = append(m.Columns, f)
	}
	if !taken[MeansTitle] && !taken[MeansActor] {
		m.titleFromText(header, profiles, given, confidence)
	}
	for _, f := range m.Columns {
		if f.Means == MeansID {
			m.Key = []string{f.Column}
		}
	}
	return m, confidence
}

// sourceActs makes the column "source" one of actors, and not of publishers, when
// another one is called "target".
func sourceActs(all []candidacy) {
	targets := slices.ContainsFunc(all, func(c candidacy) bool { return c.field.Role == target })
	for i := range all {
		if targets && all[i].field.Means == MeansPublisher && strings.HasPrefix(plainName(all[i].name), "source") {
			all[i].field = Field{Means: MeansActor, Role: initiator, Separator: all[i].field.Separator}
		}
	}
}

// clashes reports a meaning that another one, already found, leaves no room for:
// a year beside a whole date only confirms it.
func clashes(m Meaning, taken map[Meaning]bool) bool {
	switch m {
	case MeansStartMonth, MeansStartDay:
		return taken[MeansStart]
	case MeansStart:
		return false
	case MeansEndMonth, MeansEndDay:
		return taken[MeansEnd]
	case MeansStartTime:
		return false
	}
	return false
}

// candidacies are what a column can mean.
func candidacies(i int, name string, p *columnProfile) []candidacy {
	var list []candidacy
	add := func(f Field, score float64) { list = append(list, candidacy{i, name, f, score}) }
	if p.filled == 0 {
		return nil
	}
	hint, hinted := hintOf(name)
	fits := 0.0
	if hinted {
		if fits = p.fits(hint.means); fits > 0 {
			f := Field{Means: hint.means, Role: hint.role}
			f.dress(p)
			add(f, hint.weight*fits)
		}
	}
	if dates := p.share(p.dates); dates >= 0.6 && (!hinted || fits == 0 || hint.means != MeansStart) && !p.onlyNumbers() {
		f := Field{Means: MeansStart}
		f.dress(p)
		add(f, 0.55*dates)
	}
	switch {
	case p.share(p.urls) > 0.6:
		f := Field{Means: MeansURL}
		f.dress(p)
		add(f, 0.5)
	case p.countries() > 0.6:
		f := Field{Means: MeansActor}
		f.dress(p)
		add(f, 0.5)
	}
	return list
}

// onlyNumbers reports values that are plain numbers, which are years only where
// the name of the column says so, unless they have eight digits.
func (p *columnProfile) onlyNumbers() bool {
	return p.numbers == p.filled && p.shapes[shapeDay8] == nil
}

// countries is the share of the values that name countries.
func (p *columnProfile) countries() float64 {
	known, all := 0, 0
	for v, n := range p.distinct {
		all += n
		if isCountry(v) {
			known += n
		}
	}
	return share(known, all)
}

// dress adds to a field what the values say of it.
func (f *Field) dress(p *columnProfile) {
	switch f.Means {
	case MeansActor, MeansTag, MeansURL, MeansPublisher:
		f.Separator = p.separator()
	}
	if f.Means == MeansURL && f.Separator == "," {
		f.Separator = ""
	}
	if f.Means == MeansStart || f.Means == MeansEnd {
		if p.shapes[shapeMonth6] != nil && p.shapes[shapeMonth6].count*2 > p.filled {
			f.Format = "yyyymm"
		}
	}
	if f.Means == MeansStartPrecision || f.Means == MeansEndPrecision {
		f.System = precisionSystem(p)
	}
}

// fits says how well the values of a column go with a meaning: 0 not at all.
func (p *columnProfile) fits(m Meaning) float64 {
	numeric := p.share(p.numbers)
	switch m {
	case MeansStart, MeansEnd, MeansSourceDate:
		if p.shapes[shapeYear] == nil && p.shapes[shapeDay8] == nil && p.shapes[shapeMonth6] == nil && numeric > 0.9 {
			if p.least >= 10_000 && p.most <= 80_000 && p.filled > 0 {
				return 0.6 // days as spreadsheets count them
			}
			return 0
		}
		dates := p.dates
		if m == MeansEnd {
			dates += p.stillOpen()
		}
		if d := p.share(dates); d >= 0.3 {
			return min(1, d+0.2)
		}
		return 0
	case MeansStartYear, MeansEndYear:
		if p.share(p.shapeCount(shapeYear)+p.shapeCount(shapeSigned)+p.negativeYears()) > 0.6 {
			return 1
		}
		return 0
	case MeansStartMonth, MeansEndMonth:
		if numeric > 0.9 && p.most <= 12 || numeric < 0.1 && p.length <= 12*p.filled && p.shareMonths() > 0.8 {
			return 1
		}
		return 0
	case MeansStartDay, MeansEndDay:
		if numeric > 0.9 && p.most <= 31 {
			return 1
		}
		return 0
	case MeansStartTime, MeansEndTime:
		if p.share(p.times) > 0.6 || p.clocks() > 0.6 {
			return 1
		}
		return 0
	case MeansLat:
		return boolean(numeric > 0.9 && p.least >= -90 && p.most <= 90)
	case MeansLon:
		return boolean(numeric > 0.9 && p.least >= -180 && p.most <= 180)
	case MeansScore:
		return boolean(numeric > 0.9 && p.least >= -10 && p.most <= 10)
	case MeansPoint:
		return boolean(p.share(p.separated[","]) > 0.8 && numeric < 0.1)
	case MeansURL:
		return boolean(p.share(p.urls) > 0.5)
	case MeansCode:
		return boolean(p.share(p.cameo+p.lostZero) > 0.8)
	case MeansID:
		// What tells rows apart is different in each.
		return boolean(len(p.distinct) >= min(mostDistinct, p.filled))
	case MeansStartPrecision, MeansEndPrecision:
		return boolean(precisionSystem(p) != "")
	case MeansTitle:
		if numeric > 0.9 {
			return 0
		}
		if p.length > 250*p.filled {
			return 0.5
		}
		return 1
	case MeansActor, MeansPlace, MeansCategory, MeansTag, MeansPublisher:
		return boolean(numeric < 0.5 && p.share(p.urls) < 0.5)
	case MeansSummary:
		return boolean(numeric < 0.9)
	}
	return 1
}

func boolean(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

func (p *columnProfile) shapeCount(s shape) int {
	if p.shapes[s] == nil {
		return 0
	}
	return p.shapes[s].count
}

// negativeYears counts short numbers with a minus, which are years where years
// are.
func (p *columnProfile) negativeYears() int {
	n := 0
	for v, count := range p.distinct {
		if len(v) >= 2 && v[0] == '-' && len(v) <= 4 && allDigits(v[1:]) {
			n += count
		}
	}
	return n
}

func (p *columnProfile) shareMonths() float64 {
	n, all := 0, 0
	r := newDateReader(nil)
	for v, count := range p.distinct {
		all += count
		if r.read(v+" 2000").reason == "" {
			n += count
		}
	}
	return share(n, all)
}

// clocks is the share of the values that are times of the day.
func (p *columnProfile) clocks() float64 {
	n, all := 0, 0
	for v, count := range p.distinct {
		all += count
		if i := strings.IndexByte(v, ':'); i > 0 && i <= 2 && allDigits(v[:i]) {
			n += count
		}
	}
	return share(n, all)
}

// precisionSystem finds the codes that a column of precisions is in.
func precisionSystem(p *columnProfile) string {
	for _, system := range []string{"acled", "ucdp", "wikidata", "words"} {
		ok := len(p.distinct) > 0
		for v := range p.distinct {
			_, known := gradeOf(system, v)
			ok = ok && known
		}
		if ok {
			return system
		}
	}
	return ""
}

// titleFromText takes the column of text that looks most like titles, when none
// is called so.
func (m *Mapping) titleFromText(header []string, profiles []*columnProfile, given map[int]bool, confidence []float64) {
	best, most := -1, 0.0
	for i, p := range profiles {
		if given[i] || p.filled == 0 || p.share(p.numbers) > 0.5 || p.share(p.dates) > 0.5 || p.share(p.urls) > 0.3 || p.clocks() > 0.5 {
			continue
		}
		length := float64(p.length) / float64(p.filled)
		score := share(len(p.distinct), p.filled) + 0.3*min(length, 60)/60 + 0.3*p.share(p.filled)
		if length > 300 {
			score /= 3
		}
		if score > most {
			best, most = i, score
		}
	}
	if best >= 0 {
		m.Columns = append(m.Columns, Field{Column: header[best], Means: MeansTitle})
		confidence[best] = 0.4
	}
}

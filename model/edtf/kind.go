package edtf

// Form says how the parts of a Date belong together.
type Form uint8

const (
	// Single is one date: "2019-11", also the unknown date and "..".
	Single Form = iota
	// Interval runs from a start to an end: "2019-11-03/2019-11-10".
	Interval
	// OneOf is one date out of several: "[1667,1668,1670..1672]".
	OneOf
	// AllOf is several dates together: "{1960,1961-12}".
	AllOf
)

var formNames = [...]string{"single", "interval", "one of", "all of"}

// String names the form in lower-case English.
func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return "unknown form"
}

// Precision is the smallest unit a Date states, ordered from the coarsest to
// the finest, so that p < Day means "coarser than a day".
type Precision uint8

const (
	// Unknown is the precision of the unknown date, of "..", and of "XXXX".
	Unknown Precision = iota
	// Millennium is a year with three digits not given: "1XXX".
	Millennium
	// Century is a year with two digits not given: "18XX".
	Century
	// Decade is a year with one digit not given: "185X".
	Decade
	// Year is "2019", also "2019-XX": some month of 2019.
	Year
	// Semester is half a year: "2019-40".
	Semester
	// Quadrimester is a third of a year: "2019-37".
	Quadrimester
	// Quarter is a calendar quarter: "2019-35".
	Quarter
	// Season is "2019-22".
	Season
	// Month is "2019-11", also "2019-11-XX": some day of November 2019.
	Month
	// Day is "2019-11-17".
	Day
	// Hour is the precision of no form of EDTF; it is there so that scales of
	// units can be named by a Precision.
	Hour
	// Minute is a date-time without seconds, "2019-11-17T09:30".
	Minute
	// Second is "2019-11-17T09:30:00".
	Second
)

var precisionNames = [...]string{
	"unknown", "millennium", "century", "decade", "year", "half-year", "third of a year",
	"quarter", "season", "month", "day", "hour", "minute", "second",
}

// String names the precision in lower-case English: "month".
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return "unknown"
}

// Qualifier is the set of doubts about a date or a part of one.
type Qualifier uint8

const (
	// Uncertain, "?", says that the date may be another: the source is in doubt.
	Uncertain Qualifier = 1 << iota
	// Approximate, "~", says that the date is near the one given.
	Approximate
)

// Has reports whether q holds all the doubts of other.
func (q Qualifier) Has(other Qualifier) bool { return q&other == other }

var qualifierSigns = [4]string{"", "?", "~", "%"}

// String is the sign EDTF writes: "", "?", "~" or "%" for both.
func (q Qualifier) String() string { return qualifierSigns[q&3] }

package edtf

type era int8

const (
	eraNone era = iota
	eraCE
	eraBCE
)

// bareNumber is a number of which the text does not say what it is.
type bareNumber struct {
	n      int64
	digits int
}

// fields are the parts of a date as a text gives them, some perhaps missing.
type fields struct {
	whole Date // all of it, when it is EDTF

	year       int64 // as written, before the era is applied
	hasYear    bool
	digits     int  // of the year as written
	decade     bool // year is the first of a decade: "1850s"
	short      bool // year has two digits: "'45"
	era        era
	century    int
	millennium int
	month      int
	season     int // any sub-year grouping
	day        int
	bare       []bareNumber
	third      int // early 1, mid 2, late 3
	half       int
	quarter    int // of a century or decade
	some       Precision
	weekday    int // Sunday 1
	hyphened   bool
	reign      *reign
	order      Order
	clock      clock
	q          Qualifier
}

func (f *fields) setYear(n int64, digits int) { f.year, f.hasYear, f.digits = n, true, digits }

// dated reports whether the year, or something longer, is given.
func (f *fields) dated() bool {
	return f.hasYear || f.century != 0 || f.millennium != 0 || !f.whole.IsZero()
}

func (f *fields) copyYear(from *fields) {
	if !from.whole.IsZero() {
		if year, ok := from.whole.Year(); ok && year > 0 {
			f.setYear(year, 4)
		}
		return
	}
	f.setYear(from.year, from.digits)
	f.era, f.decade, f.short = from.era, from.decade, from.short
}

// placeBare takes bare numbers beside a month for the day and the year.
func (f *fields) placeBare() {
	if f.month == 0 {
		return
	}
	rest := f.bare[:0:0]
	for _, b := range f.bare {
		switch {
		case f.day == 0 && b.digits <= 2 && b.n <= 31:
			f.day = int(b.n)
		case !f.hasYear && b.digits == 2:
			f.setYear(b.n, 2)
			f.short = true
		case !f.hasYear && b.digits == 3:
			f.setYear(b.n, 3)
		default:
			rest = append(rest, b)
		}
	}
	f.bare = rest
}

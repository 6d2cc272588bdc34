package tabular

import (
	"slices"
	"strings"
)

// nullWords stand for no value in any column, save where "NA" is a country.
var nullWords = []string{
	"NA", "N/A", "n/a", "N.A.", "n.a.", "#N/A", "NaN", "nan", "null", "NULL", "None", "none", "nil", "NIL", "-", "--", "—", "–", "?", ".",
	"unknown", "Unknown", "UNKNOWN", "(null)", "\\N", "#REF!", "#VALUE!",
}

// nullNumbers stand for no value among numbers and dates.
var nullNumbers = []string{"-9", "-8", "-99", "-999", "-9999", "-1", "9999", "999", "99"}

// nullDates stand for no date.
var nullDates = []string{"0000-00-00", "0", "0000", "00/00/0000", "00000000", "2699-01-01", "9999-12-31", "9999-01-01", "1900-01-00"}

// ongoingWords stand for an end that is still to come.
var ongoingWords = []string{"..", "-7", "ongoing", "Ongoing", "present", "Present", "to date", "in force", "continuing", "current"}

// nulls returns the values of a column that seem to stand for none.
func (p *columnProfile) nulls(means Meaning, system string) []string {
	var found []string
	take := func(words []string) {
		for _, w := range words {
			if p.distinct[w] > 0 && !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
	}
	for _, w := range nullWords {
		if p.distinct[w] > 0 && !(w == "NA" && system == "iso") {
			found = append(found, w)
		}
	}
	switch {
	case means == MeansLat || means == MeansLon || means == MeansScore:
	case means.isDate() || means == MeansDateText:
		take(nullDates)
		take(nullNumbers)
	case strings.HasSuffix(string(means), "-year") || strings.HasSuffix(string(means), "-month") || strings.HasSuffix(string(means), "-day"):
		take([]string{"-9", "-8", "-7", "-99", "-999", "0", "9999", "99"})
		if strings.HasSuffix(string(means), "-year") {
			found = slices.DeleteFunc(found, func(w string) bool { return w == "99" })
		}
	case p.negative > 0 || p.numbers < p.filled:
		take([]string{"-9", "-8", "-7", "-99", "-999", "-9999"})
	}
	return found
}

// stillOpen counts the values that stand for an end that is still to come.
func (p *columnProfile) stillOpen() (n int) {
	for _, w := range p.ongoing(MeansEnd) {
		n += p.distinct[w]
	}
	return n
}

// ongoing returns the values of a column of ends that say that there is none
// yet.
func (p *columnProfile) ongoing(means Meaning) []string {
	if means != MeansEnd && means != MeansEndYear {
		return nil
	}
	var found []string
	for _, w := range ongoingWords {
		if p.distinct[w] > 0 {
			found = append(found, w)
		}
	}
	return found
}

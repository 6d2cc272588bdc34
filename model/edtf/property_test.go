package edtf_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"chancery/model/edtf"
)

// TestReadUnderstandsDisplay: what Display writes of ordinary dates, Read reads
// back as the same date.
func TestReadUnderstandsDisplay(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		d := edtf.MustParse(ordinary(random))
		shown := d.Display()
		r, err := edtf.Read(shown, edtf.Unstated)
		if err != nil || !slices.Contains(r.Dates, d) {
			t.Fatalf("%v is shown as %q and read as %v, %v", d, shown, r.Dates, err)
		}
	}
}

// ordinary is the text of a date as they stand in archives.
func ordinary(random *rand.Rand) string {
	year := func() int { return 1000 + random.IntN(1100) }
	month := func() int { return 1 + random.IntN(12) }
	day := func() int { return 1 + random.IntN(28) }
	doubt := []string{"", "?", "~", "%"}[random.IntN(4)]
	y, m, d := year(), month(), day()
	switch random.IntN(16) {
	case 0:
		return fmt.Sprintf("%04d-%02d-%02d%s", y, m, d, doubt)
	case 1:
		return fmt.Sprintf("%04d-%02d%s", y, m, doubt)
	case 2:
		return fmt.Sprintf("%04d%s", y, doubt)
	case 3:
		return fmt.Sprintf("%04d-%02d%s", y, 21+random.IntN(21), doubt)
	case 4:
		return fmt.Sprintf("%03dX%s", y/10, doubt)
	case 5:
		return fmt.Sprintf("%02dXX%s", y/100, doubt)
	case 6:
		return fmt.Sprintf("-%04d%s", random.IntN(3000)+1, doubt)
	case 7:
		return fmt.Sprintf("-%02dXX%s", random.IntN(40), doubt)
	case 8: // days of one month
		first := 1 + random.IntN(27)
		last := first + 1 + random.IntN(28-first)
		return fmt.Sprintf("%04d-%02d-%02d%s/%04d-%02d-%02d%s", y, m, first, doubt, y, m, last, doubt)
	case 9: // years
		return fmt.Sprintf("%04d%s/%04d%s", y, doubt, y+1+random.IntN(100), doubt)
	case 10: // any two days
		return fmt.Sprintf("%04d-%02d-%02d%s/%04d-%02d-%02d", y, m, d, doubt, y+1+random.IntN(3), month(), day())
	case 11:
		return fmt.Sprintf("%04d-%02d-%02d%s/..", y, m, d, doubt)
	case 12:
		return fmt.Sprintf("[..%04d-%02d-%02d%s]", y, m, d, doubt)
	case 13:
		return fmt.Sprintf("[%04d-%02d%s..]", y, m, doubt)
	case 14:
		return fmt.Sprintf("[..%04d%s]", y, doubt)
	}
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d+09:00", y, m, d, random.IntN(24), random.IntN(60))
}

// TestEveryDayReadsInEveryForm writes days as people do and reads them back.
func TestEveryDayReadsInEveryForm(t *testing.T) {
	forms := []struct {
		layout string
		order  edtf.Order
	}{
		{"2 January 2006", edtf.Unstated}, {"January 2, 2006", edtf.Unstated}, {"2 Jan 2006", edtf.Unstated},
		{"02-Jan-2006", edtf.Unstated}, {"Monday, 2 January 2006", edtf.Unstated}, {"2006/01/02", edtf.Unstated},
		{"20060102", edtf.Unstated}, {"2006年1月2日", edtf.Unstated}, {"2006년 1월 2일", edtf.Unstated},
		{"2006. 1. 2.", edtf.Unstated}, {"02.01.2006", edtf.Unstated}, {"2/1/2006", edtf.DayFirst},
		{"1/2/2006", edtf.MonthFirst}, {"06/01/02", edtf.YearFirst},
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 2_000 {
		i := edtf.At(1600+random.Int64N(500), 1, 1+random.IntN(365))
		want := edtf.MustParse(i.String()[:len("2006-01-02")])
		moment := unix(i)
		for _, form := range forms {
			text := moment.Format(form.layout)
			r, err := edtf.Read(text, form.order)
			if form.layout == "06/01/02" && (want.Bounds().EarliestStart < edtf.At(1900, 1, 1) || want.Bounds().LatestEnd > edtf.At(2100, 1, 1)) {
				continue // two digits stand for the 20th and the 21st century alone
			}
			if err != nil || !slices.Contains(r.Dates, want) {
				t.Fatalf("%v written %q is read as %v, %v", want, text, r.Dates, err)
			}
			if r.Note != "" && form.order != edtf.YearFirst {
				t.Errorf("%q has the note %q", text, r.Note)
			}
		}
	}
}

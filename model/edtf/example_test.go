package edtf_test

import (
	"fmt"

	"chancery/model/edtf"
)

func ExampleParse() {
	for _, text := range []string{"2019-11-17", "2019-22", "185X", "-0615~", "2016-11-23/..", "[..2019-11-11]"} {
		d, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s, to the %s\n", d, d.Display(), d.Precision())
	}
	// Output:
	// 2019-11-17: 17 Nov 2019, to the day
	// 2019-22: summer 2019, to the season
	// 185X: 1850s, to the decade
	// -0615~: c. 616 BCE, to the year
	// 2016-11-23/..: 23 Nov 2016 – open, to the day
	// [..2019-11-11]: by 11 Nov 2019, to the day
}

func ExampleParse_error() {
	_, err := edtf.Parse("2019-11-31")
	fmt.Println(err)
	// Output: 2019-11-31: November has 30 days
}

func ExampleRead() {
	for _, text := range []string{"4th cent. BC", "3–5 May 2019", "令和元年11月17日", "late October 2018", "03/04/2019", "31 Nov 2019"} {
		r, err := edtf.Read(text, edtf.Unstated)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(text, "→", r.Dates)
	}
	// Output:
	// 4th cent. BC → [-03XX]
	// 3–5 May 2019 → [2019-05-03/2019-05-05]
	// 令和元年11月17日 → [2019-11-17]
	// late October 2018 → [[2018-10-21..2018-10-31]]
	// 03/04/2019 → [2019-04-03 2019-03-04]
	// 31 Nov 2019: November has 30 days
}

func ExampleDate_Bounds() {
	b := edtf.MustParse("1939/1945").Bounds()
	fmt.Println("starts from", b.EarliestStart, "to", b.LatestStart)
	fmt.Println("ends from  ", b.EarliestEnd, "to", b.LatestEnd)
	fmt.Println(b.CertainlyOverlaps(edtf.At(1942, 1, 1), edtf.At(1943, 1, 1)))
	// Output:
	// starts from 1939-01-01T00:00:00Z to 1940-01-01T00:00:00Z
	// ends from   1945-01-01T00:00:00Z to 1946-01-01T00:00:00Z
	// true
}

func ExampleDate_BoundsWith() {
	d := edtf.MustParse("2019-11-13~")
	b := d.BoundsWith(edtf.DefaultTolerance)
	fmt.Println(b.EarliestStart, b.LatestEnd)
	// Output: 2019-11-09T00:00:00Z 2019-11-18T00:00:00Z
}

func ExampleDate_UTC() {
	d := edtf.MustParse("2019-11-23T00:00:00+09:00")
	utc, _ := d.UTC()
	fmt.Println("on the axis", d.Bounds().EarliestStart, "in truth", utc)
	// Output: on the axis 2019-11-23T00:00:00Z in truth 2019-11-22T15:00:00Z
}

func ExampleSpan() {
	b := edtf.Span(edtf.MustParse("2016-11-23"), edtf.Open)
	fmt.Println(b.EarliestStart, b.LatestEnd == edtf.Future)
	// Output: 2016-11-23T00:00:00Z true
}

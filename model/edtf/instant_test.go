package edtf_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"chancery/model/edtf"
)

func TestInstantCivilRoundTrip(t *testing.T) {
	// Every first and last day of the months of ±10,000 years, and every day
	// around the ends of February.
	for year := int64(-10_000); year <= 10_000; year++ {
		for month := 1; month <= 12; month++ {
			for _, day := range []int{1, 28} {
				i := edtf.At(year, month, day)
				y, m, d := i.Civil()
				if y != year || m != month || d != day {
					t.Fatalf("At(%d, %d, %d).Civil() = %d, %d, %d", year, month, day, y, m, d)
				}
			}
		}
		last := edtf.At(year, 3, 0)
		if _, m, d := last.Civil(); m != 2 || d < 28 || d > 29 {
			t.Fatalf("the day before 1 March %d is %d of month %d", year, d, m)
		}
	}
}

// TestInstantAgainstTime compares with the time package, which is proleptic
// Gregorian too.
func TestInstantAgainstTime(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		seconds := random.Int64N(2*10_000*366*86_400) - 10_000*366*86_400
		i := edtf.Instant(seconds)
		want := time.Unix(seconds, 0).UTC()
		year, month, day := i.Civil()
		hour, minute, second := i.Clock()
		if int(year) != want.Year() || month != int(want.Month()) || day != want.Day() {
			t.Fatalf("Instant(%d).Civil() = %d-%d-%d, want %s", seconds, year, month, day, want)
		}
		if hour != want.Hour() || minute != want.Minute() || second != want.Second() {
			t.Fatalf("Instant(%d).Clock() = %d:%d:%d, want %s", seconds, hour, minute, second, want)
		}
		midnight := edtf.Instant(want.Truncate(24 * time.Hour).Unix())
		if got := edtf.At(year, month, day); got != midnight {
			t.Fatalf("At(%d, %d, %d) = %d, want %d", year, month, day, got, midnight)
		}
	}
}

func TestAtCarriesOver(t *testing.T) {
	tests := []struct {
		year       int64
		month, day int
		want       string
	}{
		{2019, 13, 1, "2020-01-01T00:00:00Z"},
		{2019, 0, 1, "2018-12-01T00:00:00Z"},
		{2019, -12, 1, "2017-12-01T00:00:00Z"},
		{2019, 25, 1, "2021-01-01T00:00:00Z"},
		{2019, 11, 31, "2019-12-01T00:00:00Z"},
		{2019, 3, 0, "2019-02-28T00:00:00Z"},
		{2020, 3, 0, "2020-02-29T00:00:00Z"},
		{0, 1, 0, "-0001-12-31T00:00:00Z"},
		{-10_000, 1, 1, "Y-10000-01-01T00:00:00Z"},
		{10_000, 1, 1, "Y10000-01-01T00:00:00Z"},
	}
	for _, test := range tests {
		if got := edtf.At(test.year, test.month, test.day).String(); got != test.want {
			t.Errorf("At(%d, %d, %d) = %s, want %s", test.year, test.month, test.day, got, test.want)
		}
	}
}

func TestYearsBeyondSaturate(t *testing.T) {
	for _, year := range []int64{292_000_000_000, 1 << 62, -1 << 63, -292_000_000_000} {
		got, want := edtf.At(year, 1, 1), edtf.Future
		if year < 0 {
			want = edtf.Past
		}
		if got != want {
			t.Errorf("At(%d) = %v, want %v", year, got, want)
		}
	}
	for _, year := range []int64{291_999_999_999, -291_999_999_999, -13_800_000_000} {
		i := edtf.At(year, 7, 1)
		if y, m, d := i.Civil(); !i.Finite() || y != year || m != 7 || d != 1 {
			t.Errorf("At(%d).Civil() = %d, %d, %d", year, y, m, d)
		}
	}
}

func unix(i edtf.Instant) time.Time { return time.Unix(int64(i), 0).UTC() }

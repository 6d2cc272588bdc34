package scene

import (
	"strings"
	"testing"

	"chancery/model/edtf"
)

// allUnits are every unit that an axis or a stack is made of.
func allUnits() []unit {
	var units []unit
	for i := range rulers {
		units = append(units, rulers[i].upper, rulers[i].lower)
	}
	return append(units, stackUnits...)
}

func TestUnitsFloorAndNext(t *testing.T) {
	moments := []edtf.Instant{
		edtf.At(2019, 11, 17) + 12345, edtf.At(2020, 2, 29), edtf.At(1900, 3, 1), edtf.At(1970, 1, 1), edtf.At(1969, 12, 31) + 86399,
		edtf.At(1, 1, 1), edtf.At(0, 12, 31), edtf.At(0, 1, 1), edtf.At(-1, 5, 5), edtf.At(-44, 3, 15), edtf.At(-9999, 7, 1), edtf.At(12_000, 1, 1),
	}
	for _, u := range allUnits() {
		for _, at := range moments {
			floor := u.floor(at)
			if floor > at {
				t.Errorf("%s: floor(%v) = %v is later", u.name, at, floor)
			}
			if again := u.floor(floor); again != floor {
				t.Errorf("%s: floor(%v) = %v, not itself", u.name, floor, again)
			}
			next := u.next(floor)
			if next <= at {
				t.Errorf("%s: %v is not before next(%v) = %v", u.name, at, floor, next)
			}
			if next.Finite() && u.floor(next) != next {
				t.Errorf("%s: next(%v) = %v is not the start of a division", u.name, floor, next)
			}
			if next.Finite() && u.floor(next-1) != floor {
				t.Errorf("%s: there is a division between %v and %v", u.name, floor, next)
			}
		}
	}
}

func TestYearsAreCountedAsPeopleDo(t *testing.T) {
	tests := []struct {
		unit unit
		at   edtf.Instant
		want string // labels of three divisions
	}{
		{years(1), edtf.At(-1, 6, 1), "2 BCE|1 BCE|1"},
		{years(5), edtf.At(-7, 6, 1), "10 BCE|5 BCE|1"},
		{years(100), edtf.At(-120, 1, 1), "200 BCE|100 BCE|1"},
		{years(1000), edtf.At(500, 1, 1), "1|1000|2000"},
		{periods(10), edtf.At(1985, 1, 1), "1980s|1990s|2000s"},
		{periods(10), edtf.At(-3, 1, 1), "10–1 BCE|1–9|10s"},
		{periods(100), edtf.At(1850, 1, 1), "1800–1899|1900–1999|2000–2099"},
		{periods(1000), edtf.At(-1500, 1, 1), "2000–1001 BCE|1000–1 BCE|1–999"},
		{months(3), edtf.At(2019, 11, 17), "Q4|Q1|Q2"},
		{weeks(), edtf.At(2019, 11, 17), "11|18|25"},
		{namedDays(), edtf.At(2019, 11, 17), "Sun 17 Nov 2019|Mon 18 Nov 2019|Tue 19 Nov 2019"},
		{hours(6), edtf.At(2019, 11, 17) + 7*3600, "06:00|12:00|18:00"},
		{years(1000), edtf.At(20_500, 1, 1), "20\u00a0000|21\u00a0000|22\u00a0000"},
	}
	for _, test := range tests {
		var got []string
		at := test.unit.floor(test.at)
		for range 3 {
			got = append(got, test.unit.label(at))
			at = test.unit.next(at)
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%s from %v: %s, want %s", test.unit.name, test.at, s, test.want)
		}
	}
}

func TestRulersHaveRoomAtEveryScale(t *testing.T) {
	last := 0.0
	for scale := MinSpan / 1264; scale < MaxSpan/1264; scale *= 1.07 {
		r := rulerFor(scale, 1)
		if r.lower.seconds < last {
			t.Fatalf("at %v seconds per dp the parts get shorter again", scale)
		}
		last = r.lower.seconds
		if wide := r.lower.seconds / scale; wide < 14 || wide > 3000 {
			t.Errorf("at %v seconds per dp a %s is %.0f dp wide", scale, r.lower.name, wide)
		}
	}
}

func TestWeekday(t *testing.T) {
	for _, test := range []struct {
		at   edtf.Instant
		want string
	}{
		{edtf.At(1970, 1, 1), "Thu"}, {edtf.At(2019, 11, 17) + 86399, "Sun"}, {edtf.At(1969, 12, 31), "Wed"}, {edtf.At(1582, 10, 15), "Fri"},
	} {
		if got := dayNames[weekday(test.at)]; got != test.want {
			t.Errorf("weekday(%v) = %s, want %s", test.at, got, test.want)
		}
	}
}

package model

import (
	"fmt"

	"chancery/model/edtf"
)

// DayOf returns the date of the day that holds t; the zero Date when t is not
// finite or its year has more than four digits.
func DayOf(t edtf.Instant) edtf.Date {
	if t == edtf.Past || t == edtf.Future {
		return edtf.Date{}
	}
	year, month, day := t.Civil()
	d, err := edtf.Parse(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil {
		return edtf.Date{}
	}
	return d
}

func startOfDay(t edtf.Instant) edtf.Instant {
	if t == edtf.Past || t == edtf.Future {
		return t
	}
	return edtf.At(t.Civil())
}

func endOfDay(t edtf.Instant) edtf.Instant {
	if t == edtf.Past || t == edtf.Future {
		return t
	}
	return startOfDay(t) + 86400
}

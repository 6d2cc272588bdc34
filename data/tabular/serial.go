package tabular

import (
	"strconv"
	"time"

	"chancery/model/edtf"
)

// Days as spreadsheets count them. Day 60 of the system of 1900 is 29 February
// 1900, which never was, so that days before it are one further on.
const (
	leastSerial = 1
	mostSerial  = 2_958_465 // 31 December 9999
)

// isSerial reports a number that can be a day as spreadsheets count them.
func isSerial(text string) bool {
	n, err := strconv.ParseFloat(text, 64)
	return err == nil && n >= leastSerial && n <= mostSerial && len(text) >= 2 && text[0] != '+'
}

// serial reads a day as spreadsheets count them.
func (r *dateReader) serial(text, plain string) cellDate {
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return cellDate{reason: err.Error()}
	}
	d, err := edtf.Parse(serialText(n, r.serials == "1904"))
	if err != nil {
		return cellDate{reason: text + ": no day of a spreadsheet"}
	}
	return cellDate{date: d, text: text}
}

// serialText writes a day as EDTF, with the time when it has one.
func serialText(n float64, since1904 bool) string {
	days := int(n)
	seconds := int((n-float64(days))*86400 + 0.5)
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case since1904:
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case days < 60:
		days++
	}
	t := epoch.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second)
	switch {
	case seconds == 0:
		return t.Format("2006-01-02")
	case seconds%60 == 0:
		return t.Format("2006-01-02T15:04")
	}
	return t.Format("2006-01-02T15:04:05")
}

package edtf_test

import (
	"testing"

	"chancery/model/edtf"
)

var (
	sinkDate    edtf.Date
	sinkBounds  edtf.Bounds
	sinkText    string
	sinkReading edtf.Reading
)

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"2019-11-17", "2019-11", "2019~", "2019-11-17T09:30:00+09:00", "2004-06~/2006-08-11?", "[1667,1668,1670..1672]"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkDate, _ = edtf.Parse(text)
			}
		})
	}
}

func BenchmarkBounds(b *testing.B) {
	for _, text := range []string{"2019-11-17", "2019-11", "2019", "201X", "2019-11-03/2019-11-10", "[..2019-11-11]", "156X-12-25"} {
		d := edtf.MustParse(text)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkBounds = d.Bounds()
			}
		})
	}
}

func BenchmarkString(b *testing.B) {
	d := edtf.MustParse("2019-11-17")
	b.ReportAllocs()
	for b.Loop() {
		sinkText = d.String()
	}
}

func BenchmarkDisplay(b *testing.B) {
	d := edtf.MustParse("2019-11-17")
	b.ReportAllocs()
	for b.Loop() {
		sinkText = d.Display()
	}
}

func BenchmarkRead(b *testing.B) {
	for _, text := range []string{"17/11/2019", "17 November 2019", "2019年11月17日", "3–5 May 2019", "n/a"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkReading, _ = edtf.Read(text, edtf.DayFirst)
			}
		})
	}
}

// TestParseDayDoesNotAllocate holds what makes millions of rows cheap.
func TestParseDayDoesNotAllocate(t *testing.T) {
	allocations := testing.AllocsPerRun(100, func() {
		sinkDate, _ = edtf.Parse("2019-11-17")
		sinkBounds = sinkDate.Bounds()
	})
	if allocations != 0 {
		t.Errorf("Parse and Bounds of a day allocate %v times", allocations)
	}
}

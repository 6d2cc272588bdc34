package charts

import (
	"chancery/charts/figure"
	"chancery/model/edtf"
)

// A CalendarPage is a block of weeks of a Calendar of days, or a row of one of
// longer cells. It has the Bins from From up to To.
type CalendarPage struct {
	From, To int
	Name     string
	Lead     int // cells that are left free before the first
}

// CalendarPages cuts the Bins of a Calendar into its pages.
func (s *Spec) CalendarPages() []CalendarPage {
	unit := Year
	if s.Unit >= Year {
		unit = s.Unit + 1
	}
	var pages []CalendarPage
	for b := range s.Bins {
		start := unit.Floor(s.Bins[b].Start)
		if len(pages) == 0 || unit.Floor(s.Bins[pages[len(pages)-1].From].Start) != start {
			p := CalendarPage{From: b, Name: unit.Label(start)}
			if s.Unit == Day {
				p.Lead = weekday(s.Bins[b].Start)
			}
			pages = append(pages, p)
		}
		pages[len(pages)-1].To = b + 1
	}
	return pages
}

const (
	weeks     = 54 // columns of a block of a year
	dayPitch  = 13
	blockHead = 16
)

func (d *drawing) dayPitch() float32 { return min((d.area.W-d.o.Left)/weeks, dayPitch*d.k) }

func (d *drawing) calendarHeight() float32 {
	n := float32(len(d.s.CalendarPages()))
	if d.s.Unit == Day {
		return n*(7*d.dayPitch()+blockHead*d.k) + (n-1)*8*d.k
	}
	return n*rowHeight*d.k + blockHead*d.k
}

// calendar draws a block of weeks for each year, or a row of months, of years or
// longer.
func (d *drawing) calendar() {
	if d.s.Unit == Day {
		d.calendarOfDays()
		return
	}
	pages := d.s.CalendarPages()
	most := 1
	for _, p := range pages {
		most = max(most, p.To-p.From)
	}
	x0, y0 := d.area.X+d.o.Left, d.area.Y+blockHead*d.k
	w, h := min((d.area.W-d.o.Left)/float32(most), 60*d.k), min((d.area.H-blockHead*d.k)/float32(len(pages)), rowHeight*d.k)
	for i := range most {
		d.caption(x0+(float32(i)+0.5)*w, d.area.Y+7*d.k, d.s.CalendarColumn(i), figure.Text3, figure.Centre)
	}
	peak, _ := d.s.Extent()
	for i, p := range pages {
		y := y0 + float32(i)*h
		d.rowName(x0-8*d.k, y+h/2, d.o.Left-12*d.k, p.Name, false)
		for b := p.From; b < p.To; b++ {
			d.day(figure.R(x0+float32(b-p.From)*w, y, w, h), b, peak)
		}
	}
}

// CalendarColumn names a column of a Calendar of months or longer.
func (s *Spec) CalendarColumn(i int) string {
	if s.Unit == Month {
		return months[i]
	}
	return Count(i)
}

func (d *drawing) calendarOfDays() {
	pitch := d.dayPitch()
	peak, _ := d.s.Extent()
	x0, y := d.area.X+d.o.Left, d.area.Y
	for _, p := range d.s.CalendarPages() {
		d.rowName(x0-8*d.k, y+blockHead*d.k+3.5*pitch, d.o.Left-12*d.k, p.Name, false)
		grid := y + blockHead*d.k
		for b := p.From; b < p.To; b++ {
			at := p.Lead + b - p.From
			r := figure.R(x0+float32(at/7)*pitch, grid+float32(at%7)*pitch, pitch, pitch)
			if _, month, day := d.s.Bins[b].Start.Civil(); day == 1 {
				d.caption(x0+float32((at+6)/7)*pitch, y+7*d.k, d.monthName(month, pitch), figure.Text3, figure.Left)
			}
			d.day(r, b, peak)
		}
		y = grid + 7*pitch + 8*d.k
	}
}

// day draws a cell of a calendar.
func (d *drawing) day(r figure.Rect, b int, peak float64) {
	v := d.s.Series[0].Values[b]
	inner := figure.R(r.X, r.Y, r.W-1, r.H-1)
	box := figure.Box{Fill: figure.SequentialToken(DensityStep(v, peak)).Ink(), Radius: min(2*d.k, inner.W/4)}
	if q := d.o.Lit; q != nil && overlaps(q, d.s.Bins[b].Start, d.s.Bins[b].End) {
		box.Stroke, box.Width = figure.Text.Ink(), d.k
	}
	d.Rect(inner, box)
	d.hit(r, BinPart, b, 0)
}

// overlaps reports whether a query asks for a time, and some of [from, to).
func overlaps(q *Query, from, to edtf.Instant) bool {
	return (q.From != 0 || q.To != 0) && q.From > edtf.Past && q.To < edtf.Future && q.From < to && q.To > from
}

// monthName is short where a month is narrow.
func (d *drawing) monthName(month int, pitch float32) string {
	if 4*pitch < d.o.Faces.Measure("Mar", 11*d.k, false)+3*d.k {
		return months[month-1][:1]
	}
	return months[month-1]
}

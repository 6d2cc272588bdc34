package scene

import (
	"strconv"

	"chancery/charts/figure"
	"chancery/model/edtf"
)

// emptyLanes says in the lanes that have no event in the view between when there
// is none, if there is room between the pills. Of empty lanes one under another
// the first says it for all.
func (b *Builder) emptyLanes(f *figure.Figure, pinned bool) {
	said, words := false, phrase{}
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		if box.Pinned != pinned || !b.inPlot(box) {
			continue
		}
		empty := box.InView == 0 && box.Earlier+box.Later > 0
		if !empty || box.Collapsed || said {
			said = said && empty
			continue
		}
		left, right := float32(2*pillInset), b.scene.Plot.W-2*pillInset-b.scrollRoom()
		for i := range b.scene.pills {
			switch p := &b.scene.pills[i]; {
			case p.lane != box.Index:
			case p.kind == HitEarlier:
				left = max(left, p.rect.Right()+2*pillInset)
			case p.kind == HitLater:
				right = min(right, p.rect.X-2*pillInset)
			}
		}
		if words.text == "" {
			words = b.nothingHere()
		}
		if words.width > right-left {
			continue
		}
		at := figure.Pt((left+right-words.width)/2, box.top()+b.m.pad+b.m.row/2+b.m.rise)
		said = true
		f.Text(at, words.text, figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()})
	}
}

// nothingHere says between which days of the view nothing is.
func (b *Builder) nothingHere() phrase {
	text := "Nothing here " + betweenText(floorTo(b.in.View.From(), day), floorTo(b.in.View.To()-1, day))
	return phrase{text, b.in.Faces.Measure(text, b.m.caption, false)}
}

// betweenText says from which day to which, as exactly as the length asks for:
// "between 3 and 20 May 2019", "between May and Dec 2019", "between 1990 and
// 2030".
func betweenText(first, last edtf.Instant) string {
	y, m, d := first.Civil()
	z, n, e := last.Civil()
	whole := func(d, m int, y int64) string { return strconv.Itoa(d) + " " + shortMonth(m) + " " + yearText(y) }
	switch {
	case first == last:
		return "on " + whole(d, m, y)
	case last-first > 10*366*day:
		return "between " + yearText(y) + " and " + yearText(z)
	case last-first > 62*day && y == z:
		return "between " + shortMonth(m) + " and " + shortMonth(n) + " " + yearText(y)
	case last-first > 62*day:
		return "between " + shortMonth(m) + " " + yearText(y) + " and " + shortMonth(n) + " " + yearText(z)
	case y == z && m == n:
		return "between " + strconv.Itoa(d) + " and " + whole(e, n, z)
	case y == z:
		return "between " + strconv.Itoa(d) + " " + shortMonth(m) + " and " + whole(e, n, z)
	}
	return "between " + whole(d, m, y) + " and " + whole(e, n, z)
}

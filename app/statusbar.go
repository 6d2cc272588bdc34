package app

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A StatusBar is the last line of the window: what is in view at the left, what
// there is at the right, and the work under way in between.
type StatusBar struct {
	widget.BaseWidget

	Left, Right []string
	Job         string  // the work under way, "" for none
	Progress    float64 // its share done; below 0 when not known
	OnCancel    func()

	cancel *Button
}

// NewStatusBar returns an empty bar.
func NewStatusBar() *StatusBar {
	s := &StatusBar{}
	s.cancel = newFlat("close", "", func() {
		if s.OnCancel != nil {
			s.OnCancel()
		}
	})
	s.cancel.Tip = lang.L("Cancel")
	s.ExtendBaseWidget(s)
	return s
}

// Set shows words at either end.
func (s *StatusBar) Set(left, right []string) {
	if slices.Equal(s.Left, left) && slices.Equal(s.Right, right) {
		return
	}
	s.Left, s.Right = left, right
	s.Refresh()
}

// SetJob shows the work under way; an empty label shows none.
func (s *StatusBar) SetJob(label string, progress float64) {
	if s.Job == label && s.Progress == progress {
		return
	}
	s.Job, s.Progress = label, progress
	s.Refresh()
}

// CreateRenderer draws the bar 24 dp high.
func (s *StatusBar) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	back := canvas.NewRectangle(color.Transparent)
	line := canvas.NewRectangle(color.Transparent)
	track := canvas.NewRectangle(color.Transparent)
	done := canvas.NewRectangle(color.Transparent)
	job := newText("", sizeCaption, figure.Text2, false)
	var left, right []*canvas.Text
	d := &drawing{}
	d.minSize = func() fyne.Size { return fyne.NewSize(300, scaled(24)) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(line, 0, 0, size.Width, 1)
		x := float32(12)
		for _, t := range left {
			x += placeText(t, x, 1, size.Height-1) + 16
		}
		end := size.Width - 12
		for i := len(right) - 1; i >= 0; i-- {
			end -= right[i].MinSize().Width
			placeText(right[i], end, 1, size.Height-1)
			end -= 16
		}
		if s.Job == "" {
			return
		}
		h := scaled(20)
		end -= h
		place(s.cancel, end, (size.Height-h)/2, h, h)
		end -= 126
		place(track, end, (size.Height-4)/2, 120, 4)
		share := min(max(s.Progress, 0), 1)
		place(done, end, (size.Height-4)/2, float32(120*share), 4)
		end -= job.MinSize().Width + 8
		placeText(job, end, 1, size.Height-1)
	}
	lines := func(words []string) []*canvas.Text {
		ts := make([]*canvas.Text, 0, len(words))
		for _, w := range words {
			if w != "" {
				ts = append(ts, newText(w, sizeCaption, figure.Text2, false))
			}
		}
		return ts
	}
	d.refresh = func() {
		back.FillColor, line.FillColor = ink(figure.Bg), ink(figure.Line)
		track.FillColor, done.FillColor = ink(figure.Line), ink(figure.Accent)
		track.CornerRadius, done.CornerRadius = 2, 2
		left, right = lines(s.Left), lines(s.Right)
		setWords(job, s.Job)
		restyle(job, sizeCaption, figure.Text2)
		d.objects = []fyne.CanvasObject{back, line, track, done, job, s.cancel}
		for _, t := range left {
			d.objects = append(d.objects, t)
		}
		for _, t := range right {
			d.objects = append(d.objects, t)
		}
		for _, o := range []fyne.CanvasObject{track, done, job, s.cancel} {
			show(o, s.Job != "")
		}
		d.layout(s.Size())
	}
	d.refresh()
	return d
}

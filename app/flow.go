package app

import "fyne.io/fyne/v2"

// columnLayout stacks objects of full width with a gap of their own above
// each. Objects that wrap are measured at that width.
type columnLayout struct {
	gaps  map[fyne.CanvasObject]float32
	width float32
	side  float32 // left free at either side, for what reaches beyond the text
}

func (c *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(c.width, o.Size().Height))
		height += c.gaps[o] + o.MinSize().Height
	}
	return fyne.NewSize(0, height)
}

func (c *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width - 2*c.side
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		y += c.gaps[o]
		o.Resize(fyne.NewSize(c.width, o.Size().Height))
		h := o.MinSize().Height
		place(o, c.side, y, c.width, h)
		y += h
	}
}

// flowLayout sets objects in lines, like words.
type flowLayout struct {
	gap   float32
	width float32
}

func (f *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, f.arrange(objects, f.width, false))
}

func (f *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.arrange(objects, size.Width, true)
}

func (f *flowLayout) arrange(objects []fyne.CanvasObject, width float32, move bool) (height float32) {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		least := o.MinSize()
		w := min(least.Width, max(width, 1))
		if x > 0 && x+w > width {
			x, y, line = 0, y+line+f.gap, 0
		}
		if move {
			place(o, x, y, w, least.Height)
		}
		x = snap(x + w + f.gap)
		line = max(line, least.Height)
	}
	return y + line
}

// flowOf returns a container that sets objects in lines of a width to begin
// with, until it is laid out.
func flowOf(width, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flowLayout{gap: gap, width: width}, Objects: objects}
}

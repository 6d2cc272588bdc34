package app

import "fyne.io/fyne/v2"

// sheetMargin is the space round the body of a sheet, in dp.
const sheetMargin = 20

// inset shows an object with a margin round it.
func inset(o fyne.CanvasObject, margin float32) *fyne.Container {
	return &fyne.Container{Layout: insetLayout(margin), Objects: []fyne.CanvasObject{o}}
}

type insetLayout float32

func (m insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*float32(m), 2*float32(m))
}

func (m insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], float32(m), float32(m), size.Width-2*float32(m), size.Height-2*float32(m))
}

package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/data"
)

// The pages of the wizard. The steps before them are done when it opens: the file
// is chosen and read.
const (
	pageMatch = 2 + iota
	pageCheck
	pageImport
)

// Sizes of the wizard in dp at 100 %.
const (
	wizardWidth  = 1260
	wizardHeight = 812
	stepsWidth   = 188
	matchWidth   = 702
)

// A wizard leads through an import: how the file is read, what its columns mean,
// which rows need a look, and what came of it. All that it shows follows from an
// Importing and is made anew after every change of that; what the person is typing
// and where the keyboard is stays.
type wizard struct {
	*Window

	im    *workspace.Importing
	page  int
	sheet *Sheet
	body  *fyne.Container

	columns, side, problems *container.Scroll // keep where they are scrolled to

	open    map[string]bool           // what is unfolded, by key
	fields  map[string]*field         // being filled in, by key
	stops   map[string]fyne.Focusable // of the page as it is shown
	reason  string                    // of the problems that are listed, "" for all
	running *workspace.Job            // the import itself
	report  *data.Report              // of the import, once it is over
	tick    func()                    // shows the progress, nil when there is none
	words   *canvas.Text              // where the progress of a dry run is told
}

// openWizard opens the wizard on files that were looked at. There is nothing to
// match in our own tables and other formats.
func (w *Window) openWizard(im *workspace.Importing) *wizard {
	z := &wizard{
		Window: w, im: im, page: pageCheck,
		open: map[string]bool{}, fields: map[string]*field{}, stops: map[string]fyne.Focusable{},
		columns: container.NewVScroll(container.NewVBox()), side: container.NewVScroll(container.NewVBox()),
		problems: container.NewVScroll(container.NewVBox()),
	}
	for i := len(im.Files) - 1; i >= 0; i-- {
		if im.Files[i].Look.Foreign() {
			z.page, im.At = pageMatch, i
		}
	}
	z.body = container.NewStack()
	z.sheet = &Sheet{
		Title: lang.L("Import events"), Subtitle: lang.L("into {{.Name}}", map[string]any{"Name": w.toolbar.Title}),
		Body: z.body, Least: fyne.NewSize(wizardWidth, wizardHeight), OnClose: z.closed,
	}
	im.Observe(z.refresh)
	w.showSheet(z.sheet)
	im.Check(z.page == pageCheck)
	z.focusFirst()
	return z
}

// closed ends what the wizard has under way, except the import itself, which goes
// on behind the window.
func (z *wizard) closed() {
	z.im.Observe(func() {})
	z.im.Stop()
	z.tick = nil
	z.focusView()
}

// turnTo shows another page.
func (z *wizard) turnTo(page int) {
	z.page = page
	z.side.ScrollToTop()
	if page != pageImport {
		z.im.Check(page == pageCheck)
	}
	z.refresh()
	z.focusFirst()
}

// refresh makes the page anew, with the keyboard where it was.
func (z *wizard) refresh() {
	held := ""
	focused := z.win.Canvas().Focused()
	for key, stop := range z.stops {
		if stop == focused {
			held = key
		}
	}
	z.stops, z.tick, z.words = map[string]fyne.Focusable{}, nil, nil
	size := z.sheet.Size()
	steps := z.stepList()
	var page fyne.CanvasObject
	switch z.page {
	case pageMatch:
		page = z.matchPage()
	case pageCheck:
		page = z.checkPage()
	default:
		page = z.importPage()
	}
	z.body.Objects = []fyne.CanvasObject{&fyne.Container{Layout: besideLayout{z.stepsWidth(size.Width)}, Objects: []fyne.CanvasObject{steps, page}}}
	z.body.Refresh()
	z.sheet.Left, z.sheet.Right = z.foot()
	z.sheet.Refresh()
	if held == "" {
		return
	}
	if stop, ok := z.stops[held]; ok {
		if stop != z.win.Canvas().Focused() {
			z.win.Canvas().Focus(stop)
		}
		return
	}
	z.focusFirst()
}

// focusFirst gives the keyboard to what is next to be done on the page.
func (z *wizard) focusFirst() {
	for _, key := range []string{"ask 0", "next", "means 0", "close"} {
		if stop, ok := z.stops[key]; ok {
			z.win.Canvas().Focus(stop)
			return
		}
	}
}

// tabStop notes what can have the keyboard, by a key that stays the same when the
// page is made anew.
func tabStop[T fyne.Focusable](z *wizard, key string, o T) T {
	z.stops[key] = o
	return o
}

// stepsWidth is that of the list of steps, which has no room for words in a narrow
// sheet.
func (z *wizard) stepsWidth(whole float32) float32 {
	if whole < 1000*textScale() {
		return scaled(44)
	}
	return scaled(stepsWidth)
}

// pageSize is the room of a page.
func (z *wizard) pageSize() fyne.Size {
	size := z.sheet.Size()
	return fyne.NewSize(size.Width-z.stepsWidth(size.Width), size.Height-scaled(52)-scaled(56))
}

// widths are those of the two parts of a page.
func (z *wizard) widths() (left, right float32) {
	whole := z.pageSize().Width
	left = min(matchWidth*textScale(), whole*0.66)
	return left, whole - left
}

// foot returns the buttons of the page.
func (z *wizard) foot() (left, right []fyne.CanvasObject) {
	cancel := tabStop(z, "close", z.closeButton(cancelWord()))
	switch z.page {
	case pageMatch:
		if z.im.File().Look.Foreign() {
			left = append(left, tabStop(z, "save", NewButton("", lang.L("Save as a mapping…"), z.saveMapping)))
		}
		next := tabStop(z, "next", newMain("", lang.L("Check rows"), func() { z.turnTo(pageCheck) }))
		next.SetEnabled(z.im.Err == nil && !z.im.Looking())
		return left, []fyne.CanvasObject{cancel, next}
	case pageCheck:
		left = append(left, tabStop(z, "rejects", NewButton("export", lang.L("Save the rows left out…"), z.saveRejects)))
		left[0].(*Button).SetEnabled(z.im.Report != nil && z.im.Report.LeftOut > 0)
		start := tabStop(z, "next", newMain("import", lang.L("Import"), z.start))
		start.SetEnabled(z.im.Report != nil && !z.im.Partial && z.im.Checking() == nil && z.im.Report.Added+z.im.Report.Updated > 0)
		right = []fyne.CanvasObject{cancel, start}
		if z.matches() {
			right = []fyne.CanvasObject{cancel, tabStop(z, "back", NewButton("", lang.L("Back"), func() { z.turnTo(pageMatch) })), start}
		}
		return left, right
	}
	return z.importFoot()
}

// matches reports whether any file has columns to match.
func (z *wizard) matches() bool {
	for _, f := range z.im.Files {
		if f.Look.Foreign() {
			return true
		}
	}
	return false
}

// rule returns a thin line across.
func rule() fyne.CanvasObject {
	r := canvas.NewRectangle(ink(figure.Line))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

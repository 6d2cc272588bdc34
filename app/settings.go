package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
)

// setLook changes the colours and remembers them.
func (w *Window) setLook(look Look) {
	w.prefs.SetString(prefLook, string(look))
	w.applyTheme()
}

// setScale changes the size of text, in per cent, and remembers it.
func (w *Window) setScale(percent int) {
	w.prefs.SetFloat(prefScale, float64(percent)/100)
	w.applyTheme()
}

// setMotion says whether things move by themselves, and remembers it.
func (w *Window) setMotion(motion Motion) {
	w.prefs.SetString(prefMotion, string(motion))
	w.applyTheme()
}

// askDesktop asks the desktop, which may take a while, whether things may move by
// themselves.
func (w *Window) askDesktop() {
	go func() {
		if still := stillDesktop(); still {
			w.deliver(func() {
				w.stillDesktop = true
				w.applyTheme()
			})
		}
	}()
}

// applyTheme puts the remembered look in force.
func (w *Window) applyTheme() {
	w.app.Settings().SetTheme(w.prefs.theme(w.stillDesktop))
	w.win.SetMainMenu(w.menu())
	w.restyle()
}

// restyle draws everything in the theme in force.
func (w *Window) restyle() {
	w.showCover()
	w.timeline.Region.Object.Refresh()
	w.body.Refresh()
	w.timeline.invalidate()
}

// restore takes over what was remembered from the last run.
func (w *Window) restore() {
	w.timeline.compact = w.prefs.Bool(prefCompact)
	w.timeline.noTotal = w.prefs.Bool(prefNoTotal)
	w.timeline.Region.Plot.WheelScrolls = w.prefs.Bool(prefWheel)
}

// showAbout says what this program is.
func (w *Window) showAbout() {
	words := []string{
		lang.L("A timeline of diplomatic events, at the precision at which they are known, with who did what to whom and where each fact comes from."),
		lang.L("Chancery is free software under the MIT licence. The file NOTICE names the works of others that it uses."),
	}
	rows := container.NewVBox()
	for _, p := range words {
		rows.Add(newParagraph(p, 400, sizeBody, figure.Text))
	}
	w.showSheet(&Sheet{
		Title: "Chancery", Subtitle: w.app.Metadata().Version,
		Body:  inset(rows, sheetMargin),
		Right: []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		Least: fyne.NewSize(460, 280),
	})
}

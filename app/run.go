package app

import (
	"context"
	"errors"
	"io"

	"fyne.io/fyne/v2"

	"chancery/app/workspace"
	"chancery/assets"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/data"
	"chancery/model"
)

// Options is what a window is opened with.
type Options struct {
	// Opening is the archive to show, which is being read; nil for none. Its
	// lanes are those of collections.
	Opening *workspace.Opening
	// FirstFrame is called once the first frame is drawn; it may be nil.
	FirstFrame func()
	// ExportHTML returns what writes the kept events of a workspace, shown as they
	// are now, as one web page that needs no network. It is called on the window's
	// goroutine and what it returns on another. Without it the window does not
	// offer that export.
	ExportHTML func(ws *workspace.Workspace, shown model.View) func(ctx context.Context, out io.Writer) error
	// ExportChart returns what writes one chart of some subjects, built from the
	// data, as a web page of its own, likewise.
	ExportChart func(ws *workspace.Workspace, d charts.Data, s charts.Spec, of []charts.Subject) func(ctx context.Context, out io.Writer) error
	// Reopen finds the archive of a report; it is called on any goroutine. Without
	// it the window opens no reports.
	Reopen func(ctx context.Context, path string, o data.ReopenOptions) (*data.Reopened, error)
	// Reopened is the report whose archive Opening is; nil for none.
	Reopened *data.Reopened
	// BeforeShow is called once the driver runs and before it makes the window; it
	// may be nil.
	BeforeShow func()
	// Mappings is the folder of the mappings of columns that the user keeps; "" for
	// the usual one.
	Mappings string
	// Frames notes the frames that are drawn; nil for none.
	Frames *FrameLog
}

// Run opens the window of an app and returns when it is closed. An archive that
// cannot be opened is explained in the window, where another can be chosen.
func Run(a fyne.App, o Options) error {
	opening, fonts := o.Opening, readFonts()
	figure.FindFonts() // which Fyne sets menus in
	if err := loadWords(); err != nil {
		return opening.Drop(err)
	}
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	win := a.NewWindow("Chancery")
	prefs := preferences{a.Preferences()}
	a.Settings().SetTheme(prefs.theme(false))
	w, err := newWindow(a, win, o, fonts, fyne.Do)
	if err != nil {
		return opening.Drop(err)
	}
	w.askDesktop()
	w.Workspace.KeepIndexed()
	w.restore()
	w.reopened = o.Reopened
	win.SetMaster()
	win.Resize(fyne.NewSize(1440, 900))
	a.Settings().AddListener(func(fyne.Settings) { w.restyle() })
	switch {
	case opening == nil:
	case opening.Seen():
		w.opened(opening.Path(), w.Workspace.Finish(context.Background(), opening))
	default:
		a.Lifecycle().SetOnStarted(func() {
			w.Workspace.FinishLater(opening, func(err error) { w.opened(opening.Path(), err) })
		})
	}
	if o.BeforeShow != nil {
		o.BeforeShow()
	}
	win.ShowAndRun()
	err = w.Workspace.Close()
	return errors.Join(err, w.reopened.Discard())
}

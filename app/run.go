package app

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"chancery/app/workspace"
	"chancery/assets"
)

// Options is what a window is opened with.
type Options struct {
	// Archive is the path of the archive to open, "" for none.
	Archive string
	// ExportHTML writes the kept events of a workspace as one web page that
	// needs no network. Without it the window does not offer that export.
	ExportHTML func(ctx context.Context, ws *workspace.Workspace, out io.Writer) error
}

// Run opens the window of an app and returns when it is closed. An archive that
// cannot be opened is explained in the window, where another can be chosen.
func Run(a fyne.App, o Options) error {
	if err := loadWords(); err != nil {
		return err
	}
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	win := a.NewWindow("Chancery")
	prefs := preferences{a.Preferences()}
	a.Settings().SetTheme(NewTheme(prefs.look(), prefs.scale()))
	w, err := newWindow(a, win, o, fyne.Do)
	if err != nil {
		return err
	}
	w.restore()
	win.SetMaster()
	win.Resize(fyne.NewSize(1440, 900))
	a.Settings().AddListener(func(fyne.Settings) { w.restyle() })
	a.Lifecycle().SetOnStarted(func() {
		if o.Archive != "" {
			w.open(o.Archive)
		}
	})
	win.ShowAndRun()
	return w.Workspace.Close()
}

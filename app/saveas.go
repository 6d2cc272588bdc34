package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
)

// A saveForm asks for the folder and the name of a file to be written. It only
// looks: unlike Fyne's own dialog it makes and empties no file, so that one that
// is there stays as it is until the new one is whole.
type saveForm struct {
	Object fyne.CanvasObject

	folder, name *field
	extension    string
	replace      bool // a file that is there may be replaced
	answer       *fyne.Container
	done         *Button
}

const saveFormWidth = 460

// newSaveForm returns a form filled in with a folder and a name. done is enabled
// while a file can be written there.
func newSaveForm(folder, name, extension string, replace bool, done *Button) *saveForm {
	f := &saveForm{
		folder: newField(""), name: newField(""), extension: extension, replace: replace,
		answer: container.NewVBox(), done: done,
	}
	f.folder.SetText(folder)
	f.name.SetText(name)
	f.folder.OnChanged = func(string) { f.look() }
	f.name.OnChanged = func(string) { f.look() }
	f.Object = container.NewVBox(
		newText(lang.L("Name"), sizeLabel, figure.Text2, false), f.name,
		newText(lang.L("Folder"), sizeLabel, figure.Text2, false), f.folder,
		f.answer,
	)
	f.look()
	return f
}

// path returns the path that the form names; ok is false while it names none.
func (f *saveForm) path() (path string, ok bool) {
	name := strings.TrimSpace(f.name.Text)
	if name == "" || name != filepath.Base(name) || name == "." || name == ".." {
		return "", false
	}
	if filepath.Ext(name) == "" {
		name += f.extension
	}
	return filepath.Join(strings.TrimSpace(f.folder.Text), name), true
}

// look says under the form what writing there would do.
func (f *saveForm) look() {
	words, token, possible := f.judge()
	f.done.SetEnabled(possible)
	f.answer.Objects = nil
	if words != "" {
		f.answer.Objects = []fyne.CanvasObject{newParagraph(words, saveFormWidth, sizeLabel, token)}
	}
	f.answer.Refresh()
}

func (f *saveForm) judge() (words string, token figure.Token, possible bool) {
	path, ok := f.path()
	if !ok {
		if strings.TrimSpace(f.name.Text) == "" {
			return "", figure.Text, false
		}
		return lang.L("A name has no / or \\ in it. Choose the folder below."), figure.Error, false
	}
	if about, err := os.Stat(filepath.Dir(path)); err != nil || !about.IsDir() {
		return lang.L("There is no folder {{.Folder}}.", map[string]any{"Folder": filepath.Dir(path)}), figure.Error, false
	}
	about, err := os.Stat(path)
	facts := map[string]any{"Name": filepath.Base(path)}
	switch {
	case err != nil:
		return lang.L("Makes the file {{.Name}}.", facts), figure.OK, true
	case about.IsDir():
		return lang.L("{{.Name}} is a folder.", facts), figure.Error, false
	case f.replace:
		return lang.L("{{.Name}} is there already. It is replaced when the new file is complete.", facts), figure.Warn, true
	}
	return lang.L("{{.Name}} is there already. Choose another name.", facts), figure.Error, false
}

// askPath asks where to put a file. word is the word on the button.
func (w *Window) askPath(title, word, name, extension string, replace bool, use func(path string)) {
	done := newMain("", word, nil)
	form := newSaveForm(w.prefs.folder(), name+extension, extension, replace, done)
	accept := func() {
		path, ok := form.path()
		if !ok || done.Disabled() {
			return
		}
		w.closeSheet()
		w.prefs.SetString(prefFolder, filepath.Dir(path))
		use(path)
	}
	done.OnTapped = accept
	form.name.OnSubmitted = func(string) { accept() }
	form.folder.OnSubmitted = func(string) { accept() }
	browse := NewButton("", lang.L("Choose a folder…"), func() {
		w.showDialog(dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			if err == nil && folder != nil {
				form.folder.SetText(folder.Path())
			}
		}, w.win))
	})
	w.showSheet(&Sheet{
		Title: title,
		Body:  inset(form.Object, sheetMargin),
		Left:  []fyne.CanvasObject{browse},
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), done},
		Least: fyne.NewSize(520, 320),
	})
	w.win.Canvas().Focus(form.name)
}

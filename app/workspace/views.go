package workspace

import (
	"context"
	"strings"

	"chancery/data/store"
	"chancery/model"
)

// ViewsChanged says that the saved views of the open archive arrived or changed.
const ViewsChanged Change = 1 << 29

// views are the saved views of an archive, read once.
type views struct {
	archive *store.Archive
	list    []model.View
	cancel  context.CancelFunc
}

// Views returns the saved views of the open archive in the order of their names.
// The first call for an archive reads them in the background and returns none;
// ViewsChanged tells when they are there. Do not change the result.
func (w *Workspace) Views() []model.View {
	v := &w.views
	if v.archive == w.archive {
		return v.list
	}
	if v.cancel != nil {
		v.cancel()
	}
	*v = views{archive: w.archive}
	if w.archive == nil {
		return nil
	}
	archive := w.archive
	var list []model.View
	v.cancel = w.fetch(func(ctx context.Context) error {
		// Those that cannot be read are told of by the check of the archive.
		list, _ = archive.Views(ctx)
		return ctx.Err()
	}, func() {
		w.views.list = list
		w.notify(ViewsChanged)
	})
	return nil
}

// ViewNamed returns the saved view of a name, whatever the case of its letters,
// among those that Views returns.
func (w *Workspace) ViewNamed(name string) (v model.View, ok bool) {
	for _, v := range w.Views() {
		if strings.EqualFold(v.Name, name) {
			return v, true
		}
	}
	return model.View{}, false
}

// SaveView keeps a view in the archive, in place of one of the same name.
func (w *Workspace) SaveView(ctx context.Context, v model.View) error {
	return w.changeViews(ctx, func(a *store.Archive) error { return a.PutView(ctx, v) })
}

// RemoveView takes the view of a name out of the archive.
func (w *Workspace) RemoveView(ctx context.Context, name string) error {
	return w.changeViews(ctx, func(a *store.Archive) error { return a.DeleteView(ctx, name) })
}

func (w *Workspace) changeViews(ctx context.Context, change func(*store.Archive) error) error {
	if w.archive == nil {
		return ErrNoArchive
	}
	if err := change(w.archive); err != nil {
		return err
	}
	list, err := w.archive.Views(ctx)
	if w.views.cancel != nil {
		w.views.cancel()
	}
	w.views = views{archive: w.archive, list: list}
	w.notify(ViewsChanged)
	return err
}

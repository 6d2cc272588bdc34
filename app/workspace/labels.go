package workspace

import (
	"context"
	"slices"

	"chancery/model"
)

// labelLimit bounds the titles kept in memory. A screen shows a few hundred;
// archives up to this size keep all they have shown.
const labelLimit = 1 << 16

// labelPage is how many titles one read asks for.
const labelPage = 500

// labels is what marks say, read as marks come to need it.
type labels struct {
	known  map[model.EventID]model.Label
	asked  []model.EventID // what the read under way asks for
	cancel context.CancelFunc
}

func newLabels() labels { return labels{known: map[model.EventID]model.Label{}} }

// forget drops what events said, and what is being read.
func (l *labels) forget(ids []model.EventID) {
	if l.cancel != nil {
		l.cancel()
	}
	l.asked, l.cancel = nil, nil
	for _, id := range ids {
		delete(l.known, id)
	}
}

// LabelOf returns what the mark of an event says, when it is known.
func (w *Workspace) LabelOf(id model.EventID) (model.Label, bool) {
	l, ok := w.labels.known[id]
	return l, ok
}

// Want reads the labels of events in the background. A later call for other
// events takes the place of one still under way.
func (w *Workspace) Want(ids []model.EventID) {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id model.EventID) bool {
		_, ok := w.labels.known[id]
		return ok
	})
	if len(ids) == 0 || w.archive == nil || slices.Equal(ids, w.labels.asked) {
		return
	}
	if w.labels.cancel != nil {
		w.labels.cancel()
	}
	archive, columns := w.archive, w.columns
	got := make(map[model.EventID]model.Label, len(ids))
	w.labels.asked = ids
	w.labels.cancel = w.fetch(func(ctx context.Context) error {
		for page := range slices.Chunk(ids, labelPage) {
			some, err := archive.Labels(ctx, page)
			if err != nil {
				return err
			}
			for id, l := range some {
				got[id] = l
			}
		}
		return nil
	}, func() {
		if columns != w.columns {
			return
		}
		w.labels.asked = nil
		if len(w.labels.known)+len(got) > labelLimit {
			clear(w.labels.known)
		}
		for id, l := range got {
			w.labels.known[id] = l
		}
		w.notify(LabelsChanged)
	})
}

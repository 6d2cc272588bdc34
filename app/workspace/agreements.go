package workspace

import (
	"context"

	"chancery/data"
	"chancery/data/store"
	"chancery/model"
)

// AgreementsChanged says that the agreements of the open archive arrived.
const AgreementsChanged Change = 1 << 30

// agreements are the treaties of an archive, read once for its columns.
type agreements struct {
	archive *store.Archive
	columns *model.Columns // as they were when the list was asked for
	list    []model.Agreement
	events  map[string]model.EventID // that the agreements name, by key
	cancel  context.CancelFunc
}

// Agreements returns the agreements of the open archive, and the events that
// they name by their keys. The first call for an archive, or for changed
// columns, reads them in the background and returns what is known so far;
// AgreementsChanged tells when there is more. Do not change the result.
func (w *Workspace) Agreements() ([]model.Agreement, map[string]model.EventID) {
	a := &w.agreements
	if a.archive == w.archive && a.columns == w.columns {
		return a.list, a.events
	}
	if a.cancel != nil {
		a.cancel()
	}
	if a.archive != w.archive {
		a.list, a.events = nil, nil
	}
	a.archive, a.columns, a.cancel = w.archive, w.columns, nil
	if w.archive == nil {
		return nil, nil
	}
	var (
		archive = w.archive
		list    []model.Agreement
		events  map[string]model.EventID
	)
	a.cancel = w.fetch(func(ctx context.Context) (err error) {
		list, events, err = data.Agreements(ctx, archive)
		return err
	}, func() {
		w.agreements.list, w.agreements.events = list, events
		w.notify(AgreementsChanged)
	})
	return a.list, a.events
}

package app

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// prefViews begins the names of the preferences in which views were saved before
// archives kept them; the path of the archive follows.
const prefViews = "views."

// An oldView is a saved view as preferences hold it.
type oldView struct {
	Name        string
	Filter      model.Filter
	From, To    edtf.Instant
	ScrollY     float32
	Lanes       string
	RollUp      bool
	Arrangement model.Arrangement
	AsOf        edtf.Instant
	AsOfChosen  bool
}

func (o *oldView) view() model.View {
	grouping, _ := model.ParseGrouping(o.Lanes)
	return model.View{
		Name: o.Name, Filter: o.Filter, From: o.From, To: o.To, ScrollY: o.ScrollY,
		Grouping: grouping, RollUp: o.RollUp, Arrangement: o.Arrangement, AsOf: o.AsOf, AsOfChosen: o.AsOfChosen,
	}
}

// adoptViews moves the views of the open archive that preferences hold into it.
// One whose name the archive has already stays as the archive has it. Those that
// cannot be moved are left for the next time.
func (w *Window) adoptViews(ctx context.Context) error {
	archive := w.Workspace.Archive()
	key := prefViews + absolute(archive.Path())
	text := w.prefs.String(key)
	if text == "" || archive.ReadOnly() {
		return nil
	}
	var old []oldView
	if json.Unmarshal([]byte(text), &old) != nil {
		return nil // it was never shown either
	}
	kept, err := archive.Views(ctx)
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, v := range kept {
		taken[strings.ToLower(v.Name)] = true
	}
	var failures []error
	for i := range old {
		if !taken[strings.ToLower(old[i].Name)] {
			failures = append(failures, w.Workspace.SaveView(ctx, old[i].view()))
		}
	}
	if err := errors.Join(failures...); err != nil {
		return err
	}
	w.prefs.RemoveValue(key)
	return nil
}

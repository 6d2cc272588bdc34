package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// A viewRecord is how an archive writes a saved view. Like the records of the
// log of edits it is apart from the model, and fields are only ever added.
// Instants are seconds since 1970.
type viewRecord struct {
	Collections []logText     `json:"collections,omitempty"`
	Categories  []logText     `json:"categories,omitempty"`
	Actors      []logText     `json:"actors,omitempty"`
	AllActors   bool          `json:"all_actors,omitempty"`
	Places      []logText     `json:"places,omitempty"`
	Confidence  []logText     `json:"confidence,omitempty"`
	Text        logText       `json:"text,omitempty"`
	Period      *periodRecord `json:"period,omitempty"`

	From    int64   `json:"from"`
	To      int64   `json:"to"`
	ScrollY float32 `json:"scroll_y,omitempty"`

	Lanes     string    `json:"lanes"`
	RollUp    bool      `json:"roll_up,omitempty"`
	Order     []logText `json:"order,omitempty"`
	Top       []logText `json:"top,omitempty"`
	Hidden    []logText `json:"hidden,omitempty"`
	Collapsed []logText `json:"collapsed,omitempty"`
	ShowAll   []logText `json:"show_all,omitempty"`
	Pinned    []int64   `json:"pinned,omitempty"`

	AsOf *int64 `json:"as_of,omitempty"`
}

type periodRecord struct {
	From      int64  `json:"from"`
	To        int64  `json:"to"`
	Mode      string `json:"mode"`
	Certainly bool   `json:"certainly,omitempty"`
}

var modeWords = map[model.PeriodMode]string{
	model.Overlaps: "overlaps", model.Starts: "starts", model.Ends: "ends", model.Inside: "inside",
}

// EncodeView writes a view, but for its name, as the JSON that archives keep. The
// same view is always the same text.
func EncodeView(v model.View) (string, error) {
	f, a := &v.Filter, &v.Arrangement
	r := viewRecord{
		Collections: logTexts(f.Collections), Categories: logTexts(f.Categories), Actors: logTexts(f.Actors),
		AllActors: f.AllActors, Places: logTexts(f.Places), Confidence: logTexts(f.Confidence), Text: logText(f.Text),
		From: int64(v.From), To: int64(v.To), ScrollY: v.ScrollY,
		Lanes: v.Grouping.String(), RollUp: v.RollUp,
		Order: logTexts(a.Order), Top: logSet(a.Pinned), Hidden: logSet(a.Hidden),
		Collapsed: logSet(a.Collapsed), ShowAll: logSet(a.ShowAll),
	}
	if p := f.Period; !p.IsZero() {
		r.Period = &periodRecord{int64(p.From), int64(p.To), modeWords[p.Mode], p.Certainly}
	}
	for _, id := range v.Pinned {
		r.Pinned = append(r.Pinned, int64(id))
	}
	if v.AsOfChosen {
		asOf := int64(v.AsOf)
		r.AsOf = &asOf
	}
	text, err := json.Marshal(r)
	return string(text), err
}

// DecodeView reads what EncodeView wrote, by this version or an earlier one.
func DecodeView(name, content string) (model.View, error) {
	var r viewRecord
	if err := json.Unmarshal([]byte(content), &r); err != nil {
		return model.View{}, err
	}
	grouping, ok := model.ParseGrouping(r.Lanes)
	if !ok {
		return model.View{}, fmt.Errorf("lanes by %q are not known", r.Lanes)
	}
	v := model.View{
		Name: name,
		Filter: model.Filter{
			Collections: plainTexts(r.Collections), Categories: plainTexts(r.Categories), Actors: plainTexts(r.Actors),
			AllActors: r.AllActors, Places: plainTexts(r.Places), Confidence: plainTexts(r.Confidence), Text: string(r.Text),
		},
		From: edtf.Instant(r.From), To: edtf.Instant(r.To), ScrollY: r.ScrollY,
		Grouping: grouping, RollUp: r.RollUp,
		Arrangement: model.Arrangement{
			Order: plainTexts(r.Order), Pinned: plainSet(r.Top), Hidden: plainSet(r.Hidden),
			Collapsed: plainSet(r.Collapsed), ShowAll: plainSet(r.ShowAll),
		},
	}
	if p := r.Period; p != nil {
		v.Filter.Period = model.Period{From: edtf.Instant(p.From), To: edtf.Instant(p.To), Certainly: p.Certainly}
		for mode, word := range modeWords {
			if word == p.Mode {
				v.Filter.Period.Mode = mode
			}
		}
	}
	for _, id := range r.Pinned {
		v.Pinned = append(v.Pinned, model.EventID(id))
	}
	if r.AsOf != nil {
		v.AsOf, v.AsOfChosen = edtf.Instant(*r.AsOf), true
	}
	return v, nil
}

func logTexts(texts []string) []logText {
	var list []logText
	for _, t := range texts {
		list = append(list, logText(t))
	}
	return list
}

func plainTexts(list []logText) []string {
	var texts []string
	for _, t := range list {
		texts = append(texts, string(t))
	}
	return texts
}

// logSet lists the members of a set in their order, so that the same view is
// always the same text.
func logSet(set map[string]bool) []logText {
	var members []string
	for member, in := range set {
		if in {
			members = append(members, member)
		}
	}
	slices.Sort(members)
	return logTexts(members)
}

func plainSet(list []logText) map[string]bool {
	if len(list) == 0 {
		return nil
	}
	set := make(map[string]bool, len(list))
	for _, t := range list {
		set[string(t)] = true
	}
	return set
}

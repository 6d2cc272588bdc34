package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/model"
)

// linkRows is what the event hangs on, one link a row.
type linkRows struct {
	formRows[*linkRow]

	kit *formKit
}

// A linkRow names the other event by its title. key is what the link keeps; it is
// "" while the title is none of an event.
type linkRow struct {
	kind  *Selector
	title *suggestField
	key   string
}

func newEditorLinks(links []model.Link, kit *formKit) *linkRows {
	l := &linkRows{kit: kit}
	l.begin(lang.L("Add link"), func() { l.add(model.Link{}) })
	for _, link := range links {
		l.add(link)
	}
	return l
}

func (l *linkRows) add(link model.Link) {
	var kinds []option
	for _, k := range linkKinds {
		kinds = append(kinds, option{linkVerb(k), -1})
	}
	row := &linkRow{
		kind:  newSelector(l.kit.painter, kinds, slices.Index(linkKinds, link.Kind), nil),
		title: newSuggestField(lang.L("Search for the event")),
		key:   link.To,
	}
	row.title.SetText(l.titleOf(link.To))
	row.title.OnChange = func(string) {
		row.key = ""
		call(l.OnChange)
	}
	row.title.Suggest = func(text string, show func([]suggestion)) {
		if row.key != "" {
			show(nil) // the event is known
			return
		}
		l.kit.find(text, func(found []workspace.Found) { show(l.suggest(row, found)) })
	}
	l.put(row, &fyne.Container{
		Layout:  &columnsLayout{shares: []float32{1, 3}},
		Objects: []fyne.CanvasObject{row.kind, row.title.Object},
	}, lang.L("Take this link out"))
	call(l.OnChange)
}

func (l *linkRows) suggest(row *linkRow, found []workspace.Found) []suggestion {
	some := make([]suggestion, 0, len(found))
	for _, f := range found {
		some = append(some, suggestion{
			Words: f.Label.Title, More: shortDate(f.Label.Start, f.Label.End),
			Take: func() {
				row.title.SetText(f.Label.Title)
				row.key = l.kit.key(f.ID)
				call(l.OnChange)
			},
		})
	}
	return some
}

// titleOf returns the title of an event that is linked already, or its key.
func (l *linkRows) titleOf(key string) string {
	i := slices.IndexFunc(l.kit.linked, func(e workspace.Linked) bool { return e.Key == key && !e.Missing })
	if i < 0 {
		return key
	}
	return l.kit.linked[i].Label.Title
}

// wrong counts the rows whose event is not known.
func (l *linkRows) wrong() (n int) {
	for _, row := range l.rows {
		if row.key == "" && strings.TrimSpace(row.title.Text) != "" {
			n++
		}
	}
	return n
}

// list returns the rows that name an event, each link once.
func (l *linkRows) list() []model.Link {
	var links []model.Link
	for _, row := range l.rows {
		link := model.Link{Kind: linkKinds[row.kind.On], To: row.key}
		if row.key != "" && !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	return links
}

package app

import (
	"image/color"
	"net/url"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
)

// A detailBuilder lists the objects of the details panel, top to bottom.
type detailBuilder struct {
	details *Details
	width   float32
	objects []fyne.CanvasObject
	gaps    map[fyne.CanvasObject]float32
}

// add appends an object with a gap above it.
func (b *detailBuilder) add(gap float32, o fyne.CanvasObject) {
	b.objects = append(b.objects, o)
	b.gaps[o] = gap
}

func (b *detailBuilder) event(d *workspace.Detail) {
	e := &d.Event
	category := model.CategoryNamed(e.Category)
	head := newText(category.Name, sizeLabel, figure.Text2, false)
	glyph := newGlyph(b.details.painter, int(category.Index), 13, figure.Surface)
	side := 13*textScale() + 2
	b.add(14, newLine(scaled(16), glyph, fyne.NewSquareSize(side), head))
	b.add(5, newProse(e.Title, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true}))
	b.dates(e)
	b.deadlines(b.details.Lives, b.details.AsOf)
	b.place(e)
	b.actors(d.Actors)
	if e.Summary != "" {
		b.section(lang.L("What happened"), 0)
		b.add(2, newProse(e.Summary, theme.SizeNameText, fyne.TextStyle{}))
	}
	b.links(d.Links)
	b.lives(b.details.Lives, b.details.AsOf)
	b.sources(e.Citations)
	b.rest(e)
	b.add(16, canvas.NewRectangle(color.Transparent))
}

// section appends a heading with a count, when it is not zero.
func (b *detailBuilder) section(name string, count int) {
	title := newText(name, sizeLabel, figure.Text, true)
	number := ""
	if count > 0 {
		number = strconv.Itoa(count)
	}
	b.add(12, newEnds(scaled(18), title, newText(number, sizeCaption, figure.Text3, false)))
}

// paragraph returns a caption that wraps.
func (b *detailBuilder) paragraph(text string, token figure.Token) fyne.CanvasObject {
	return newParagraph(text, b.width, sizeCaption, token)
}

func (b *detailBuilder) dates(e *model.Event) {
	when := newText(fullDate(e.Start, e.End), sizeBody, figure.Text, true)
	code := newText(dateCode(e.Start, e.End), sizeLabel, figure.Text3, false)
	setStyle(code, fyne.TextStyle{Monospace: true})
	how := newText(precisionWords(e), sizeCaption, figure.Text3, false)
	k := textScale()
	room := b.width - when.MinSize().Width - code.MinSize().Width
	if room >= how.MinSize().Width+24*k {
		b.add(6, newEnds(scaled(20), newLine(scaled(20), nil, fyne.Size{}, when, how), code))
	} else {
		b.add(6, newParagraphStyled(when.Text, b.width, sizeBody, figure.Text, fyne.TextStyle{Bold: true}))
		b.add(0, newEnds(scaled(18), how, code))
	}
	if written := writtenDate(e); written != "" {
		b.add(2, b.paragraph(lang.L("Written in the source as “{{.Text}}”", map[string]any{"Text": written}), figure.Text3))
	}
}

func (b *detailBuilder) place(e *model.Event) {
	if e.Place.Name == "" && !e.Place.HasPoint {
		return
	}
	b.section(lang.L("Place"), 0)
	where := e.Place.Name
	if e.Place.HasPoint {
		point := strconv.FormatFloat(e.Place.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(e.Place.Lon, 'f', -1, 64)
		where = strings.TrimPrefix(where+" · "+point, " · ")
	}
	b.add(2, newProse(where, theme.SizeNameText, fyne.TextStyle{}))
}

func (b *detailBuilder) links(links []workspace.Linked) {
	for _, group := range linkGroups(links) {
		b.section(group.name, len(group.links))
		for _, l := range group.links {
			if l.Missing {
				b.add(2, b.paragraph(lang.L("{{.Key}}, which is not in this archive", map[string]any{"Key": l.Key}), figure.Text3))
				continue
			}
			index := int(model.CategoryNamed(l.Category).Index)
			row := newLinkRow(b.details.painter, index, l.Label.Title, l.Label.Start.Display(), func() {
				if b.details.OnGo != nil {
					b.details.OnGo(l.ID)
				}
			})
			row.OnFocus = b.details.reveal
			b.add(0, row)
		}
	}
}

// list appends events as rows to go to.
func (b *detailBuilder) list(events []workspace.Found) {
	gap := float32(6)
	for _, e := range events {
		row := newLinkRow(b.details.painter, int(e.Category), e.Label.Title, e.Label.Start.Display(), func() {
			if b.details.OnGo != nil {
				b.details.OnGo(e.ID)
			}
		})
		row.OnFocus = b.details.reveal
		b.add(gap, row)
		gap = 0
	}
}

func (b *detailBuilder) sources(citations []model.Citation) {
	if len(citations) == 0 {
		b.section(lang.L("Sources"), 0)
		b.add(2, b.paragraph(lang.L("No source is recorded for this event."), figure.Text3))
		return
	}
	b.section(lang.L("Sources"), len(citations))
	for i := range citations {
		b.source(&citations[i], i > 0)
	}
}

func (b *detailBuilder) source(c *model.Citation, further bool) {
	title := c.Source.Title
	if title == "" {
		title = c.Source.URL
	}
	if title == "" {
		title = c.Source.Publisher
	}
	gap := float32(2)
	if further {
		gap = 10
	}
	if u := webAddress(c.Source.URL); u != nil {
		link := newLink(title, b.width, func() {
			if b.details.OnOpen != nil {
				b.details.OnOpen(u)
			}
		})
		link.Tip, link.OnFocus = u.String(), b.details.reveal
		link.OnHover = b.details.OnHover
		b.add(gap, link)
	} else {
		b.add(gap, newProse(title, theme.SizeNameText, fyne.TextStyle{}))
	}
	about := make([]string, 0, 4)
	if c.Source.Publisher != "" && c.Source.Publisher != title {
		about = append(about, c.Source.Publisher)
	}
	if !c.Source.Published.IsZero() {
		about = append(about, c.Source.Published.Display())
	}
	if c.Locator != "" {
		about = append(about, c.Locator)
	}
	if webAddress(c.Source.URL) == nil {
		about = append(about, lang.L("no web address"))
	}
	if len(about) > 0 {
		b.add(2, b.paragraph(strings.Join(about, " · "), figure.Text3))
	}
	if c.Quote != "" {
		b.add(4, newProse("“"+c.Quote+"”", theme.SizeNameText, fyne.TextStyle{Italic: true}))
	}
}

// webAddress returns an address that may be opened: http or https with a host,
// and nothing else.
func webAddress(text string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// rest appends what identifies the event: how sure it is, where it is filed,
// where it came from.
func (b *detailBuilder) rest(e *model.Event) {
	facts := [][2]string{
		{lang.L("Confidence"), e.Confidence},
		{lang.L("Collection"), b.details.Collection},
		{lang.L("Tags"), strings.Join(e.Tags, ", ")},
		{lang.L("CAMEO code"), e.CAMEO},
	}
	if e.Score.Valid {
		score := strings.Replace(strconv.FormatFloat(e.Score.Value, 'f', 1, 64), "-", "–", 1)
		facts = append(facts, [2]string{lang.L("Conflict – cooperation"), score})
	}
	if e.Origin.File != "" {
		facts = append(facts, [2]string{lang.L("Came from"), lang.L("{{.File}}, row {{.Row}}", map[string]any{"File": e.Origin.File, "Row": e.Origin.Row})})
	}
	facts = append(facts, [2]string{lang.L("Key"), e.Key})
	first := true
	for _, f := range facts {
		if f[1] == "" {
			continue
		}
		gap := float32(2)
		if first {
			b.section(lang.L("About this record"), 0)
			first = false
		}
		name := newText(f[0], sizeCaption, figure.Text3, false)
		b.add(gap, newPair(name, f[1], b.width))
	}
}

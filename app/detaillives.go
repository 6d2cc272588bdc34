package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// standingWords names what an agreement is at a time in its life.
func standingWords(s model.Standing) string {
	switch s {
	case model.SignedOnly:
		return lang.L("Signed, not in force")
	case model.UnderNotice:
		return lang.L("Notice given")
	case model.Suspended:
		return lang.L("Suspended")
	case model.Ended:
		return lang.L("Ended")
	}
	return lang.L("In force")
}

// expiryWords says when an agreement expires, and how far off that was on a
// day: "GSOMIA expires 23 Nov 2019." and "6 days left as of 17 Nov 2019."
func expiryWords(l *model.Lifecycle, on edtf.Instant) (head, left string) {
	facts := map[string]any{"Name": l.Agreement.Label(), "Date": day(l.Expiry), "AsOf": day(on)}
	n := l.DaysLeft(on)
	switch {
	case n > 0:
		facts["Count"] = n
		return lang.L("{{.Name}} expires {{.Date}}.", facts), lang.N("{{.Count}} days left as of {{.AsOf}}.", n, facts)
	case n == 0:
		return lang.L("{{.Name}} expires {{.Date}}.", facts), lang.L("That is today, {{.AsOf}}.", facts)
	}
	facts["Count"] = -n
	return lang.L("{{.Name}} expired {{.Date}}.", facts), lang.N("{{.Count}} days ago as of {{.AsOf}}.", -n, facts)
}

// noticeWords lists the notices that had been given: "Notice by South Korea on
// 23 Aug 2019."
func noticeWords(l *model.Lifecycle) string {
	var words []string
	for _, n := range l.Notices {
		facts := map[string]any{"By": n.By, "Date": n.When.Display(), "Note": n.Note}
		switch {
		case n.By != "" && n.Note != "":
			words = append(words, lang.L("Notice by {{.By}} on {{.Date}}: {{.Note}}.", facts))
		case n.By != "":
			words = append(words, lang.L("Notice by {{.By}} on {{.Date}}.", facts))
		default:
			words = append(words, lang.L("Notice on {{.Date}}.", facts))
		}
	}
	return strings.Join(words, " ")
}

// deadlines appends a red note for each life that was due to end.
func (b *detailBuilder) deadlines(lives []model.Lifecycle, on edtf.Instant) {
	for i := range lives {
		l := &lives[i]
		if !l.HasExpiry {
			continue
		}
		head, left := expiryWords(l, on)
		b.add(8, newAlert("flag", head, strings.TrimSpace(left+" "+noticeWords(l)), b.width))
	}
}

// lives appends the lives of the agreements that an event belongs to, stage by
// stage, as they were known on a day.
func (b *detailBuilder) lives(lives []model.Lifecycle, on edtf.Instant) {
	for i := range lives {
		l := &lives[i]
		b.section(lang.L("Life of {{.Name}}", map[string]any{"Name": l.Agreement.Label()}), 0)
		b.add(2, b.paragraph(lang.L("As it was known on {{.Date}}", map[string]any{"Date": day(on)}), figure.Text3))
		for _, st := range l.Stages {
			name := newText(standingWords(st.Standing), sizeCaption, figure.Text2, st.From <= on && on < st.To)
			b.add(2, newPair(name, stageDates(st), b.width))
		}
		if n := len(l.Renewals); n > 0 {
			name := newText(lang.L("Renewed"), sizeCaption, figure.Text3, false)
			b.add(2, newPair(name, lang.N("{{.Count}} times, last on {{.Date}}", n,
				map[string]any{"Count": n, "Date": day(l.Renewals[n-1])}), b.width))
		}
		if l.NoticeRule != "" {
			name := newText(lang.L("Last day for notice"), sizeCaption, figure.Text3, false)
			b.add(2, newPair(name, day(lastDay(l.NoticeBy))+". "+l.NoticeRule, b.width))
		}
		if !l.HasExpiry {
			if notices := noticeWords(l); notices != "" {
				b.add(2, b.paragraph(notices, figure.Text2))
			}
		}
	}
}

// stageDates returns the days of a stage of a life.
func stageDates(st model.Stage) string {
	switch {
	case st.Standing == model.Ended:
		return day(st.From)
	case !st.To.Finite():
		return lang.L("since {{.Date}}", map[string]any{"Date": day(st.From)})
	}
	return day(st.From) + " – " + day(lastDay(st.To))
}

// newAlert returns a note on the colour of errors: an icon, a bold line and what
// more there is to say.
func newAlert(icon, head, words string, width float32) fyne.CanvasObject {
	room := width - plateLeft() - plateMargin
	return newPlate(icon, figure.ErrorSoft, figure.Error,
		newParagraphStyled(head, room, sizeLabel, figure.Text, fyne.TextStyle{Bold: true}),
		newParagraph(words, room, sizeLabel, figure.Text))
}

package app

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A dateAnswer says under a field how the date in it is understood.
type dateAnswer struct {
	Object    *fyne.Container
	OnReading func(edtf.Date) // one of several readings was chosen

	width float32
}

func newDateAnswer(width float32) *dateAnswer {
	return &dateAnswer{Object: container.NewVBox(), width: width}
}

// Read shows how text is understood, and returns the date, or the zero date
// when it is not understood or has several readings.
func (a *dateAnswer) Read(text string) edtf.Date {
	if text == "" {
		a.show()
		return edtf.Date{}
	}
	reading, err := edtf.Read(text, edtf.Unstated)
	switch {
	case err != nil:
		a.show(newParagraph(sentence(err), a.width, sizeLabel, figure.Error))
	case len(reading.Dates) == 1:
		a.Show(reading.Dates[0])
		return reading.Dates[0]
	default:
		row := container.NewHBox()
		for _, d := range reading.Dates {
			row.Add(NewChip("", d.Display(), func() { a.choose(d) }))
		}
		a.show(newParagraph(lang.L("This can be read in more than one way:"), a.width, sizeLabel, figure.Warn), row)
	}
	return edtf.Date{}
}

func (a *dateAnswer) choose(d edtf.Date) {
	if a.OnReading != nil {
		a.OnReading(d)
	}
}

// Show shows how a date is understood: in words, between which days it lies, and
// as EDTF.
func (a *dateAnswer) Show(d edtf.Date) {
	room := a.width - plateLeft() - plateMargin
	facts := []string{precisionWords(&model.Event{Start: d})}
	if b := d.Bounds(); !exactDay(d) && !d.HasTime() && b.EarliestStart.Finite() && b.LatestEnd.Finite() {
		facts = append(facts, period(b.EarliestStart, b.LatestEnd))
	}
	southern, season := southernSeason(d)
	if season {
		facts = append(facts, lang.L("taken as northern"))
	}
	rows := []fyne.CanvasObject{
		newParagraphStyled(capital(fullDate(d, edtf.Date{})), room, sizeLabel, figure.Text, fyne.TextStyle{Bold: true}),
		newParagraph(strings.Join(facts, " · "), room, sizeLabel, figure.Text2),
		newParagraphStyled(d.String(), room, sizeCaption, figure.Text2, fyne.TextStyle{Monospace: true}),
	}
	if season {
		rows = append(rows, newLink(lang.L("Use the southern season"), room, func() { a.choose(southern) }))
	}
	a.show(newPlate("check", figure.OKSoft, figure.OK, rows...))
}

func (a *dateAnswer) show(objects ...fyne.CanvasObject) {
	a.Object.Objects = objects
	a.Object.Refresh()
}

// southernSeason returns the season of the southern hemisphere that is named
// like a season of which no hemisphere is said; ok is false for other dates.
func southernSeason(d edtf.Date) (southern edtf.Date, ok bool) {
	const unsaid, shift = "-21-22-23-24", 8 // codes of EDTF; 29 to 32 are southern
	code := d.String()
	dash := strings.LastIndexByte(code, '-')
	if d.Form() != edtf.Single || d.Precision() != edtf.Season || dash < 1 || len(code) < dash+3 || !strings.Contains(unsaid, code[dash:dash+3]) {
		return southern, false
	}
	number := int(code[dash+1]-'0')*10 + int(code[dash+2]-'0') + shift
	southern, err := edtf.Parse(code[:dash+1] + string(rune('0'+number/10)) + string(rune('0'+number%10)) + code[dash+3:])
	return southern, err == nil
}

// capital makes the first letter of words a capital.
func capital(words string) string {
	letters := []rune(words)
	if len(letters) > 0 {
		letters[0] = unicode.ToUpper(letters[0])
	}
	return string(letters)
}

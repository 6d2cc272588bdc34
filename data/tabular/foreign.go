package tabular

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"chancery/data/charset"
	"chancery/model"
	"chancery/model/edtf"
)

// A Repair is what a person does about one row of a file: leave it out, or
// replace cells, by the name of their column.
type Repair struct {
	Skip  bool              `json:"skip,omitempty"`
	Cells map[string]string `json:"cells,omitempty"`
}

// A foreign understands the rows of a table that is not of our own format, by a
// plan. It remembers what it met, so it serves one goroutine.
type foreign struct {
	*plan
	file     string
	encoding charset.Encoding
	answers  Answers
	repairs  map[int]Repair

	cells  []string
	dates  map[int]*dateReader // by place in plan.columns
	years  map[int]*dateReader // by century, for years of two digits beside a year of four
	parts  *dateReader         // of dates in several columns
	names  cache[string]
	actor  map[string]*cache[string] // names of actors by system
	words  cache[string]             // categories
	own    *eventParser
	hashed hasher
}

func newForeign(p *plan, file string, encoding charset.Encoding, answers Answers, repairs map[int]Repair) *foreign {
	f := &foreign{
		plan: p, file: file, encoding: encoding, answers: answers, repairs: repairs,
		dates: map[int]*dateReader{}, years: map[int]*dateReader{}, parts: newDateReader(answers), names: newCache(itself),
		actor: map[string]*cache[string]{},
		words: newCache(func(word string) string { return model.CategoryNamed(word).Key }),
		own:   newEventParser(func(string) (int, bool) { return 0, false }),
	}
	for i := range p.columns {
		c := &p.columns[i]
		if c.read != nil {
			f.dates[i] = c.read(answers)
		}
		if c.Means == MeansActor && f.actor[c.System] == nil {
			system := c.System
			names := newCache(func(code string) string { return actorOf(system, code) })
			f.actor[system] = &names
		}
	}
	return f
}

func (f *foreign) understand(number int, cells []string, flags textFlags, into *batch) {
	if blank(cells) {
		return
	}
	if r, ok := f.repairs[number]; ok {
		if r.Skip {
			into.fail(number, cells, leftOutByHand())
			return
		}
		cells = r.mend(f.header, cells)
	}
	if wrong := f.check(cells, flags); wrong != nil {
		into.fail(number, cells, wrong)
		return
	}
	f.cells = cells
	since := len(into.events)
	for i := range f.events {
		made := len(into.events)
		e := into.event()
		there, wrong := f.event(&f.events[i], i, e, &into.arena)
		if wrong != nil {
			into.events = into.events[:since]
			into.fail(number, cells, wrong)
			return
		}
		if !there {
			into.events = into.events[:made]
			continue
		}
		e.Origin = model.Origin{File: f.file, Row: number}
	}
	switch {
	case len(into.events) > since:
		into.add(number, since)
	case f.isTitle():
		into.rows = append(into.rows, Row{Number: number, Folded: number})
	default:
		into.fail(number, cells, f.undated())
	}
}

// leftOutByHand is the problem of a row that a person leaves out.
func leftOutByHand() *CellError { return &CellError{Reason: "left out by hand"} }

// mend returns the cells of a row with those of the repair.
func (r *Repair) mend(header, cells []string) []string {
	cells = append([]string(nil), cells...)
	for name, value := range r.Cells {
		at := find(header, name)
		if at < 0 {
			continue
		}
		for len(cells) <= at {
			cells = append(cells, "")
		}
		cells[at] = value
	}
	return cells
}

// check finds rows that cannot be taken, and makes line ends the same.
func (f *foreign) check(cells []string, flags textFlags) *CellError {
	for i, cell := range cells {
		switch {
		case i >= len(f.header) && strings.TrimSpace(cell) != "":
			return &CellError{Reason: fmt.Sprintf("the row has %s, the header %s", counted(len(cells)), counted(len(f.header)))}
		case len(cell) > MaxCell:
			return &CellError{Column: f.nameOf(i), Value: beginning(cell), Reason: fmt.Sprintf("the cell is longer than the limit of %d MiB", MaxCell>>20)}
		case !flags.clean && !utf8.ValidString(cell):
			return &CellError{Column: f.nameOf(i), Value: strings.ToValidUTF8(beginning(cell), "\uFFFD"), Reason: "the cell is not UTF-8; choose the encoding of the file"}
		case flags.zeros && strings.IndexByte(cell, 0) >= 0:
			return &CellError{Column: f.nameOf(i), Value: strings.ReplaceAll(beginning(cell), "\x00", "\uFFFD"), Reason: "the cell holds a zero byte"}
		case flags.replaced && f.encoding != charset.UTF8 && strings.Contains(cell, "\uFFFD"):
			return &CellError{Column: f.nameOf(i), Value: beginning(cell), Reason: "the cell is not text in " + string(f.encoding) + "; choose the encoding of the file"}
		}
	}
	tidyRead(cells, flags)
	return nil
}

func (f *foreign) nameOf(i int) string {
	if i < len(f.header) {
		return f.header[i]
	}
	return ""
}

// value is the cell of a column as it counts: without space around it, "" for
// what stands for no value.
func (f *foreign) value(i int) string {
	c := &f.columns[i]
	if c.at >= len(f.cells) {
		return ""
	}
	v := strings.TrimSpace(f.cells[c.at])
	if c.nulls[v] {
		return ""
	}
	if c.Values != nil {
		if to, ok := c.Values[v]; ok {
			return to
		}
	}
	return v
}

// one is the value of the column with a meaning, "" when there is none.
func (f *foreign) one(p *eventPlan, m Meaning) string {
	if i, ok := p.single[m]; ok {
		return f.value(i)
	}
	return ""
}

func (f *foreign) wrong(i int, reason string) *CellError {
	c := &f.columns[i]
	cell := ""
	if c.at < len(f.cells) {
		cell = strings.Clone(f.cells[c.at])
	}
	return &CellError{Column: c.name, Value: cell, Reason: reason}
}

// noDate says why a cell is no date, and what would make it one.
func (f *foreign) noDate(i int, read cellDate) *CellError {
	wrong := f.wrong(i, read.reason)
	wrong.Question = read.asks
	return wrong
}

// undated says why a row makes no event.
func (f *foreign) undated() *CellError {
	for i := range f.events {
		start := f.events[i].start
		for _, at := range []int{start.whole, start.year} {
			if at >= 0 {
				return f.wrong(at, "the row has no date")
			}
		}
	}
	return &CellError{Reason: "no column of the table holds dates"}
}

// isTitle reports the row of TimelineJS that tells of the whole.
func (f *foreign) isTitle() bool {
	return strings.EqualFold(f.one(&f.events[0], MeansSlide), "title")
}

// event makes one event of the row. There is none when it has no date.
func (f *foreign) event(p *eventPlan, number int, e *model.Event, a *arena) (there bool, wrong *CellError) {
	if there, wrong = f.when(p, e); wrong != nil || !there {
		return false, wrong
	}
	if wrong = f.kind(p, e); wrong != nil {
		return false, wrong
	}
	for _, fill := range [...]func(*eventPlan, *model.Event, *arena) *CellError{f.what, f.who, f.where, f.sourcesOf, f.tell} {
		if wrong = fill(p, e, a); wrong != nil {
			return false, wrong
		}
	}
	return true, f.identify(p, number, e, a)
}

// kind decides what the event is in time.
func (f *foreign) kind(p *eventPlan, e *model.Event) *CellError {
	word := p.template.Kind
	if i, ok := p.single[MeansKind]; ok {
		word = f.value(i)
	}
	kind, err := model.ParseKind(word)
	if err != nil {
		return f.wrong(p.single[MeansKind], "a kind is event, span or deadline")
	}
	e.Kind = kind
	if e.End.IsZero() {
		if e.Start.Form() == edtf.Interval && !e.Start.UnknownStart() && !e.Start.OpenStart() {
			e.Start, e.End, e.Kind = e.Start.Start(), e.Start.End(), model.Span
		}
		return nil
	}
	if e.End == e.Start && word == "" {
		e.End, e.EndText = edtf.Date{}, ""
		return nil
	}
	e.Kind = model.Span
	if e.End.Bounds().LatestEnd <= e.Start.Bounds().EarliestStart {
		at := max(p.end.whole, p.end.year)
		return f.wrong(at, "the end ("+e.End.Display()+") is before the start ("+e.Start.Display()+")")
	}
	return nil
}

// what reads category, code and score.
func (f *foreign) what(p *eventPlan, e *model.Event, _ *arena) *CellError {
	e.CAMEO = p.template.Code
	if i, ok := p.single[MeansCode]; ok {
		if wrong := f.code(i, e); wrong != nil {
			return wrong
		}
	}
	switch word := f.one(p, MeansCategory); {
	case word != "":
		e.Category = f.words.of(word)
	case p.template.Category != "":
		e.Category = f.words.of(p.template.Category)
	case e.CAMEO != "":
		e.Category = categoryOf(e.CAMEO)
	}
	if strings.EqualFold(f.one(p, MeansSlide), "era") {
		e.Category = "era"
	}
	if i, ok := p.single[MeansScore]; ok {
		if v := f.value(i); v != "" {
			n, ok := decimal(v)
			if !ok || n < -10 || n > 10 {
				return f.wrong(i, "a score is a number from -10 (conflict) to 10 (cooperation)")
			}
			e.Score = model.Score{Value: n, Valid: true}
		}
	}
	return nil
}

// tell reads title, summary and the small words.
func (f *foreign) tell(p *eventPlan, e *model.Event, a *arena) *CellError {
	e.Confidence = f.name(f.one(p, MeansConfidence))
	e.Collection = f.name(f.one(p, MeansCollection))
	if e.Collection == "" {
		e.Collection = f.mapping.Collection
	}
	for _, i := range p.tags {
		for _, tag := range f.list(i) {
			e.Tags = append(e.Tags, f.name(tag))
		}
	}
	if p.dateText >= 0 {
		if t := f.value(p.dateText); t != "" {
			e.StartText = a.keep(t)
		}
	}
	e.Summary = f.summary(p)
	e.Title = f.titleOf(p, e)
	if short, cut := shortTitle(e.Title); cut {
		if e.Summary != "" {
			e.Summary = "\n\n" + e.Summary
		}
		e.Title, e.Summary = short, e.Title+e.Summary
	}
	return nil
}

// name is a value that many rows share.
func (f *foreign) name(text string) string {
	if text == "" {
		return ""
	}
	return f.names.of(text)
}

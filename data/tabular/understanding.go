package tabular

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"chancery/data/charset"
)

// A File is a table: how it is called, and how to open it. It is opened more
// than once.
type File struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// Hints are what a person knows of a file. The zero Hints leave all to be found
// out.
type Hints struct {
	Encoding  charset.Encoding
	Delimiter byte
	Header    *bool
	Profile   string   // by name; "" or "auto" is found out
	Mapping   *Mapping // goes before a profile
	Answers   Answers
	Nulls     []string // stand for no value in every column, beside those of each
	Sheet     string   // of a workbook
	Repairs   map[int]Repair
}

// Given reports whether a person has said how to understand columns.
func (h *Hints) Given() bool {
	return h.Mapping != nil || len(h.Answers) > 0 || len(h.Nulls) > 0 || h.Profile != "" && h.Profile != ProfileAuto && h.Profile != ProfileOwn
}

// An Understanding is what was found out of a file: how its bytes are text, its
// text rows, and its rows events. What a person does not agree with is said in
// Hints, and the file sniffed again; the mapping can also be changed in place
// before the file is read.
type Understanding struct {
	Name     string           `json:"name"`
	Encoding charset.Encoding `json:"encoding"`
	// Confidences run from 0, a mere guess, to 1.
	EncodingConfidence float64  `json:"encoding_confidence"`
	Mark               bool     `json:"byte_order_mark"`
	Delimiter          string   `json:"delimiter"` // its name; "" in a workbook
	Quotes             string   `json:"quotes"`    // double, single, backslash or none
	LineEnds           string   `json:"line_ends"`
	DialectConfidence  float64  `json:"dialect_confidence"`
	Sheet              string   `json:"sheet,omitempty"`
	Sheets             []string `json:"sheets,omitempty"`
	Since1904          bool     `json:"since_1904,omitempty"` // days of the workbook count from 1904

	Header           []string `json:"header"`
	HeaderRow        int      `json:"header_row"` // 0 when there is none
	FirstRow         int      `json:"first_row"`  // of the table
	HeaderConfidence float64  `json:"header_confidence"`
	Rows             int      `json:"rows_looked_at"`

	Profile           string       `json:"profile"`
	ProfileConfidence float64      `json:"profile_confidence"`
	Own               string       `json:"own_table,omitempty"` // events, actors, agreements or collections: our own format
	Columns           []ColumnView `json:"columns"`
	Questions         []Question   `json:"questions"`
	Warnings          []string     `json:"warnings"`
	Folds             []Fold       `json:"folds"` // what is offered
	Mapping           *Mapping     `json:"mapping"`

	dialect  Dialect
	hints    Hints
	midnight map[string]bool
	serials  map[string]string
	months   map[string]bool
	kind     TableKind
	rows     []numbered // of the beginning
	more     bool       // the file goes on behind them
	profiles []*columnProfile
	lenient  bool
}

// A ColumnView is what was understood of a column.
type ColumnView struct {
	Name       string      `json:"name"`
	Means      Meaning     `json:"means"`
	Role       string      `json:"role,omitempty"`
	InTitle    bool        `json:"in_title,omitempty"` // titles are put together from it, whatever else it means
	Confidence float64     `json:"confidence"`
	Shapes     []ShapeView `json:"date_shapes"`
	Nulls      []string    `json:"nulls"`
	Separator  string      `json:"separator,omitempty"`
	Examples   []string    `json:"examples"`
	Filled     int         `json:"filled"` // of the rows looked at

	// Of a column of categories: how many different ones there are, and which are
	// none of the built-in ones and become the user's own.
	Categories    int      `json:"categories,omitempty"`
	OwnCategories []string `json:"own_categories,omitempty"`
}

// A ShapeView is a way in which a column writes dates. Order is dmy, mdy or "".
type ShapeView struct {
	Shape   string `json:"shape"`
	Count   int    `json:"count"`
	Order   string `json:"order,omitempty"`
	Example string `json:"example"`
}

// Sniff finds out what a file is. A file that is empty or no table is a
// *FileError.
func Sniff(ctx context.Context, file File, h Hints) (*Understanding, error) {
	if h.Mapping != nil {
		if err := h.adopt(); err != nil {
			return nil, &FileError{file.Name, err.Error()}
		}
	}
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, sniffBytes))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file.Name, err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	u := &Understanding{Name: file.Name, hints: h}
	var survey []numbered
	if IsWorkbook(head) {
		survey, err = u.workbook(ctx, file)
	} else {
		survey, err = u.text(head, f)
	}
	if err != nil {
		return nil, err
	}
	u.rows = survey
	if err := u.columns(); err != nil {
		return nil, err
	}
	return u, nil
}

// adopt takes what the mapping says of the file itself, unless it is hinted at
// otherwise.
func (h *Hints) adopt() error {
	m := h.Mapping
	if err := m.Check(); err != nil {
		return err
	}
	if h.Encoding == "" && m.Encoding != "" {
		h.Encoding, _ = charset.Named(m.Encoding)
	}
	if h.Delimiter == 0 && m.Delimiter != "" {
		h.Delimiter, _ = DelimiterNamed(m.Delimiter)
	}
	if h.Header == nil {
		h.Header = m.Header
	}
	if h.Sheet == "" {
		h.Sheet = m.Sheet
	}
	return nil
}

// text finds encoding, dialect and header of a delimited text.
func (u *Understanding) text(head []byte, rest io.Reader) ([]numbered, error) {
	guess := charset.Detect(head)
	if guess.ASCII && len(head) == sniffBytes {
		guess = detectLater(rest, guess)
	}
	u.Encoding, u.EncodingConfidence, u.Mark = guess.Encoding, guess.Confidence, guess.Mark
	if u.hints.Encoding != "" {
		u.Encoding, u.EncodingConfidence = u.hints.Encoding, 1
	}
	text := charset.Decode(head, u.Encoding)
	switch {
	case len(strings.TrimSpace(string(text[:min(len(text), 1<<16)]))) == 0:
		return nil, &FileError{u.Name, "the file is empty; it needs a header and at least one row"}
	case isBinary(text), u.Encoding != charset.UTF16LE && u.Encoding != charset.UTF16BE && isBinary(head):
		return nil, &FileError{u.Name, "this is not a table of text but a binary file, such as a picture, a spreadsheet or an archive"}
	}
	g := sniffDialect(text, u.hints.Delimiter)
	if u.hints.Mapping != nil && u.hints.Mapping.Quotes == "none" {
		g.Quote, g.Backslash = 0, false
	}
	u.more = len(head) == sniffBytes
	u.dialect, u.DialectConfidence, u.LineEnds = g.Dialect, g.sureness(), g.lineEnds
	u.Delimiter, u.Quotes = DelimiterName(g.Delimiter), quoteName(g.Dialect)
	rows := numberedRows(oneLineEnd(text, g.lineEnds), u.dialect, len(head) < sniffBytes, sniffRows)
	if len(rows) == 0 {
		return nil, &FileError{u.Name, "no row of the file can be read"}
	}
	u.more = u.more || len(rows) == sniffRows
	return rows, nil
}

func quoteName(d Dialect) string {
	switch {
	case d.Quote == 0:
		return "none"
	case d.Backslash:
		return "backslash"
	case d.Quote == '\'':
		return "single"
	}
	return "double"
}

// laterBytes is how far a file is searched for its first letter beyond ASCII.
const laterBytes = 64 << 20

// detectLater guesses again from the first letters beyond ASCII, when the
// beginning of a file has none.
func detectLater(rest io.Reader, first charset.Guess) charset.Guess {
	buffer := make([]byte, 256<<10)
	for searched := 0; searched < laterBytes; {
		n, err := io.ReadFull(rest, buffer)
		part := buffer[:n]
		searched += n
		if i := slices.IndexFunc(part, func(b byte) bool { return b >= 0x80 }); i >= 0 {
			from := max(0, i-1<<10)
			if g := charset.Detect(part[from:min(len(part), i+64<<10)]); !g.ASCII {
				return g
			}
		}
		if err != nil {
			break
		}
	}
	return first
}

// columns finds the header and what the columns mean.
func (u *Understanding) columns() error {
	l := sniffLayout(u.rows, u.hints.Header)
	u.Header, u.HeaderRow, u.FirstRow, u.HeaderConfidence = l.header, l.headerRow, l.first+1, l.confidence
	u.rows = slices.DeleteFunc(u.rows, func(r numbered) bool { return r.number < u.FirstRow || blank(r.cells) })
	u.Rows = len(u.rows)
	lower := make([]string, len(l.header))
	for i, name := range l.header {
		lower[i] = strings.ToLower(name)
	}
	if kind, ok := kindOf(lower); ok && l.named && !u.hints.Given() && (kind != Collections || len(lower) == 2) {
		u.Own, u.Profile, u.ProfileConfidence, u.kind = kind.String(), ProfileOwn, 1, kind
		if kind != Events || ownShare(lower) >= leastOwn {
			return nil
		}
		u.Own, u.Profile = "", ""
	}
	if u.hints.Profile == ProfileOwn {
		return &FileError{u.Name, wrongHeader(lower)}
	}
	return u.understandColumns()
}

// ownShare is the share of a header that a table of our own events has.
func ownShare(header []string) float64 {
	n := 0
	for _, column := range header {
		if Events.knows(column) {
			n++
		}
	}
	return share(n, len(header))
}

// errNoDates is what a table without dates is refused for.
func (u *Understanding) noDates() error {
	names := strings.Join(strings.Fields(strings.Join(u.Header, ", ")), " ")
	if r := []rune(names); len(r) > 80 {
		names = string(r[:80]) + "…"
	}
	return &FileError{u.Name, fmt.Sprintf("no column of the table (%s) seems to hold dates; name it with a mapping (--map), or save the table in Chancery's own format", names)}
}

// Open begins to read the file as events, and folds them in the ways given.
func (u *Understanding) Open(ctx context.Context, file File, folds ...Fold) (Feed, error) {
	if u.Own != "" {
		return nil, errors.New("a table of our own format is read with a Reader")
	}
	p, err := newPlan(u.Mapping, u.Header, u.lenient, u.dateReaders)
	if err != nil {
		return nil, &FileError{u.Name, err.Error()}
	}
	if !p.dated() && !u.Mapping.Undated {
		return nil, u.noDates()
	}
	open := func() (Feed, error) { return u.open(file, p) }
	if u.Mapping.Merge || len(folds) > 0 {
		return newFoldFeed(ctx, newFolder(folds, u.Mapping.Merge), open)
	}
	return open()
}

func (u *Understanding) open(file File, p *plan) (Feed, error) {
	answers := u.answers()
	make := func() understander { return newForeign(p, u.Name, u.Encoding, answers, u.hints.Repairs) }
	if u.Sheet != "" {
		return u.openWorkbook(file, make)
	}
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	return newTextFeed(u.decoded(f), u.dialect, make, f.Close, u.FirstRow-1), nil
}

// Plain reports text as our own tables are written: in UTF-8, with commas.
func (u *Understanding) Plain() bool {
	return u.Encoding == charset.UTF8 && u.dialect.Delimiter == ',' && u.Sheet == ""
}

// Text opens the text of a file, decoded.
func (u *Understanding) Text(file File) (io.ReadCloser, error) {
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{u.decoded(f), f}, nil
}

// decoded is the text of the bytes of the file, with line ends that the splitter
// knows.
func (u *Understanding) decoded(in io.Reader) io.Reader {
	text := charset.NewReader(in, u.Encoding)
	if u.LineEnds == endsCR || u.LineEnds == endsMixed {
		return &carriageReturns{r: text}
	}
	return text
}

// dateReaders returns what makes the readers of the dates of a column.
func (u *Understanding) dateReaders(name string) func(Answers) *dateReader {
	return func(a Answers) *dateReader {
		r := newDateReader(a)
		r.midnight, r.months = u.midnight[name], u.months[name]
		r.serials = u.serials[name]
		if r.serials == "ask" {
			r.serials = a.of(AskSerial, shapeSerial)
		}
		return r
	}
}

// answers are those of the mapping, of the file itself and of the person, who
// has the last word.
func (u *Understanding) answers() Answers {
	all := Answers{}
	for _, q := range u.Questions {
		if q.Answer != "" {
			all[q.ID] = q.Answer
		}
	}
	return all
}

// Unanswered returns the questions that have no answer.
func (u *Understanding) Unanswered() []Question {
	var open []Question
	for _, q := range u.Questions {
		if q.Answer == "" {
			open = append(open, q)
		}
	}
	return open
}

package tabular

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"chancery/data/charset"
)

// IsWorkbook reports the beginning of a workbook (.xlsx): a zip whose first
// parts are those that workbooks have.
func IsWorkbook(head []byte) bool {
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return false
	}
	head = head[:min(len(head), 4096)]
	return bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("xl/")) || bytes.Contains(head, []byte("_rels/.rels"))
}

// The limits of a workbook, in bytes: of the file, which is held in memory, of
// what is in it, and of a part of it that is unpacked to memory and not to disk.
const (
	mostWorkbook  = 1 << 30
	mostUnpacked  = 8 << 30
	mostPartInRAM = 64 << 20
)

// openBook opens a workbook. Its cells then are as they were stored, and dates
// are ISO 8601.
func openBook(file File) (*excelize.File, error) {
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() // was only read
	content, err := io.ReadAll(io.LimitReader(f, mostWorkbook+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", file.Name, err)
	case len(content) > mostWorkbook:
		return nil, &FileError{file.Name, "the workbook is too large; save its sheet as CSV and import that"}
	}
	if err := wholeSheets(content); err != nil {
		return nil, &FileError{file.Name, "the workbook is broken: " + err.Error()}
	}
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostPartInRAM})
	if err != nil {
		return nil, &FileError{file.Name, "the workbook cannot be read: " + err.Error()}
	}
	if err := isoDates(book); err != nil {
		return nil, errors.Join(&FileError{file.Name, "the workbook cannot be read: " + err.Error()}, book.Close())
	}
	return book, nil
}

// wholeSheets finds sheets that end before their end, whose rows would be lost
// without a word.
func wholeSheets(content []byte) error {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return err
	}
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/") || !strings.HasSuffix(part.Name, ".xml") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return err
		}
		tail, err := lastBytes(r, 64)
		if err := errors.Join(err, r.Close()); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
		if !bytes.Contains(tail, []byte("worksheet>")) {
			return fmt.Errorf("%s ends before its end", part.Name)
		}
	}
	return nil
}

// lastBytes reads to the end and returns the last n bytes.
func lastBytes(r io.Reader, n int) ([]byte, error) {
	var tail []byte
	buffer := make([]byte, 64<<10)
	for {
		read, err := r.Read(buffer)
		tail = append(tail, buffer[:read]...)
		if len(tail) > n {
			tail = append(tail[:0], tail[len(tail)-n:]...)
		}
		if errors.Is(err, io.EOF) {
			return tail, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// isoDates changes the number formats of a book so that days and times are read
// as ISO 8601 and all other numbers as they are stored.
func isoDates(book *excelize.File) error {
	moment, clock := `yyyy\-mm\-dd\Thh:mm:ss`, `hh:mm:ss`
	dateStyle, err := book.NewStyle(&excelize.Style{CustomNumFmt: &moment})
	if err != nil {
		return err
	}
	timeStyle, err := book.NewStyle(&excelize.Style{CustomNumFmt: &clock})
	if err != nil {
		return err
	}
	styles := book.Styles
	if styles == nil || styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if styles.NumFmts != nil {
		for _, f := range styles.NumFmts.NumFmt {
			codes[f.NumFmtID] = f.FormatCode
		}
	}
	dates, times := styles.CellXfs.Xf[dateStyle].NumFmtID, styles.CellXfs.Xf[timeStyle].NumFmtID
	unknown := 1 << 20 // a format that no book has: numbers as they are stored
	for i := range styles.CellXfs.Xf {
		x := &styles.CellXfs.Xf[i]
		id := 0
		if x.NumFmtID != nil {
			id = *x.NumFmtID
		}
		switch hasDay, hasTime := formatShows(id, codes[id]); {
		case hasDay:
			x.NumFmtID = dates
		case hasTime:
			x.NumFmtID = times
		default:
			x.NumFmtID = &unknown
		}
	}
	return nil
}

// formatShows says whether a number format shows a day or a time of the day. The
// built-in formats are those of ECMA-376, part 1, 18.8.30.
func formatShows(id int, code string) (day, clock bool) {
	switch {
	case id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58:
		return true, id == 22
	case id >= 18 && id <= 21 || id >= 32 && id <= 35 || id == 45 || id == 47:
		return false, true
	}
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == '"':
			quoted = !quoted
		case quoted:
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case code[i] == '[':
			bracket = true
		case code[i] == ']':
			bracket = false
		case bracket || strings.HasPrefix(strings.ToLower(code[i:]), "general"):
			continue
		case c == 'y' || c == 'd':
			day = true
		case c == 'h' || c == 's':
			clock = true
		}
	}
	return day, clock
}

// bookCell is a cell without the midnight of a day without a time.
func bookCell(cell string) string { return strings.TrimSuffix(cell, "T00:00:00") }

// workbook finds the sheet of a workbook and reads its beginning.
func (u *Understanding) workbook(ctx context.Context, file File) ([]numbered, error) {
	book, err := openBook(file)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	u.Encoding, u.EncodingConfidence, u.DialectConfidence = charset.UTF8, 1, 1
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		u.Since1904 = *props.Date1904
	}
	var best []numbered
	for _, name := range book.GetSheetList() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rows, err := bookRows(book, name, sniffRows)
		if err != nil {
			return nil, &FileError{u.Name, fmt.Sprintf("sheet %q: %v", name, err)}
		}
		if len(rows) == 0 {
			continue
		}
		u.Sheets = append(u.Sheets, name)
		if u.hints.Sheet == name || u.hints.Sheet == "" && len(rows)*usualWidth(rows) > len(best)*usualWidth(best) {
			best, u.Sheet = rows, name
		}
	}
	switch {
	case u.hints.Sheet != "" && u.Sheet == "":
		return nil, &FileError{u.Name, fmt.Sprintf("the workbook has no sheet %q with anything in it; it has %s", u.hints.Sheet, strings.Join(u.Sheets, ", "))}
	case u.Sheet == "":
		return nil, &FileError{u.Name, "the file is empty; it needs a header and at least one row"}
	}
	return best, nil
}

// bookRows reads the first rows of a sheet, those left out that are empty.
func bookRows(book *excelize.File, sheet string, most int) ([]numbered, error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []numbered
	for number := 1; rows.Next() && len(list) < most; number++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for i, cell := range cells {
			cells[i] = bookCell(cell)
		}
		if !blank(cells) {
			list = append(list, numbered{number, cells})
		}
	}
	return list, rows.Error()
}

// A bookFeed reads the rows of a sheet.
type bookFeed struct {
	book   *excelize.File
	rows   *excelize.Rows
	name   string
	under  understander
	skip   int
	number int
	batch  batch
}

// bookTurn is how many rows of a sheet are read at a time.
const bookTurn = 256

func (u *Understanding) openWorkbook(file File, make func() understander) (Feed, error) {
	book, err := openBook(file)
	if err != nil {
		return nil, err
	}
	rows, err := book.Rows(u.Sheet)
	if err != nil {
		return nil, errors.Join(&FileError{u.Name, err.Error()}, book.Close())
	}
	return &bookFeed{book: book, rows: rows, name: u.Name, under: make(), skip: u.FirstRow - 1}, nil
}

// Next implements Feed.
func (f *bookFeed) Next(ctx context.Context) ([]Row, error) {
	b := &f.batch
	clear(b.events)
	b.rows, b.events = b.rows[:0], b.events[:0]
	flags := textFlags{clean: false, zeros: true, returns: true}
	for len(b.rows) < bookTurn {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !f.rows.Next() {
			break
		}
		f.number++
		cells, err := f.rows.Columns()
		if err != nil {
			return nil, &FileError{f.name, fmt.Sprintf("row %d: %v", f.number, err)}
		}
		if f.number <= f.skip {
			continue
		}
		for i, cell := range cells {
			cells[i] = bookCell(cell)
		}
		f.under.understand(f.number, cells, flags, b)
	}
	if len(b.rows) == 0 {
		if err := f.rows.Error(); err != nil {
			return nil, &FileError{f.name, err.Error()}
		}
		return nil, io.EOF
	}
	return b.rows, nil
}

// Close implements Feed.
func (f *bookFeed) Close() error { return errors.Join(f.rows.Close(), f.book.Close()) }

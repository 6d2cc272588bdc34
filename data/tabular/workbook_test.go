package tabular_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"chancery/data/tabular"
)

// book makes a workbook with days as cells of days, as text and as bare numbers
// in one column.
func book(t *testing.T, since1904 bool) tabular.File {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &since1904}); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC)
	serial := 40544
	if since1904 {
		serial = 39082
	}
	american, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]any{
		{"A list of treaties"}, {}, {"Title", "Signature date", "Parties", "Code"},
		{"One", day, "Japan; South Korea", "010"}, {"Two", "1882-02-23", "Japan", "10"}, {"Three", serial, "", ""}, {"Four", "NA", "", ""},
		{"Five", day.Add(90 * time.Minute), "", ""},
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellStyle("Sheet1", "B4", "B4", american); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Notes"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Notes", "A1", "Made by hand"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return memory("book.xlsx", b.String())
}

// memory is a file that lies on no disk.
func memory(name, content string) tabular.File {
	return tabular.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }}
}

// TestWorkbook reads days of both systems, however they stand in their cells.
func TestWorkbook(t *testing.T) {
	for _, since1904 := range []bool{false, true} {
		o, err := readAll(t, book(t, since1904), tabular.Hints{})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"2011-01-01||One", "1882-02-23||Two", "2011-01-01||Three", "2011-01-01T01:30:00||Five"}
		if !slices.Equal(o.events, want) || len(o.problems) != 1 || !strings.Contains(o.problems[0], "row 7") {
			t.Errorf("since 1904 %v: events %q, problems %q", since1904, o.events, o.problems)
		}
		if o.u.Sheet != "Sheet1" || o.u.HeaderRow != 3 || o.u.Since1904 != since1904 || !strings.Contains(strings.Join(o.u.Warnings, " "), "Notes") {
			t.Errorf("understood %+v", o.u)
		}
	}
}

// TestBrokenWorkbook holds that a workbook that is cut off is refused whole.
func TestBrokenWorkbook(t *testing.T) {
	file := book(t, false)
	f, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{5000, len(whole) / 2, len(whole) - 10} {
		if _, err := readAll(t, memory("cut.xlsx", string(whole[:min(n, len(whole)-1)])), tabular.Hints{}); err == nil {
			t.Errorf("a workbook cut at %d of %d bytes was read", n, len(whole))
		}
	}
}

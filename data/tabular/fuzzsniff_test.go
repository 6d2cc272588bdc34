package tabular

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzSniff holds that any file is understood or refused, and that no row of one
// that is read is lost.
func FuzzSniff(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "profiles", "*"))
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		if text, err := os.ReadFile(path); err == nil && filepath.Ext(path) != ".golden" {
			f.Add(text)
		}
	}
	f.Add([]byte("\xff\xfed\x00a\x00t\x00e\x00,\x00n\x00\n\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if IsWorkbook(content) {
			return // the library's own business
		}
		file := File{Name: "fuzz.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
		u, err := Sniff(t.Context(), file, Hints{})
		var refused *FileError
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatalf("%v is no error of the file", err)
			}
			return
		}
		if u.Own != "" {
			return
		}
		feed, err := u.Open(t.Context(), file)
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatalf("%v is no error of the file", err)
			}
			return
		}
		defer feed.Close()
		last := 0
		for {
			rows, err := feed.Next(context.Background())
			if err != nil {
				if !errors.Is(err, io.EOF) && !errors.As(err, &refused) {
					t.Fatal(err)
				}
				return
			}
			for i := range rows {
				r := &rows[i]
				if r.Late {
					continue
				}
				if r.Number <= last {
					t.Fatalf("row %d after row %d", r.Number, last)
				}
				last = r.Number
				for k := range r.Events {
					e := &r.Events[k]
					if e.Key == "" || e.Start.IsZero() || strings.TrimSpace(e.Title) == "" {
						t.Fatalf("row %d: an event without key, date or title: %+v", r.Number, e)
					}
				}
			}
		}
	})
}

// FuzzDates holds that any text is a date or has a reason why not, that answers
// settle what is asked, and that a year is never made up.
func FuzzDates(f *testing.F) {
	for _, s := range []string{"2019-11-17", "03/04/2019", "9-May-20", "-216", "2010-11", "43786", "3300 BC", "1963-00-00", "2019-11-17T00:00:00Z", "20190000", "Mon-1", "#-#-##", "0010S1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		open := newDateReader(nil).read(text)
		answered := newDateReader(Answers{"order": "dmy", "century": "1900", "era": "bce", "pair": "years"})
		answered.midnight, answered.months, answered.serials = true, true, "1900"
		for _, d := range []cellDate{open, answered.read(text)} {
			if d.reason == "" && d.date.IsZero() && strings.TrimSpace(text) != "" {
				t.Fatalf("%q is neither a date nor none", text)
			}
			for g := gradeWhole; g <= gradeMonthWithin; g++ {
				if low := lower(d.date, g); low.Bounds().EarliestStart > d.date.Bounds().EarliestStart {
					t.Fatalf("%s with less precision is %s, which begins later", d.date, low)
				}
			}
		}
	})
}

// FuzzMapping holds that any JSON is a mapping that can be used, or an error.
func FuzzMapping(f *testing.F) {
	f.Add(`{"columns":[{"column":"date","means":"start"},{"column":"#2","means":"title"}],"key":["date"]}`)
	f.Add(`{"columns":[{"column":"a","means":"actor","separator":",","system":"cow"}],"events":[{"title":"{a} {b}"}],"undated":true}`)
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadMapping(strings.NewReader(text))
		if err != nil {
			return
		}
		file := File{Name: "fuzz.csv", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader("date,title,a\n2019-11-17,One,KOR\n1.2.2003,\"Two\nlines\",\"Korea, Republic of, JPN\"\n")), nil
		}}
		u, err := Sniff(t.Context(), file, Hints{Mapping: m})
		if err != nil {
			return
		}
		feed, err := u.Open(t.Context(), file)
		if err != nil {
			return
		}
		defer feed.Close()
		for {
			if _, err := feed.Next(context.Background()); err != nil {
				return
			}
		}
	})
}

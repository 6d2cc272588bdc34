//go:build window

package windowtest

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const ownHeader = "id,collection,title,summary,start,end,kind,category,cameo,actors,place,lat,lon,sources,links,confidence\n"

// A CSV comes in through the window: File, Import; the file; the preview.
func TestImportsCSV(t *testing.T) {
	w, folder, archive := open(t)
	before := info(t, folder, archive)
	rows := ownHeader +
		"own-1,,First talks in Geneva,,2021-03-04,,event,meeting,,participant:Japan;participant:South Korea,Geneva,,,,,\n" +
		"own-2,,Second talks in Geneva,,2021-05,,event,meeting,,participant:Japan,Geneva,,,,follows>own-1,\n"
	if err := os.WriteFile(filepath.Join(folder, "home", "own.csv"), []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}

	w.changes(wholeWindow, func() { w.key("ctrl+i") })
	// The home holds that one file, which stands behind the way to its parent.
	w.changes(wholeWindow, func() { w.click(image.Pt(550, 250)) })
	w.pressMain()
	w.settled()
	if now := info(t, folder, archive); now != before {
		t.Errorf("the preview changed the archive from %+v to %+v", before, now)
	}
	w.enterUntil("the archive holds the two events", func() bool {
		return info(t, folder, archive).Events == before.Events+2
	})
	w.close()
}

// enterUntil goes on through the pages of the import window, whose main button has
// the focus, until something holds. What a page asks is answered as it proposes.
func (w *window) enterUntil(what string, holds func() bool) {
	w.t.Helper()
	const pages = 4
	for range pages {
		w.changes(wholeWindow, func() { w.key("Return") })
		if holds() {
			return
		}
	}
	until(w.t, what, holds)
}

// A report goes out through the window, under the name that it proposes.
func TestExportsHTML(t *testing.T) {
	w, folder, _ := open(t)
	w.changes(wholeWindow, func() { w.key("ctrl+e") })
	w.pressMain()
	var page string
	until(t, "the page is written", func() bool {
		read, err := os.ReadFile(filepath.Join(folder, "home", "curated.html"))
		page = string(read)
		return err == nil && strings.HasSuffix(strings.TrimSpace(page), "</html>")
	})
	if !strings.Contains(page, "GSOMIA") {
		t.Error("the page does not speak of GSOMIA")
	}
	w.close()
}

// Tables of others come in through the same window, by keyboard alone: a question
// is answered, the rows are checked, and the import runs. What cannot be read is
// left out. One file has two orders of dates open, one is in Shift_JIS, one has
// tabs and a title above its names.
func TestImportsTablesOfOthers(t *testing.T) {
	for _, test := range []struct {
		name, content string
		events        int
	}{
		{"dates.csv", "when;what;who\n03/07/2019;Curbs announced;Japan\n31 Nov 2019;No such day;Japan\n22 Aug 2019;Notice given;South Korea\n", 2},
		{"holidays.csv", "\x93\xfa\x95\x74,\x96\xbc\x91\x4f\r\n1955/1/1,\x8c\xb3\x93\xfa\r\n1955/1/15,\x90\xac\x90\x6c\x82\xcc\x93\xfa\r\n", 2},
		{"titled.tsv", "Talks of the year\n\ndate\ttitle\tactor\n2021-03-04\tTalks in Geneva\tJapan\n2021-05-06\tTalks in Vienna\tJapan\n", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			w, folder, archive := open(t)
			before := info(t, folder, archive)
			if err := os.WriteFile(filepath.Join(folder, "home", test.name), []byte(test.content), 0o644); err != nil {
				t.Fatal(err)
			}
			w.changes(wholeWindow, func() { w.key("ctrl+i") })
			w.changes(wholeWindow, func() { w.click(image.Pt(550, 250)) })
			w.pressMain()
			w.settled()
			if now := info(t, folder, archive); now != before {
				t.Errorf("the window changed the archive from %+v to %+v", before, now)
			}
			w.enterUntil("the archive holds the new events", func() bool {
				return info(t, folder, archive).Events == before.Events+test.events
			})
			w.close()
		})
	}
}

//go:build window

package windowtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const ownHeader = "id,collection,title,summary,start,end,kind,category,cameo,actors,place,lat,lon,sources,links,confidence\n"

// A CSV is brought in through the window: Ctrl I, its path, Enter, and Enter
// again in the preview.
func TestImportsCSV(t *testing.T) {
	w, home, archive := open(t)
	before := info(t, home, archive)

	file := filepath.Join(home, "own.csv")
	rows := ownHeader +
		"own-1,,First talks in Geneva,,2021-03-04,,event,meeting,,participant:Japan;participant:South Korea,Geneva,,,,,\n" +
		"own-2,,Second talks in Geneva,,2021-05,,event,meeting,,participant:Japan,Geneva,,,,follows>own-1,\n"
	if err := os.WriteFile(file, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}

	w.changes(wholeWindow, func() { w.key("ctrl+i") })
	w.write(file)
	w.changes(wholeWindow, func() { w.key("Return") })
	w.settled().save(t, "import-preview")
	w.changes(wholeWindow, func() { w.key("Return") })
	until(t, "the archive holds the two events", func() bool {
		return info(t, home, archive).Events == before.Events+2
	})
}

// The window writes the same page as `timeline export`.
func TestExportsHTML(t *testing.T) {
	w, home, _ := open(t)
	file := filepath.Join(home, "report.html")

	w.changes(wholeWindow, func() { w.key("ctrl+e") })
	w.settled().save(t, "export")
	w.write(file)
	w.key("Return")
	var page string
	until(t, "the page is written", func() bool {
		read, err := os.ReadFile(file)
		page = string(read)
		return err == nil && strings.HasSuffix(strings.TrimSpace(page), "</html>")
	})
	if !strings.Contains(page, "GSOMIA") {
		t.Error("the page does not speak of GSOMIA")
	}
}

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
	if now := info(t, folder, archive); now != before {
		t.Errorf("the preview changed the archive from %+v to %+v", before, now)
	}
	w.pressMain()
	until(t, "the archive holds the two events", func() bool {
		return info(t, folder, archive).Events == before.Events+2
	})
	w.close()
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

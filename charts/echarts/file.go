package echarts

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"path/filepath"
	"strings"

	"chancery/charts"
)

// A file is what the reader of a page can save. Small ones are in the page a
// second time, so that they can be saved without a script; Link is "" for
// others, which the script makes from the table.
type file struct {
	Name  string
	Link  template.URL
	Words string // how much it is
	Hash  string // SHA-256 of its bytes, in hexadecimal
}

// linkLimit is the size of a file up to which it is in the page itself.
const linkLimit = 512 << 10

func newFile(p *Page) *file {
	name := strings.TrimSuffix(p.Archive, filepath.Ext(p.Archive))
	if name == "" {
		name = "events"
	}
	f := &file{
		Name:  name + ".csv",
		Words: charts.Count(len(p.Events)) + " events, " + sizeOf(len(p.CSV)),
		Hash:  fmt.Sprintf("%x", sha256.Sum256(p.CSV)),
	}
	if len(p.CSV) <= linkLimit {
		f.Link = dataLink(p.CSV)
	}
	return f
}

// dataLink is the address of a CSV file that is in the address itself.
func dataLink(csv []byte) template.URL {
	return template.URL("data:text/csv;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(csv))
}

// sizeOf writes a number of bytes as people do: "412 KB".
func sizeOf(bytes int) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d\u00a0KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f\u00a0MB", float64(bytes)/1e6)
}

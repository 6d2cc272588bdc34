package echarts

import (
	"bufio"
	"encoding/json"
	"html/template"
	"io"
	"time"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// A Page is what an exported page holds. Only Title is needed.
type Page struct {
	Title   string
	Finding string        // one sentence on what there is to see
	Archive string        // name of the archive it was exported from
	Facts   []charts.Fact // see charts.Facts

	// Lives shows the lives of agreements and Picture stands in for the timeline
	// where scripts do not run and on paper. They are written as they stand, so
	// they must be made by a program that escapes text, such as figure.WriteSVG.
	Lives, Picture Picture

	Specs []charts.Spec // see charts.Overview

	// Events are the events the page is about, in time order; nil for none. Total
	// is how many there are when these are only the first of them. CSV is the
	// same events as a table, in the same order, which the page's reader can
	// save; its columns are those of package tabular. Without it marks have no
	// words.
	Events []model.Event
	Total  int
	CSV    []byte

	// Counted returns the events that a query of a chart asks for: a click on what
	// it counts then lists those of them that are on the page. Nil for charts that
	// open nothing.
	Counted func(charts.Query) []model.EventID

	// Elsewhere are titles of events that those on the page are linked to and that
	// are not among them, by their keys.
	Elsewhere map[string]string

	From, To  edtf.Instant    // the stretch that the timeline first shows; both 0 for all
	Filter    string          // what was filtered, in words
	AsOf      edtf.Instant    // where the timeline marks "as of"; zero for nowhere
	Generated time.Time       // zero to leave it out
	View      json.RawMessage // what opens the same view in Chancery; nil for nothing

	// Beside are further tables by their names, which the page only carries along
	// for ReadPage.
	Beside map[string][]byte
}

// A Picture is an inline svg element, with what to say under it.
type Picture struct {
	Title   string
	SVG     template.HTML
	Caption string
}

const (
	// wholeRows is how many events a page lists in full: browsers lay out longer
	// tables slowly.
	wholeRows = 2000
	// firstRows is how many it lists of more. Its script turns to the others.
	firstRows = 250
)

// WritePage writes the page. Text may hold anything; addresses become links
// only when they are http or https.
func WritePage(w io.Writer, p Page) error {
	v, err := newView(&p)
	if err != nil {
		return err
	}
	// The template writes in small pieces.
	buffered := bufio.NewWriterSize(w, 1<<16)
	if err := pageShell().template.Execute(buffered, v); err != nil {
		return err
	}
	return buffered.Flush()
}

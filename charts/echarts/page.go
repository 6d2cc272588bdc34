package echarts

import (
	"bufio"
	"html/template"
	"io"
	"iter"
	"time"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// A Page is what an exported page holds. Only Title is needed.
type Page struct {
	Title   string
	Finding string        // one sentence on what the reader will see
	Archive string        // name of the archive it was exported from
	Facts   []charts.Fact // see charts.Facts
	Specs   []charts.Spec // see charts.Overview
	// Picture stands in for the timeline where scripts do not run: an inline
	// <svg>. It is written as it stands, so it must be made by a program that
	// escapes text, such as figure.WriteSVG.
	Picture template.HTML
	// Events are the events the page is about, in time order; nil for none. The
	// first 2,000 are listed in full, and all of them name the marks of the
	// timeline. An error among them ends the writing.
	Events    iter.Seq2[model.Event, error]
	Filter    string       // what was filtered, in words
	AsOf      edtf.Instant // where the timeline marks "as of"; zero for nowhere
	Generated time.Time    // zero to leave it out
}

// rowLimit is how many events the page lists: browsers lay out longer tables
// slowly.
const rowLimit = 2000

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

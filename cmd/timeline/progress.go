package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// A progress is a line on a terminal that says how far work has come. On
// anything but a terminal it says nothing.
type progress struct {
	w     io.Writer
	label string
	mu    sync.Mutex
	begun time.Time
	last  time.Time
	shown bool
}

// progressAfter is how long work lasts before the line appears, and between
// two states of it.
const progressAfter = 200 * time.Millisecond

func newProgress(w io.Writer, label string) *progress {
	p := &progress{label: label, begun: time.Now()}
	if f, ok := w.(*os.File); ok && isTerminal(f) {
		p.w = w
	}
	return p
}

// isTerminal reports whether somebody sees what is written to a file. The null
// device, which file managers give to what they start, is of the same kind and no
// terminal.
func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	if err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(st, null)
}

// Report shows the share that is done, at most five times a second. It may be
// called from any goroutine.
func (p *progress) Report(done, total int64) {
	if p.w == nil || total <= 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Sub(p.begun) < progressAfter || now.Sub(p.last) < progressAfter {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.w, "\r%s: %d %%", p.label, 100*done/total)
}

// Clear takes the line away.
func (p *progress) Clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

package app

import (
	"context"
	"fmt"
	"io"
	"time"

	"chancery/app/workspace"
	"chancery/data"
)

// ImportFigures are what an import in the window takes. Times are in milliseconds,
// from the start of the process.
type ImportFigures struct {
	Added        int     `json:"added"`
	LeftOut      int     `json:"left_out"`
	Events       int     `json:"events"`
	CommittedMS  float64 `json:"committed_ms"`  // until the events are in the archive for good
	DrawnMS      float64 `json:"drawn_ms"`      // to the first painted frame of them; they can be filtered then
	SearchableMS float64 `json:"searchable_ms"` // until the search index holds them
	RSSMB        float64 `json:"rss_mb"`        // resident memory after that; 0 where the system does not tell
}

// BenchImport opens an archive in a window without a display, imports files into
// it as the window does, by what is guessed of them, and waits until they can be
// searched.
func BenchImport(ctx context.Context, archive string, files []string, began time.Time, firstFrame func()) (ImportFigures, error) {
	w, queue, closing, err := offscreen(ctx, benchOptions(archive, firstFrame))
	if err != nil {
		return ImportFigures{}, err
	}
	defer closing()
	w.timeline.paintFrame()
	f, ws := ImportFigures{}, w.Workspace
	ws.KeepIndexed()
	queue.settle(w)

	open := func() ([]data.Input, error) { return data.Files(files) }
	ws.PrepareImport(open, data.Mappings(""), func(im *workspace.Importing, prepared error) {
		if err = prepared; err != nil {
			return
		}
		im.Run(func(r data.Report, failed error) {
			f.Added, f.LeftOut, err = r.Added, r.LeftOut, failed
			f.CommittedMS = milliseconds(time.Since(began))
			w.timeline.paintFrame()
			f.DrawnMS, f.Events = milliseconds(time.Since(began)), ws.Columns().Len()
		})
	})
	for queue.settle(w) {
	}
	f.SearchableMS, f.RSSMB = milliseconds(time.Since(began)), residentMB()
	return f, err
}

// Print writes the figures for people.
func (f ImportFigures) Print(out io.Writer) error {
	_, err := fmt.Fprintf(out, "%d events, %d of them imported, %d rows left out\ncommitted  %8.1f ms\ndrawn      %8.1f ms\nsearchable %8.1f ms, %.0f MB\n",
		f.Events, f.Added, f.LeftOut, f.CommittedMS, f.DrawnMS, f.SearchableMS, f.RSSMB)
	return err
}

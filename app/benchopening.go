package app

import (
	"context"
	"fmt"
	"io"
	"time"
)

// OpeningFigures are what an opening takes. Times are in milliseconds, from the
// start of the process.
type OpeningFigures struct {
	Events int     `json:"events"`
	OpenMS float64 `json:"open_ms"` // to the first painted frame
	ReadMS float64 `json:"read_ms"` // until every event is in memory
	RSSMB  float64 `json:"rss_mb"`  // resident memory after that; 0 where the system does not tell
}

// BenchOpening opens an archive in a window without a display and measures only
// that.
func BenchOpening(ctx context.Context, archive string, began time.Time, firstFrame func()) (OpeningFigures, error) {
	w, queue, closing, err := offscreen(ctx, benchOptions(archive, firstFrame))
	if err != nil {
		return OpeningFigures{}, err
	}
	defer closing()
	return w.measureOpening(queue, began), nil
}

// measureOpening paints the first frame of a window, and waits for the rest.
func (w *Window) measureOpening(queue *queue, began time.Time) OpeningFigures {
	w.timeline.paintFrame()
	f := OpeningFigures{OpenMS: milliseconds(time.Since(began))}
	f.Events = w.Workspace.Columns().Len() // waits for them
	f.ReadMS = milliseconds(time.Since(began))
	queue.settle(w)
	f.RSSMB = residentMB()
	return f
}

// Print writes the figures for people.
func (f OpeningFigures) Print(out io.Writer) error {
	_, err := fmt.Fprintf(out, "%d events\nopen    %8.1f ms to the first frame, %.1f ms until all is read, %.0f MB\n",
		f.Events, f.OpenMS, f.ReadMS, f.RSSMB)
	return err
}

package app

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"chancery/app/scene"
	"chancery/model"
)

// Figures are what Bench measures. Times are in milliseconds.
type Figures struct {
	OpeningFigures
	Scales []struct {
		Years float64 `json:"years"` // across the plot
		Pan   Spread  `json:"pan"`
		Zoom  Spread  `json:"zoom"`
	} `json:"scales"`
	Allocs float64 `json:"pan_allocs"` // objects that a frame of panning allocates
	Pan    Spread  `json:"pan"`        // over all scales
	Zoom   Spread  `json:"zoom"`       // over all scales
	Search Spread  `json:"search"`
}

// A Spread is the middle and the far end of many times.
type Spread struct {
	P50 float64 `json:"p50_ms"`
	P99 float64 `json:"p99_ms"`
}

// What is measured: so many frames of each movement at each of four scales, as
// shares of the whole extent of the archive.
const (
	benchFrames   = 300
	benchWidth    = 1440
	benchHeight   = 900
	benchPrefixes = 50
)

var benchShares = [...]float64{1, 1. / 4, 1. / 40, 1. / 400}

// A benchMove returns the view of the frame after frame i.
type benchMove func(v scene.Viewport, i int) scene.Viewport

func benchPan(v scene.Viewport, _ int) scene.Viewport { return v.Pan(7) }

// benchZoom goes in and out again by notches, about a point off the middle.
func benchZoom(v scene.Viewport, i int) scene.Viewport {
	factor := zoomPerNotch
	if i%20 >= 10 {
		factor = 1 / factor
	}
	return v.Zoom(factor, v.Width/3)
}

// partOf returns the middle part of a view, as wide as it, that is a share of its
// time.
func partOf(v scene.Viewport, share float64) scene.Viewport {
	v.Start += v.Span() * (1 - share) / 2
	v.Scale *= share
	return v
}

// benchOptions are those of the window in which everything is measured.
func benchOptions(archive string, firstFrame func()) RenderOptions {
	return RenderOptions{
		Archive: archive, Width: benchWidth, Height: benchHeight, Lanes: model.ByCategory, Hidden: true,
		firstFrame: firstFrame,
	}
}

// Bench opens an archive in a window without a display and measures the code
// that the window runs: building the scene and painting its four parts. began is
// when the process did; firstFrame is called after the first frame.
func Bench(ctx context.Context, archive string, began time.Time, firstFrame func()) (Figures, error) {
	w, queue, closing, err := offscreen(ctx, benchOptions(archive, firstFrame))
	if err != nil {
		return Figures{}, err
	}
	defer closing()
	figures := Figures{OpeningFigures: w.measureOpening(queue, began)}
	t := w.timeline
	whole := t.view
	var pans, zooms []time.Duration
	var objects uint64
	for _, share := range benchShares {
		view := partOf(whole, share)
		pan, allocated := t.measure(ctx, queue, w, view, benchPan)
		zoom, _ := t.measure(ctx, queue, w, view, benchZoom)
		objects += allocated
		if err := ctx.Err(); err != nil {
			return Figures{}, err
		}
		pans, zooms = append(pans, pan...), append(zooms, zoom...)
		figures.Scales = append(figures.Scales, struct {
			Years float64 `json:"years"`
			Pan   Spread  `json:"pan"`
			Zoom  Spread  `json:"zoom"`
		}{view.Scale * view.Width / (365.2425 * 86400), spread(pan), spread(zoom)})
	}
	figures.Pan, figures.Zoom = spread(pans), spread(zooms)
	figures.Allocs = math.Round(10*float64(objects)/float64(max(len(pans), 1))) / 10
	if err := w.Workspace.Archive().Index(ctx, 0, nil); err != nil {
		return Figures{}, err
	}
	figures.Search, err = w.measureSearch(ctx)
	return figures, err
}

// measure paints benchFrames frames, each of a view one step further. It returns
// how long they took and how many objects they allocated.
func (t *timeline) measure(ctx context.Context, queue *queue, w *Window, from scene.Viewport, step benchMove) (times []time.Duration, objects uint64) {
	t.view = from
	t.invalidate()
	t.paintFrame()
	times = make([]time.Duration, 0, benchFrames)
	var meter allocMeter
	for i := range benchFrames {
		if ctx.Err() != nil {
			return times, objects
		}
		t.view = step(t.view, i)
		t.unsettle()
		before, begin := meter.objects(), time.Now()
		t.stale = true
		t.paintFrame()
		times = append(times, time.Since(begin))
		objects += meter.objects() - before
		// What the frame asked for arrives between frames, as in the window.
		queue.settle(w)
	}
	return times, objects
}

// paintFrame builds the scene if it is stale and paints its four parts, as the
// driver does when the window is drawn.
func (t *timeline) paintFrame() {
	r := t.Region
	for _, p := range []*picture{r.Plot.plot, r.Plot.axis, r.Heads.picture, r.Overview.picture} {
		size := p.Raster.Size()
		p.generate(int(size.Width), int(size.Height))
	}
}

// measureSearch times searches for the first letters of words in the titles of
// the archive, as they would be typed.
func (w *Window) measureSearch(ctx context.Context) (Spread, error) {
	ws := w.Workspace
	var times []time.Duration
	for _, prefix := range prefixes(ctx, ws.Columns(), w) {
		begin := time.Now()
		if _, err := ws.Archive().Search(ctx, prefix); err != nil {
			return Spread{}, err
		}
		times = append(times, time.Since(begin))
	}
	return spread(times), nil
}

// prefixes returns beginnings of words, three letters or more, from titles that
// are spread over the archive.
func prefixes(ctx context.Context, c *model.Columns, w *Window) []string {
	var ids []model.EventID
	for i := range benchPrefixes {
		if n := c.Len(); n > 0 {
			ids = append(ids, c.ID[i*n/benchPrefixes])
		}
	}
	labels, err := w.Workspace.Archive().Labels(ctx, ids)
	if err != nil {
		return nil
	}
	var found []string
	for i, id := range ids {
		words := strings.Fields(labels[id].Title)
		if len(words) == 0 {
			continue
		}
		letters := []rune(words[i%len(words)])
		found = append(found, string(letters[:min(len(letters), 3+i%4)]))
	}
	return found
}

func spread(times []time.Duration) Spread {
	if len(times) == 0 {
		return Spread{}
	}
	slices.Sort(times)
	at := func(share float64) float64 {
		return milliseconds(times[min(int(share*float64(len(times))), len(times)-1)])
	}
	return Spread{P50: at(0.5), P99: at(0.99)}
}

func milliseconds(d time.Duration) float64 {
	return math.Round(float64(d)/float64(time.Microsecond)) / 1000
}

// Print writes the figures for people.
func (f Figures) Print(out io.Writer) error {
	err := f.OpeningFigures.Print(out)
	for _, s := range f.Scales {
		if err == nil {
			_, err = fmt.Fprintf(out, "%8.2f years across: pan p50 %.2f p99 %.2f ms, zoom p50 %.2f p99 %.2f ms\n",
				s.Years, s.Pan.P50, s.Pan.P99, s.Zoom.P50, s.Zoom.P99)
		}
	}
	if err == nil {
		_, err = fmt.Fprintf(out, "a frame of panning allocates %.1f objects\n", f.Allocs)
	}
	if err == nil {
		_, err = fmt.Fprintf(out, "search  p50 %.2f p99 %.2f ms\n", f.Search.P50, f.Search.P99)
	}
	return err
}

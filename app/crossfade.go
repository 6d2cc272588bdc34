package app

import (
	"encoding/binary"
	"image"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"chancery/app/scene"
)

// fadeTime is how long what a lane showed before takes to give way to another
// level of detail.
const fadeTime = 120 * time.Millisecond

// A crossfade lays what was seen before over the picture of the plot, fainter
// from frame to frame. What it lays moves with the time it shows, so that a fade
// may go on while the view is zoomed or panned.
type crossfade struct {
	strips  []strip
	spare   []*image.RGBA
	ticks   *fyne.Animation
	pending []fading // from the next picture on
	columns []int    // scratch of lay
}

// A fading is a lane to fade from what it was at a view.
type fading struct {
	scene.Relevel
	view scene.Viewport
}

// A strip is a part of an earlier picture.
type strip struct {
	lane  int            // index into Lanes.Lanes, or wholePlot
	from  *image.RGBA    // its pixels, as wide as the plot
	below int            // rows of the lane above them, which were out of view
	view  scene.Viewport // that they show
	began time.Time
}

// wholePlot stands for a strip that is the whole plot as it stood.
const wholePlot = -1

// note makes the lanes of a scene fade that show another level of detail than in
// the one before. Several scenes may be made before one is painted.
func (f *crossfade) note(s *scene.Scene) {
	for _, r := range s.Relevelled {
		f.fade(fading{r, s.Was})
	}
}

// jump makes the whole plot fade, wherever the view goes.
func (f *crossfade) jump(view scene.Viewport) {
	f.fade(fading{scene.Relevel{Lane: wholePlot}, view})
}

func (f *crossfade) fade(one fading) {
	if !slices.ContainsFunc(f.pending, func(p fading) bool { return p.Lane == one.Lane }) {
		f.pending = append(f.pending, one)
	}
}

// begin keeps of the picture before what is to fade, and reports whether it keeps
// anything. scale is pixels per dp.
func (f *crossfade) begin(before *image.RGBA, scale float32) bool {
	for _, p := range f.pending {
		from, to := pixels(p.WasY, scale), pixels(p.WasY+p.WasH, scale)
		if p.Lane == wholePlot {
			from, to = 0, before.Rect.Dy()
		}
		f.keep(p.Lane, before, from, to, p.view)
	}
	began := len(f.pending) > 0
	f.pending = f.pending[:0]
	return began && len(f.strips) > 0
}

// keep begins to fade the rows [from, to) of a picture.
func (f *crossfade) keep(lane int, picture *image.RGBA, from, to int, view scene.Viewport) {
	rows := image.Rect(0, from, picture.Rect.Dx(), to).Intersect(picture.Rect)
	if rows.Empty() || view.Scale <= 0 {
		return
	}
	kept := f.sized(rows.Dx(), rows.Dy())
	copy(kept.Pix, picture.Pix[rows.Min.Y*picture.Stride:rows.Max.Y*picture.Stride])
	f.strips = append(f.strips, strip{lane, kept, rows.Min.Y - from, view, time.Now()})
}

// sized returns an image to keep a strip in.
func (f *crossfade) sized(w, h int) *image.RGBA {
	if n := len(f.spare); n > 0 {
		last := f.spare[n-1]
		f.spare = f.spare[:n-1]
		if cap(last.Pix) >= 4*w*h {
			return &image.RGBA{Pix: last.Pix[:4*w*h], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
		}
	}
	return image.NewRGBA(image.Rect(0, 0, w, h))
}

// run calls refresh for every frame until nothing is left to fade.
func (f *crossfade) run(refresh func()) {
	if len(f.strips) == 0 {
		return
	}
	if f.ticks != nil {
		f.ticks.Stop()
	}
	f.ticks = fyne.NewAnimation(fadeTime, func(done float32) {
		f.drop(func(s *strip) bool { return done >= 1 || s.left() == 0 })
		refresh()
	})
	f.ticks.Start()
}

// drop ends the fading of some strips.
func (f *crossfade) drop(some func(*strip) bool) {
	kept := f.strips[:0]
	for i := range f.strips {
		if s := &f.strips[i]; some(s) {
			f.spare = append(f.spare, s.from)
		} else {
			kept = append(kept, *s)
		}
	}
	f.strips = kept
}

// left returns how much of a strip is still seen, from 1 to 0.
func (s *strip) left() float32 { return max(1-float32(time.Since(s.began))/float32(fadeTime), 0) }

// lay lays the strips over the picture of a scene in a view.
func (f *crossfade) lay(picture *image.RGBA, s *scene.Scene, view scene.Viewport, scale float32) {
	for i := range f.strips {
		p := &f.strips[i]
		if p.lane == wholePlot {
			f.over(p, picture, picture.Rect, 0, p.view)
			continue
		}
		for _, box := range s.Lanes {
			if box.Index != p.lane {
				continue
			}
			top := pixels(box.Y, scale)
			rows := image.Rect(0, top, picture.Rect.Dx(), pixels(box.Y+box.H, scale))
			if !box.Pinned {
				rows.Min.Y = max(rows.Min.Y, pixels(s.PinnedHeight(), scale))
			}
			f.over(p, picture, rows, top+p.below, view)
		}
	}
}

// over lays a strip over some rows of a picture that shows a view. top is where
// its first row lies.
func (f *crossfade) over(s *strip, picture *image.RGBA, rows image.Rectangle, top int, view scene.Viewport) {
	rows = rows.Intersect(picture.Rect).Intersect(image.Rect(0, top, picture.Rect.Dx(), top+s.from.Rect.Dy()))
	if rows.Empty() || view.Scale <= 0 {
		return
	}
	f.columns = s.columns(f.columns[:0], view, picture.Rect.Dx())
	weight := uint64(s.left()*256 + 0.5)
	for y := rows.Min.Y; y < rows.Max.Y; y++ {
		to := picture.Pix[y*picture.Stride:]
		from := s.from.Pix[(y-top)*s.from.Stride:]
		for x, at := range f.columns {
			if at >= 0 {
				mix(to[4*x:], from[4*at:], weight)
			}
		}
	}
}

// columns appends for each column of a picture that shows a view which column of
// the strip shows the same moment, -1 for none.
func (s *strip) columns(columns []int, view scene.Viewport, width int) []int {
	own := s.from.Rect.Dx()
	for x := range width {
		moment := view.Start + (float64(x)+0.5)/float64(width)*view.Span()
		at := math.Floor((moment - s.view.Start) / s.view.Span() * float64(own))
		if at < 0 || at >= float64(own) {
			at = -1
		}
		columns = append(columns, int(at))
	}
	return columns
}

// mix replaces weight of 256 parts of a pixel by another.
func mix(to, from []byte, weight uint64) {
	const lanes = 0x00ff00ff00ff00ff // the four channels, in 16 bits each
	spread := func(pixel []byte) uint64 {
		v := uint64(binary.LittleEndian.Uint32(pixel))
		return (v | v<<24) & lanes
	}
	v := (spread(to)*(256-weight) + spread(from)*weight + 0x0080008000800080) >> 8 & lanes
	binary.LittleEndian.PutUint32(to, uint32(v|v>>24))
}

// pixels returns a place in dp as whole pixels.
func pixels(dp, scale float32) int { return int(math.Floor(float64(dp*scale) + 0.5)) }

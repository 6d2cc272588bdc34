package echarts

import (
	"html/template"
	"strings"
	"sync"

	"chancery/assets"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
)

// pictureWidth is how wide a drawn chart is on the page, in CSS pixels.
const pictureWidth = 968

// bundled are the program's own fonts: a page is the same on every machine.
var bundled = sync.OnceValues(func() (*figure.Faces, error) {
	return figure.NewFaces(figure.Fonts{
		Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono, BundledOnly: true,
	})
})

// pictureOf returns a chart as the program draws it, as an inline <svg> in the
// colours of the page. Titles are those of events.
func pictureOf(s *charts.Spec, title func(model.EventID) string) (template.HTML, error) {
	faces, err := bundled()
	if err != nil {
		return "", err
	}
	o := charts.DrawOptions{Faces: faces, Headless: true, Named: true, EventTitle: title}
	f := figure.New(pictureWidth, charts.Height(s, pictureWidth, o))
	charts.Draw(s, f, f.Bounds(), o)
	var b strings.Builder
	err = figure.WriteSVG(&b, f, figure.SVGOptions{Theme: figure.ThemePage, ID: "picture-" + s.Key, Title: s.Alt, Faces: faces})
	return template.HTML(b.String()), err
}

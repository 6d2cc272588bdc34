package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"chancery/app"
	"chancery/assets"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/cameo"
	"chancery/report"
)

// data reads what charts of the kept events of an archive are built from.
func (f *chartFlags) data(ctx context.Context, a *store.Archive, filter model.Filter) (d charts.Data, err error) {
	if d.Columns, err = a.Columns(ctx); err != nil {
		return d, err
	}
	var found model.Bitmap
	if filter.Text != "" {
		ids, err := a.Search(ctx, filter.Text)
		if err != nil {
			return d, err
		}
		found = d.Columns.RowsOf(ids)
	}
	d.Keep = d.Columns.Match(&filter, found)
	if d.Links, err = a.Ties(ctx); err != nil {
		return d, err
	}
	scale, ok, err := f.scaleOf()
	if err != nil || !ok {
		return d, err
	}
	d.Scale = scale.Name
	d.Scores, err = a.Scores(ctx, d.Columns, scale)
	return d, err
}

// scaleOf reads --scale; ok is false when scores are those that are recorded.
func (f *chartFlags) scaleOf() (scale cameo.Scale, ok bool, err error) {
	switch strings.ToLower(f.scale) {
	case "":
		return scale, false, nil
	case "goldstein":
		return cameo.GoldsteinScale(), true, nil
	case "plover":
		return cameo.PLOVERScale(), true, nil
	}
	file, err := os.Open(f.scale)
	if err != nil {
		return scale, false, fmt.Errorf("--scale: %w", err)
	}
	defer file.Close()
	name := strings.TrimSuffix(filepath.Base(f.scale), filepath.Ext(f.scale))
	if scale, err = cameo.ReadScale(name, file); err != nil {
		return scale, false, fmt.Errorf("--scale %s: %w", f.scale, err)
	}
	return scale, true, nil
}

// write writes a chart in the format of the flags.
func (f *chartFlags) write(ctx context.Context, w io.Writer, p *report.ChartPage) error {
	s := &p.Spec
	switch f.format {
	case "html":
		return p.Write(ctx, w)
	case "json":
		return printJSONTo(w, chartNumbers(s))
	case "csv":
		return s.WriteCSV(w)
	}
	faces, err := figure.NewFaces(figure.Fonts{Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono})
	if err != nil {
		return err
	}
	drawn := charts.Page(s, faces, float32(f.width))
	return app.WriteFigure(w, "."+f.format, drawn, faces, s.Title, f.theme == "dark", float32(f.pixels))
}

// A numbers is a chart's table as JSON.
type numbers struct {
	Chart    string     `json:"chart"`
	Title    string     `json:"title"`
	Subtitle string     `json:"subtitle"`
	Note     string     `json:"note"`
	Text     string     `json:"text"`
	Head     []string   `json:"head"`
	Rows     [][]string `json:"rows"`
	Panels   []numbers  `json:"panels,omitempty"`
}

func chartNumbers(s *charts.Spec) numbers {
	n := numbers{
		Chart: s.Kind.String(), Title: s.Title, Subtitle: s.Subtitle, Note: s.Note, Text: s.Alt,
		Head: append([]string{}, s.Table.Head...), Rows: append([][]string{}, s.Table.Rows...),
	}
	for i := range s.Panels {
		n.Panels = append(n.Panels, chartNumbers(&s.Panels[i]))
	}
	return n
}

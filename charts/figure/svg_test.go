package figure_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"chancery/charts/figure"
)

func svg(tb testing.TB, f *figure.Figure, opt figure.SVGOptions) string {
	tb.Helper()
	var b bytes.Buffer
	if err := figure.WriteSVG(&b, f, opt); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestSVG(t *testing.T) {
	for _, test := range []struct {
		name string
		opt  figure.SVGOptions
	}{
		{"auto.svg", figure.SVGOptions{Title: "Marks & lines", Description: "One of each.", ID: "every"}},
		{"dark.svg", figure.SVGOptions{Theme: figure.ThemeDark}},
		{"page.svg", figure.SVGOptions{Theme: figure.ThemePage, ID: "3 \"x\""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := svg(t, every(), test.opt)
			parseXML(t, text)
			golden(t, test.name, text)
		})
	}
}

func TestSVGKeepsWidths(t *testing.T) {
	f := figure.New(100, 20)
	f.Text(figure.Pt(0, 10), "mm", figure.Font{})
	faces := newFaces(t, true)
	text := svg(t, f, figure.SVGOptions{Faces: faces})
	if !strings.Contains(text, `textLength="`) {
		t.Errorf("no width of the text in\n%s", text)
	}
}

func TestSVGOfHostileText(t *testing.T) {
	const hostile = "</title></text><script>alert(1)</script>&amp;\"' \x00\x01\x1b\ufffe\uffff\xff ]]> <!-- \u2028"
	f := figure.New(100, 100)
	f.Group(hostile)
	f.Text(figure.Pt(0, 10), hostile, figure.Font{})
	f.Title(hostile)
	f.Glyph(figure.Pt(1, 1), 2, figure.Mark{})
	f.Title(hostile)
	f.Disc(figure.Pt(1, 1), 2, figure.Box{Fill: figure.Text.Ink()})
	f.Title(hostile)
	f.Ungroup()
	text := svg(t, f, figure.SVGOptions{Title: hostile, Description: hostile, ID: hostile})
	elements := parseXML(t, text)
	if elements["script"] != 0 {
		t.Errorf("a text became a script in\n%s", text)
	}
	if strings.ContainsAny(text, "\x00\x01\x1b\ufffe\uffff") {
		t.Errorf("control characters were written: %q", text)
	}
	if elements["title"] != 5 {
		t.Errorf("got %d titles, want 5", elements["title"])
	}
}

func TestSVGNests(t *testing.T) {
	f := figure.New(100, 100)
	f.Ungroup()
	f.Unclip()
	f.Group("a")
	f.Clip(figure.R(0, 0, 10, 10))
	f.Ungroup() // crosses the clip
	f.Fill(f.Bounds(), figure.Text.Ink())
	f.Unclip()
	f.Unclip()
	f.Clip(figure.R(float32(math.NaN()), 0, 1, 1))
	f.Group("never ended")
	parseXML(t, svg(t, f, figure.SVGOptions{}))
}

// parseXML reads a text to its end and counts its elements.
func parseXML(tb testing.TB, text string) map[string]int {
	tb.Helper()
	elements := map[string]int{}
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return elements
		}
		if err != nil {
			tb.Fatalf("not well-formed: %v in\n%s", err, text)
		}
		if start, ok := token.(xml.StartElement); ok {
			elements[start.Name.Local]++
		}
	}
}

type brokenWriter struct{}

var errBroken = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestSVGReportsErrors(t *testing.T) {
	if err := figure.WriteSVG(brokenWriter{}, every(), figure.SVGOptions{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v, want %v", err, errBroken)
	}
}

func TestStyleSheet(t *testing.T) {
	got := figure.StyleSheet(":root")
	for _, want := range []string{":root{--plot:#FFFFFF;", "--shade:#18212B09;", "prefers-color-scheme:dark", "--sanction:#F49A3B;"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// Bars of a histogram become one path, unless one of them says what it is.
func TestSVGRuns(t *testing.T) {
	f := figure.New(40, 20)
	for x := range 8 {
		f.Fill(figure.R(float32(x)*2, 10, 2, float32(x)), figure.Text3.Ink())
	}
	f.Title("the last")
	var b strings.Builder
	if err := figure.WriteSVG(&b, f, figure.SVGOptions{Theme: figure.ThemePage}); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if strings.Count(got, "<path d=\"M0 10h2v0h-2zM2 10h2v1h-2z") != 1 || strings.Count(got, "<rect") != 1 || !strings.Contains(got, "<title>the last</title>") {
		t.Errorf("eight bars, the last with a title, are written as\n%s", got)
	}
}

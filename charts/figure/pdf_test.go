package figure_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype/tables"

	"chancery/charts/figure"
)

func pdfOf(t testing.TB, faces *figure.Faces, figures ...*figure.Figure) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := figure.WritePDF(&out, figure.PDFOptions{Title: "A title (with brackets)", Faces: faces}, figures...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// streams returns what the streams of a PDF hold, by their dictionaries.
func streams(t testing.TB, file []byte) (dictionaries, contents []string) {
	t.Helper()
	for _, m := range regexp.MustCompile(`(?s)obj\n(<<[^\n]*?/Length (\d+)>>)\nstream\n`).FindAllSubmatchIndex(file, -1) {
		length, err := strconv.Atoi(string(file[m[4]:m[5]]))
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(file[m[1] : m[1]+length]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		dictionaries, contents = append(dictionaries, string(file[m[2]:m[3]])), append(contents, string(content))
	}
	return dictionaries, contents
}

// Every object lies where the table at the end of the file says.
func TestPDFTable(t *testing.T) {
	file := pdfOf(t, newFaces(t, true), sheet(), sheet())
	start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if start == nil {
		t.Fatal("no end")
	}
	at, _ := strconv.Atoi(string(start[1]))
	lines := strings.Split(string(file[at:]), "\n")
	if lines[0] != "xref" {
		t.Fatalf("no table at %d: %q", at, lines[0])
	}
	objects := 0
	for n, line := range lines[3:] {
		if !strings.HasSuffix(line, " n ") {
			break
		}
		offset, _ := strconv.Atoi(line[:10])
		if want := fmt.Sprintf("%d 0 obj\n", n+1); !bytes.HasPrefix(file[offset:], []byte(want)) {
			t.Errorf("object %d is not at %d", n+1, offset)
		}
		objects++
	}
	if objects < 10 {
		t.Errorf("only %d objects", objects)
	}
	if pages := bytes.Count(file, []byte("/Type/Page/")); pages != 2 {
		t.Errorf("%d pages, want 2", pages)
	}
	streams(t, file)
}

// The fonts hold the outlines of the letters, to half a thousandth of an em, and
// the text that each stands for.
func TestPDFFonts(t *testing.T) {
	f := figure.New(200, 40)
	f.Text(figure.Pt(10, 20), "AWAY fjord, fi", figure.Font{})
	dictionaries, contents := streams(t, pdfOf(t, newFaces(t, true), f))
	programs := 0
	for i, dictionary := range dictionaries {
		if !strings.Contains(dictionary, "CIDFontType0C") {
			continue
		}
		programs++
		program, err := cff.Parse([]byte(contents[i]))
		if err != nil {
			t.Fatal(err)
		}
		if len(program.Charstrings) < 10 {
			t.Errorf("%d letters", len(program.Charstrings))
		}
		for gid := range program.Charstrings {
			segments, bounds, err := program.LoadGlyph(tables.GlyphID(gid))
			if err != nil {
				t.Fatalf("letter %d: %v", gid, err)
			}
			if gid > 0 && len(segments) > 0 && !(bounds.Max.Y > bounds.Min.Y && bounds.Max.X < 1500) {
				t.Errorf("letter %d covers %v", gid, bounds)
			}
		}
	}
	if programs != 1 {
		t.Errorf("%d font programs, want 1", programs)
	}
	spelt := strings.Join(contents, "")
	for _, letter := range "AWYfjord," {
		if !strings.Contains(spelt, fmt.Sprintf("<%04X>\n", letter)) {
			t.Errorf("no letter stands for %c", letter)
		}
	}
}

// Whatever a figure holds, the file is whole and its parts are balanced.
func TestPDFOfHostileFigures(t *testing.T) {
	nan := float32(math.NaN())
	f := figure.New(nan, 40)
	f.Unclip()
	f.Clip(figure.R(nan, 0, 1, 1))
	f.Text(figure.Pt(1, 1), "hidden", figure.Font{})
	f.Clip(figure.R(0, 0, 1, 1))
	f.Unclip()
	f.Unclip()
	f.Clip(figure.R(0, 0, 10, 10))
	f.Text(figure.Pt(1, 1), "\u202e) Tj ET Q \x00\xff 🇯🇵 \U000E0001 שלום", figure.Font{})
	f.Polygon(nil, figure.Box{Fill: figure.Text.Ink()})
	f.Curve([]figure.Point{{}, {}}, figure.Pen{Ink: figure.Text.Ink()})
	f.Ramp(figure.R(0, 0, 5, 5), figure.Text.Ink())
	f.Ramp(figure.R(0, 0, 5, 5), figure.Text.Ink(), figure.Stop{At: 0.2, Opacity: 1}, figure.Stop{At: 0.4, Opacity: 0}, figure.Stop{At: 0.7, Opacity: 2})
	f.Hatch(figure.R(0, 0, 1e9, 5), figure.Text.Ink(), 1, 0.001)
	_, contents := streams(t, pdfOf(t, newFaces(t, true), f))
	for _, content := range contents {
		if strings.Count(content, "q\n") != strings.Count(content, "Q\n") {
			t.Errorf("what is saved is not restored:\n%s", content)
		}
	}
	if strings.Contains(strings.Join(contents, ""), "NaN") {
		t.Error("a place that is no number")
	}
}

func TestPDFReportsErrors(t *testing.T) {
	if err := figure.WritePDF(brokenWriter{}, figure.PDFOptions{}, sheet()); err == nil {
		t.Error("no error")
	}
}

// The pages of a program that reads PDF look as the painter's images do, and its
// text is the figures'.
func TestPDFInPoppler(t *testing.T) {
	for _, program := range []string{"pdftoppm", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip("no " + program + ": install poppler-utils to compare the pages of PDF files with images")
		}
	}
	faces := newFaces(t, true)
	f := sheet()
	f.Number(figure.Pt(300, 890), 1234567, figure.Font{})
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, pdfOf(t, faces, f), 0o644); err != nil {
		t.Fatal(err)
	}
	text := poppler(t, "pdftotext", "-layout", path, "-")
	if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), "1 234 567") {
		t.Errorf("the number is not found in\n%s", text)
	}
	for _, s := range f.Shapes {
		if s.Kind == figure.KindText && isASCII(s.Text) && !strings.Contains(text, s.Text) {
			t.Errorf("the text %q is not found in\n%s", s.Text, text)
		}
	}
	poppler(t, "pdftoppm", "-png", "-r", "96", "-singlefile", path, path)
	shot, err := os.Open(path + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer shot.Close()
	picture, err := png.Decode(shot)
	if err != nil {
		t.Fatal(err)
	}
	want := paint(t, f, 720, 900, 1)
	if picture.Bounds() != want.Bounds() {
		t.Fatalf("the page has %v pixels, want %v", picture.Bounds(), want.Bounds())
	}
	different := 0
	for y := range 900 {
		for x := range 720 {
			r, g, b, _ := picture.At(x, y).RGBA()
			c := want.RGBAAt(x, y)
			if max(apart(r>>8, c.R), apart(g>>8, c.G), apart(b>>8, c.B)) > 96 {
				different++
			}
		}
	}
	// Letters and edges are smoothed in two ways.
	if share := float64(different) / (720 * 900); share > 0.02 {
		t.Errorf("%.1f %% of the pixels are far from the painter's", 100*share)
	}
}

func apart(a uint32, b uint8) int {
	d := int(a) - int(b)
	return max(d, -d)
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > '~' }) < 0
}

func poppler(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil || complaint.Len() > 0 {
		t.Fatalf("%s: %v\n%s", name, err, complaint.String())
	}
	return string(out)
}

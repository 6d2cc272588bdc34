//go:build browser

package echarts_test

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"chancery/charts/echarts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A browser runs headless Chromium without a network: in a network namespace of
// its own where the system allows it, and else with every name unresolvable.
type browser struct {
	program string
	prefix  []string
}

func newBrowser(t *testing.T) browser {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		b := browser{program: path}
		if exec.Command("unshare", "-n", "true").Run() == nil {
			b.prefix = []string{"unshare", "-n"}
		}
		return b
	}
	t.Skip("no Chromium on this machine: install the package chromium to run the browser tests")
	return browser{}
}

// open opens a page file and returns what the browser writes for the wanted
// flags, and what the page wrote to the console.
func (b browser) open(t *testing.T, page string, flags ...string) (out []byte, console []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args := append(append([]string{}, b.prefix...), b.program,
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
		"--user-data-dir="+t.TempDir(), "--hide-scrollbars", "--force-color-profile=srgb",
		"--virtual-time-budget=5000", "--enable-logging=stderr")
	args = append(append(args, flags...), "file://"+page)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", b.program, err, stderr.String())
	}
	// The browser's own pages write to the same log.
	for line := range strings.Lines(stderr.String()) {
		if strings.Contains(line, ":CONSOLE") && strings.Contains(line, "source: file://") {
			console = append(console, line)
		}
	}
	return stdout.Bytes(), console
}

func saved(t *testing.T, p echarts.Page) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, []byte(write(t, p)), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// withScript adds a script of the test's own to a page file. The page's policy
// would stop it, so that goes, and with it the last protection of hostile text.
func withScript(t *testing.T, page, source string) string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAll(text, nil)
	// The last one: the library has the words, too.
	end := bytes.LastIndex(text, []byte("</body>"))
	text = append(text[:end], "<script>"+source+"</script></body></html>"...)
	if err := os.WriteFile(page, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return page
}

// pixels counts the pixels of each colour on a picture of the page.
func (b browser) pixels(t *testing.T, page string, flags ...string) map[color.NRGBA]int {
	t.Helper()
	shot := filepath.Join(t.TempDir(), "shot.png")
	_, console := b.open(t, page, append(flags, "--window-size=1200,3000", "--screenshot="+shot)...)
	quiet(t, console)
	f, err := os.Open(shot)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	count := map[color.NRGBA]int{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			count[color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)]++
		}
	}
	return count
}

func quiet(t *testing.T, console []string) {
	t.Helper()
	for _, line := range console {
		t.Errorf("console: %s", line)
	}
}

func chartsOf(root *html.Node) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if class, _ := attribute(n, "class"); class == "chart" {
			found = append(found, n)
		}
	}
	return found
}

// Every chart is painted, as SVG, and says what its Spec says.
func TestBrowserPaintsCharts(t *testing.T) {
	b := newBrowser(t)
	dom, console := b.open(t, saved(t, pageOf(sampleEvents())), "--window-size=1200,2000", "--dump-dom")
	quiet(t, console)
	painted := chartsOf(parse(t, string(dom)))
	if len(painted) != 3 {
		t.Fatalf("%d charts, want 3", len(painted))
	}
	words := [][]string{
		{"Pact", "Trade", "Pact in force", "Tensions deepen", "As of 17 Nov 2019", "2018"},
		{"South Korea", "Japan", "United States", "2019"},
		{"Japan – South Korea", "South Korea – United States", "+0.5"},
	}
	shapes := []int{40, 90, 2}
	for i, chart := range painted {
		id, _ := attribute(chart, "id")
		if _, hidden := attribute(chart, "hidden"); hidden {
			t.Errorf("%s is hidden", id)
		}
		if got := len(elements(chart, "path")); got < shapes[i] {
			t.Errorf("%s has %d shapes, want at least %d", id, got, shapes[i])
		}
		text := textOf(chart)
		for _, want := range words[i] {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q: %q", id, want, text)
			}
		}
	}
}

// The colours of the theme are on the picture, in both themes.
func TestBrowserThemes(t *testing.T) {
	b := newBrowser(t)
	page := saved(t, pageOf(sampleEvents()))
	for _, theme := range []struct {
		name    string
		palette *figure.Palette
		flag    string
	}{
		{"light", figure.Light(), "--blink-settings=preferredColorScheme=1"},
		{"dark", figure.Dark(), "--blink-settings=preferredColorScheme=0"},
	} {
		t.Run(theme.name, func(t *testing.T) {
			seen := b.pixels(t, page, theme.flag)
			for token, least := range map[figure.Token]int{
				figure.Surface: 1_000_000, figure.Accent: 500,
				figure.CategoryToken(figure.Agreement): 60, figure.CategoryToken(figure.Withdrawal): 30,
				figure.SequentialToken(5): 200, figure.DivergingToken(7): 2_000,
			} {
				c := theme.palette.Colour(token.Ink())
				if seen[c] < least {
					t.Errorf("%d pixels in the colour of %s, want at least %d", seen[c], token, least)
				}
			}
		})
	}
}

// Hostile text neither runs nor breaks the page.
func TestBrowserHostileText(t *testing.T) {
	b := newBrowser(t)
	dom, console := b.open(t, saved(t, hostilePage()), "--window-size=1200,2000", "--dump-dom")
	quiet(t, console)
	root := parse(t, string(dom))
	if got := textOf(elements(root, "title")[0]); got != hostile[0] {
		t.Errorf("the page is called %q", got)
	}
	for _, chart := range chartsOf(root) {
		id, _ := attribute(chart, "id")
		if len(elements(chart, "svg")) == 0 || len(elements(chart, "text")) == 0 {
			t.Errorf("%s is blank", id)
		}
		for _, name := range []string{"script", "img", "a"} {
			if got := len(elements(chart, name)); got > 0 {
				t.Errorf("%s has %d <%s>", id, got, name)
			}
		}
	}
}

// Tooltips are the one place where text becomes markup in the script.
func TestBrowserHostileTooltips(t *testing.T) {
	b := newBrowser(t)
	const show = `
for (const [id, n] of [['timeline', 9], ['activity', 20], ['pairs', 9]]) {
  const chart = echarts.getInstanceByDom(document.getElementById('chart-' + id));
  const seriesIndex = chart.getOption().series.findIndex(s => s.id === 'events');
  for (let i = 0; i < n; i++) {
    chart.dispatchAction({type: 'showTip', seriesIndex, dataIndex: i});
    const tip = document.querySelector('#chart-' + id + ' .tip');
    const out = document.createElement('pre');
    out.className = 'shown';
    out.textContent = id + ' ' + (tip ? tip.textContent : 'none');
    if (tip && tip.querySelector('script,img,a')) out.textContent += ' MARKUP';
    document.body.append(out);
  }
}`
	page := withScript(t, saved(t, hostilePage()), show)
	dom, console := b.open(t, page, "--window-size=1200,2000", "--dump-dom")
	quiet(t, console)
	root := parse(t, string(dom))
	if got := textOf(elements(root, "title")[0]); got != hostile[0] {
		t.Errorf("the page is called %q", got)
	}
	var shown []string
	for _, pre := range elements(root, "pre") {
		shown = append(shown, textOf(pre))
	}
	all := strings.Join(shown, "\n")
	if len(shown) != 38 || strings.Contains(all, "MARKUP") {
		t.Errorf("%d tooltips:\n%s", len(shown), all)
	}
	if !strings.Contains(all, hostile[0]) || !strings.Contains(all, hostile[3]) {
		t.Errorf("tooltips do not show the titles:\n%s", all)
	}
}

// Zoomed to a month, the timeline numbers its days and shows no event of others.
func TestBrowserZooms(t *testing.T) {
	b := newBrowser(t)
	page := withScript(t, saved(t, pageOf(sampleEvents())), `
echarts.getInstanceByDom(document.getElementById('chart-timeline'))
  .dispatchAction({type: 'dataZoom', startValue: Date.UTC(2019, 10, 1), endValue: Date.UTC(2019, 11, 1)});`)
	dom, console := b.open(t, page, "--window-size=1200,2000", "--dump-dom")
	quiet(t, console)
	var texts []string
	for _, n := range elements(chartsOf(parse(t, string(dom)))[0], "text") {
		texts = append(texts, textOf(n))
	}
	for _, want := range []string{"Nov 2019", "1", "17", "30", "c. 13 Nov 2019", "Visit", "Pact due to lapse", "Pact in force"} {
		if !slices.Contains(texts, want) {
			t.Errorf("the timeline does not say %q: %q", want, texts)
		}
	}
	for _, other := range []string{"Ministers meet", "Export curbs", "2018"} {
		if slices.Contains(texts, other) {
			t.Errorf("the timeline of November 2019 says %q", other)
		}
	}
}

// With thousands of marks the timeline is painted on a canvas.
func TestBrowserPaintsManyMarks(t *testing.T) {
	b := newBrowser(t)
	events := make([]model.Event, 6_000)
	for i := range events {
		start, err := edtf.Parse(fmt.Sprintf("%04d-%02d-%02d", 1000+i/6, 1+i%12, 1+i%28))
		if err != nil {
			t.Fatal(err)
		}
		events[i] = model.Event{ID: model.EventID(i + 1), Title: "Event", Start: start, Category: "agreement", Actors: between("Japan", "South Korea")}
	}
	page := saved(t, pageOf(events))
	dom, console := b.open(t, page, "--window-size=1200,2000", "--dump-dom")
	quiet(t, console)
	if got := len(elements(chartsOf(parse(t, string(dom)))[0], "canvas")); got != 1 {
		t.Errorf("%d canvases, want 1", got)
	}
	c := figure.Light().Colour(figure.CategoryToken(figure.Agreement).Ink())
	if got := b.pixels(t, page, "--blink-settings=preferredColorScheme=1")[c]; got < 2_000 {
		t.Errorf("%d pixels in the colour of agreements, want at least 2000", got)
	}
}

// Without scripts the numbers are there to read.
func TestBrowserWithoutScripts(t *testing.T) {
	b := newBrowser(t)
	p := pageOf(sampleEvents())
	still := color.NRGBA{G: 0xff, B: 0x7f, A: 0xff}
	p.Picture = `<svg width="100" height="50" role="img" aria-label="still"><rect width="100" height="50" fill="#00ff7f"/></svg>`
	page := saved(t, p)
	if got := b.pixels(t, page)[still]; got != 0 {
		t.Errorf("%d pixels of the picture beside the chart, want none", got)
	}
	// Headless Chromium takes no picture with scripts switched off, so they go.
	source, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	source = source[:bytes.Index(source, []byte("<script"))]
	if err := os.WriteFile(page, source, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := b.pixels(t, page)[still]; got != 5_000 {
		t.Errorf("%d pixels of the picture, want 5000", got)
	}
	dom, _ := b.open(t, page, "--dump-dom")
	for _, d := range elements(parse(t, string(dom)), "details") {
		if _, open := attribute(d, "open"); !open {
			t.Error("a table is closed to a reader without scripts")
		}
	}
}

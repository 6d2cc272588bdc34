//go:build browser

package echarts_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"chancery/charts/echarts"
	"chancery/charts/figure"
	"chancery/internal/chromium"
	"chancery/model"
	"chancery/model/edtf"
)

// A tab is a page of ours in a browser without a network. It fails the test for
// whatever the page complains of or asks for.
type tab struct {
	*chromium.Page
	*testing.T

	ctx     context.Context
	browser *chromium.Browser
}

func newTab(t *testing.T) *tab {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	t.Cleanup(cancel)
	b, err := chromium.Start(ctx)
	if errors.Is(err, chromium.ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	p, err := b.Page(ctx)
	if err != nil {
		t.Fatal(err)
	}
	tab := &tab{Page: p, T: t, ctx: ctx, browser: b}
	tab.must(p.Size(ctx, 1200, 1000))
	tab.must(p.Media(ctx, "screen", "light"))
	t.Cleanup(tab.quiet)
	return tab
}

func (t *tab) must(err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// quiet looks at what the page complained of and asked for.
func (t *tab) quiet() {
	for _, line := range t.Console() {
		t.Errorf("console: %s", line)
	}
	for _, address := range t.Requests() {
		// Downloads of what is in the page, and pictures of it, are no network.
		if !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") {
			t.Errorf("the page asks for %s", address)
		}
	}
}

// load writes a page to a file and opens it, and waits until it is painted.
func (t *tab) load(p echarts.Page) {
	t.Helper()
	t.loadBare(p)
	t.eval(`new Promise(done => { const look = () => document.documentElement.dataset.painted ? done() : setTimeout(look, 10); look(); })`, nil)
}

// loadBare opens a page that need not run its scripts.
func (t *tab) loadBare(p echarts.Page) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	t.must(os.WriteFile(path, []byte(write(t.T, p)), 0o644))
	t.must(t.Open(t.ctx, path))
}

func (t *tab) eval(expression string, result any) {
	t.Helper()
	if err := t.Eval(t.ctx, expression, result); err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
}

// texts returns the text of every element that a selector finds.
func (t *tab) texts(selector string) (texts []string) {
	t.Helper()
	t.eval(fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.textContent)`, selector), &texts)
	return texts
}

// frame waits until what was asked for is drawn.
func (t *tab) frame() {
	t.Helper()
	t.eval(`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`, nil)
}

// pixels counts the pixels of each colour on a picture of the whole page.
func (t *tab) pixels() map[color.NRGBA]int {
	t.Helper()
	img, err := t.Screenshot(t.ctx, true)
	t.must(err)
	return colours(img)
}

func colours(img image.Image) map[color.NRGBA]int {
	count := map[color.NRGBA]int{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			count[color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)]++
		}
	}
	return count
}

// tips moves the pointer over the timeline, point by point, and returns what the
// tooltips said, each once.
func (t *tab) tips() (said []string) {
	t.Helper()
	t.eval(`(async () => {
		const canvas = document.querySelector('canvas.plot'), box = canvas.getBoundingClientRect(), said = new Set();
		for (let y = 4; y < box.height; y += 8) for (let x = 0; x < box.width; x += 6) {
			canvas.dispatchEvent(new PointerEvent('pointermove', {clientX: box.left + x, clientY: box.top + y, bubbles: true}));
			const tip = document.querySelector('.tip');
			if (tip && !tip.hidden) said.add([...tip.children].map(e => e.textContent).join('|'));
		}
		return [...said];
	})()`, &said)
	return said
}

// click presses the button with the given words.
func (t *tab) click(words string) {
	t.Helper()
	var found bool
	t.eval(fmt.Sprintf(`(() => { const b = [...document.querySelectorAll('button')].find(b => b.textContent === %q); b?.click(); return Boolean(b); })()`, words), &found)
	if !found {
		t.Fatalf("there is no button %q", words)
	}
	t.frame()
}

func has(texts []string, part string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, part) })
}

// Every chart is painted and says what its Spec says.
func TestBrowserPaintsCharts(t *testing.T) {
	tab := newTab(t)
	tab.load(pageOf(sampleEvents()))
	for chart, words := range map[string][]string{
		"actors": {"South Korea", "Japan", "United States", "2019"},
		"pairs":  {"Japan – South Korea", "South Korea – United States", "+0.5"},
	} {
		texts := tab.texts("#chart-" + chart + " svg text")
		for _, want := range words {
			if !slices.Contains(texts, want) {
				t.Errorf("%s does not say %q: %q", chart, want, texts)
			}
		}
	}
	said := tab.tips()
	for _, e := range sampleEvents() {
		if !has(said, e.Title) {
			t.Errorf("no tooltip says %q: %q", e.Title, said)
		}
	}
	if want := "Visit|c. 13 Nov 2019 · Visit|Pact"; !slices.Contains(said, want) {
		t.Errorf("no tooltip says %q: %q", want, said)
	}
}

// The colours of the theme are on the picture, in both themes.
func TestBrowserThemes(t *testing.T) {
	tab := newTab(t)
	for name, palette := range map[string]*figure.Palette{"light": figure.Light(), "dark": figure.Dark()} {
		tab.must(tab.Media(tab.ctx, "screen", name))
		tab.load(pageOf(sampleEvents()))
		seen := tab.pixels()
		for token, least := range map[figure.Token]int{
			figure.Surface: 1_000_000, figure.Accent: 500,
			figure.CategoryToken(figure.Agreement): 60, figure.CategoryToken(figure.Withdrawal): 30,
			figure.SequentialToken(5): 200, figure.DivergingToken(7): 2_000,
		} {
			if c := palette.Colour(token.Ink()); seen[c] < least {
				t.Errorf("%s: %d pixels in the colour of %s, want at least %d", name, seen[c], token, least)
			}
		}
	}
}

// A page that is open follows its reader's theme.
func TestBrowserFollowsTheTheme(t *testing.T) {
	tab := newTab(t)
	tab.load(pageOf(sampleEvents()))
	tab.must(tab.Media(tab.ctx, "screen", "dark"))
	tab.frame()
	seen := tab.pixels()
	for _, token := range []figure.Token{figure.CategoryToken(figure.Agreement), figure.SequentialToken(5)} {
		if c := figure.Dark().Colour(token.Ink()); seen[c] < 60 {
			t.Errorf("%d pixels in the dark colour of %s", seen[c], token)
		}
	}
}

// Hostile text neither runs nor breaks the page, in tooltips or anywhere else.
func TestBrowserHostileText(t *testing.T) {
	tab := newTab(t)
	tab.load(hostilePage())
	said := tab.tips()
	for _, text := range hostile[:4] {
		if !has(said, text) {
			t.Errorf("no tooltip says %q: %q", text, said)
		}
	}
	tab.showTips()
	if got := tab.texts("title")[0]; got != hostile[0] {
		t.Errorf("the page is called %q", got)
	}
	if shown := tab.texts("pre.shown"); !has(shown, hostile[0]) || !has(shown, hostile[3]) {
		t.Errorf("%d tooltips do not show the titles: %q", len(shown), shown)
	}
	var elements int
	tab.eval(`document.querySelectorAll('.chart script, .chart img, .chart a, td img, th img, th script').length`, &elements)
	if elements > 0 {
		t.Errorf("%d elements that hostile text made", elements)
	}
}

// showTips shows tooltips of every chart of ECharts, a dozen of each series, and
// writes their texts into elements of the class "shown". ECharts takes them as
// markup.
func (t *tab) showTips() {
	t.Helper()
	t.eval(`for (const box of document.querySelectorAll('.chart')) {
		const chart = window.echarts?.getInstanceByDom(box);
		chart?.getOption().series.forEach((series, seriesIndex) => series.data.slice(0, 12).forEach((_, dataIndex) => {
			chart.dispatchAction({type: 'showTip', seriesIndex, dataIndex});
			const words = box.querySelector('.words');
			if (!words) return;
			document.body.append(Object.assign(document.createElement('pre'), {className: 'shown', textContent: words.textContent}));
			if (words.querySelector('script,img,a')) document.title = 'markup in a tooltip';
		}));
	}`, nil)
}

// Zoomed to a month, the timeline shows no event of others.
func TestBrowserZooms(t *testing.T) {
	tab := newTab(t)
	p := pageOf(sampleEvents())
	p.From, p.To = edtf.At(2019, 11, 1), edtf.At(2019, 12, 1)
	tab.load(p)
	said := tab.tips()
	for _, want := range []string{"Visit|c. 13 Nov 2019", "Pact due to lapse|23 Nov 2019 · Withdrawal / termination, deadline", "Pact in force|since 23 Nov 2016"} {
		if !has(said, want) {
			t.Errorf("the timeline of November 2019 does not say %q: %q", want, said)
		}
	}
	if has(said, "Ministers meet") || has(said, "Export curbs") {
		t.Errorf("the timeline of November 2019 shows other events: %q", said)
	}
	tab.click("Whole period")
	if said := tab.tips(); !has(said, "Ministers meet") {
		t.Errorf("the whole period does not show all events: %q", said)
	}
	// The wheel zooms with Ctrl alone; where the pointer is, time stays.
	var place [2]float64
	tab.eval(`(() => { const b = document.querySelector('canvas.plot').getBoundingClientRect(); return [b.left + 300, b.top + 60]; })()`, &place)
	for range 30 {
		tab.must(tab.Wheel(tab.ctx, place[0], place[1], -300, 2))
	}
	tab.frame()
	if said := tab.tips(); has(said, "Ministers meet") {
		t.Errorf("thirty turns of the wheel do not zoom in: %q", said)
	}
}

// A click on a mark shows its row.
func TestBrowserOpensRows(t *testing.T) {
	tab := newTab(t)
	tab.load(pageOf(sampleEvents()))
	var place [2]float64
	tab.eval(`(() => {
		const canvas = document.querySelector('canvas.plot'), box = canvas.getBoundingClientRect();
		for (let y = 4; y < box.height; y += 4) for (let x = 0; x < box.width; x += 4) {
			canvas.dispatchEvent(new PointerEvent('pointermove', {clientX: box.left + x, clientY: box.top + y, bubbles: true}));
			const tip = document.querySelector('.tip');
			if (tip && !tip.hidden && tip.textContent.startsWith('Export curbs')) return [box.left + x, box.top + y];
		}
	})()`, &place)
	tab.must(tab.Mouse(tab.ctx, "mousePressed", place[0], place[1]))
	tab.must(tab.Mouse(tab.ctx, "mouseReleased", place[0], place[1]))
	tab.frame()
	if hit := tab.texts("tr.hit .title"); !slices.Equal(hit, []string{"Export curbs"}) {
		t.Errorf("a click on the mark shows %q", hit)
	}
}

// The page reads without scripts: pictures, every table, the events, the file.
func TestBrowserWithoutScripts(t *testing.T) {
	tab := newTab(t)
	still := color.NRGBA{G: 0xff, B: 0x7f, A: 0xff}
	p := pageOf(sampleEvents())
	p.Picture.SVG = `<svg width="100" height="50" role="img" aria-label="still"><rect width="100" height="50" fill="#00ff7f"/></svg>`
	tab.load(p)
	if got := tab.pixels()[still]; got != 0 {
		t.Errorf("%d pixels of the picture beside the chart, want none", got)
	}
	tab.must(tab.Media(tab.ctx, "print", "light"))
	if got := tab.pixels()[still]; got < 5_000 {
		t.Errorf("%d pixels of the picture in print, want 5000", got)
	}
	tab.must(tab.Media(tab.ctx, "screen", "light"))
	tab.must(tab.Scripts(tab.ctx, false))
	tab.loadBare(p)
	if got := tab.pixels()[still]; got != 5_000 {
		t.Errorf("%d pixels of the picture, want 5000", got)
	}
	// The numbers of a chart are a click away: the browser opens them by itself.
	var tables int
	tab.eval(`document.querySelectorAll('details.numbers').length`, &tables)
	if tables == 0 {
		t.Error("the page has no numbers of its charts as tables")
	}
	for i := range tables {
		var place [2]float64
		tab.eval(fmt.Sprintf(`(() => {
			const summary = document.querySelectorAll('details.numbers > summary')[%d];
			summary.scrollIntoView({block: 'center'});
			const box = summary.getBoundingClientRect();
			return [box.left + 10, box.top + box.height / 2];
		})()`, i), &place)
		tab.must(tab.Mouse(tab.ctx, "mousePressed", place[0], place[1]))
		tab.must(tab.Mouse(tab.ctx, "mouseReleased", place[0], place[1]))
		var rows int
		tab.eval(fmt.Sprintf(`document.querySelectorAll('details.numbers')[%d].open ?
			[...document.querySelectorAll('details.numbers')[%[1]d].querySelectorAll('tbody tr')].filter(row => row.checkVisibility()).length : 0`, i), &rows)
		if rows == 0 {
			t.Errorf("a click shows no row of table %d to a reader without scripts", i+1)
		}
	}
	if got := len(tab.texts("table.events tbody tr")); got != len(sampleEvents()) {
		t.Errorf("%d events in the table, want %d", got, len(sampleEvents()))
	}
}

// Printed, the page is white, whatever the screen was.
func TestBrowserPrints(t *testing.T) {
	tab := newTab(t)
	tab.must(tab.Media(tab.ctx, "screen", "dark"))
	tab.load(pageOf(sampleEvents()))
	tab.must(tab.Media(tab.ctx, "print", "dark"))
	var background string
	tab.eval(`getComputedStyle(document.body).backgroundColor`, &background)
	if background != "rgb(255, 255, 255)" {
		t.Errorf("paper is %s", background)
	}
	pdf, err := tab.PDF(tab.ctx)
	tab.must(err)
	if len(pdf) < 10_000 || !strings.HasPrefix(string(pdf[:8]), "%PDF-1.") {
		t.Errorf("%d bytes of PDF", len(pdf))
	}
}

func manyEvents(n int) []model.Event {
	dates := []string{"%04d-%02d-%02d", "%04d-%02d", "%04d", "%04d-%02d-%02d~", "%04d-22", "%04d-%02d?", "[..%04d-%02d-%02d]"}
	events := make([]model.Event, n)
	for i := range events {
		format := dates[i%len(dates)]
		parts := []any{1000 + i/6, 1 + i%12, 1 + i%28}[:strings.Count(format, "%0")]
		start := edtf.MustParse(fmt.Sprintf(format, parts...))
		events[i] = model.Event{
			ID: model.EventID(i + 1), Key: fmt.Sprintf("e%d", i), Title: fmt.Sprintf("Event %d", i), Start: start, Category: "agreement",
			Actors: between("Japan", "South Korea"), Place: model.Place{Name: "Seoul; \"Jung-gu\""},
			Citations: []model.Citation{{Source: model.Source{Publisher: "The | Times", URL: "https://example.org/?a=1;2"}}, {Source: model.Source{Title: "bad", URL: "javascript:alert(1)"}}},
		}
		if i%5 == 0 {
			events[i].Kind, events[i].End = model.Span, edtf.MustParse(fmt.Sprintf("%04d-%02d-%02d", 1000+i/6+i%3, 1+i%12, 1+i%28))
		}
	}
	slices.SortStableFunc(events, func(a, b model.Event) int {
		return int(max(min(a.Bounds().EarliestStart-b.Bounds().EarliestStart, 1), -1))
	})
	return events
}

// Of many events the script turns the pages of the table. Its rows say what the
// rows in the page say, and a search finds events of all pages.
func TestBrowserManyEvents(t *testing.T) {
	tab := newTab(t)
	p := pageOf(manyEvents(6_000))
	tab.must(tab.Scripts(tab.ctx, false))
	tab.loadBare(p)
	dates, titles := tab.texts("table.events .date"), tab.texts("table.events .title")
	tab.must(tab.Scripts(tab.ctx, true))
	tab.load(p)
	if got := tab.texts("table.events .date"); !slices.Equal(got, dates) {
		t.Errorf("dates of the script\n%q\nand of the page\n%q", got, dates)
	}
	if got := tab.texts("table.events .title"); !slices.Equal(got, titles) {
		t.Errorf("titles of the script\n%q\nand of the page\n%q", got, titles)
	}
	var links []string
	tab.eval(`[...document.querySelectorAll('table.events tbody tr:first-child a')].map(a => a.href + ' ' + a.textContent)`, &links)
	if !slices.Equal(links, []string{"https://example.org/?a=1;2 The | Times"}) {
		t.Errorf("the first row links to %q", links)
	}
	tab.click("Later rows")
	if got := tab.texts(".pager span"); !slices.Equal(got, []string{"Events 251–500 of 6\u00a0000"}) {
		t.Errorf("the second page is %q", got)
	}
	tab.eval(`(() => { const f = document.querySelector('input[type=search]'); f.value = 'event 599'; f.dispatchEvent(new Event('input')); return new Promise(done => setTimeout(done, 300)); })()`, nil)
	if got := tab.texts(".pager span"); !slices.Equal(got, []string{"Events 1–16 of 16"}) { // …599 and 599…
		t.Errorf("the search finds %q", got)
	}
	c := figure.Light().Colour(figure.SequentialToken(4).Ink())
	tab.eval(`(() => { const f = document.querySelector('input[type=search]'); f.value = ''; f.dispatchEvent(new Event('input')); return new Promise(done => setTimeout(done, 300)); })()`, nil)
	if got := tab.pixels()[c]; got < 2_000 {
		t.Errorf("%d pixels of bars, want at least 2000", got)
	}
}

// The reader can sort the table and leave categories out.
func TestBrowserSorts(t *testing.T) {
	tab := newTab(t)
	tab.load(pageOf(sampleEvents()))
	tab.click("Event")
	var titles []string
	for _, e := range sampleEvents() {
		titles = append(titles, e.Title)
	}
	slices.SortFunc(titles, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	if got := tab.texts("table.events .title"); !slices.Equal(got, titles) {
		t.Errorf("by title\n%q\nwant\n%q", got, titles)
	}
	tab.click("Date")
	tab.click("Date")
	if got := tab.texts("table.events .title"); got[len(got)-1] != sampleEvents()[0].Title {
		t.Errorf("latest first: %q", got)
	}
	tab.click("Visit")
	if got := tab.texts("table.events tr:not([hidden]) .title"); slices.Contains(got, "Visit") || len(got) != len(titles)-1 {
		t.Errorf("without visits: %q", got)
	}
	if said := tab.tips(); has(said, "Visit|") {
		t.Errorf("without visits the timeline says %q", said)
	}
}

// What the reader saves are the bytes that the page was made of, whether they
// are in the page or its script puts them together.
func TestBrowserSavesTheFile(t *testing.T) {
	tab := newTab(t)
	folder := t.TempDir()
	tab.must(tab.browser.Downloads(tab.ctx, folder))
	small := pageOf(sampleEvents())
	large := pageOf(append(manyEvents(6_000), hostileEvents()...))
	for _, p := range []echarts.Page{small, large} {
		tab.load(p)
		tab.eval(`document.getElementById('chancery-csv').click()`, nil)
		path := filepath.Join(folder, "pact.csv")
		var got []byte
		for range 400 { // until the browser has written it
			time.Sleep(25 * time.Millisecond)
			if got, _ = os.ReadFile(path); len(got) >= len(p.CSV) {
				break
			}
		}
		if string(got) != string(p.CSV) {
			t.Errorf("%d bytes are saved, not the %d of the file", len(got), len(p.CSV))
		}
		_ = os.Remove(path)
	}
}

// axe finds nothing serious, in either theme.
func TestBrowserIsAccessible(t *testing.T) {
	tab := newTab(t)
	for _, theme := range []string{"light", "dark"} {
		tab.must(tab.Media(tab.ctx, "screen", theme))
		tab.load(pageOf(sampleEvents()))
		tab.axe(theme)
	}
}

// axe fails for whatever axe-core finds on the page.
func (t *tab) axe(theme string) {
	t.Helper()
	found, err := t.Axe(t.ctx, filepath.Join("..", ".."))
	t.must(err)
	for _, line := range found {
		t.Errorf("%s: %s", theme, line)
	}
}

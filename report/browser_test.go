//go:build browser

package report_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"chancery/data"
	"chancery/data/store"
	"chancery/internal/chromium"
	"chancery/model"
	"chancery/model/edtf"
)

// readers opens a report in a browser without a network, in themes, and looks for
// what some readers cannot use. Nothing may be asked for or complained of, and no text
// may become more than text.
func readers(t *testing.T, page string, themes ...string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute)
	defer cancel()
	b, err := chromium.Start(ctx)
	if errors.Is(err, chromium.ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	p, err := b.Page(ctx)
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, theme := range themes {
		must(p.Size(ctx, 1200, 1000))
		must(p.Media(ctx, "screen", theme))
		must(p.Open(ctx, path))
		var said struct {
			Title, Style string
			Bad          []string
		}
		must(p.Eval(ctx, `new Promise(done => { const look = () => document.documentElement.dataset.painted ? done({
			title: document.title, style: document.querySelector('canvas.plot') ? 'plot' : '',
			bad: [...document.querySelectorAll('a[href],img,iframe,form,object,embed,base,link')].map(e => e.href ?? e.tagName).filter(a => !/^(https?:|file:.*#|data:text\/csv)/.test(a)),
		}) : setTimeout(look, 20); look(); })`, &said))
		if strings.Contains(said.Title, "owned") || said.Style != "plot" || len(said.Bad) > 0 {
			t.Errorf("%s: the page says %+v", theme, said)
		}
		found, err := p.Axe(ctx, "..")
		must(err)
		for _, line := range found {
			t.Errorf("%s: %s", theme, line)
		}
	}
	for _, line := range p.Console() {
		t.Errorf("console: %s", line)
	}
	for _, address := range p.Requests() {
		if !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") {
			t.Errorf("the page asks for %s", address)
		}
	}
}

// A page of 100,000 events can be used by everyone.
func TestBrowserReportOfVeryMany(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "many.chancery")
	if err := data.Generate(t.Context(), archive, 100_000, nil); err != nil {
		t.Fatal(err)
	}
	readers(t, reportOf(t, archive, model.Filter{}), "light")
}

// hostile are texts that a page must show and not obey.
var hostile = []string{
	`</script><script>document.title='owned'</script>`,
	`__f__(document.title='owned')__f__`,
	`javascript:document.title='owned'`,
	`=HYPERLINK("javascript:document.title='owned'","x")`,
	`<img src=x onerror="document.title='owned'">`,
	`"><svg onload=document.title='owned'>`,
	"\u202egnp.exe\u202d\u2066",
	"🕊️ 한국–日本 \u2028\u2029 \U0010ffff",
	`{{.Title}} ${document.title='owned'} {year|x} {b}`,
	strings.Repeat("long", 1250),
}

// Whatever is called what, the page is a page.
func TestBrowserReportOfHostileTexts(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "hostile.chancery")
	a, err := store.Create(t.Context(), archive)
	if err != nil {
		t.Fatal(err)
	}
	var changes []model.Change
	for i, text := range hostile {
		changes = append(changes, model.Change{After: &model.Event{
			Key: fmt.Sprint(i, text[:min(len(text), 100)]), Collection: text[:min(len(text), 100)], Title: text, Summary: text, Category: text[:min(len(text), 60)],
			Start: edtf.MustParse(fmt.Sprintf("2019-%02d-03", i+1)), Place: model.Place{Name: text}, Tags: []string{text},
			Actors: []model.Participation{
				{Actor: text, Role: model.Initiator}, {Actor: hostile[(i+1)%len(hostile)], Role: model.Target},
			},
			Citations: []model.Citation{{Source: model.Source{Publisher: text, Title: text, URL: text}, Quote: text, Locator: text}},
			Links:     []model.Link{{Kind: model.ResponseTo, To: text}},
			Score:     model.Score{Value: float64(i) - 5, Valid: true},
		}})
	}
	err = a.Apply(t.Context(), model.Edit{Label: "Hostile", Changes: changes})
	if err := errors.Join(err, a.Close()); err != nil {
		t.Fatal(err)
	}
	page := reportOf(t, archive, model.Filter{})
	for _, text := range hostile[:4] {
		if strings.Contains(page, "<script>document") || strings.Contains(page, `href="javascript`) {
			t.Errorf("%q stands in the page as it is", text)
		}
	}
	readers(t, page, "light", "dark")
}

// reportOf writes the report of an archive with every chart.
func reportOf(t *testing.T, archive string, f model.Filter) string {
	t.Helper()
	a, err := store.Open(t.Context(), archive)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := of(a, c, f)
	r.Charts = []string{"activity", "conflict", "contacts", "counterparts", "network", "matrix", "ladder", "calendar", "shares"}
	return written(t, r)
}

package echarts_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"chancery/assets"
	"chancery/charts/echarts"
)

func parse(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func elements(root *html.Node, name string) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			found = append(found, n)
		}
	}
	return found
}

func eachPage(t *testing.T, check func(t *testing.T, root *html.Node)) {
	t.Helper()
	for name, p := range map[string]echarts.Page{"sample": pageOf(sampleEvents()), "hostile": hostilePage()} {
		t.Run(name, func(t *testing.T) { check(t, parse(t, write(t, p))) })
	}
}

// Nothing on a page asks for anything: links of <a> wait for a click, and
// everything else points within the page.
func TestPageLoadsNothing(t *testing.T) {
	loading := []string{"src", "srcset", "href", "xlink:href", "action", "formaction", "data", "poster", "background", "ping", "manifest"}
	eachPage(t, func(t *testing.T, root *html.Node) {
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
				}
				if !slices.Contains(loading, a.Key) || strings.HasPrefix(a.Val, "#") {
					continue
				}
				if n.Data != "a" {
					t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
				}
			}
		}
		for _, name := range []string{"link", "base", "iframe", "object", "embed", "img", "form", "video", "audio"} {
			if got := elements(root, name); len(got) > 0 {
				t.Errorf("%d <%s> on the page", len(got), name)
			}
		}
		for _, s := range elements(root, "style") {
			if css := textOf(s); strings.Contains(css, "url(") && !strings.Contains(css, "url(#") || strings.Contains(css, "@import") {
				t.Error("the style sheet loads something")
			}
		}
	})
}

func TestLinksAreOfTheWeb(t *testing.T) {
	eachPage(t, func(t *testing.T, root *html.Node) {
		outside := 0
		for _, a := range elements(root, "a") {
			href, _ := attribute(a, "href")
			if _, saves := attribute(a, "download"); saves {
				if !strings.HasPrefix(href, "data:text/csv;charset=utf-8;base64,") {
					t.Errorf("what is saved is %.40s", href)
				}
				continue
			}
			if strings.HasPrefix(href, "#") {
				continue
			}
			outside++
			u, err := url.Parse(href)
			if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
				t.Errorf("a link to %q", href)
			}
			if rel, _ := attribute(a, "rel"); rel != "noopener noreferrer" {
				t.Errorf("the link to %q has rel=%q", href, rel)
			}
		}
		if outside == 0 {
			t.Error("no source is linked")
		}
	})
}

// The policy names the scripts of the page and no others, so that a script that
// found its way in would not run.
func TestPolicyNamesTheScripts(t *testing.T) {
	eachPage(t, func(t *testing.T, root *html.Node) {
		policy := ""
		for _, m := range elements(root, "meta") {
			if v, _ := attribute(m, "http-equiv"); v == "Content-Security-Policy" {
				policy, _ = attribute(m, "content")
			}
		}
		directives := map[string][]string{}
		for d := range strings.SplitSeq(policy, ";") {
			words := strings.Fields(d)
			directives[words[0]] = words[1:]
		}
		if !slices.Equal(directives["default-src"], []string{"'none'"}) {
			t.Errorf("default-src %v", directives["default-src"])
		}
		if !slices.Equal(directives["img-src"], []string{"data:", "blob:"}) {
			t.Errorf("img-src %v", directives["img-src"])
		}
		sources := []string{assets.ECharts} // which the script puts into the page
		for _, s := range elements(root, "script") {
			if kind, _ := attribute(s, "type"); kind != "application/json" {
				sources = append(sources, textOf(s))
			}
		}
		var want []string
		for _, source := range sources {
			sum := sha256.Sum256([]byte(source))
			want = append(want, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
		if len(want) != 2 || !slices.Equal(directives["script-src"], want) {
			t.Errorf("script-src %v, the scripts are %v", directives["script-src"], want)
		}
	})
}

func TestIDsAreFixedAndUnique(t *testing.T) {
	eachPage(t, func(t *testing.T, root *html.Node) {
		seen := map[string]bool{}
		for n := range root.Descendants() {
			id, ok := attribute(n, "id")
			if !ok {
				continue
			}
			if seen[id] {
				t.Errorf("two elements have the id %q", id)
			}
			seen[id] = true
		}
		for _, id := range []string{"chart-timeline", "chart-actors", "chart-pairs", "event-1", "source-1", "chancery-data"} {
			if !seen[id] {
				t.Errorf("nothing has the id %q", id)
			}
		}
		for _, a := range elements(root, "a") {
			if href, _ := attribute(a, "href"); strings.HasPrefix(href, "#") && !seen[href[1:]] {
				t.Errorf("a link to %s, which is not there", href)
			}
		}
	})
}

// Hostile titles are there to be read, letter by letter. HTML cannot hold a
// NUL, which stands as U+FFFD.
func TestHostileTextIsText(t *testing.T) {
	root := parse(t, write(t, hostilePage()))
	var titles []string
	for _, n := range elements(root, "bdi") {
		if class, _ := attribute(n, "class"); class == "title" {
			titles = append(titles, textOf(n))
		}
	}
	var want []string
	for _, text := range hostile {
		want = append(want, strings.ReplaceAll(text, "\x00", "\ufffd"))
	}
	if !slices.Equal(titles, want) {
		t.Errorf("titles\n%q\nwant\n%q", titles, want)
	}
	if got := tableOf(t, write(t, hostilePage())).texts("title"); !slices.Equal(got, want) {
		t.Errorf("titles of marks\n%q\nwant\n%q", got, want)
	}
}

// The page can be read without seeing it.
func TestPageIsAccessible(t *testing.T) {
	eachPage(t, func(t *testing.T, root *html.Node) {
		if got := len(elements(root, "h1")); got != 1 {
			t.Errorf("%d first headings, want 1", got)
		}
		for _, th := range elements(root, "th") {
			if scope, _ := attribute(th, "scope"); scope != "col" && scope != "row" {
				t.Errorf("a heading of a table with scope %q: %s", scope, textOf(th))
			}
		}
		for n := range root.Descendants() {
			if role, _ := attribute(n, "role"); role == "img" {
				words, _ := attribute(n, "aria-label")
				if titles := elements(n, "title"); words == "" && (len(titles) == 0 || textOf(titles[0]) == "") {
					t.Error("a chart without an alternative text")
				}
			}
		}
		if lang, _ := attribute(elements(root, "html")[0], "lang"); lang != "en" {
			t.Errorf("the language is %q", lang)
		}
		for _, svg := range elements(root, "svg") {
			role, _ := attribute(svg, "role")
			if hidden, _ := attribute(svg, "aria-hidden"); hidden != "true" && role != "img" {
				t.Error("an ornament is read out")
			}
		}
	})
}

// Whatever a title is, the page has it as text and has its scripts untouched.
func FuzzTitle(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, title string) {
		if !utf8.ValidString(title) || strings.ContainsAny(title, "\x00\r") {
			t.Skip("HTML cannot hold this text unchanged")
		}
		events := sampleEvents()[:1]
		events[0].Title = title
		p := pageOf(events)
		p.Title = title
		page := write(t, p)
		root := parse(t, page)
		if got := len(elements(root, "script")); got != 6 {
			t.Errorf("%d scripts, want the page's and five blocks of data", got)
		}
		if got := textOf(elements(root, "h1")[0]); got != title {
			t.Errorf("heading %q, want %q", got, title)
		}
		if got := tableOf(t, page).texts("title")[0]; got != title {
			t.Errorf("mark %q, want %q", got, title)
		}
	})
}

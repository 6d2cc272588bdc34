package echarts

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
	"sync"

	"chancery/assets"
	"chancery/charts/figure"
)

//go:embed page.html
var pageSource string

//go:embed page.css
var pageStyle string

//go:embed script/*.js
var scripts embed.FS

// A shell is what every page has. Making it takes milliseconds, so it is made
// for the first page and not whenever the program starts.
type shell struct {
	template *template.Template
	script   string
	style    template.CSS // the colours of both themes before the rules
	policy   string
}

// pageShell returns the shell of all pages. Its policy lets a page run its own
// two scripts, look as it does, and reach nothing. ECharts sets style
// attributes, hence the inline styles.
var pageShell = sync.OnceValue(func() *shell {
	script := joined(scripts, "script")
	return &shell{
		template: template.Must(template.New("page").Funcs(template.FuncMap{"glyph": glyphKey}).Parse(pageSource)),
		script:   script,
		style:    template.CSS(colours() + pageStyle),
		policy: "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src " +
			hash(assets.ECharts) + " " + hash(script) + "; base-uri 'none'; form-action 'none'",
	}
})

// joined returns the files of a script as one, in the order of their names.
// They share a scope of their own, out of reach of the library's.
func joined(files fs.FS, dir string) string {
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		panic(err) // the files are in the program
	}
	var b strings.Builder
	b.WriteString("(() => {\n'use strict';\n")
	for _, e := range entries {
		source, err := fs.ReadFile(files, dir+"/"+e.Name())
		if err != nil {
			panic(err)
		}
		b.WriteByte('\n')
		b.Write(source)
	}
	b.WriteString("})();\n")
	return b.String()
}

func hash(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// colours declares every token of the theme as a custom property. A page is
// printed in the light ones, whatever the screen has.
func colours() string {
	light, dark := properties(figure.Light()), properties(figure.Dark())
	var b strings.Builder
	b.WriteString(":root{color-scheme:light dark;" + light + "}\n")
	b.WriteString("@media screen and (prefers-color-scheme:dark){:root:not(.print){" + dark + "}}\n")
	for _, g := range glyphs {
		fmt.Fprintf(&b, ".glyph.%s{--c:var(--%s)}\n", g.Key, g.Key)
	}
	return b.String()
}

func properties(p *figure.Palette) string {
	var b strings.Builder
	for t := range p {
		c := p[t]
		fmt.Fprintf(&b, "--%s:#%02x%02x%02x", figure.Token(t), c.R, c.G, c.B)
		if c.A != 255 {
			fmt.Fprintf(&b, "%02x", c.A)
		}
		b.WriteByte(';')
	}
	return b.String()
}

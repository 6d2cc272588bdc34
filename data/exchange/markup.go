package exchange

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainText returns what HTML says, with a line for each block. Addresses of
// links follow their words; scripts and styles are left out.
func plainText(source string) string {
	if !strings.ContainsAny(source, "<&") {
		return strings.TrimSpace(clean(source))
	}
	var b strings.Builder
	var link string
	silent := 0
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken { // the end
			return tidyLines(clean(b.String()))
		}
		token := tokens.Token()
		switch token.DataAtom {
		case atom.Script, atom.Style:
			switch kind {
			case html.StartTagToken:
				silent++
			case html.EndTagToken:
				silent = max(silent-1, 0)
			}
			continue
		case atom.A:
			if kind == html.StartTagToken {
				link = attributeOf(token, "href")
			} else if address := webAddress(link); kind == html.EndTagToken && address != "" {
				b.WriteString(" (" + address + ")")
				link = ""
			}
			continue
		case atom.P, atom.Div, atom.Br, atom.Li, atom.Tr, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4:
			if kind != html.TextToken {
				b.WriteByte('\n')
			}
		}
		if kind == html.TextToken && silent == 0 {
			b.WriteString(token.Data)
		}
	}
}

func attributeOf(token html.Token, name string) string {
	for _, a := range token.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// tidyLines drops blank lines and the blanks at the ends of others.
func tidyLines(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

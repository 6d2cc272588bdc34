package figure

import (
	"fmt"
	"image/color"
	"strings"
)

// StyleSheet returns CSS that defines the colours of the theme as custom
// properties of what the selector matches: light, and dark where the reader
// prefers it. Figures written with ThemePage draw on them; a page may use them
// for itself as well, as var(--text).
func StyleSheet(selector string) string {
	var all [tokenCount]bool
	for i := range all {
		all[i] = true
	}
	return styleSheet(selector, all)
}

func styleSheet(selector string, used [tokenCount]bool) string {
	return fmt.Sprintf("%s{%s}\n@media (prefers-color-scheme:dark){%s{%s}}\n",
		selector, properties(Light(), used), selector, properties(Dark(), used))
}

func properties(p *Palette, used [tokenCount]bool) string {
	var b strings.Builder
	for i, c := range p {
		if used[i] {
			fmt.Fprintf(&b, "--%s:%s;", Token(i), cssColour(c))
		}
	}
	return b.String()
}

func cssColour(c color.NRGBA) string {
	if c.A == 255 {
		return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02X%02X%02X%02X", c.R, c.G, c.B, c.A)
}

package figure_test

import (
	"encoding/json"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/charts/figure"
)

func TestInkFade(t *testing.T) {
	for _, test := range []struct {
		opacity float32
		want    uint8
	}{{0, 0}, {-1, 0}, {0.17, 43}, {0.5, 128}, {1, 255}, {7, 255}} {
		if got := figure.Accent.Tint(test.opacity).Alpha; got != test.want {
			t.Errorf("Tint(%v) has alpha %d, want %d", test.opacity, got, test.want)
		}
	}
}

func TestTokensOutOfRange(t *testing.T) {
	for _, test := range []struct{ got, want figure.Token }{
		{figure.CategoryToken(-1), figure.CategoryToken(figure.Other)},
		{figure.CategoryToken(99), figure.CategoryToken(figure.Other)},
		{figure.DivergingToken(-3), figure.DivergingToken(0)},
		{figure.DivergingToken(30), figure.DivergingToken(8)},
		{figure.SequentialToken(6), figure.SequentialToken(5)},
	} {
		if test.got != test.want {
			t.Errorf("got %v, want %v", test.got, test.want)
		}
	}
	if got := figure.Light().Colour(figure.Ink{Token: 255, Alpha: 255}); got != (color.NRGBA{}) {
		t.Errorf("an unknown token is %v, want no colour", got)
	}
}

func TestTokenNamesDiffer(t *testing.T) {
	seen := map[string]figure.Token{}
	for token := range figure.Token(len(figure.Light())) {
		name := token.String()
		if first, ok := seen[name]; ok || name == "" || name == "unknown" {
			t.Errorf("token %d is called %q like token %d", token, name, first)
		}
		seen[name] = token
	}
}

// TestPaletteIsTheTheme compares the palettes and outlines with the theme's own
// table.
func TestPaletteIsTheTheme(t *testing.T) {
	theme := readTheme(t)
	for name, palette := range map[string]*figure.Palette{"light": figure.Light(), "dark": figure.Dark()} {
		want := theme.colours(name)
		for token := range figure.Token(len(palette)) {
			if hex, ok := want[strings.ToLower(token.String())]; ok && hexOf(palette[token]) != hex {
				t.Errorf("%s %s is %s, want %s", name, token, hexOf(palette[token]), hex)
			}
		}
	}
}

type themeTable struct {
	Themes     map[string]map[string]string
	Categories []struct{ Key, Light, Dark string }
	Diverging  map[string][]string
	Sequential map[string][]string
}

func (t themeTable) colours(theme string) map[string]string {
	all := map[string]string{}
	for name, hex := range t.Themes[theme] {
		if name != "shade" { // its opacity is the painter's
			all[strings.ToLower(name)] = hex
		}
	}
	for _, c := range t.Categories {
		all[c.Key] = c.Light
		if theme == "dark" {
			all[c.Key] = c.Dark
		}
	}
	for i, hex := range t.Diverging[theme] {
		all[fmt.Sprintf("diverging%d", i)] = hex
	}
	for i, hex := range t.Sequential[theme] {
		all[fmt.Sprintf("sequential%d", i)] = hex
	}
	return all
}

func readTheme(t *testing.T) themeTable {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "design", "tokens.json")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the theme's table is not here: %v", err)
	}
	var theme themeTable
	if err := json.Unmarshal(text, &theme); err != nil {
		t.Fatal(err)
	}
	return theme
}

func hexOf(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

package app

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"chancery/charts/figure"
)

func TestThemeColours(t *testing.T) {
	tests := []struct {
		name  fyne.ThemeColorName
		token figure.Token
	}{
		{theme.ColorNameBackground, figure.Surface},
		{theme.ColorNameInputBackground, figure.Surface},
		{theme.ColorNameMenuBackground, figure.Surface},
		{theme.ColorNameOverlayBackground, figure.Surface},
		{theme.ColorNameForeground, figure.Text},
		{theme.ColorNamePlaceHolder, figure.Text3},
		{theme.ColorNameDisabled, figure.Text3},
		{theme.ColorNamePrimary, figure.Accent},
		{theme.ColorNameHyperlink, figure.Accent},
		{theme.ColorNameForegroundOnPrimary, figure.AccentText},
		{theme.ColorNameHover, figure.Hover},
		{theme.ColorNamePressed, figure.Line},
		{theme.ColorNameSelection, figure.AccentSoft},
		{theme.ColorNameSeparator, figure.Line},
		{theme.ColorNameInputBorder, figure.Outline},
		{theme.ColorNameScrollBar, figure.Outline},
		{theme.ColorNameError, figure.Error},
		{theme.ColorNameWarning, figure.Warn},
		{theme.ColorNameSuccess, figure.OK},
		{colorNames[figure.Hit], figure.Hit},
		{colorNames[figure.CategoryToken(figure.Sanction)], figure.CategoryToken(figure.Sanction)},
	}
	for _, test := range tests {
		light := NewTheme(LookLight, 1).Color(test.name, theme.VariantDark)
		if want := figure.Light()[test.token]; light != color.Color(want) {
			t.Errorf("light %s = %v, want %v", test.name, light, want)
		}
		dark := NewTheme(LookDark, 1).Color(test.name, theme.VariantLight)
		if want := figure.Dark()[test.token]; dark != color.Color(want) {
			t.Errorf("dark %s = %v, want %v", test.name, dark, want)
		}
		system := NewTheme(LookSystem, 1).Color(test.name, theme.VariantDark)
		if system != dark {
			t.Errorf("system in the dark %s = %v, want %v", test.name, system, dark)
		}
	}
}

func TestThemeSizes(t *testing.T) {
	tests := []struct {
		name  fyne.ThemeSizeName
		scale float32
		want  float32
	}{
		{theme.SizeNameText, 1, 13},
		{theme.SizeNameCaptionText, 1, 11},
		{theme.SizeNameSubHeadingText, 1, 16},
		{theme.SizeNameHeadingText, 1, 20},
		{theme.SizeNamePadding, 1, 4},
		{theme.SizeNameInnerPadding, 1, 8},
		{theme.SizeNameInputRadius, 1, 6},
		{theme.SizeNameSelectionRadius, 1, 6},
		{theme.SizeNameText, 1.5, 19.5},
		{theme.SizeNamePadding, 1.5, 4},
		{theme.SizeNameText, 9, 19.5},
		{sizeNameScale, 0.1, 0.9},
	}
	for _, test := range tests {
		if got := NewTheme(LookLight, test.scale).Size(test.name); got != test.want {
			t.Errorf("size %s at %v = %v, want %v", test.name, test.scale, got, test.want)
		}
	}
}

package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"chancery/charts/figure"
)

// A Look says which of the two themes to use.
type Look string

// The looks. LookSystem follows the desktop's own setting.
const (
	LookSystem Look = "system"
	LookLight  Look = "light"
	LookDark   Look = "dark"
)

// Sizes of text in dp at 100 %.
const (
	sizeCaption = 11
	sizeLabel   = 12
	sizeBody    = 13
	sizeHeading = 16
	sizePage    = 20
)

// tokenPrefix marks the colour names that stand for tokens of the figure
// package, so that the window's own widgets ask the theme for them as Fyne's
// widgets ask for theirs.
const tokenPrefix = "chancery:"

// sizeNameScale is the name under which the theme tells its text scale.
const sizeNameScale fyne.ThemeSizeName = tokenPrefix + "scale"

// colorNameEdge is the edge of buttons and chips, quieter than that of fields.
const colorNameEdge fyne.ThemeColorName = tokenPrefix + "edge"

// Theme is Chancery's look in Fyne's terms. Fonts and icons that it does not
// define are Fyne's own, which bundles Noto Sans and finds system fonts for
// other scripts.
type Theme struct {
	Look  Look
	Scale float32 // of text and what holds text; 1 is 100 %
	Still bool    // nothing moves by itself
}

// NewTheme returns the theme for a look at a text scale, which is held between
// 90 % and 150 %.
func NewTheme(look Look, scale float32) *Theme {
	return &Theme{Look: look, Scale: min(max(scale, 0.9), 1.5)}
}

// Palette returns the colours for a variant that the desktop asks for.
func (t *Theme) Palette(variant fyne.ThemeVariant) *figure.Palette {
	if t.Dark(variant) {
		return figure.Dark()
	}
	return figure.Light()
}

// Dark reports whether the theme is dark when the desktop asks for a variant.
func (t *Theme) Dark(variant fyne.ThemeVariant) bool {
	switch t.Look {
	case LookLight:
		return false
	case LookDark:
		return true
	}
	return variant == theme.VariantDark
}

// The window is cleared to Background in every frame; what stands on it then needs
// no rectangle of its own, which costs as much as a picture without a GPU.
var themeTokens = map[fyne.ThemeColorName]figure.Token{
	theme.ColorNameBackground:          figure.Surface,
	theme.ColorNameHeaderBackground:    figure.Bg,
	theme.ColorNameInputBackground:     figure.Surface,
	theme.ColorNameMenuBackground:      figure.Surface,
	theme.ColorNameOverlayBackground:   figure.Surface,
	theme.ColorNameButton:              figure.Surface,
	theme.ColorNameDisabledButton:      figure.Bg,
	theme.ColorNameForeground:          figure.Text,
	theme.ColorNamePlaceHolder:         figure.Text3,
	theme.ColorNameDisabled:            figure.Text3,
	theme.ColorNamePrimary:             figure.Accent,
	theme.ColorNameHyperlink:           figure.Accent,
	theme.ColorNameForegroundOnPrimary: figure.AccentText,
	theme.ColorNameHover:               figure.Hover,
	theme.ColorNamePressed:             figure.Line,
	theme.ColorNameFocus:               figure.AccentSoft,
	theme.ColorNameSelection:           figure.AccentSoft,
	theme.ColorNameSeparator:           figure.Line,
	theme.ColorNameInputBorder:         figure.Outline,
	theme.ColorNameScrollBar:           figure.Outline,
	theme.ColorNameScrollBarBackground: figure.Bg,
	theme.ColorNameError:               figure.Error,
	theme.ColorNameForegroundOnError:   figure.Surface,
	theme.ColorNameWarning:             figure.Warn,
	theme.ColorNameForegroundOnWarning: figure.Surface,
	theme.ColorNameSuccess:             figure.OK,
	theme.ColorNameForegroundOnSuccess: figure.Surface,
}

func init() {
	for token, name := range colorNames {
		themeTokens[name] = figure.Token(token)
	}
}

// Color returns a colour of the theme. Names that Fyne may add later are its
// own default's.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	dark := t.Dark(variant)
	switch name {
	case colorNameEdge:
		if dark {
			return color.NRGBA{0x4A, 0x56, 0x64, 0xFF}
		}
		return color.NRGBA{0xB4, 0xBC, 0xC6, 0xFF}
	case theme.ColorNameShadow:
		if dark {
			return color.NRGBA{A: 128}
		}
		return color.NRGBA{0x18, 0x21, 0x2B, 36}
	}
	if token, ok := themeTokens[name]; ok {
		return t.Palette(variant)[token]
	}
	if dark {
		return theme.DefaultTheme().Color(name, theme.VariantDark)
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

// Font returns the bundled font for a style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon returns Fyne's icon of that name; the window's own are in assets.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns a size in dp. Text grows with the scale; gaps do not.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case sizeNameScale:
		return t.Scale
	case sizeNameStill:
		if t.Still {
			return 1
		}
		return 0
	case theme.SizeNameText:
		return sizeBody * t.Scale
	case theme.SizeNameCaptionText:
		return sizeCaption * t.Scale
	case theme.SizeNameSubHeadingText:
		return sizeHeading * t.Scale
	case theme.SizeNameHeadingText:
		return sizePage * t.Scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameLineSpacing:
		return 2
	case theme.SizeNameInlineIcon:
		return 16 * t.Scale
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius,
		theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 6
	case theme.SizeNameCardRadius:
		return 8
	case theme.SizeNameDialogRadius:
		return 10
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(name)
}

// colorNames are the names under which the theme knows the tokens.
var colorNames = func() (names [len(figure.Palette{})]fyne.ThemeColorName) {
	for token := range names {
		names[token] = fyne.ThemeColorName(tokenPrefix + figure.Token(token).String())
	}
	return names
}()

// ink returns what a token looks like in the theme in force.
func ink(token figure.Token) color.Color { return theme.Color(colorNames[token]) }

// edge returns the colour of the edges of buttons and chips.
func edge() color.Color { return theme.Color(colorNameEdge) }

// scaled returns a size that holds text, grown by the text scale to whole dp.
func scaled(size float32) float32 {
	return float32(int(size*textScale() + 0.5))
}

// textScale returns the text scale of the theme in force, 1 under any other
// theme.
func textScale() float32 {
	if scale := theme.Size(sizeNameScale); scale > 0 {
		return scale
	}
	return 1
}

// palette returns the colours of the theme in force, for what the painter
// draws.
func palette() *figure.Palette {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*Theme); ok {
		return t.Palette(settings.ThemeVariant())
	}
	return figure.Light()
}

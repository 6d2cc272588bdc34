package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// padded shows an object of Fyne's with another inner padding and without the
// box of entries, for widgets that draw their own.
func padded(o fyne.CanvasObject, padding float32) fyne.CanvasObject {
	return container.NewThemeOverride(o, override{padding})
}

// override is the theme in force, tighter. It asks for the theme each time, so
// that it follows a change of it.
type override struct{ padding float32 }

func (override) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		return color.Transparent
	}
	return fyne.CurrentApp().Settings().Theme().Color(name, variant)
}

func (override) Font(style fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(style)
}

func (override) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(name)
}

func (o override) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameInputBorder, theme.SizeNameLineSpacing:
		return 0
	case theme.SizeNameInnerPadding:
		return o.padding
	}
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

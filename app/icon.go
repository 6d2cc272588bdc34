package app

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/assets"
)

// newIcon returns a drawn icon, 16 dp square at 100 %, that recolour gives its
// colour.
func newIcon() *canvas.Image {
	i := canvas.NewImageFromResource(nil)
	i.FillMode = canvas.ImageFillContain
	return i
}

// recolour gives an icon its name and colour.
func recolour(i *canvas.Image, name string, c color.Color) {
	i.Resource = iconResource(name, c)
}

// iconResource returns the named icon of assets in one colour. Fyne caches
// images by the name of their resource, so the name holds the colour.
func iconResource(name string, c color.Color) fyne.Resource {
	if name == "" {
		return nil
	}
	r, g, b, _ := c.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	svg := strings.ReplaceAll(assets.Icon(name), "currentColor", hex)
	return fyne.NewStaticResource(name+hex[1:]+".svg", []byte(svg))
}

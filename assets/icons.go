package assets

import "embed"

// IconPNG is the program's icon, for the window and its task bar.
//
//go:embed icon.png
var IconPNG []byte

//go:embed icons/*.svg
var icons embed.FS

// Icon returns the SVG text of a 16 × 16 line icon, drawn in currentColor, or
// an empty picture when there is none of that name.
func Icon(name string) string {
	svg, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"></svg>`
	}
	return string(svg)
}

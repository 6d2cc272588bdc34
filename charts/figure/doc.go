// Package figure is the display list that every picture of Chancery is made
// of: one flat list of rectangles, lines, curves, glyphs and text, which is
// painted into an image, written as SVG, or printed as text for tests.
//
// Units are dp with y downwards, and colours are names of the theme, so a
// figure is built without knowing light from dark or the scale of a screen.
// The package knows nothing of events, dates or windows.
package figure

// Package pdf writes PDF files: pages of paths, ramps and text. Its fonts are
// made of the outlines of the letters that a document uses, whatever the format
// of the font that they came from, so that a collection with PostScript outlines
// is embedded as well as a TrueType file; and each letter remembers the text
// that it stands for, so that text can be copied and searched.
//
// Places are in the units of a page, which its maker chooses, with y downwards
// from the upper left corner. The package knows nothing of figures.
package pdf

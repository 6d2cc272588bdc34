package figure

import (
	"io"
	"log"

	"github.com/go-text/typesetting/fontscan"
)

// FindFonts looks in the background for the fonts of the machine, which every
// program that sets text asks for at its first word: reading their index takes
// some 30 ms, in which a window can be made. Asking again costs nothing.
func FindFonts() {
	go func() {
		// Without fonts of the machine, those that come with the program do.
		_ = fontscan.NewFontMap(log.New(io.Discard, "", 0)).UseSystemFonts("")
	}()
}

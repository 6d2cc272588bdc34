package app

import (
	"embed"
	"fmt"

	"fyne.io/fyne/v2/lang"
)

// The words of the window, one file a language. The English words are also the
// keys, so a language without a file, or a word without a translation, reads
// in English.
//
//go:embed translation/*.json
var translations embed.FS

// loadWords makes the window's words known to Fyne's lang package.
func loadWords() error {
	if err := lang.AddTranslationsFS(translations, "translation"); err != nil {
		return fmt.Errorf("translations: %w", err)
	}
	return nil
}

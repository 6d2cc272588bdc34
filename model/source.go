package model

import "chancery/model/edtf"

// A Source is something published that says what happened. Two citations of
// the same publisher, title, address and date cite one source.
type Source struct {
	Publisher string
	Title     string
	URL       string // "" when it has no web address
	Published edtf.Date
}

// A Citation is the place in a source that supports an event: the words quoted
// and where they stand (a page, an article, a paragraph).
type Citation struct {
	Source  Source
	Quote   string
	Locator string
}

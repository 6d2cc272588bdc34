package tabular

import (
	"chancery/model"
)

// An arena hands out the small pieces that events are made of from larger ones,
// since a million allocations of each would cost more than reading them.
type arena struct {
	texts          []byte
	participations []model.Participation
	citations      []model.Citation
	links          []model.Link
}

const (
	arenaTexts  = 32 << 10 // bytes
	arenaPieces = 512
)

// keep copies a text off the block that it is a view of.
func (a *arena) keep(text string) string {
	if text == "" {
		return ""
	}
	if len(text) > cap(a.texts)-len(a.texts) {
		a.texts = make([]byte, 0, max(arenaTexts, len(text)))
	}
	from := len(a.texts)
	a.texts = append(a.texts, text...)
	return view(a.texts[from:])
}

// room returns a slice with no elements and room for n before others' begin.
func room[T any](pieces *[]T, n int) []T {
	if n > cap(*pieces)-len(*pieces) {
		*pieces = make([]T, 0, max(arenaPieces, n))
	}
	from := len(*pieces)
	*pieces = (*pieces)[:from+n]
	return (*pieces)[from : from : from+n]
}

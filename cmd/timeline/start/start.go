// Package start notes when the process began, and lets it begin without
// collecting garbage. It imports next to nothing, so that Go initialises it
// before the packages that take long to.
package start

import (
	"runtime/debug"
	"sync"
	"time"
)

// At is when the process began, within a millisecond or two.
var At = time.Now()

// opening is the memory up to which no garbage is collected until Collect: a
// window needs a tenth of it for its first frame, and what it would collect on
// the way there is next to nothing.
const opening = 256 << 20

// How garbage is collected from then on, as the environment says.
var (
	percent = debug.SetGCPercent(-1)
	limit   = debug.SetMemoryLimit(opening)
)

// Collect ends the beginning: from now on garbage is collected as in any program.
var Collect = sync.OnceFunc(func() {
	debug.SetMemoryLimit(limit)
	debug.SetGCPercent(percent)
})

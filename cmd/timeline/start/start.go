// Package start notes when the process began. It imports nothing but time, so
// that Go initialises it before the packages that take long to.
package start

import "time"

// At is when the process began, within a millisecond or two.
var At = time.Now()

package main

import (
	"os"
	"runtime/debug"
)

// What a long import may take of memory beside SQLite's: almost all that it
// allocates is garbage a moment later, so that collecting it twice as often costs
// next to nothing, and beyond importMemory as often as it takes.
const (
	importGarbage = 50 // percent of what is in use
	importMemory  = 640 << 20
)

// saveMemory has garbage collected as an import wants it, unless the environment
// (GOGC, GOMEMLIMIT) says how. The returned function takes that back.
func saveMemory() (restore func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(importGarbage), debug.SetMemoryLimit(importMemory)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

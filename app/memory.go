package app

import (
	"os"
	"strconv"
	"strings"
)

// residentMB returns how much memory the process holds, in MB; 0 where the
// system does not tell.
func residentMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if size, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(size), "kB")))
			if err != nil {
				return 0
			}
			return float64(kb) / 1000
		}
	}
	return 0
}

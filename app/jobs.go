package app

import (
	"fmt"
	"time"
)

// jobPoll is how long work runs before it is shown, and how often its progress
// is read.
const jobPoll = 200 * time.Millisecond

func percent(share float64) string { return fmt.Sprintf("%.0f\u00a0%%", share*100) }

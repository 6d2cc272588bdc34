package app

import (
	"context"
	"os/exec"
	"strings"
	"time"
)

// stillDesktop reports whether "Reduce motion" is set in System Settings.
func stillDesktop() bool {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	answer, err := exec.CommandContext(ctx, "defaults", "read", "com.apple.universalaccess", "reduceMotion").Output()
	return err == nil && strings.TrimSpace(string(answer)) == "1"
}

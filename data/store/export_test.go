package store

import (
	"context"
	"fmt"
	"time"
)

// OpenWaiting is Open with another wait for other programs.
func OpenWaiting(ctx context.Context, path string, wait time.Duration) (*Archive, error) {
	return open(ctx, path, wait)
}

// LimitPages makes the archive behave as if the disk were full once its file has
// so many pages; 0 lifts the limit.
func (a *Archive) LimitPages(ctx context.Context, pages int) error {
	if pages == 0 {
		pages = 1 << 30
	}
	_, err := a.writer.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	return err
}

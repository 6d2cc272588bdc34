package store

import "context"

// A turn is the right to write, which one goroutine has at a time. It is a
// channel rather than a mutex so that waiting for it can be given up.
type turn chan struct{}

func newTurn() turn { return make(turn, 1) }

// take waits until the turn is free or ctx is done.
func (t turn) take(ctx context.Context) error {
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// try takes the turn if it is free.
func (t turn) try() bool {
	select {
	case t <- struct{}{}:
		return true
	default:
		return false
	}
}

func (t turn) give() { <-t }

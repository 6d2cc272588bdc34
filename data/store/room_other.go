//go:build !linux

package store

// room returns an array for a column.
func room[T fixed](n int) []T { return make([]T, n) }

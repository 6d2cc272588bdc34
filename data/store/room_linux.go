package store

import (
	"syscall"
	"unsafe"
)

// largeRoom is the size in bytes from which an array is worth large pages: a
// few of them.
const largeRoom = 4 << 20

// room returns an array for a column. The memory of a large one is asked for in
// large pages: it is filled at once and from end to end, and to fault it in by
// 4 KiB would take longer than to fill it.
func room[T fixed](n int) []T {
	column := make([]T, n)
	size := n * int(unsafe.Sizeof(*new(T)))
	if size < largeRoom {
		return column
	}
	at := unsafe.Pointer(unsafe.SliceData(column))
	page := uintptr(syscall.Getpagesize())
	skip := int(-uintptr(at) & (page - 1))
	whole := (size - skip) &^ int(page-1)
	// A kernel that has no large pages to give is as good as none asked.
	_ = syscall.Madvise(unsafe.Slice((*byte)(unsafe.Add(at, skip)), whole), syscall.MADV_HUGEPAGE)
	return column
}

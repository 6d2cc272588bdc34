package charts

import (
	"cmp"
	"slices"
)

// top returns the first n of all as compare orders them, without sorting the
// rest.
func top[T any](all []T, n int, compare func(a, b T) int) []T {
	first := make([]T, 0, min(n, len(all))+1)
	for _, x := range all {
		if len(first) == n && (n == 0 || compare(x, first[n-1]) >= 0) {
			continue
		}
		at, _ := slices.BinarySearchFunc(first, x, compare)
		first = slices.Insert(first, at, x)
		first = first[:min(len(first), n)]
	}
	return first
}

// mostFirst compares by numbers, the larger first, and where they are equal by
// names.
func mostFirst(x, y int, names func() int) int {
	if x != y {
		return cmp.Compare(y, x)
	}
	return names()
}

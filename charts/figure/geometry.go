package figure

import "math"

// unit returns the direction of a vector, or right for one without length.
func unit(dx, dy float32) (ux, uy float32) {
	length := float32(math.Hypot(float64(dx), float64(dy)))
	if !(length > 0) || math.IsInf(float64(length), 0) {
		return 1, 0
	}
	return dx / length, dy / length
}

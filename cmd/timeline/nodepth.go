//go:build !nogui

package main

import "github.com/go-gl/glfw/v3.4/glfw"

// wantNoDepth asks for a window without depth and stencil buffers, which nothing
// here draws with. Fyne asks for neither and so gets GLFW's default of both, and
// clears the depths of a stencilled buffer pixel by pixel in every frame: without
// a GPU, a tenth of the frame.
func wantNoDepth() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}

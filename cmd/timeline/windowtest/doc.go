// Package windowtest drives the real window: the built bin/timeline on a display
// without a screen (Xvfb), under a window manager (openbox), with pointer and
// keys sent by xdotool. It knows the program as a person does, by its window, its
// command line and the files that it writes, and imports nothing of ours.
//
// The tests are behind the build tag window; `make window` builds the program and
// runs them. When one fails, the last picture of its window is in out/window.
package windowtest

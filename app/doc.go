// Package app is the window: Fyne widgets, gestures, dialogs and painting. What
// is open and selected lives in package workspace, what the timeline looks like
// is decided by package scene; this package forwards the one to the other.
//
// Widgets have exported state and OnX callbacks and know nothing of each other.
// The window wires them: it writes their state when the workspace changes, and
// turns their callbacks into calls of the workspace.
package app

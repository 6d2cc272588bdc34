// Package workspace holds what is open and what the user is doing: the archive
// and its columns, the filter, the lanes, the selection, the search, the edits
// and the work going on in the background. It knows no widget.
//
// One goroutine, the window's, owns a Workspace and calls all its methods.
// Slow work runs elsewhere on immutable input with a context, and its result
// comes back through the deliver function given to New, which runs it on the
// owning goroutine. Observers are told once per change what became different.
package workspace

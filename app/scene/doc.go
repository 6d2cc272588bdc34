// Package scene is the timeline as a pure view-model: it turns a chronology, a
// viewport and what the user has chosen into figures, and answers what lies
// under the pointer. It draws nothing itself and knows no widget, no file and
// no database.
//
// A [Builder] keeps what is costly from frame to frame: which row a mark has,
// which side its label is on, what its label says. A mark keeps its row while
// the view is panned, and a frame costs as much as what it shows, not as the
// archive holds.
package scene

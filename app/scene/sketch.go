package scene

// sketchTells reports whether a sketch can tell what the input asks for: all
// events in view, and none set apart. What else it lacks is found out while the
// scene is built.
func (in *Input) sketchTells() bool {
	from, to, _ := in.Columns.Extent(nil)
	return in.View.From() <= from && to <= in.View.To() &&
		in.Kept == nil && in.Matches == nil && in.Current == 0 && in.Focus == 0 && in.Hover == 0 &&
		len(in.Selected)+len(in.Pinned)+len(in.Links)+len(in.AllLinks)+len(in.Traced) == 0
}

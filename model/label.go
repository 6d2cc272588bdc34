package model

import "chancery/model/edtf"

// A Label is what a mark says of its event: its title and when it was.
type Label struct {
	Title      string
	Start, End edtf.Date
}

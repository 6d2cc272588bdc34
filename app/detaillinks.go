package app

import (
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/model"
)

// A linkGroup is the links of one kind and direction.
type linkGroup struct {
	name  string
	links []workspace.Linked
}

// linkGroups sorts links into what they mean for the event they are shown
// with, in the order in which they are read.
func linkGroups(links []workspace.Linked) []linkGroup {
	type sort struct {
		kind     model.LinkKind
		outgoing bool
		name     string
	}
	sorts := []sort{
		{model.ResponseTo, true, lang.L("Responds to")},
		{model.ResponseTo, false, lang.L("Answered by")},
		{model.Follows, true, lang.L("Follows")},
		{model.Follows, false, lang.L("Followed by")},
		{model.PartOf, true, lang.L("Part of")},
		{model.PartOf, false, lang.L("Parts")},
		{model.Supersedes, true, lang.L("Supersedes")},
		{model.Supersedes, false, lang.L("Superseded by")},
		{model.DeadlineOf, true, lang.L("Deadline of")},
		{model.DeadlineOf, false, lang.L("Deadlines")},
	}
	var groups []linkGroup
	for _, s := range sorts {
		g := linkGroup{name: s.name}
		for _, l := range links {
			if l.Kind == s.kind && l.Outgoing == s.outgoing {
				g.links = append(g.links, l)
			}
		}
		if len(g.links) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

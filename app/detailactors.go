package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
)

// actors appends who took part: those who acted › those acted on, then those
// without direction, then mediators and hosts, as chips that filter.
func (b *detailBuilder) actors(parties []workspace.Party) {
	if len(parties) == 0 {
		return
	}
	b.section(lang.L("Actors"), 0)
	byRole := map[model.Role][]fyne.CanvasObject{}
	for _, p := range parties {
		byRole[p.Role] = append(byRole[p.Role], b.actorChip(p))
	}
	directed := byRole[model.Initiator]
	if len(directed) > 0 && len(byRole[model.Target]) > 0 {
		arrow := newIcon()
		recolour(arrow, "right", ink(figure.Text3))
		arrow.SetMinSize(fyne.NewSize(12*textScale(), scaled(24)))
		directed = append(directed, arrow)
	}
	directed = append(directed, byRole[model.Target]...)
	rows := [][]fyne.CanvasObject{directed, byRole[model.Participant], byRole[model.Mediator], byRole[model.Host]}
	gap := float32(4)
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		b.add(gap, flowOf(b.width, 6, row...))
		gap = 6
	}
	if names := localNames(parties); names != "" {
		b.add(6, b.paragraph(names, figure.Text3))
	}
}

func (b *detailBuilder) actorChip(p workspace.Party) *Chip {
	c := NewChip("", p.Name, func() {
		if b.details.OnActor != nil {
			b.details.OnActor(p.Name)
		}
	})
	switch p.Role {
	case model.Mediator:
		c.Name, c.Value = lang.L("Mediator"), p.Name
	case model.Host:
		c.Name, c.Value = lang.L("Host"), p.Name
	}
	c.MaxWidth = b.width - 40
	c.Tip = actorTip(p)
	c.OnHover, c.OnFocus = b.details.OnHover, b.details.reveal
	return c
}

// actorTip says what is known of an actor: office on the day, names in other
// languages, and what tapping does.
func actorTip(p workspace.Party) string {
	parts := make([]string, 0, 4)
	if p.Office != "" {
		parts = append(parts, p.Office)
	}
	for _, n := range p.Names {
		if n.Text != p.Name {
			parts = append(parts, n.Text)
		}
	}
	parts = append(parts, lang.L("Click to see only events with this actor"))
	return strings.Join(parts, " · ")
}

// localNames lists the Korean, Japanese and Chinese names of the actors.
func localNames(parties []workspace.Party) string {
	var names []string
	for _, p := range parties {
		var own []string
		for _, language := range []string{"ko", "ja", "zh"} {
			if name := p.NameIn(language); name != "" && name != p.Name {
				own = append(own, name)
			}
		}
		if len(own) > 0 {
			names = append(names, p.Name+" "+strings.Join(own, ", "))
		}
	}
	return strings.Join(names, " · ")
}

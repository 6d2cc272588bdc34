package charts

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"chancery/model"
)

// Build makes the chart of the catalogue that has a key. The error says what it
// lacks: a key that there is, an actor that the archive has, a second actor.
// Cancelling ctx ends it with the error of ctx.
func Build(ctx context.Context, key string, d Data, o Options) (Spec, error) {
	specs, err := BuildAll(ctx, []string{key}, d, o)
	if err != nil {
		return Spec{}, err
	}
	return specs[0], nil
}

// BuildAll makes several charts in one go, which is faster than one by one, on
// bins that are the same in all.
func BuildAll(ctx context.Context, keys []string, d Data, o Options) ([]Spec, error) {
	entries := make([]Entry, len(keys))
	for i, key := range keys {
		e, ok := EntryNamed(key)
		if !ok {
			return nil, fmt.Errorf("no chart is called %q", key)
		}
		if err := o.check(e, d); err != nil {
			return nil, fmt.Errorf("chart %s: %w", key, err)
		}
		entries[i] = e
	}
	s := newSheet(d, o, func() bool { return ctx.Err() != nil })
	specs := make([]Spec, len(entries))
	atOnce(len(entries), func(i int) {
		if ctx.Err() == nil {
			specs[i] = s.chart(entries[i])
		}
	})
	for i := range specs {
		if err := place(ctx, &specs[i], o.Progress); err != nil {
			return nil, fmt.Errorf("chart %s: %w", keys[i], err)
		}
	}
	return specs, nil
}

// atOnce calls do with 0 to n-1, as many at a time as there are processors.
func atOnce(n int, do func(int)) {
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		done.Go(func() {
			for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	done.Wait()
}

// check says what a chart lacks.
func (o *Options) check(e Entry, d Data) error {
	for _, s := range o.subjects() {
		for _, name := range [2]string{s.Actor, s.With} {
			if name != "" && actorNamed(d.Columns, name) < 0 {
				return fmt.Errorf("no actor is called %q", name)
			}
		}
		switch {
		case e.Needs&NeedsActor != 0 && s.Actor == "":
			return fmt.Errorf("name an actor")
		case e.Needs&NeedsPair != 0 && (s.Actor == "" || s.With == ""):
			return fmt.Errorf("name two actors")
		case s.Actor == "" && s.With != "":
			return fmt.Errorf("%s has nobody to be with: name the first actor of the pair, too", s.With)
		case s.Actor != "" && s.Actor == s.With:
			return fmt.Errorf("%s makes no pair with itself", s.Actor)
		}
	}
	return nil
}

// subjects returns those whom the charts are of.
func (o *Options) subjects() []Subject { return append([]Subject{o.Subject}, o.Compare...) }

// A sheet is the charts that are made together. Its scopes are of the subjects,
// and for each of these of its roles.
type sheet struct {
	o      Options
	whole  []*scope
	byRole [][]*scope // of each role, of each subject; nil without
	roles  []model.Role
}

func newSheet(d Data, o Options, stop func() bool) *sheet {
	m := newMaker(d, o)
	m.stop = stop
	s := &sheet{o: o}
	for _, subject := range o.subjects() {
		s.whole = append(s.whole, m.scope(subject, 0))
	}
	a := axisOf(&o, s.whole)
	if o.ByRole && o.Subject.Actor != "" {
		s.splitByRole(m)
	}
	for _, x := range s.whole {
		x.axis = a
	}
	for _, scopes := range s.byRole {
		for _, x := range scopes {
			x.axis = a
		}
	}
	return s
}

// splitByRole makes a scope for each role that any subject has.
func (s *sheet) splitByRole(m *maker) {
	for _, role := range model.Roles() {
		var scopes []*scope
		events := 0
		for _, subject := range s.o.subjects() {
			x := m.scope(subject, Roles(role))
			events += len(x.rows)
			scopes = append(scopes, x)
		}
		if events > 0 {
			s.byRole = append(s.byRole, scopes)
			s.roles = append(s.roles, role)
		}
	}
}

// chart makes a chart, of panels where there are several subjects or roles.
func (s *sheet) chart(e Entry) Spec {
	split := s.byRole != nil && e.is(byRoles)
	if len(s.whole) == 1 && !split {
		return s.whole[0].build(e)
	}
	spec := Spec{Key: e.Key, Kind: e.Kind, Title: e.Title, Across: len(s.whole)}
	rows := [][]*scope{s.whole}
	if split {
		rows = s.byRole
	}
	for r, scopes := range rows {
		for i, x := range scopes {
			p := x.build(e)
			p.Key = fmt.Sprintf("%s-%d", e.Key, len(spec.Panels)+1)
			p.Title = s.panelTitle(i, r, split)
			p.Table.Caption = spec.Title + ", " + p.Title + ", " + p.Subtitle
			spec.Panels = append(spec.Panels, p)
		}
	}
	if e.is(wide) {
		spec.Across = 1
	}
	spec.gather()
	return spec
}

// panelTitle names a panel by its subject and what that does.
func (s *sheet) panelTitle(subject, role int, split bool) string {
	title := s.o.subjects()[subject].String()
	if !split {
		return title
	}
	return title + " " + roleWords[s.roles[role]]
}

var roleWords = map[model.Role]string{
	model.Initiator: "acts", model.Target: "is acted on", model.Participant: "takes part",
	model.Mediator: "mediates", model.Host: "hosts",
}

// gather gives a chart of panels the words that all of them share, and them
// equal scales.
func (s *Spec) gather() {
	s.Subtitle, s.Note = s.Panels[0].Subtitle, s.Panels[0].Note
	for i := range s.Panels {
		p := &s.Panels[i]
		if p.Subtitle != s.Subtitle {
			s.Subtitle = ""
		}
		if p.Note != s.Note {
			s.Note = ""
		}
		if p.Alt != "" {
			s.Alt += p.Title + ": " + p.Alt + " "
		}
		top, bottom := p.Extent()
		s.Top, s.Bottom = max(s.Top, top), min(s.Bottom, bottom)
	}
	s.Alt = strings.TrimSuffix(s.Alt, " ")
	for i := range s.Panels {
		s.Panels[i].Top, s.Panels[i].Bottom = s.Top, s.Bottom
	}
}

// build makes a chart of the catalogue from the scope.
func (s *scope) build(e Entry) Spec {
	of := *s
	of.entry = e
	return e.build(&of)
}

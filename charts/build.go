package charts

import "fmt"

// builders make the charts of the catalogue, by key.
var builders = map[string]func(Data, Options) Spec{}

// Build makes the chart of the catalogue that has a key. The error says what it
// lacks: a key that there is, an actor that the archive has, a second actor.
func Build(key string, d Data, o Options) (Spec, error) {
	e, ok := EntryNamed(key)
	if !ok {
		return Spec{}, fmt.Errorf("no chart is called %q", key)
	}
	if err := o.check(e, d); err != nil {
		return Spec{}, fmt.Errorf("chart %s: %w", key, err)
	}
	build, ok := builders[key]
	if !ok {
		return Spec{}, fmt.Errorf("chart %s: not to be had yet", key)
	}
	return build(d, o), nil
}

// check says what a chart lacks.
func (o *Options) check(e Entry, d Data) error {
	for _, s := range append([]Subject{o.Subject}, o.Compare...) {
		for _, name := range [2]string{s.Actor, s.With} {
			if name != "" && actorNamed(d.Columns, name) < 0 {
				return fmt.Errorf("no actor is called %q", name)
			}
		}
		switch {
		case e.Needs&NeedsActor != 0 && s.Actor == "":
			return fmt.Errorf("name an actor")
		case e.Needs&NeedsPair != 0 && s.With == "":
			return fmt.Errorf("name two actors")
		case s.Actor != "" && s.Actor == s.With:
			return fmt.Errorf("%s makes no pair with itself", s.Actor)
		}
	}
	return nil
}

package tabular

import (
	"slices"
)

// The profiles that are none of a data set: ProfileAuto finds out, ProfileNone
// guesses from names and values alone, ProfileOwn is our own format.
const (
	ProfileAuto = "auto"
	ProfileNone = "none"
	ProfileOwn  = "chancery"
)

// A Profile is a kind of file that is known by its columns, with what they mean.
type Profile struct {
	Name  string // for the command line
	Title string // for people
	// all are columns, by plain name, that every such file has; one must be of
	// any as well, if any is not empty.
	all, any []string
	// knows tells files without a header by their values.
	knows   func(u *Understanding) bool
	mapping func(header []string) Mapping
}

// Profiles returns the profiles in the order in which they are tried.
func Profiles() []Profile {
	return []Profile{
		gdeltMentions, gdelt2, gdelt1, gdeltReduced, icews, acled, ucdp, cowInterState, cowNonState, cowIntraState, cowExtraState,
		midDisputes, midParticipants, atop, timelineJS, timesketch, letters, wikidata, treatyMembership, treaties,
	}
}

// ProfileNames returns the names by which a profile is asked for.
func ProfileNames() []string {
	names := []string{ProfileAuto, ProfileNone, ProfileOwn}
	for _, p := range Profiles() {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return names
}

// profile finds the profile of a table, and how sure that is.
func (u *Understanding) profile() (*Profile, float64) {
	asked := u.hints.Profile
	if u.hints.Mapping != nil || asked == ProfileNone {
		return nil, 0
	}
	plain := make([]string, len(u.Header))
	for i, name := range u.Header {
		plain[i] = plainName(name)
	}
	var named *Profile
	for _, p := range Profiles() {
		if asked != "" && asked != ProfileAuto && asked != p.Name {
			continue
		}
		if named == nil {
			named = &p
		}
		if p.fits(u, plain) {
			return &p, p.sureness(u, plain)
		}
	}
	if asked == "" || asked == ProfileAuto {
		return nil, 0
	}
	return named, 0.1 // asked for, though it does not look like it
}

// fits reports a table that has the columns of the profile.
func (p *Profile) fits(u *Understanding, plain []string) bool {
	if p.knows != nil && p.knows(u) {
		return true
	}
	if len(p.all) == 0 {
		return false
	}
	has := func(name string) bool { return slices.Contains(plain, name) }
	for _, name := range p.all {
		if !has(name) {
			return false
		}
	}
	return len(p.any) == 0 || slices.ContainsFunc(p.any, has)
}

// sureness is higher the more columns of the table the profile has a meaning
// for.
func (p *Profile) sureness(u *Understanding, plain []string) float64 {
	m := p.mapping(u.Header)
	known := 0
	for _, f := range m.Columns {
		if find(u.Header, f.Column) >= 0 {
			known++
		}
	}
	return min(0.99, 0.8+0.2*share(known, len(m.Columns)))
}

// fixed is the mapping function of a profile whose files are all alike.
func fixed(m Mapping) func([]string) Mapping {
	return func([]string) Mapping {
		m.Columns = slices.Clone(m.Columns)
		return m
	}
}

// The roles as mappings write them.
const (
	initiator = "initiator"
	target    = "target"
)

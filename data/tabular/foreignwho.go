package tabular

import (
	"strconv"
	"strings"

	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/country"
)

// who reads the actors.
func (f *foreign) who(p *eventPlan, e *model.Event, a *arena) *CellError {
	began := f.one(p, MeansInitiator)
	for _, i := range p.actors {
		c := &f.columns[i]
		if c.Means == MeansActors {
			if wrong := f.ownActors(i, e, a); wrong != nil {
				return wrong
			}
			continue
		}
		role := c.role
		if c.Side != "" && began != "" {
			role = model.Target
			if c.Side == began {
				role = model.Initiator
			}
		}
		for _, name := range f.list(i) {
			one := model.Participation{Actor: f.actor[c.System].of(name), Role: role}
			if one.Actor != "" && !takesPart(e.Actors, one) {
				e.Actors = append(e.Actors, one)
			}
		}
	}
	return nil
}

// takesPart reports that an actor is among those of an event in the same role.
func takesPart(actors []model.Participation, one model.Participation) bool {
	for _, p := range actors {
		if p == one {
			return true
		}
	}
	return false
}

// ownActors reads a column that is written as in our own tables.
func (f *foreign) ownActors(i int, e *model.Event, a *arena) *CellError {
	f.own.at[columnActors], f.own.cells = 0, []string{f.value(i)}
	defer func() { f.own.at[columnActors] = -1 }()
	if wrong := f.own.readParticipations(e, a); wrong != nil {
		return f.wrong(i, wrong.Reason)
	}
	return nil
}

// list cuts a value at the separator of its column.
func (f *foreign) list(i int) []string {
	v, c := f.value(i), &f.columns[i]
	switch {
	case v == "":
		return nil
	case c.Separator == "":
		return []string{v}
	}
	parts := strings.Split(v, c.Separator)
	if c.Separator == "," {
		parts = sparingNames(parts)
	}
	kept := parts[:0]
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" && !c.nulls[part] {
			kept = append(kept, part)
		}
	}
	return kept
}

// sparingNames joins again what a comma has cut out of the name of a country:
// "Korea, Republic of".
func sparingNames(parts []string) []string {
	var kept []string
	for i := 0; i < len(parts); i++ {
		one := parts[i]
		if i+1 < len(parts) {
			if both := one + "," + parts[i+1]; country.Named(both) != "" && country.Named(parts[i+1]) == "" {
				one = both
				i++
			}
		}
		kept = append(kept, one)
	}
	return kept
}

// code reads a CAMEO code. One that has lost its zero is a problem that says so.
func (f *foreign) code(i int, e *model.Event) *CellError {
	v := f.value(i)
	switch {
	case v == "":
		return nil
	case cameo.Valid(v):
		e.CAMEO = f.name(v)
		return nil
	}
	reason := "a CAMEO code has 2 to 4 digits and begins with 01 to 20, as 057 does"
	if cameo.Valid("0" + v) {
		reason += "; a spreadsheet may have dropped the zero of 0" + v
	}
	return f.wrong(i, reason)
}

// where reads the place.
func (f *foreign) where(p *eventPlan, e *model.Event, _ *arena) *CellError {
	e.Place.Name = f.name(f.one(p, MeansPlace))
	if f.one(p, MeansPlacePrecision) == "area" {
		return nil
	}
	lat, lon := f.one(p, MeansLat), f.one(p, MeansLon)
	latAt, lonAt := p.single[MeansLat], p.single[MeansLon]
	if i, ok := p.single[MeansPoint]; ok {
		latAt, lonAt = i, i
		v := f.value(i)
		var found bool
		if lat, lon, found = strings.Cut(v, ","); v != "" && !found {
			return f.wrong(i, "a point is latitude and longitude in degrees with a comma between them")
		}
		lat, lon = strings.TrimSpace(lat), strings.TrimSpace(lon)
	}
	if lat == "" || lon == "" {
		return nil
	}
	north, ok := decimal(lat)
	if !ok || north < -90 || north > 90 {
		return f.wrong(latAt, "a latitude lies between -90 and 90 degrees")
	}
	east, ok := decimal(lon)
	if !ok || east < -180 || east > 180 {
		return f.wrong(lonAt, "a longitude lies between -180 and 180 degrees")
	}
	e.Place.Lat, e.Place.Lon, e.Place.HasPoint = north, east, true
	return nil
}

// decimal reads a number, with a comma for the point too.
func decimal(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		n, err = strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	}
	return n, err == nil && n-n == 0
}

package tabular

import (
	"strings"

	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/country"
)

// isCountry reports the name of a country, however it is written.
func isCountry(text string) bool { return country.Named(text) != "" }

// categoryOf returns the category of events of a CAMEO code: that of the longest
// beginning of it which the table has.
func categoryOf(code string) string {
	for n := len(code); n >= 2; n-- {
		if category, ok := codeCategories[code[:n]]; ok {
			return category
		}
	}
	return ""
}

// codeCategories are the categories of codes, by their beginnings.
var codeCategories = map[string]string{
	"01": "statement", "02": "statement", "027": "mediation", "03": "statement", "036": "negotiation", "039": "mediation",
	"04": "meeting", "041": "statement", "042": "visit", "043": "visit", "045": "mediation", "046": "negotiation",
	"05": "agreement", "051": "statement", "06": "agreement", "07": "agreement", "08": "agreement",
	"09": "court", "10": "statement", "11": "statement", "115": "filing", "12": "statement", "13": "statement", "14": "protest", "15": "military",
	"16": "withdrawal", "163": "sanction", "17": "sanction", "173": "court", "174": "sanction", "18": "military", "19": "military", "20": "military",
}

// actorOf returns the name of the actor that a code stands for. A code that the
// system does not have is a name by itself.
func actorOf(system, code string) string {
	switch country.System(system) {
	case country.CAMEO:
		if name := country.ByCode(country.CAMEO, code); name != "" {
			return name
		}
		// The letters behind a country are what part of it: USAGOV, KORMIL.
		if len(code) == 6 {
			if name, sector := country.ByCode(country.CAMEO, code[:3]), sectors[code[3:]]; name != "" && sector != "" {
				return name + " (" + sector + ")"
			}
		}
	case country.FIPS, country.ISO, country.COW:
		if name := country.ByCode(country.System(system), code); name != "" {
			return name
		}
	}
	return code
}

// sectors are the commonest roles of CAMEO behind the code of a country.
var sectors = map[string]string{
	"GOV": "government", "MIL": "military", "OPP": "opposition", "REB": "rebels", "COP": "police", "JUD": "judiciary", "LEG": "legislature",
	"BUS": "business", "MED": "media", "CVL": "civilians", "SPY": "intelligence", "EDU": "education", "LAB": "labour", "CRM": "criminals", "HLH": "health",
}

// composeTitle makes the title of an event that has none: who, what, with whom.
func composeTitle(e *model.Event, what string) string {
	var from, to, others []string
	for _, p := range e.Actors {
		switch p.Role {
		case model.Initiator:
			from = append(from, p.Actor)
		case model.Target:
			to = append(to, p.Actor)
		default:
			others = append(others, p.Actor)
		}
	}
	if what == "" && e.CAMEO != "" {
		what = cameo.Name(e.CAMEO)
	}
	if what == "" && e.Category != "" {
		what = model.CategoryNamed(e.Category).Name
	}
	switch {
	case len(from) == 0 && len(to) == 0 && len(others) > 1:
		from, to = others[:1], others[1:]
	case len(from) == 0:
		from = others
	case len(to) == 0:
		to = others
	}
	var parts []string
	for _, part := range []string{several(from), what, several(to)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " – ")
}

// several writes up to three names.
func several(names []string) string {
	if len(names) > 3 {
		return strings.Join(names[:2], ", ") + " and others"
	}
	return strings.Join(names, ", ")
}

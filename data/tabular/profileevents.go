package tabular

import (
	"strconv"
	"strings"
)

// GDELT writes tables without a header, set apart by tabs, with literal quotes.
// What its rows are is told by their number of cells: 61 in version 2.0, 58 in
// version 1.0, 57 in the rows that version 1.0 was filled back with. The columns
// are those of the GDELT Event Codebooks 1.0 and 2.0.
var (
	gdelt2 = Profile{
		Name: "gdelt", Title: "GDELT 2.0 events",
		knows: func(u *Understanding) bool { return u.isGDELT(61) },
		mapping: func(header []string) Mapping {
			return gdeltMapping(header, 51, 59)
		},
	}
	gdelt1 = Profile{
		Name: "gdelt", Title: "GDELT 1.0 events",
		knows:   func(u *Understanding) bool { return u.isGDELT(57) || u.isGDELT(58) },
		mapping: func(header []string) Mapping { return gdeltMapping(header, 49, 56) },
	}
	gdeltReduced = Profile{
		Name: "gdelt-reduced", Title: "GDELT reduced events",
		knows: func(u *Understanding) bool {
			return u.HeaderRow == 0 && len(u.Header) == 8 && u.dialect.Delimiter == 1
		},
		mapping: fixed(Mapping{
			Namespace: "gdelt-reduced",
			Columns: []Field{
				{Column: "#1", Means: MeansStart}, {Column: "#2", Means: MeansActor, Role: initiator, System: "cameo"},
				{Column: "#3", Means: MeansActor, Role: target, System: "cameo"}, {Column: "#4", Means: MeansCode}, {Column: "#8", Means: MeansNote},
				{Column: "#7", Means: MeansScore},
			},
		}),
	}
	gdeltMentions = Profile{
		Name: "gdelt-mentions", Title: "GDELT 2.0 mentions",
		all: []string{"globaleventid", "eventtimedate", "mentiontimedate"},
		knows: func(u *Understanding) bool {
			return u.HeaderRow == 0 && len(u.Header) == 16 && u.column14(1) && u.column14(2)
		},
		mapping: fixed(Mapping{
			Namespace: "gdelt", Key: []string{"#1"},
			Columns: []Field{
				{Column: "#1", Means: MeansID}, {Column: "#2", Means: MeansStart}, {Column: "#3", Means: MeansSourceDate},
				{Column: "#5", Means: MeansPublisher}, {Column: "#6", Means: MeansURL}, {Column: "#12", Means: MeansLocator},
			},
		}),
	}
)

// isGDELT reports rows of a number of cells that begin with an id and a day.
func (u *Understanding) isGDELT(width int) bool {
	if len(u.Header) != width && !(width == 57 && len(u.Header) == 58) {
		return false
	}
	if strings.EqualFold(plainName(u.Header[0]), "globaleventid") {
		return true
	}
	if u.HeaderRow != 0 {
		return false
	}
	days := 0
	rows := u.rows[:min(len(u.rows), 50)]
	for _, r := range rows {
		if len(r.cells) > 1 && allDigits(r.cells[0]) && len(r.cells[1]) == 8 && likelyDate(shapeDay8, r.cells[1]) && allDigits(r.cells[1]) {
			days++
		}
	}
	return days > 0 && 10*days >= 9*len(rows)
}

// column14 reports a column of moments in fourteen figures.
func (u *Understanding) column14(i int) bool {
	for _, r := range u.rows[:min(len(u.rows), 20)] {
		if i >= len(r.cells) || len(r.cells[i]) != 14 || !allDigits(r.cells[i]) {
			return false
		}
	}
	return len(u.rows) > 0
}

// gdeltMapping maps the columns of GDELT by place; geo is that of the kind of
// place of the action, added that of the day on which the row was added.
func gdeltMapping(header []string, geo, added int) Mapping {
	at := func(i int) string { return "#" + strconv.Itoa(i+1) }
	m := Mapping{
		Namespace: "gdelt", Key: []string{at(0)}, Quotes: "none",
		Columns: []Field{
			{Column: at(0), Means: MeansID},
			{Column: at(1), Means: MeansStart},
			{Column: at(5), Means: MeansActor, Role: initiator, System: "cameo"},
			{Column: at(15), Means: MeansActor, Role: target, System: "cameo"},
			{Column: at(26), Means: MeansCode},
			{Column: at(30), Means: MeansScore},
			{Column: at(geo), Means: MeansPlacePrecision, Values: map[string]string{"1": "area", "2": "area", "5": "area", "0": "area"}},
			{Column: at(geo + 1), Means: MeansPlace},
		},
	}
	// Version 2.0 has one column more before the point than version 1.0.
	lat := geo + 5
	if geo == 49 {
		lat = geo + 4
	}
	m.Columns = append(m.Columns, Field{Column: at(lat), Means: MeansLat}, Field{Column: at(lat + 1), Means: MeansLon})
	if added+1 < len(header) {
		m.Columns = append(m.Columns, Field{Column: at(added + 1), Means: MeansURL})
	}
	return m
}

// ICEWS numbers events anew in each file of its series, so that an event is
// known by its number and its day.
var icews = Profile{
	Name: "icews", Title: "ICEWS events",
	all: []string{"eventid", "eventdate", "sourcename", "targetname", "cameocode"},
	mapping: fixed(Mapping{
		Namespace: "icews", Key: []string{"Event ID", "Event Date"},
		Events: []Template{{Title: "{Source Name} – {Event Text} – {Target Name}"}},
		Columns: []Field{
			{Column: "Event ID", Means: MeansID}, {Column: "Event Date", Means: MeansStart},
			{Column: "Source Name", Means: MeansActor, Role: initiator}, {Column: "Target Name", Means: MeansActor, Role: target},
			{Column: "CAMEO Code", Means: MeansCode}, {Column: "Intensity", Means: MeansScore},
			{Column: "Source Sectors", Means: MeansTag, Separator: ","}, {Column: "Target Sectors", Means: MeansTag, Separator: ","},
			{Column: "Source Country", Means: MeansNote}, {Column: "Target Country", Means: MeansNote},
			{Column: "Publisher", Means: MeansPublisher}, {Column: "Story ID", Means: MeansLocator}, {Column: "Sentence Number", Means: MeansLocator},
			{Column: "City", Means: MeansPlace}, {Column: "Latitude", Means: MeansLat}, {Column: "Longitude", Means: MeansLon},
			{Column: "Province", Means: MeansNote}, {Column: "Country", Means: MeansNote},
		},
	}),
}

// ACLED, new and old. Its first and second actors are no source and target.
var acled = Profile{
	Name: "acled", Title: "ACLED",
	all: []string{"eventdate", "actor1", "actor2"}, any: []string{"eventidcnty", "eventidnocnty", "dataid"},
	mapping: func(header []string) Mapping {
		m := Mapping{
			Namespace: "acled", Key: []string{"event_id_cnty"}, Answers: Answers{"century": "2000"},
			Columns: []Field{
				{Column: "event_id_cnty", Means: MeansID}, {Column: "event_date", Means: MeansStart},
				{Column: "time_precision", Means: MeansStartPrecision, System: "acled"},
				{Column: "actor1", Means: MeansActor}, {Column: "actor2", Means: MeansActor},
				{Column: "assoc_actor_1", Means: MeansActor, Separator: ";"}, {Column: "assoc_actor_2", Means: MeansActor, Separator: ";"},
				{Column: "ally_actor_1", Means: MeansActor, Separator: ";"}, {Column: "ally_actor_2", Means: MeansActor, Separator: ";"},
				{Column: "location", Means: MeansPlace}, {Column: "latitude", Means: MeansLat}, {Column: "longitude", Means: MeansLon},
				{Column: "source", Means: MeansPublisher, Separator: ";"}, {Column: "notes", Means: MeansSummary},
				{Column: "fatalities", Means: MeansNote}, {Column: "country", Means: MeansTag}, {Column: "disorder_type", Means: MeansTag},
				{Column: "event_type", Means: MeansCategory},
				{Column: "year", Means: MeansStartYear},
			},
			Events: []Template{{Title: "{actor1} – {event_type} – {actor2}"}},
		}
		if find(header, "sub_event_type") >= 0 {
			m.Columns = append(m.Columns, Field{Column: "sub_event_type", Means: MeansTag})
			m.Events[0].Title = "{actor1} – {sub_event_type} – {actor2}"
		}
		if find(header, "event_id_cnty") < 0 {
			m.Key = []string{"event_id_no_cnty"}
		}
		return m
	},
}

// UCDP Georeferenced Event Dataset.
var ucdp = Profile{
	Name: "ucdp", Title: "UCDP GED",
	all: []string{"datestart", "dateend", "sidea", "sideb", "dateprec"},
	mapping: fixed(Mapping{
		Namespace: "ucdp", Key: []string{"id"},
		Columns: []Field{
			{Column: "id", Means: MeansID}, {Column: "date_start", Means: MeansStart}, {Column: "date_end", Means: MeansEnd},
			{Column: "date_prec", Means: MeansStartPrecision, System: "ucdp"},
			{Column: "side_a", Means: MeansActor, Role: initiator}, {Column: "side_b", Means: MeansActor, Role: target},
			{Column: "type_of_violence", Means: MeansCategory, Values: map[string]string{"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}},
			{Column: "dyad_name", Means: MeansTitle}, {Column: "where_coordinates", Means: MeansPlace},
			{Column: "where_prec", Means: MeansPlacePrecision, Values: map[string]string{"1": "", "2": "", "3": "area", "4": "area", "5": "area", "6": "area", "7": "area"}},
			{Column: "latitude", Means: MeansLat}, {Column: "longitude", Means: MeansLon}, {Column: "source_article", Means: MeansSourceTitle},
			{Column: "source_headline", Means: MeansQuote}, {Column: "country", Means: MeansTag}, {Column: "conflict_name", Means: MeansTag},
			{Column: "best", Means: MeansNote}, {Column: "deaths_civilians", Means: MeansNote},
		},
	}),
}

package tabular

import "strings"

// The spreadsheet of TimelineJS: the names of its columns are the format.
var timelineJS = Profile{
	Name: "timelinejs", Title: "TimelineJS spreadsheet",
	all: []string{"headline", "text"}, any: []string{"year", "startdate"},
	mapping: func(header []string) Mapping {
		m := Mapping{
			Answers: Answers{string(AskEra): "bce"},
			Columns: []Field{
				{Column: "Headline", Means: MeansTitle, Format: "html"}, {Column: "Text", Means: MeansSummary, Format: "html"},
				{Column: "Year", Means: MeansStartYear}, {Column: "Month", Means: MeansStartMonth}, {Column: "Day", Means: MeansStartDay}, {Column: "Time", Means: MeansStartTime},
				{Column: "End Year", Means: MeansEndYear}, {Column: "End Month", Means: MeansEndMonth}, {Column: "End Day", Means: MeansEndDay}, {Column: "End Time", Means: MeansEndTime},
				{Column: "Start Date", Means: MeansStart}, {Column: "End Date", Means: MeansEnd},
				{Column: "Display Date", Means: MeansDateText}, {Column: "Type", Means: MeansSlide}, {Column: "Group", Means: MeansCategory}, {Column: "Tag", Means: MeansCategory},
				{Column: "Media", Means: MeansURL}, {Column: "Media Credit", Means: MeansPublisher}, {Column: "Media Caption", Means: MeansSourceTitle, Format: "html"},
			},
		}
		return m
	},
}

// Timesketch: one moment, what happened in it and what kind of moment it is.
var timesketch = Profile{
	Name: "timesketch", Title: "Timesketch",
	all: []string{"message", "datetime", "timestampdesc"},
	mapping: fixed(Mapping{Columns: []Field{
		{Column: "datetime", Means: MeansStart}, {Column: "message", Means: MeansTitle}, {Column: "timestamp_desc", Means: MeansCategory},
		{Column: "tag", Means: MeansTag, Separator: ","}, {Column: "source", Means: MeansPublisher},
	}}),
}

// Palladio takes any table; the letters of its samples are what people model
// theirs on.
var letters = Profile{
	Name: "palladio", Title: "Palladio letters",
	all: []string{"date"}, any: []string{"letterauthor", "letterrecipient"},
	mapping: func(header []string) Mapping {
		m := Mapping{Namespace: "letter", Columns: []Field{
			{Column: "Letter ID", Means: MeansID}, {Column: "Letter Author", Means: MeansActor, Role: initiator}, {Column: "Letter Recipient", Means: MeansActor, Role: target},
			{Column: "Date", Means: MeansStart}, {Column: "Source City", Means: MeansPlace}, {Column: "Destination City", Means: MeansNote},
			{Column: "Coordinates", Means: MeansPoint},
		}, Events: []Template{{Title: "Letter from {Letter Author} to {Letter Recipient}"}}}
		if find(header, "Letter ID") >= 0 {
			m.Key = []string{"Letter ID"}
		}
		return m
	},
}

// Exports of Wikidata have a column beside each date that says how much of it is
// known: 11 the day, 9 the year.
var wikidata = Profile{
	Name: "wikidata", Title: "Wikidata export",
	knows: func(u *Understanding) bool { return len(wikidataDates(u.Header)) > 0 && hasQIDs(u) },
	mapping: func(header []string) Mapping {
		m := Mapping{Namespace: "wikidata"}
		for i, pair := range wikidataDates(header) {
			date, precision := MeansStart, MeansStartPrecision
			if i > 0 && isEndName(pair[0]) {
				date, precision = MeansEnd, MeansEndPrecision
			} else if i > 0 {
				continue
			}
			m.Columns = append(m.Columns, Field{Column: pair[0], Means: date}, Field{Column: pair[1], Means: precision, System: "wikidata"})
		}
		for _, c := range []struct {
			means Meaning
			names []string
		}{
			{MeansTitle, []string{"itemLabel", "label", "eventLabel", "name", "title", "cabinetLabel"}},
			{MeansID, []string{"item", "qid", "event", "id", "wikidata", "cabinet"}},
			{MeansPoint, []string{"coords", "coordinates", "location"}},
			{MeansSummary, []string{"itemDescription", "description"}},
		} {
			for _, name := range c.names {
				if at := find(header, name); at >= 0 {
					m.Columns = append(m.Columns, Field{Column: header[at], Means: c.means})
					if c.means == MeansID {
						m.Key = []string{header[at]}
					}
					break
				}
			}
		}
		for _, name := range header {
			if plain := plainName(name); plain == "replaces" || plain == "replacedby" || strings.HasSuffix(plain, "persionlabel") || plain == "participantlabel" || plain == "personlabel" {
				means := MeansNote
				if strings.HasSuffix(plain, "label") {
					means = MeansActor
				}
				m.Columns = append(m.Columns, Field{Column: name, Means: means})
			}
		}
		return m
	},
}

// wikidataDates pairs columns of dates with those of their precision.
func wikidataDates(header []string) [][2]string {
	var pairs [][2]string
	for _, name := range header {
		plain := plainName(name)
		stem, ok := strings.CutSuffix(plain, "precision")
		if !ok || stem == "" {
			continue
		}
		for _, date := range header {
			if p := plainName(date); p == stem || p == stem+"date" || p == stem+"time" || stem == p+"date" {
				pairs = append(pairs, [2]string{date, name})
				break
			}
		}
	}
	return pairs
}

func isEndName(name string) bool {
	plain := plainName(name)
	return strings.Contains(plain, "end") || strings.Contains(plain, "until")
}

// hasQIDs reports precisions of Wikidata, or identifiers such as Q42.
func hasQIDs(u *Understanding) bool {
	found := 0
	for _, r := range u.rows[:min(len(u.rows), 20)] {
		for _, cell := range r.cells {
			if i := strings.LastIndexByte(cell, '/'); i >= 0 && strings.Contains(cell, "wikidata.org") {
				cell = cell[i+1:]
			}
			if len(cell) > 1 && cell[0] == 'Q' && allDigits(cell[1:]) {
				found++
				break
			}
		}
	}
	return found > 0
}

// Who joined which treaty when: a row is up to three events.
var treatyMembership = Profile{
	Name: "treaty-membership", Title: "Treaty membership",
	all: []string{"treaty", "signaturedate", "entryintoforcedate"}, any: []string{"contractingparty", "party", "state", "country"},
	mapping: func(header []string) Mapping {
		party := "Contracting Party"
		for _, name := range header {
			if hint, ok := hintOf(name); ok && hint.means == MeansActor {
				party = name
				break
			}
		}
		return Mapping{
			Namespace: "treaty", Key: []string{"Treaty", party},
			Events: []Template{
				{Name: "signed", Title: "{" + party + "} signs {Treaty}", Category: "agreement"},
				{Name: "joined", Title: "{" + party + "}: {Instrument Type} of {Treaty}", Category: "ratification"},
				{Name: "in-force", Title: "{Treaty} enters into force for {" + party + "}", Category: "ratification"},
			},
			Columns: []Field{
				{Column: party, Means: MeansActor}, {Column: "Treaty", Means: MeansTag},
				{Column: "Signature Date", Means: MeansStart, Event: 1}, {Column: "Instrument Date", Means: MeansStart, Event: 2},
				{Column: "Entry Into Force Date", Means: MeansStart, Event: 3},
			},
		}
	},
}

// Treaties with the dates of their lives in columns beside each other: signed,
// in force, ended.
var treaties = Profile{
	Name: "treaties", Title: "Treaties",
	knows: func(u *Understanding) bool {
		t := treatyColumns(u.Header)
		return t.signed != "" && t.title != "" && (t.force != "" || t.end != "")
	},
	mapping: func(header []string) Mapping {
		t := treatyColumns(header)
		m := Mapping{Namespace: "treaty"}
		add := func(column string, template Template) {
			if column == "" {
				return
			}
			m.Events = append(m.Events, template)
			m.Columns = append(m.Columns, Field{Column: column, Means: MeansStart, Event: len(m.Events)})
		}
		add(t.signed, Template{Name: "signed", Title: "{" + t.title + "} is signed", Category: "agreement"})
		add(t.force, Template{Name: "in-force", Title: "{" + t.title + "} enters into force", Category: "ratification"})
		add(t.end, Template{Name: "ended", Title: "{" + t.title + "} ends", Category: "withdrawal"})
		if t.id != "" {
			m.Columns = append(m.Columns, Field{Column: t.id, Means: MeansID})
			m.Key = []string{t.id}
		}
		if t.parties != "" {
			m.Columns = append(m.Columns, Field{Column: t.parties, Means: MeansActor, Separator: ";"})
		}
		return m
	},
}

type treatyNames struct{ title, signed, force, end, id, parties string }

// treatyColumns finds the columns of a table of treaties by their names.
func treatyColumns(header []string) treatyNames {
	var t treatyNames
	for _, name := range header {
		plain := plainName(name)
		for _, c := range []struct {
			into  *string
			names string
		}{
			{&t.title, "|title|treatyname|name|treaty|agreement|"},
			{&t.signed, "|signature|signed|signaturedate|datesigned|dateofsignature|"},
			{&t.force, "|force|inforce|entryintoforce|dateinforce|entryintoforcedate|dateofentryintoforce|"},
			{&t.end, "|end|ended|termination|terminationdate|enddate|"},
			{&t.id, "|treatyid|id|manyid|trtyid|"},
			{&t.parties, "|parties|members|signatories|membership|countryname|"},
		} {
			if *c.into == "" && strings.Contains(c.names, "|"+plain+"|") {
				*c.into = name
			}
		}
	}
	return t
}

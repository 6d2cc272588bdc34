package tabular

// The data sets of the Correlates of War split dates into columns, write -9 for
// what is not known, -8 for what does not apply and -7 for what goes on, and
// have several spells of a war in one row, each an event of its own here.
var (
	unknownCOW = []string{"-9", "-8"}
	ongoingCOW = []string{"-7"}
)

// spell are the fields of one spell of a war.
func spell(number int, startYear, startMonth, startDay, endYear, endMonth, endDay string) []Field {
	f := func(column string, m Meaning) Field {
		nulls := append([]string(nil), unknownCOW...)
		if m != MeansStartYear && m != MeansEndYear {
			nulls = append(nulls, ongoingCOW...)
		}
		return Field{Column: column, Means: m, Event: number, Nulls: nulls}
	}
	end := f(endYear, MeansEndYear)
	end.Ongoing = ongoingCOW
	return []Field{
		f(startYear, MeansStartYear), f(startMonth, MeansStartMonth), f(startDay, MeansStartDay),
		end, f(endMonth, MeansEndMonth), f(endDay, MeansEndDay),
	}
}

func actorCOW(column, side, system string) Field {
	return Field{Column: column, Means: MeansActor, Side: side, System: system, Nulls: append([]string(nil), unknownCOW...)}
}

// Wars between states: a row for each participant, and the rows of one war are
// one event.
var cowInterState = Profile{
	Name: "cow-inter-state", Title: "COW Inter-State Wars",
	all: []string{"warnum", "warname", "statename", "startmonth1", "startyear1"},
	mapping: fixed(Mapping{
		Namespace: "cow", Key: []string{"WarNum"}, Merge: true,
		Events: []Template{
			{Name: "1", Title: "{WarName}", Category: "military", Kind: "span"},
			{Name: "2", Title: "{WarName} (second spell)", Category: "military", Kind: "span"},
		},
		Columns: append(append([]Field{
			{Column: "WarNum", Means: MeansID}, {Column: "StateName", Means: MeansActor},
			{Column: "WhereFought", Means: MeansNote},
		},
			spell(1, "StartYear1", "StartMonth1", "StartDay1", "EndYear1", "EndMonth1", "EndDay1")...),
			spell(2, "StartYear2", "StartMonth2", "StartDay2", "EndYear2", "EndMonth2", "EndDay2")...),
	}),
}

// Wars between others than states: a row for each war, its sides spread over
// columns.
var cowNonState = Profile{
	Name: "cow-non-state", Title: "COW Non-State Wars",
	all: []string{"warnum", "warname", "sidea1", "sideb1", "startyear"},
	mapping: fixed(Mapping{
		Namespace: "cow", Key: []string{"WarNum"},
		Events: []Template{{Title: "{WarName}", Category: "military", Kind: "span"}},
		Columns: append([]Field{
			{Column: "WarNum", Means: MeansID}, {Column: "Initiator", Means: MeansInitiator, Nulls: unknownCOW},
			actorCOW("SideA1", "A", ""), actorCOW("SideA2", "A", ""), actorCOW("SideB1", "B", ""), actorCOW("SideB2", "B", ""),
			actorCOW("SideB3", "B", ""), actorCOW("SideB4", "B", ""), actorCOW("SideB5", "B", ""),
			{Column: "TotalCombatDeaths", Means: MeansNote, Nulls: unknownCOW},
		}, spell(1, "StartYear", "StartMonth", "StartDay", "EndYear", "EndMonth", "EndDay")...),
	}),
}

// Wars within states, version 5: up to four spells.
var cowIntraState = Profile{
	Name: "cow-intra-state", Title: "COW Intra-State Wars",
	all: []string{"warnum", "warname", "sidea", "sideb", "startyr1"},
	mapping: fixed(Mapping{
		Namespace: "cow", Key: []string{"WarNum"},
		Events: []Template{
			{Name: "1", Title: "{WarName}", Category: "military", Kind: "span"}, {Name: "2", Title: "{WarName} (second spell)", Category: "military", Kind: "span"},
			{Name: "3", Title: "{WarName} (third spell)", Category: "military", Kind: "span"}, {Name: "4", Title: "{WarName} (fourth spell)", Category: "military", Kind: "span"},
		},
		Columns: concat(
			[]Field{{Column: "WarNum", Means: MeansID}, actorCOW("SideA", "A", ""), actorCOW("SideB", "B", "")},
			spell(1, "StartYr1", "StartMo1", "StartDy1", "EndYr1", "EndMo1", "EndDy1"), spell(2, "StartYr2", "StartMo2", "StartDy2", "EndYr2", "EndMo2", "EndDy2"),
			spell(3, "StartYr3", "StartMo3", "StartDy3", "EndYr3", "EndMo3", "EndDy3"), spell(4, "StartYr4", "StartMo4", "StartDy4", "EndYr4", "EndMo4", "EndDy4"),
		),
	}),
}

// Wars of states with others outside them: two spells.
var cowExtraState = Profile{
	Name: "cow-extra-state", Title: "COW Extra-State Wars",
	all: []string{"warnum", "warname", "sidea", "sideb", "startyear1"},
	mapping: fixed(Mapping{
		Namespace: "cow", Key: []string{"WarNum", "SideA", "SideB"},
		Events: []Template{
			{Name: "1", Title: "{WarName}", Category: "military", Kind: "span"}, {Name: "2", Title: "{WarName} (second spell)", Category: "military", Kind: "span"},
		},
		Columns: concat(
			[]Field{{Column: "WarNum", Means: MeansID}, actorCOW("SideA", "A", ""), actorCOW("SideB", "B", "")},
			spell(1, "StartYear1", "StartMonth1", "StartDay1", "EndYear1", "EndMonth1", "EndDay1"),
			spell(2, "StartYear2", "StartMonth2", "StartDay2", "EndYear2", "EndMonth2", "EndDay2"),
		),
	}),
}

// Militarised interstate disputes, and the states that took part in them.
var (
	midDisputes = Profile{
		Name: "mid", Title: "MID disputes",
		all: []string{"dispnum", "stday", "stmon", "styear", "endyear", "hostlev"}, any: []string{"numa", "outcome"},
		mapping: func(header []string) Mapping {
			m := Mapping{
				Namespace: "mid", Key: []string{"dispnum"},
				Events:  []Template{{Title: "Militarised dispute {dispnum}", Category: "military", Kind: "span"}},
				Columns: concat([]Field{{Column: "dispnum", Means: MeansID}, {Column: "hostlev", Means: MeansNote, Nulls: unknownCOW}}, spell(0, "styear", "stmon", "stday", "endyear", "endmon", "endday")),
			}
			if find(header, "ccode") >= 0 {
				return midParticipants.mapping(header)
			}
			return m
		},
	}
	midParticipants = Profile{
		Name: "mid", Title: "MID participants",
		all: []string{"dispnum", "ccode", "stday", "stmon", "styear"},
		mapping: fixed(Mapping{
			Namespace: "mid", Key: []string{"dispnum"}, Merge: true,
			Events: []Template{{Title: "Militarised dispute {dispnum}", Category: "military", Kind: "span"}},
			Columns: concat([]Field{{Column: "dispnum", Means: MeansID}, {Column: "ccode", Means: MeansActor, System: "cow"}},
				spell(0, "styear", "stmon", "stday", "endyear", "endmon", "endday")),
		}),
	}
)

// Alliances of ATOP: an end of 0 is still to come.
var atop = Profile{
	Name: "atop", Title: "ATOP alliances",
	all: []string{"atopid", "begyr", "begmo", "begday", "endyr"},
	mapping: func(header []string) Mapping {
		m := Mapping{
			Namespace: "atop", Key: []string{"atopid"}, Merge: true,
			Events:  []Template{{Title: "Alliance {atopid}", Category: "agreement", Kind: "span"}},
			Columns: concat([]Field{{Column: "atopid", Means: MeansID}}, spell(0, "begyr", "begmo", "begday", "endyr", "endmo", "endday")),
		}
		for i := range m.Columns {
			if m.Columns[i].Means == MeansEndYear {
				m.Columns[i].Ongoing = []string{"0"}
			}
		}
		for _, name := range header {
			if plain := plainName(name); plain == "member" || len(plain) > 3 && plain[:3] == "mem" && allDigits(plain[3:]) {
				m.Columns = append(m.Columns, Field{Column: name, Means: MeansActor, System: "cow", Nulls: []string{"0"}})
			}
		}
		return m
	},
}

func concat(lists ...[]Field) []Field {
	var all []Field
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

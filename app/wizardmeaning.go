package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/data/tabular"
)

// meaningWords says what a column becomes.
func meaningWords(m tabular.Meaning) string {
	switch m {
	case tabular.MeansNothing:
		return lang.L("Do not import")
	case tabular.MeansID:
		return lang.L("Identifier")
	case tabular.MeansParent:
		return lang.L("Identifier of what it is part of")
	case tabular.MeansTitle:
		return lang.L("Title")
	case tabular.MeansSummary:
		return lang.L("Summary")
	case tabular.MeansNote:
		return lang.L("Note, added to the summary")
	case tabular.MeansStart:
		return lang.L("Date")
	case tabular.MeansStartYear:
		return lang.L("Year")
	case tabular.MeansStartMonth:
		return lang.L("Month")
	case tabular.MeansStartDay:
		return lang.L("Day")
	case tabular.MeansStartTime:
		return lang.L("Time of day")
	case tabular.MeansStartPrecision:
		return lang.L("Precision of the date")
	case tabular.MeansEnd:
		return lang.L("End date")
	case tabular.MeansEndYear:
		return lang.L("Year of the end")
	case tabular.MeansEndMonth:
		return lang.L("Month of the end")
	case tabular.MeansEndDay:
		return lang.L("Day of the end")
	case tabular.MeansEndTime:
		return lang.L("Time of the end")
	case tabular.MeansEndPrecision:
		return lang.L("Precision of the end")
	case tabular.MeansDateText:
		return lang.L("Date as shown to readers")
	case tabular.MeansKind:
		return lang.L("Event, span or deadline")
	case tabular.MeansSlide:
		return lang.L("Kind of slide")
	case tabular.MeansCategory:
		return lang.L("Category")
	case tabular.MeansCode:
		return lang.L("CAMEO code")
	case tabular.MeansScore:
		return lang.L("Conflict – cooperation")
	case tabular.MeansTag:
		return lang.L("Tag")
	case tabular.MeansActor:
		return lang.L("Actor")
	case tabular.MeansActors:
		return lang.L("Actors with their roles")
	case tabular.MeansInitiator:
		return lang.L("Which side began")
	case tabular.MeansPlace:
		return lang.L("Place")
	case tabular.MeansLat:
		return lang.L("Latitude")
	case tabular.MeansLon:
		return lang.L("Longitude")
	case tabular.MeansPoint:
		return lang.L("Latitude, longitude")
	case tabular.MeansPlacePrecision:
		return lang.L("Precision of the place")
	case tabular.MeansPublisher:
		return lang.L("Publisher")
	case tabular.MeansSourceTitle:
		return lang.L("Title of the source")
	case tabular.MeansURL:
		return lang.L("Source address")
	case tabular.MeansSourceDate:
		return lang.L("Date of the source")
	case tabular.MeansQuote:
		return lang.L("Quotation")
	case tabular.MeansLocator:
		return lang.L("Page in the source")
	case tabular.MeansSources:
		return lang.L("Sources, written as Chancery does")
	case tabular.MeansLinks:
		return lang.L("Links, written as Chancery does")
	case tabular.MeansCollection:
		return lang.L("Collection")
	case tabular.MeansConfidence:
		return lang.L("Confidence")
	}
	return string(m)
}

// meaningGroups are the meanings as the menu shows them: those that most columns
// have, and menus of the others.
func meaningGroups() (plain []tabular.Meaning, groups []meaningGroup) {
	return []tabular.Meaning{
			tabular.MeansNothing, tabular.MeansStart, tabular.MeansEnd, tabular.MeansTitle, tabular.MeansSummary, tabular.MeansNote,
			tabular.MeansActor, tabular.MeansCategory, tabular.MeansPlace, tabular.MeansURL,
		}, []meaningGroup{
			{lang.L("Parts of the date"), []tabular.Meaning{
				tabular.MeansStartYear, tabular.MeansStartMonth, tabular.MeansStartDay, tabular.MeansStartTime, tabular.MeansStartPrecision, tabular.MeansDateText,
			}},
			{lang.L("Parts of the end"), []tabular.Meaning{
				tabular.MeansEndYear, tabular.MeansEndMonth, tabular.MeansEndDay, tabular.MeansEndTime, tabular.MeansEndPrecision,
			}},
			{lang.L("Actors, more"), []tabular.Meaning{tabular.MeansActors, tabular.MeansInitiator}},
			{lang.L("What kind of event"), []tabular.Meaning{
				tabular.MeansCode, tabular.MeansScore, tabular.MeansTag, tabular.MeansKind, tabular.MeansSlide, tabular.MeansConfidence,
			}},
			{lang.L("Place, more"), []tabular.Meaning{tabular.MeansLat, tabular.MeansLon, tabular.MeansPoint, tabular.MeansPlacePrecision}},
			{lang.L("Source, more"), []tabular.Meaning{
				tabular.MeansPublisher, tabular.MeansSourceTitle, tabular.MeansSourceDate, tabular.MeansQuote, tabular.MeansLocator, tabular.MeansSources,
			}},
			{lang.L("Identity and links"), []tabular.Meaning{tabular.MeansID, tabular.MeansParent, tabular.MeansCollection, tabular.MeansLinks}},
		}
}

// A meaningGroup is a menu of meanings.
type meaningGroup struct {
	name     string
	meanings []tabular.Meaning
}

// meaningItems returns the menu of what a column can become.
func meaningItems(now tabular.Meaning, choose func(tabular.Meaning)) []*fyne.MenuItem {
	plain, groups := meaningGroups()
	one := func(m tabular.Meaning) *fyne.MenuItem {
		return checked(meaningWords(m), m == now, func() { choose(m) })
	}
	var items []*fyne.MenuItem
	for _, m := range plain {
		items = append(items, one(m))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, g := range groups {
		sub := fyne.NewMenuItem(g.name, nil)
		sub.ChildMenu = fyne.NewMenu("")
		for _, m := range g.meanings {
			sub.ChildMenu.Items = append(sub.ChildMenu.Items, one(m))
			sub.Checked = sub.Checked || m == now
		}
		items = append(items, sub)
	}
	return items
}

package tabular

import "slices"

// A Meaning says what the cells of a column are in an event.
type Meaning string

// The meanings of columns. A date is in one column or in several: year, month
// and day, which may be missing. The precision lowers that of the date beside
// it. The columns MeansActors, MeansSources and MeansLinks are written as in
// Chancery's own tables.
const (
	MeansNothing        Meaning = ""
	MeansID             Meaning = "id"
	MeansParent         Meaning = "parent" // the id of what the event is part of
	MeansTitle          Meaning = "title"
	MeansSummary        Meaning = "summary"
	MeansNote           Meaning = "note" // added to the summary, with the column's name
	MeansStart          Meaning = "start"
	MeansStartYear      Meaning = "start-year"
	MeansStartMonth     Meaning = "start-month"
	MeansStartDay       Meaning = "start-day"
	MeansStartTime      Meaning = "start-time"
	MeansStartPrecision Meaning = "start-precision"
	MeansEnd            Meaning = "end"
	MeansEndYear        Meaning = "end-year"
	MeansEndMonth       Meaning = "end-month"
	MeansEndDay         Meaning = "end-day"
	MeansEndTime        Meaning = "end-time"
	MeansEndPrecision   Meaning = "end-precision"
	MeansDateText       Meaning = "date-text" // the date as people are to read it
	MeansKind           Meaning = "kind"
	MeansSlide          Meaning = "slide" // what a row of TimelineJS is: title, era or an event
	MeansCategory       Meaning = "category"
	MeansCode           Meaning = "code" // CAMEO, as text
	MeansScore          Meaning = "score"
	MeansTag            Meaning = "tag"
	MeansActor          Meaning = "actor"
	MeansActors         Meaning = "actors"
	MeansInitiator      Meaning = "initiator" // which side began
	MeansPlace          Meaning = "place"
	MeansLat            Meaning = "lat"
	MeansLon            Meaning = "lon"
	MeansPoint          Meaning = "point"           // latitude, comma, longitude
	MeansPlacePrecision Meaning = "place-precision" // "area" where the point is that of a country or region
	MeansPublisher      Meaning = "publisher"
	MeansSourceTitle    Meaning = "source-title"
	MeansURL            Meaning = "url"
	MeansSourceDate     Meaning = "source-date"
	MeansQuote          Meaning = "quote"
	MeansLocator        Meaning = "locator"
	MeansSources        Meaning = "sources"
	MeansLinks          Meaning = "links"
	MeansCollection     Meaning = "collection"
	MeansConfidence     Meaning = "confidence"
)

// Meanings returns every meaning in the order in which people choose from them.
func Meanings() []Meaning {
	return []Meaning{
		MeansNothing, MeansStart, MeansEnd, MeansTitle, MeansSummary, MeansActor, MeansCategory, MeansCode, MeansScore, MeansTag,
		MeansPlace, MeansLat, MeansLon, MeansPoint, MeansPlacePrecision, MeansPublisher, MeansSourceTitle, MeansURL, MeansSourceDate,
		MeansQuote, MeansLocator, MeansNote, MeansID, MeansParent, MeansCollection, MeansConfidence, MeansKind, MeansDateText,
		MeansStartYear, MeansStartMonth, MeansStartDay, MeansStartTime, MeansStartPrecision,
		MeansEndYear, MeansEndMonth, MeansEndDay, MeansEndTime, MeansEndPrecision,
		MeansInitiator, MeansSlide, MeansActors, MeansSources, MeansLinks,
	}
}

// Valid reports whether m is one of Meanings.
func (m Meaning) Valid() bool { return slices.Contains(Meanings(), m) }

// isDate reports a column whose cells are whole dates.
func (m Meaning) isDate() bool { return m == MeansStart || m == MeansEnd || m == MeansSourceDate }

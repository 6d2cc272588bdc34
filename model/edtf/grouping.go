package edtf

// A grouping is a part of a year with a code of its own in place of the month:
// the seasons and the other sub-year groupings of EDTF level 2.
type grouping struct {
	precision Precision
	first     int // first month; the grouping may run into the next year
	months    int
	name      string // how Display writes it; "%s" stands for the year
}

const (
	firstGrouping = 21
	lastGrouping  = 41
)

// groupings are the codes 21 to 41. Seasons are meteorological, whole months.
// Seasons 21 to 24 say nothing of a hemisphere and are laid out as northern;
// winter is December to February, of the year in which it begins.
var groupings = [...]grouping{
	{Season, 3, 3, "spring %s"},
	{Season, 6, 3, "summer %s"},
	{Season, 9, 3, "autumn %s"},
	{Season, 12, 3, "winter %s"},
	{Season, 3, 3, "northern spring %s"},
	{Season, 6, 3, "northern summer %s"},
	{Season, 9, 3, "northern autumn %s"},
	{Season, 12, 3, "northern winter %s"},
	{Season, 9, 3, "southern spring %s"},
	{Season, 12, 3, "southern summer %s"},
	{Season, 3, 3, "southern autumn %s"},
	{Season, 6, 3, "southern winter %s"},
	{Quarter, 1, 3, "Q1 %s"},
	{Quarter, 4, 3, "Q2 %s"},
	{Quarter, 7, 3, "Q3 %s"},
	{Quarter, 10, 3, "Q4 %s"},
	{Quadrimester, 1, 4, "first third of %s"},
	{Quadrimester, 5, 4, "second third of %s"},
	{Quadrimester, 9, 4, "last third of %s"},
	{Semester, 1, 6, "first half of %s"},
	{Semester, 7, 6, "second half of %s"},
}

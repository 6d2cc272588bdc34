// Package edtf reads, writes and measures dates as the Extended Date/Time
// Format has them: EDTF of the Library of Congress (February 2019), which is
// ISO 8601-2, levels 0, 1 and 2.
//
// A Date keeps exactly what was known, a decade, a month, a doubtful day, a
// start without an end, and never pads it. [Parse] reads EDTF and nothing else;
// [Read] reads what people write. [Date.Bounds] lays a Date on a time axis as
// four bounds. The package knows nothing of events, files or screens.
//
// All calendar arithmetic is proleptic Gregorian with astronomical years, so
// the year 0000 is 1 BCE and -0043 is 44 BCE.
package edtf

// Package exchange writes chronologies in the formats of other programs, and
// reads theirs: timelines, calendars, networks and bibliographies. Writers take
// a sequence of events and hold one at a time, readers yield one at a time, so
// that the size of a file does not matter.
//
// Dates keep what is known of them. Where a format has no way to say that a day
// is not known, its writer shows the whole stretch in which the event lies, says
// so in words, and gives the date as EDTF beside it.
//
// The package knows nothing of archives. docs/exchange.md describes the formats
// for people.
package exchange

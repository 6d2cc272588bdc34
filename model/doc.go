// Package model holds the chronology: events, who took part in them, where
// each fact comes from, what answered what, and the agreements whose clocks
// run through them. It also holds Columns, the columnar form from which
// timelines and charts are drawn.
//
// Everything else in Chancery points at this package. It knows no database,
// no file format and no widget, and imports nothing but the standard library
// and its two children, edtf and cameo.
package model

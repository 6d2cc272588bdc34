// Package charts says what a chart is. A Spec is plain data: what is drawn, in
// words and numbers, with the table that says the same to a reader who does not
// see it. Builders make Specs from model.Columns and a set of kept rows.
//
// A Spec knows no colours, no pixels and no file format; those who draw it
// choose them. Whatever draws a chart, the numbers are those of its Spec.
package charts

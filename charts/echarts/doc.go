// Package echarts writes charts as one HTML page that needs no network and
// loads nothing: Apache ECharts is inside it.
//
// go-echarts builds the options and nothing more. Its own pages are not safe
// with text that others wrote: a title may end the script, and text between
// "__f__" runs. Here options are marshalled by encoding/json, which escapes
// <, > and &, into a data block that is never executed; the functions of a
// chart are found by its kind in our own constant script; and the policy of the
// page lets only the two scripts run whose hashes it names.
//
// Without scripts and on paper the page is whole: charts are the pictures that
// the program draws, and tables hold every number of them.
package echarts

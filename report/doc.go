// Package report says what a report of an archive holds and writes it: the kept
// events as one page with their timeline, the lives of agreements, charts, a
// table, sources and the data themselves.
//
// The words and figures of a report are made here, from the model; its pictures
// by app/scene and its page by charts/echarts.
package report

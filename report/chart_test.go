package report_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"chancery/charts"
	"chancery/model/edtf"
	"chancery/report"
)

// The page of a chart of the curated archive has the events that the chart
// counts, all of them with their sources, and none else.
func TestChartPage(t *testing.T) {
	a, c := curated(t)
	page := report.ChartPage{Archive: a, Data: charts.Data{Columns: c}, Of: []charts.Subject{{Actor: "Japan", With: "South Korea"}}, Made: time.Unix(0, 0)}
	o := charts.Options{
		Subject: charts.Subject{Actor: "Japan", With: "South Korea"}, RollUp: true, Unit: charts.Month, From: edtf.At(2018, 10, 1), To: edtf.At(2019, 9, 1),
	}
	var err error
	if page.Spec, err = charts.Build(t.Context(), "conflict", page.Data, o); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := page.Write(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	scored := 0
	for _, n := range page.Spec.Series[0].N {
		scored += n
	}
	if got := strings.Count(b.String(), `<tr id="event-`); got != scored || got == 0 {
		t.Errorf("%d events are listed, the chart counts %d", got, scored)
	}
	wants(t, b.String(),
		`<h1 dir="auto">Japan – South Korea</h1>`, "Korean Supreme Court orders Nippon Steel to pay", `id="source-1"`,
		`download="conflict.csv"`, `id="chancery-csv"`, "Exported 1 Jan 1970",
	)
	if strings.Contains(b.String(), "Abe and Moon meet at the UN</bdi></th>") {
		t.Error("an event before the time of the chart is listed")
	}
}

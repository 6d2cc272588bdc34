//go:build browser

package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
	"chancery/internal/chromium"
	"chancery/model"
	"chancery/report"
)

// The page of the peer: the same events on a plain timeline of ECharts, as its
// documents suggest, spans as a custom series and points as a scatter chart made
// for many of them. It says that it is painted when ECharts has finished.
const peerPage = `<!DOCTYPE html><meta charset="utf-8"><title>Peer</title><div id="c" style="width:1100px;height:900px"></div>
<script>%s</script><script>const spans=%s,points=%s,lanes=%s;
const chart=echarts.init(document.getElementById('c'));
chart.on('finished',()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{if(!document.documentElement.dataset.painted){performance.mark('painted');document.documentElement.dataset.painted='all'}})));
chart.setOption({animation:false,useUTC:true,tooltip:{formatter:p=>echarts.format.encodeHTML(p.value[p.value.length-1])},grid:{left:120},
xAxis:{type:'time'},yAxis:{type:'category',data:lanes},dataZoom:[{type:'inside',throttle:0},{type:'slider'}],
series:[{type:'custom',progressive:0,encode:{x:[0,1],y:2},data:spans,renderItem:(params,api)=>{const a=api.coord([api.value(0),api.value(2)]),b=api.coord([api.value(1),api.value(2)]),h=api.size([0,1])[1]*.6;
const shape=echarts.graphic.clipRectByRect({x:a[0],y:a[1]-h/2,width:Math.max(b[0]-a[0],2),height:h},{x:params.coordSys.x,y:params.coordSys.y,width:params.coordSys.width,height:params.coordSys.height});
return shape&&{type:'rect',shape,style:{fill:'#2a54a7'}}}},
{type:'scatter',large:true,progressive:0,symbolSize:4,encode:{x:0,y:1},data:points}]});</script>`

// writePeer writes the peer's page of all events of an archive.
func writePeer(ctx context.Context, a *store.Archive, path string) error {
	lanes, known := []string{}, map[string]int{}
	spans, points := [][]any{}, [][]any{}
	for e, err := range a.Events(ctx, model.Filter{}) {
		if err != nil {
			return err
		}
		lane, ok := known[e.Collection]
		if !ok {
			lane = len(lanes)
			known[e.Collection] = lane
			lanes = append(lanes, e.Collection)
		}
		b := e.Bounds()
		if e.Kind == model.Span {
			spans = append(spans, []any{int64(b.EarliestStart) * 1000, int64(b.LatestEnd) * 1000, lane, e.Title})
		} else {
			points = append(points, []any{int64(b.EarliestStart) * 1000, lane, e.Title})
		}
	}
	var parts [3][]byte
	for i, v := range []any{spans, points, lanes} {
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		parts[i] = text
	}
	return os.WriteFile(path, fmt.Appendf(nil, peerPage, assets.ECharts, parts[0], parts[1], parts[2]), 0o644)
}

// painted opens a page in a browser of its own and returns when it was painted,
// in milliseconds from the start of its loading: with us, when the timeline has
// its marks and words. The other charts, which the peer has not, stand there as
// pictures then.
func painted(ctx context.Context, page string) (ms float64, err error) {
	b, err := chromium.Start(ctx)
	if err != nil {
		return 0, err
	}
	defer b.Close()
	p, err := b.Page(ctx)
	if err != nil {
		return 0, err
	}
	if err := p.Size(ctx, 1200, 1000); err != nil {
		return 0, err
	}
	if err := p.Open(ctx, page); err != nil {
		return 0, err
	}
	err = p.Eval(ctx, `new Promise(done => { const look = () => {
		const mark = performance.getEntriesByName('painted')[0];
		mark ? requestAnimationFrame(() => done(mark.startTime)) : setTimeout(look, 20);
	}; look(); })`, &ms)
	return ms, err
}

// BenchmarkBrowserTimeline compares a report of 100,000 events with the peer's
// page of the same events: how large they are, and the least time from the start
// of loading until their timelines are drawn, each time in a new browser.
func BenchmarkBrowserTimeline(b *testing.B) {
	ctx, dir := b.Context(), b.TempDir()
	archive := filepath.Join(dir, "many.chancery")
	if err := data.Generate(ctx, archive, 100_000, nil); err != nil {
		b.Fatal(err)
	}
	a, err := store.Open(ctx, archive)
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	columns, err := a.Columns(ctx)
	if err != nil {
		b.Fatal(err)
	}
	ours, peer := filepath.Join(dir, "report.html"), filepath.Join(dir, "peer.html")
	var page bytes.Buffer
	r := report.Report{Archive: a, Columns: columns, Made: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
	if _, err := r.Write(ctx, &page); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(ours, page.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	if err := writePeer(ctx, a, peer); err != nil {
		b.Fatal(err)
	}
	var least [2]float64
	for b.Loop() {
		for i, path := range []string{ours, peer} {
			ms, err := painted(ctx, path)
			if err != nil {
				b.Fatal(err)
			}
			if least[i] == 0 || ms < least[i] {
				least[i] = ms
			}
		}
	}
	var size [2]float64
	for i, path := range []string{ours, peer} {
		about, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		size[i] = float64(about.Size())
	}
	b.ReportMetric(least[0], "report-ms")
	b.ReportMetric(least[1], "peer-ms")
	b.ReportMetric(least[0]/least[1], "time/peer")
	b.ReportMetric(size[0]/1e6, "report-MB")
	b.ReportMetric(size[0]/size[1], "size/peer")
}

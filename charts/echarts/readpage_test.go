package echarts_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"chancery/charts/echarts"
)

// What a page carries is read back to the byte, hostile text too.
func TestReadPage(t *testing.T) {
	events := sampleEvents()
	for i, title := range hostile {
		e := events[0]
		e.Key, e.Title = fmt.Sprint("hostile-", i), strings.ReplaceAll(title, "\x00", "")
		events = append(events, e)
	}
	p := pageOf(events)
	p.View = json.RawMessage(`{"words":"</script><script type=\"application/json\" id=\"chancery-data\">"}`)
	p.Beside = map[string][]byte{"actors.csv": []byte("id,name\n<b>,\u2028\n")}
	got, err := echarts.ReadPage(strings.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.CSV) == 0 || !bytes.Equal(got.CSV, p.CSV) {
		t.Errorf("the table is\n%s\nwant\n%s", got.CSV, p.CSV)
	}
	if !bytes.Equal(got.Beside["actors.csv"], p.Beside["actors.csv"]) {
		t.Errorf("beside stands %q", got.Beside)
	}
	var view, want struct{ Words string }
	if err := errors.Join(json.Unmarshal(got.View, &view), json.Unmarshal(p.View, &want)); err != nil || view != want {
		t.Errorf("the view is %s; %v", got.View, err)
	}
}

func TestReadPageWithoutMore(t *testing.T) {
	got, err := echarts.ReadPage(strings.NewReader(write(t, echarts.Page{Title: "Nothing"})))
	if err != nil || got.View != nil || got.CSV != nil || got.Beside != nil {
		t.Errorf("read %+v, %v", got, err)
	}
}

// Whatever a file holds, it is read as a page or refused.
func FuzzReadPage(f *testing.F) {
	var page bytes.Buffer
	if err := echarts.WritePage(&page, pageOf(sampleEvents()[:3])); err != nil {
		f.Fatal(err)
	}
	// The library is most of a page and is not looked at.
	text := page.String()
	if at := strings.Index(text, `<script type="application/json" id="chancery-library">`); at > 0 {
		text = text[:at]
	}
	f.Add([]byte(text))
	f.Add([]byte(`<script type="application/json" id="chancery-data">{"columns":1}</script>`))
	f.Fuzz(func(t *testing.T, page []byte) {
		_, _ = echarts.ReadPage(bytes.NewReader(page))
	})
}

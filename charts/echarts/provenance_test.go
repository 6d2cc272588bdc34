package echarts

import (
	"strings"
	"testing"

	"chancery/model"
)

// A page that does not hold every event says so.
func TestProvenanceCountsWhatIsLeftOut(t *testing.T) {
	all := strings.Join(provenance(&Page{Events: make([]model.Event, 3), Total: 3}), " ")
	if !strings.Contains(all, "every event is here") {
		t.Errorf("of a whole page: %s", all)
	}
	some := strings.Join(provenance(&Page{Events: make([]model.Event, 3), Total: 1200}), " ")
	if !strings.Contains(some, "1\u00a0200 events") || !strings.Contains(some, "first 3") || strings.Contains(some, "every event") {
		t.Errorf("of a page of some: %s", some)
	}
}

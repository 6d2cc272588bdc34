package data_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// What is copied is pasted as it was, into another archive with its keys and
// into its own with others, links among the events following.
func TestCopyAndPasteEvents(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "curated.chancery")
	if _, err := data.CreateCurated(ctx, path, assets.Curated); err != nil {
		t.Fatal(err)
	}
	own, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer own.Close()
	other, err := store.Create(ctx, filepath.Join(t.TempDir(), "other.chancery"))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	var copied []model.Event
	for e, err := range own.Events(ctx, model.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		copied = append(copied, e)
	}
	var text strings.Builder
	if err := data.WriteEvents(&text, copied); err != nil {
		t.Fatal(err)
	}

	pasted, err := data.ReadEvents(ctx, text.String())
	if err != nil {
		t.Fatal(err)
	}
	if err := data.AsNew(ctx, other, pasted, func() string { t.Error("a key was made where none is taken"); return "" }); err != nil {
		t.Fatal(err)
	}
	for i := range copied {
		copied[i].ID, copied[i].Origin = 0, model.Origin{}
	}
	dates := cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() })
	if diff := cmp.Diff(copied, pasted, dates); diff != "" {
		t.Errorf("what is pasted is not what was copied (-copied +pasted):\n%s", diff)
	}

	made := 0
	if err := data.AsNew(ctx, own, pasted, func() string { made++; return fmt.Sprintf("new-%d", made) }); err != nil {
		t.Fatal(err)
	}
	if made != len(copied) {
		t.Errorf("%d keys were made for %d events that are there already", made, len(copied))
	}
	for i, e := range pasted {
		for k, l := range e.Links {
			if !strings.HasPrefix(l.To, "new-") {
				t.Errorf("%s: link to %s still names the event that was copied, %s", e.Key, l.To, copied[i].Links[k].To)
			}
		}
	}
}

func TestReadEventsRefuses(t *testing.T) {
	ctx := context.Background()
	for _, text := range []string{"", "On 22 August Seoul decided.", "a,b\n1,2\n", "{\"events\":[]}"} {
		if _, err := data.ReadEvents(ctx, text); !errors.Is(err, data.ErrNoTable) {
			t.Errorf("%q: %v, want ErrNoTable", text, err)
		}
	}
	_, err := data.ReadEvents(ctx, "id,title,start,category\na,Talks,2019-11-17,meeting\nb,More talks,2019-13-45,meeting\n")
	if err == nil || !strings.Contains(err.Error(), "row 3") {
		t.Errorf("a bad date: %v, want an error that names row 3", err)
	}
	// From a spreadsheet, which sets cells apart by tabs.
	events, err := data.ReadEvents(ctx, "id\ttitle\tstart\tcategory\na\tTalks\t2019-11-17\tmeeting\n")
	if err != nil || len(events) != 1 || events[0].Title != "Talks" {
		t.Errorf("tabs: %v, %v", events, err)
	}
}

package data_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/data"
	"chancery/model"
	"chancery/model/edtf"
)

// A standpoint is read back whole, and does not name the user.
func TestStandpointIsReadBack(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	want := data.Standpoint{
		Archive: filepath.Join(home, "papers", "pact.chancery"), Events: 3, Hash: "5e1ec7",
		Pinned: []string{"a"}, Selected: []string{"b", "c"},
		View: model.View{
			Filter: model.Filter{
				Collections: []string{"</script>"}, Actors: []string{"Japan", "South Korea"}, AllActors: true,
				Places: []string{"\xff"}, Text: "pact",
				Period: model.Period{From: edtf.Past, To: edtf.At(2020, 1, 1), Mode: model.Inside, Certainly: true},
			},
			From: edtf.At(2018, 1, 1), To: edtf.At(2020, 1, 1), ScrollY: 4.5, Grouping: model.ByPair, RollUp: true,
			Arrangement: model.Arrangement{Order: []string{"x"}, Hidden: map[string]bool{"y": true}},
			AsOf:        edtf.At(2019, 11, 17), AsOfChosen: true,
		},
	}
	text, err := json.Marshal(&want)
	if err != nil {
		t.Fatal(err)
	}
	var about struct{ Archive string }
	if err := json.Unmarshal(text, &about); err != nil || about.Archive != "~/papers/pact.chancery" {
		t.Errorf("the archive is written as %q; %v", about.Archive, err)
	}
	var got data.Standpoint
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	// On another machine it is the same file below that user's folder.
	other := t.TempDir()
	t.Setenv("HOME", other)
	t.Setenv("USERPROFILE", other)
	if err := json.Unmarshal(text, &got); err != nil || got.Archive != filepath.Join(other, "papers", "pact.chancery") {
		t.Errorf("elsewhere the archive is %s; %v", got.Archive, err)
	}
	if _, err := os.Stat(got.Archive); !os.IsNotExist(err) {
		t.Errorf("%s: %v", got.Archive, err)
	}
}

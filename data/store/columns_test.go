package store_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// filled returns an archive of random events, hostile and plain ones.
func filled(tb testing.TB, n int) *store.Archive {
	tb.Helper()
	a := newArchive(tb)
	g := newGenerator(11)
	events := make([]model.Event, n)
	for i := range events {
		events[i] = g.event(fmt.Sprint(i))
		if i%2 == 0 {
			events[i] = g.plain(i)
		}
	}
	put(tb, a, events...)
	return a
}

// wantColumns fails unless c says of every event what the event says of itself.
func wantColumns(tb testing.TB, a *store.Archive, c *model.Columns) {
	tb.Helper()
	events := collect(tb, a, model.Filter{})
	if c.Len() != len(events) {
		tb.Fatalf("%d rows for %d events", c.Len(), len(events))
	}
	generation, err := a.Generation(tb.Context())
	if err != nil || c.Generation != generation {
		tb.Errorf("generation %d, want %d, %v", c.Generation, generation, err)
	}
	byID := map[model.EventID]model.Event{}
	for _, e := range events {
		byID[e.ID] = e
	}
	for i, id := range c.ID {
		if i > 0 && (c.Start[i-1] > c.Start[i] || c.Start[i-1] == c.Start[i] && c.ID[i-1] >= id) {
			tb.Fatalf("row %d is out of order", i)
		}
		e := byID[id]
		b := e.Bounds()
		type row struct {
			start, end                              edtf.Instant
			form                                    model.Form
			category, collection, place, confidence string
		}
		got := row{c.Start[i], c.End[i], c.Form[i], c.Categories[c.Category[i]].Key,
			c.Collections[c.Collection[i]].Key, c.Places[c.Place[i]], c.Confidences[c.Confidence[i]]}
		want := row{b.EarliestStart, b.LatestEnd, model.FormOf(e.Kind, e.Start, e.End), e.Category, e.Collection, e.Place.Name, e.Confidence}
		if got != want {
			tb.Fatalf("row %d of event %s is\n%+v\nwant\n%+v", i, e.Key, got, want)
		}
		var taking []model.Participation
		actors, roles := c.ActorsOf(i)
		for k := range actors {
			taking = append(taking, model.Participation{Actor: c.Actors[actors[k]].Name, Role: roles[k]})
		}
		if !reflect.DeepEqual(taking, e.Actors) {
			tb.Fatalf("row %d of event %s has the actors %v, want %v", i, e.Key, taking, e.Actors)
		}
	}
	if first, last := c.Window(edtf.Past, edtf.Future); last-first > c.Len() {
		tb.Errorf("Window answers %d, %d", first, last)
	}
}

func TestColumnsAgreeWithEvents(t *testing.T) {
	a := filled(t, 700)
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wantColumns(t, a, c)
	a = reopen(t, a)
	kept, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(kept, c) {
		t.Error("the columns of the snapshot differ from those that were built")
	}
}

func TestColumnsFollowEdits(t *testing.T) {
	a := filled(t, 100)
	g := newGenerator(12)
	for i := range 20 {
		events := collect(t, a, model.Filter{})
		before, after := events[g.IntN(len(events))], g.event(fmt.Sprint("new ", i))
		after.ID = before.ID
		apply(t, a, "change", model.Change{Before: &before, After: &after})
		c, err := a.Columns(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		wantColumns(t, a, c)
	}
}

func TestScores(t *testing.T) {
	a := newArchive(t)
	put(t, a,
		model.Event{Key: "1", CAMEO: "163"},
		model.Event{Key: "2", CAMEO: "163", Score: model.Score{Value: 2.54, Valid: true}},
		model.Event{Key: "3", CAMEO: "no code"},
		model.Event{Key: "4", Score: model.Score{Value: -1e9, Valid: true}},
		model.Event{Key: "5", Score: model.Score{Value: 0, Valid: true}},
	)
	c, err := a.Columns(t.Context())
	want := []int8{-80, 25, model.NoScore, -100, 0}
	if err != nil || !reflect.DeepEqual(c.Score, want) {
		t.Errorf("scores %v, %v, want %v", c.Score, err, want)
	}
}

func TestEmptyArchive(t *testing.T) {
	a := newArchive(t)
	for range 2 {
		c, err := a.Columns(t.Context())
		if err != nil || c.Len() != 0 || len(c.ActorAt) != 1 {
			t.Errorf("columns %+v, %v", c, err)
		}
		a = reopen(t, a)
	}
	s, err := a.Summary(t.Context())
	if err != nil || s != (store.Summary{}) {
		t.Errorf("summary %+v, %v", s, err)
	}
	if findings, err := a.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("Check: %q, %v", findings, err)
	}
}

// tamper runs statements on the file of a closed archive, past the store.
func tamper(tb testing.TB, path string, statements ...string) {
	tb.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		tb.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.ExecContext(tb.Context(), s); err != nil {
			tb.Fatalf("%s: %v", s, err)
		}
	}
}

func TestSnapshotIsNotTrusted(t *testing.T) {
	for _, tt := range []struct{ name, statement string }{
		{"a bit changed", "UPDATE snapshot SET data = zeroblob(length(data)) WHERE id = 0"},
		{"cut short", "UPDATE snapshot SET data = substr(data, 2) WHERE id = 3 << 32"},
		{"a column missing", "DELETE FROM snapshot WHERE id = 11 << 32"},
		{"all missing", "DELETE FROM snapshot"},
		{"a column too many", "INSERT INTO snapshot SELECT 12 << 32, checksum, data FROM snapshot WHERE id = 0"},
		{"of an older generation", "UPDATE meta SET value = value - 1 WHERE key = 'snapshot_generation'"},
		{"of another format", "UPDATE meta SET value = 99 WHERE key = 'snapshot_format'"},
		{"of other names", "UPDATE meta SET value = value + 1 WHERE key = 'snapshot_names'"},
		{"fewer events", "UPDATE meta SET value = value - 1 WHERE key = 'snapshot_events'"},
		{"impossibly many events", "UPDATE meta SET value = 1 << 60 WHERE key = 'snapshot_events'"},
		{"a negative count", "UPDATE meta SET value = -1 WHERE key = 'snapshot_participations'"},
		{"the head missing", "DELETE FROM meta WHERE key LIKE 'snapshot%'"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := filled(t, 60)
			want, err := a.Columns(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			tamper(t, a.Path(), tt.statement)
			a = reopen(t, a)
			for range 2 { // built anew, and then read from the new snapshot
				got, err := a.Columns(t.Context())
				if err != nil || !reflect.DeepEqual(got, want) {
					t.Fatalf("the columns differ (%v)", err)
				}
			}
			noFindings(t, a)
		})
	}
}

func TestSaveSnapshotIgnoresOldColumns(t *testing.T) {
	a := filled(t, 10)
	old, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	put(t, a, newGenerator(99).plain(99))
	if err := a.SaveSnapshot(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	c, err := a.Columns(t.Context())
	if err != nil || c.Len() != 11 {
		t.Errorf("%d events, %v", c.Len(), err)
	}
}

// TestColumnsDuringBatch makes sure that reading never waits for a writer.
func TestColumnsDuringBatch(t *testing.T) {
	a := filled(t, 10)
	e := newGenerator(1).plain(500)
	apply(t, a, "add", model.Change{After: &e}) // the snapshot is stale now
	b, err := a.Begin(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	if c, err := a.Columns(t.Context()); err != nil || c.Len() != 11 {
		t.Errorf("Columns: %v", err)
	}
	if ids, err := a.Search(t.Context(), "talks"); err != nil || len(ids) == 0 {
		t.Errorf("Search: %v, %v", ids, err)
	}
}

func TestCheckFinds(t *testing.T) {
	for _, tt := range []struct{ name, statement, says string }{
		{"a date that cannot be read", "UPDATE event SET start_date = 'soon' WHERE id = 1", "date that cannot be read"},
		{"an instant that is not the date's", "UPDATE event SET start_at = 0 WHERE id = 1", "not drawn where its date says"},
		{"a link to nowhere", "INSERT INTO link VALUES (1, 9, 0, 'nowhere')", `links to "nowhere"`},
		{"a row without its parent", "UPDATE participation SET actor_id = 999 WHERE event_id = 1", "missing row of actor"},
		{"an agreement on an event that is not there", "INSERT INTO agreement_event VALUES (1, 9, 'gone')", `names the event "gone"`},
		{"a party that is no actor", "INSERT INTO agreement_party VALUES (1, 9, 'Nobody')", `names the party "Nobody"`},
		{"a parent that is not there", "UPDATE actor SET parent = 'nobody' WHERE id = 1", `belongs to "nobody"`},
		{"a post in what is not there", "INSERT INTO actor_post VALUES (1, 0, 'o', 'nobody', '', '', 0)", `belongs to "nobody"`},
		{"a snapshot that is damaged", "UPDATE snapshot SET data = zeroblob(length(data)) WHERE id = 0", "snapshot: it is damaged"},
		{"a snapshot that differs", "UPDATE event SET tenths = 55 WHERE id = 1", "snapshot: it differs"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			e := newGenerator(1).plain(0)
			put(t, a, e)
			putAll(t, a, func(b *store.Batch) {
				if _, err := b.PutAgreement(t.Context(), &model.Agreement{Key: "pact", Events: []string{e.Key}}); err != nil {
					t.Fatal(err)
				}
			})
			if findings, err := a.Check(t.Context()); err != nil || len(findings) > 0 {
				t.Fatalf("before: %q, %v", findings, err)
			}
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			tamper(t, a.Path(), tt.statement)
			a = reopen(t, a)
			findings, err := a.Check(t.Context())
			if err != nil || !strings.Contains(strings.Join(findings, "\n"), tt.says) {
				t.Errorf("Check: %q, %v, want %q", findings, err, tt.says)
			}
		})
	}
}

func TestCheckNamesOnlySoMany(t *testing.T) {
	a := newArchive(t)
	e := model.Event{Key: "1"}
	for i := range 50 {
		e.Links = append(e.Links, model.Link{To: fmt.Sprint("nowhere ", i)})
	}
	put(t, a, e)
	findings, err := a.Check(t.Context())
	if err != nil || len(findings) != 21 || findings[20] != "links: and 30 more" {
		t.Errorf("%d findings, the last %q, %v", len(findings), findings[max(len(findings)-1, 0):], err)
	}
}

func TestOneFileAfterClose(t *testing.T) {
	a := filled(t, 300)
	if _, err := a.Columns(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, filepath.Dir(a.Path()), filepath.Base(a.Path()))
}

// TestUpdateColumnsEqualsReading makes random edits of every kind, and wants
// the columns that follow them to be those that are read anew.
func TestUpdateColumnsEqualsReading(t *testing.T) {
	a := filled(t, 120)
	g := newGenerator(31)
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	update := func(what string, e model.Edit) {
		t.Helper()
		before := *c
		var ids []model.EventID
		for _, change := range e.Changes {
			if change.After != nil {
				ids = append(ids, change.After.ID)
			} else {
				ids = append(ids, change.Before.ID)
			}
		}
		updated, err := a.UpdateColumns(t.Context(), c, ids)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(*c, before) {
			t.Fatalf("%s: the columns before were changed", what)
		}
		read, err := a.Columns(t.Context())
		if err != nil || !reflect.DeepEqual(updated, read) {
			t.Fatalf("%s: the updated columns differ from those read (%v)", what, err)
		}
		c = updated
	}
	for i := range 150 {
		events := collect(t, a, model.Filter{})
		edit := model.Edit{Label: fmt.Sprint(i)}
		for k, at := range g.Perm(len(events))[:1+g.IntN(3)] {
			before, after := events[at], events[at]
			added := g.event(fmt.Sprint(i, " ", k))
			switch g.IntN(5) {
			case 0:
				edit.Changes = append(edit.Changes, model.Change{After: &added})
				continue
			case 1:
				if len(events) > 20 {
					edit.Changes = append(edit.Changes, model.Change{Before: &before})
					continue
				}
			case 2:
				after = added
				after.ID = before.ID
			case 3:
				after.Category, after.Place.Name = added.Category, added.Place.Name
			}
			after.Title += " again"
			edit.Changes = append(edit.Changes, model.Change{Before: &before, After: &after})
		}
		if err := a.Apply(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
		update("apply", edit)
		if i%3 == 0 {
			undone, err := a.Undo(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			update("undo", undone)
		}
		if i%6 == 0 {
			redone, err := a.Redo(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			update("redo", redone)
		}
	}
}

// TestUpdateColumnsShares makes sure that a change of words copies nothing.
func TestUpdateColumnsShares(t *testing.T) {
	a := filled(t, 50)
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before := collect(t, a, model.Filter{})[7]
	after := before
	after.Title += " again"
	apply(t, a, "words", model.Change{Before: &before, After: &after})
	u, err := a.UpdateColumns(t.Context(), c, []model.EventID{before.ID})
	if err != nil || &u.Start[0] != &c.Start[0] || &u.Category[0] != &c.Category[0] || &u.Actor[0] != &c.Actor[0] {
		t.Errorf("a change of the title copied an array (%v)", err)
	}
	if u.Generation != c.Generation+1 {
		t.Errorf("generation %d after %d", u.Generation, c.Generation)
	}
}

// TestUpdateColumnsReadsAllWhenBehind makes sure that no change is missed.
func TestUpdateColumnsReadsAllWhenBehind(t *testing.T) {
	a := filled(t, 10)
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	put(t, a, newGenerator(99).plain(98))
	put(t, a, newGenerator(99).plain(99))
	u, err := a.UpdateColumns(t.Context(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantColumns(t, a, u)
}

func TestLoadColumnsReports(t *testing.T) {
	a := newArchive(t)
	events := make([]model.Event, 12_000)
	g := newGenerator(3)
	for i := range events {
		events[i] = g.plain(i)
	}
	put(t, a, events...)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, a.Path(), "DELETE FROM snapshot")
	a = reopen(t, a)
	var last, whole int64
	c, err := a.LoadColumns(t.Context(), func(done, total int64) {
		if done <= last || done > total {
			t.Errorf("%d of %d done after %d", done, total, last)
		}
		last, whole = done, total
	})
	if err != nil || whole != int64(c.Len()+len(c.Actor)) {
		t.Errorf("%d rows reported, there are %d, %v", whole, c.Len()+len(c.Actor), err)
	}
}

// TestSnapshotFollowsSmallBatches makes sure that a batch which changes little of
// a large archive leaves a snapshot of what it made, new names included.
func TestSnapshotFollowsSmallBatches(t *testing.T) {
	defer store.LargeFrom(50)()
	a := filled(t, 200)
	if _, err := a.Columns(t.Context()); err != nil {
		t.Fatal(err)
	}
	g := newGenerator(5)
	fresh, changed := g.event("brand new"), g.event("another")
	put(t, a, fresh)
	put(t, a, changed)
	changed.Title, changed.Collection = "Other words", "a collection that was not there"
	put(t, a, changed)
	if !a.SnapshotIsCurrent(t.Context()) {
		t.Fatal("the snapshot is stale")
	}
	c, err := a.LoadColumns(t.Context(), func(done, total int64) { t.Error("the tables are read") })
	if err != nil {
		t.Fatal(err)
	}
	wantColumns(t, a, c)
}

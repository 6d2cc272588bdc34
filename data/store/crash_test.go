package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"chancery/data/store"
	"chancery/model"
)

// childArchive names the archive that a copy of this test program shall import
// into until it is killed.
const childArchive = "CHANCERY_TEST_CHILD_ARCHIVE"

// childUndoes, when it is set, makes the copy undo what it imports.
const childUndoes = "CHANCERY_TEST_CHILD_UNDOES"

// childSearches, when it is set, makes the copy bring the search index along.
const childSearches = "CHANCERY_TEST_CHILD_SEARCHES"

// roundWord is in the summary of every event of the rounds.
const roundWord = "roundabout"

func TestMain(m *testing.M) {
	if path := os.Getenv(childArchive); path != "" {
		work := importForever
		if os.Getenv(childUndoes) != "" {
			work = undoForever
		}
		if err := work(path); err != nil {
			fmt.Println("error", err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// The size of each round that the child imports: so many new events, and so
// many that every round updates.
const (
	roundEvents  = 400
	roundUpdates = 100
)

// manyEvents are so many that a batch which expects them drops the indexes.
const manyEvents = 1 << 20

// importForever imports rounds, most of them without indexes, and says on its output how far it is: a line
// "put" for every fifty events, and "done N" for a round that is committed.
func importForever(path string) error {
	ctx := context.Background()
	searches := os.Getenv(childSearches) != ""
	if searches {
		defer store.IndexInFiles()()
	}
	a, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	s, err := a.Summary(ctx)
	if err != nil {
		return err
	}
	for round := s.Batches; ; round++ {
		b, err := a.Begin(ctx, fmt.Sprint("round ", round))
		if err != nil {
			return err
		}
		if round%3 != 1 {
			b.Expect(manyEvents)
		}
		if searches {
			b.SearchMeanwhile()
		}
		g := newGenerator(uint64(round))
		for i := range roundEvents + roundUpdates {
			e := g.plain(round*roundEvents + i)
			e.Links, e.Collection, e.Summary = nil, fmt.Sprint("round ", round), roundWord
			if i >= roundEvents {
				e.Key = fmt.Sprint("updated ", i)
			}
			if _, err := b.PutEvent(ctx, &e); err != nil {
				return err
			}
			if i%50 == 0 {
				fmt.Println("put")
			}
		}
		if err := b.Commit(ctx); err != nil {
			return err
		}
		fmt.Println("done", round)
		if !searches {
			continue
		}
		if err := a.Index(ctx, 0, func(done, total int64) { fmt.Println("put") }); err != nil {
			return err
		}
	}
}

// killed runs a copy of this program on an archive until it has said n lines, and
// kills it. It returns the last round that the copy said it had committed. A
// number of lines, not of milliseconds, so that a slow machine kills in the middle
// too; the child runs on while the line is on its way.
func killed(tb testing.TB, archive string, n int, env ...string) (committed int) {
	tb.Helper()
	program, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	child := exec.CommandContext(tb.Context(), program)
	child.Env = append(append(os.Environ(), childArchive+"="+archive), env...)
	output, err := child.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := child.Start(); err != nil {
		tb.Fatal(err)
	}
	committed = -1
	lines := bufio.NewScanner(output)
	for ; n > 0 && lines.Scan(); n-- {
		committed = max(committed, round(tb, lines.Text()))
	}
	if err := child.Process.Kill(); err != nil {
		tb.Fatal(err)
	}
	for lines.Scan() {
		committed = max(committed, round(tb, lines.Text()))
	}
	_ = child.Wait() // it was killed: that is its error
	return committed
}

// TestKill kills a program in the middle of imports. What was committed must be
// there whole, and nothing of what was not.
func TestKill(t *testing.T) {
	a := newArchive(t)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	for kill := range 10 {
		committed := killed(t, a.Path(), 1+rand.IntN(40))
		examineRounds(t, a.Path(), kill, committed)
	}
}

// undoForever imports a batch that adds and updates, and undoes it, again and
// again.
func undoForever(path string) error {
	ctx := context.Background()
	a, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	for {
		id, _, err := a.NewestBatch(ctx)
		if err != nil {
			return err
		}
		if id > 1 {
			err := a.UndoBatch(ctx, id, func(done, total int64) { fmt.Println("put") })
			if err != nil {
				return err
			}
		}
		b, err := a.Begin(ctx, "again")
		if err != nil {
			return err
		}
		if id%2 == 0 {
			b.Expect(manyEvents)
		}
		for _, events := range changedEvents() {
			_, errs := b.PutEvents(ctx, events)
			if err := errors.Join(errs...); err != nil {
				return err
			}
			fmt.Println("put")
		}
		if err := b.Commit(ctx); err != nil {
			return err
		}
		fmt.Println("put")
	}
}

// changedEvents are put over an archive of the first roundEvents plain ones, half
// of which they change.
func changedEvents() [][]model.Event {
	var turns [][]model.Event
	g := newGenerator(61)
	for from := roundEvents / 2; from < 3*roundEvents; from += 100 {
		turn := make([]model.Event, 100)
		for i := range turn {
			turn[i] = g.plain(from + i)
			turn[i].Title = fmt.Sprint("changed ", from+i)
		}
		turns = append(turns, turn)
	}
	return turns
}

// TestKillUndo kills a program in the middle of imports and of their undoing, and
// wants the archive to be as before the batch or as after it.
func TestKillUndo(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(60)
	first := make([]model.Event, roundEvents)
	for i := range first {
		first[i] = g.plain(i)
	}
	put(t, a, first...)
	titles := func() map[string]string {
		titles := map[string]string{}
		for _, e := range collect(t, a, model.Filter{}) {
			titles[e.Key] = e.Title
		}
		return titles
	}
	before := titles()
	after := maps.Clone(before)
	for _, turn := range changedEvents() {
		for i := range turn {
			after[turn[i].Key] = turn[i].Title
		}
	}
	for kill := range 20 {
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		killed(t, a.Path(), 1+rand.IntN(30), childUndoes+"=yes")
		var err error
		if a, err = store.Open(t.Context(), a.Path()); err != nil {
			t.Fatal(err)
		}
		noFindings(t, a)
		want := before
		id, _, err := a.NewestBatch(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if id > 1 {
			want = after
		}
		if !maps.Equal(titles(), want) {
			t.Fatalf("kill %d: with the batch %d the archive is neither as before it nor as after it", kill, id)
		}
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
}

// round reads a line of the child; it is -1 unless the line says "done".
func round(tb testing.TB, line string) int {
	tb.Helper()
	if strings.HasPrefix(line, "error") {
		tb.Fatal(line)
	}
	number, ok := strings.CutPrefix(line, "done ")
	if !ok {
		return -1
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func examineRounds(tb testing.TB, path string, kill, committed int) {
	tb.Helper()
	a, err := store.Open(tb.Context(), path)
	if err != nil {
		tb.Fatal(err)
	}
	defer a.Close()
	if findings, err := a.Check(tb.Context()); err != nil || len(findings) > 0 {
		tb.Fatalf("kill %d: Check: %q, %v", kill, findings, err)
	}
	s, err := a.Summary(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	if s.Batches <= committed {
		tb.Errorf("kill %d: round %d was committed, but only %d are there", kill, committed, s.Batches)
	}
	counts := map[string]int{}
	for e, err := range a.Events(tb.Context(), model.Filter{}) {
		if err != nil {
			tb.Fatal(err)
		}
		counts[e.Collection]++
	}
	for n := range s.Batches {
		want := roundEvents
		if n == s.Batches-1 {
			want += roundUpdates // the last round updated them
		}
		if got := counts[fmt.Sprint("round ", n)]; got != want {
			tb.Errorf("kill %d: round %d of %d has %d events, want %d", kill, n, s.Batches, got, want)
		}
	}
	if len(counts) != s.Batches {
		tb.Errorf("kill %d: events of %d rounds, want %d", kill, len(counts), s.Batches)
	}
}

func TestDiskFull(t *testing.T) {
	a := filled(t, 200)
	want := collect(t, a, model.Filter{})
	generation, _ := a.Generation(t.Context())
	if err := a.LimitPages(t.Context(), 1); err != nil { // the present size is the least
		t.Fatal(err)
	}
	b, err := a.Begin(t.Context(), "too much")
	if err == nil {
		g := newGenerator(3)
		for i := 0; err == nil && i < 5000; i++ {
			e := g.plain(10_000 + i)
			_, err = b.PutEvent(t.Context(), &e)
		}
		if err == nil {
			t.Fatal("5000 events went into a full archive")
		}
		if again := b.Commit(t.Context()); !errors.Is(again, store.ErrDiskFull) {
			t.Errorf("Commit: %v", again)
		}
	}
	if !errors.Is(err, store.ErrDiskFull) || !strings.Contains(err.Error(), a.Path()) {
		t.Errorf("error is %v", err)
	}
	e := newGenerator(4).plain(90_000)
	e.Summary = strings.Repeat("long ", 100_000)
	if err := a.Apply(t.Context(), model.Edit{Changes: []model.Change{{After: &e}}}); !errors.Is(err, store.ErrDiskFull) {
		t.Errorf("Apply: %v", err)
	}
	if now, _ := a.Generation(t.Context()); now != generation {
		t.Errorf("generation %d, want %d", now, generation)
	}
	if got := collect(t, a, model.Filter{}); len(got) != len(want) {
		t.Errorf("%d events, want %d", len(got), len(want))
	}
	noFindings(t, a)
	if err := a.LimitPages(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	put(t, a, newGenerator(5).plain(1))
	noFindings(t, a)
}

func TestSecondWriterIsToldWhy(t *testing.T) {
	first := filled(t, 10)
	second, err := store.OpenWaiting(t.Context(), first.Path(), time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	b, err := first.Begin(t.Context(), "long import")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	if _, err := second.Begin(t.Context(), "x"); !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), first.Path()) {
		t.Errorf("Begin: %v", err)
	}
	e := newGenerator(1).plain(77)
	if err := second.Apply(t.Context(), model.Edit{Changes: []model.Change{{After: &e}}}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("Apply: %v", err)
	}
	if c, err := second.Columns(t.Context()); err != nil || c.Len() != 10 {
		t.Errorf("Columns beside a writer: %v", err)
	}
	if err := b.Rollback(); err != nil {
		t.Fatal(err)
	}
	put(t, second, e)
	if got := len(collect(t, first, model.Filter{})); got != 11 {
		t.Errorf("the first sees %d events, want 11", got)
	}
}

// TestWritersTakeTurns makes sure that within one program a write waits, and
// that the wait can be given up.
func TestWritersTakeTurns(t *testing.T) {
	a := filled(t, 10)
	b, err := a.Begin(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := a.Begin(ctx, "y"); !errors.Is(err, context.Canceled) {
		t.Errorf("Begin: %v", err)
	}
	e := newGenerator(1).plain(77)
	applied := make(chan error)
	go func() { applied <- a.Apply(t.Context(), model.Edit{Changes: []model.Change{{After: &e}}}) }()
	f := newGenerator(1).plain(78)
	if _, err := b.PutEvent(t.Context(), &f); err != nil {
		t.Fatal(err)
	}
	if err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := <-applied; err != nil {
		t.Errorf("Apply after the batch: %v", err)
	}
	if _, err := b.PutEvent(t.Context(), &f); err == nil {
		t.Error("a batch took an event after its end")
	}
	if got := len(collect(t, a, model.Filter{})); got != 12 {
		t.Errorf("%d events, want 12", got)
	}
}

// TestDiskFullInALargeBatch fills the disk where the indexes are gone, which must
// bring them back with all else.
func TestDiskFullInALargeBatch(t *testing.T) {
	a := filled(t, 300)
	want, indexes := collect(t, a, model.Filter{}), indexesOf(t, a)
	if err := a.LimitPages(t.Context(), 1); err != nil { // the present size is the least
		t.Fatal(err)
	}
	b, err := a.Begin(t.Context(), "too much")
	if err == nil {
		b.Expect(manyEvents)
		g := newGenerator(71)
		for i := 0; err == nil && i < 20_000; i += 500 {
			events := make([]model.Event, 500)
			for k := range events {
				events[k] = g.plain(10_000 + i + k)
			}
			_, errs := b.PutEvents(t.Context(), events)
			err = errors.Join(errs...)
		}
		if again := b.Commit(t.Context()); !errors.Is(again, store.ErrDiskFull) {
			t.Errorf("Commit: %v", again)
		}
	}
	if !errors.Is(err, store.ErrDiskFull) {
		t.Errorf("error is %v", err)
	}
	if got := indexesOf(t, a); !slices.Equal(got, indexes) {
		t.Errorf("there are the indexes %q", got)
	}
	if got := collect(t, a, model.Filter{}); len(got) != len(want) {
		t.Errorf("%d events, want %d", len(got), len(want))
	}
	noFindings(t, a)
}

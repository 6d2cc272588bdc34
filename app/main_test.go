package app

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"chancery/assets"
	"chancery/data"
)

func TestMain(m *testing.M) {
	if err := loadWords(); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// A bench is a window under test with what its goroutines post.
type bench struct {
	*Window
	t     *testing.T
	queue *queue
}

// newBench opens a window of 1440 × 900 on an archive of the curated events.
func newBench(t *testing.T) *bench {
	t.Helper()
	return openBench(t, curated(t))
}

// openBench opens a window on an archive, or on none.
func openBench(t *testing.T, path string) *bench {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(NewTheme(LookLight, 1))
	q := &queue{}
	win := test.NewWindow(container.NewWithoutLayout())
	w, err := newWindow(a, win, Options{}, newFaces, q.add)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Workspace.Close(); err != nil {
			t.Error(err)
		}
		win.Close()
	})
	w.timeline.now = func() time.Time { return time.Date(2019, 11, 17, 12, 0, 0, 0, time.UTC) }
	w.timeline.pace.every = 0 // what is in view is told at once
	win.Resize(fyne.NewSize(1440, 900))
	b := &bench{Window: w, t: t, queue: q}
	if path != "" {
		if err := w.Workspace.Open(context.Background(), path); err != nil {
			t.Fatal(err)
		}
	}
	b.settle()
	return b
}

// curatedBytes is an archive of the curated events, made once for all tests.
var curatedBytes = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "chancery")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "curated.chancery")
	if _, err := data.CreateCurated(context.Background(), path, assets.Curated); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// curated returns the path of a new archive of the curated events.
func curated(t *testing.T) string {
	t.Helper()
	archive, err := curatedBytes()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "curated.chancery")
	if err := os.WriteFile(path, archive, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// settle builds scenes, as painting would, and runs what was posted until
// nothing more is.
func (b *bench) settle() {
	b.t.Helper()
	for range 100 {
		b.timeline.current()
		if !b.queue.settle(b.Window) {
			return
		}
	}
	b.t.Fatal("the window does not come to rest")
}

// texts returns every text that an object shows, top to bottom.
func texts(o fyne.CanvasObject) []string {
	var found []string
	for _, part := range test.LaidOutObjects(o) {
		found = append(found, textOf(part)...)
	}
	return found
}

// press takes a way on from the message that is shown.
func (m *Messages) press(t *testing.T, word string) {
	t.Helper()
	if m.Shown() {
		for _, way := range m.Layer.Objects[0].(*Note).Ways {
			if way.Word == word {
				way.Tapped()
				return
			}
		}
	}
	t.Fatalf("no way %q on from the message %q", word, m.Sentence())
}

// selectKey selects the event of a key, as reading it would.
func (b *bench) selectKey(key string) {
	b.t.Helper()
	e, err := b.Workspace.Archive().EventByKey(b.t.Context(), key)
	if err != nil {
		b.t.Fatal(err)
	}
	b.goTo(e.ID)
	b.settle()
}

// press types a key into what has the keyboard.
func (b *bench) press(keys ...fyne.KeyName) {
	b.t.Helper()
	for _, key := range keys {
		focused := b.win.Canvas().Focused()
		if focused == nil {
			b.t.Fatalf("nothing has the keyboard for %s", key)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
		b.settle()
	}
}

package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"chancery/data/store"
	"chancery/model"
)

// A Standpoint is how an archive was looked at when a report was made of it, and
// how to know that archive again.
type Standpoint struct {
	Archive  string     // path of its file when the report was made
	View     model.View // without a name and without pins
	Pinned   []string   // keys of events
	Selected []string   // keys of events
	Events   int        // that the view keeps; a report may hold only the first of them
	Hash     string     // SHA-256, in hexadecimal, of the table of events
}

// standpointVersion is that of the JSON of standpoints. Fields may be added
// within a version.
const standpointVersion = 1

// A standpointRecord is how a page writes a standpoint. A path below the home
// folder begins with "~/": it holds on other machines, and does not name the
// user.
type standpointRecord struct {
	Version  int             `json:"version"`
	Archive  string          `json:"archive"`
	Events   int             `json:"events"`
	Hash     string          `json:"sha256"`
	View     json.RawMessage `json:"view"`
	Pinned   []string        `json:"pinned,omitempty"`
	Selected []string        `json:"selected,omitempty"`
}

// MarshalJSON implements json.Marshaler.
func (s *Standpoint) MarshalJSON() ([]byte, error) {
	view := s.View
	view.Pinned = nil
	content, err := store.EncodeView(view)
	if err != nil {
		return nil, err
	}
	return json.Marshal(standpointRecord{
		Version: standpointVersion, Archive: fromHome(s.Archive), Events: s.Events, Hash: s.Hash,
		View: json.RawMessage(content), Pinned: s.Pinned, Selected: s.Selected,
	})
}

// UnmarshalJSON implements json.Unmarshaler. One that a later version wrote is
// an error.
func (s *Standpoint) UnmarshalJSON(text []byte) error {
	var r standpointRecord
	if err := json.Unmarshal(text, &r); err != nil {
		return err
	}
	if r.Version > standpointVersion {
		return errors.New("it was made by a newer Chancery")
	}
	view, err := store.DecodeView("", string(r.View))
	if err != nil {
		return fmt.Errorf("its view cannot be read: %w", err)
	}
	view.Pinned = nil
	*s = Standpoint{
		Archive: atHome(r.Archive), View: view, Pinned: r.Pinned, Selected: r.Selected, Events: r.Events, Hash: r.Hash,
	}
	return nil
}

// StandpointOf returns the standpoint of an archive, its pinned events and a
// selection by their keys. events are those that the view keeps, how many there
// are of them, and their table.
func StandpointOf(ctx context.Context, a *store.Archive, view model.View, selected []model.EventID, events int, table []byte) (s Standpoint, err error) {
	s = Standpoint{Archive: a.Path(), View: view, Events: events, Hash: hashOf(table)}
	s.View.Name, s.View.Pinned = "", nil
	if s.Pinned, err = KeysOf(ctx, a, view.Pinned); err != nil {
		return s, err
	}
	s.Selected, err = KeysOf(ctx, a, selected)
	return s, err
}

func hashOf(table []byte) string {
	sum := sha256.Sum256(table)
	return hex.EncodeToString(sum[:])
}

// KeysOf returns the keys of events, passing over those that are there no more.
func KeysOf(ctx context.Context, a *store.Archive, ids []model.EventID) (keys []string, err error) {
	for _, id := range ids {
		e, err := a.Event(ctx, id)
		switch {
		case errors.Is(err, store.ErrNoEvent):
		case err != nil:
			return nil, err
		default:
			keys = append(keys, e.Key)
		}
	}
	return keys, nil
}

// idsOf returns the events with keys, passing over keys that the archive has
// not.
func idsOf(ctx context.Context, a *store.Archive, keys []string) (ids []model.EventID, err error) {
	for _, key := range keys {
		e, err := a.EventByKey(ctx, key)
		switch {
		case errors.Is(err, store.ErrNoEvent):
		case err != nil:
			return nil, err
		default:
			ids = append(ids, e.ID)
		}
	}
	return ids, nil
}

const homeMark = "~/"

// fromHome writes a path below the home folder from there.
func fromHome(path string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" {
		return path
	}
	if below, ok := strings.CutPrefix(path, home+string(filepath.Separator)); ok {
		return homeMark + filepath.ToSlash(below)
	}
	return path
}

// atHome is the inverse of fromHome.
func atHome(path string) string {
	below, ok := strings.CutPrefix(path, homeMark)
	if home, err := os.UserHomeDir(); ok && err == nil {
		return filepath.Join(home, filepath.FromSlash(below))
	}
	return path
}

package tabular

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// A Fold says which rows are folded into one event.
type Fold string

// The ways to fold. Rows that say the same are folded by FoldSame; the mirror
// images A on B and B on A of one event by FoldMirrored; reports of one day, one
// pair of actors and one code by FoldReports.
const (
	FoldSame     Fold = "same"
	FoldMirrored Fold = "mirrored"
	FoldReports  Fold = "reports"
)

// Folds returns every way to fold.
func Folds() []Fold { return []Fold{FoldSame, FoldMirrored, FoldReports} }

// ParseFolds reads ways to fold with commas between them.
func ParseFolds(text string) ([]Fold, error) {
	var folds []Fold
	for _, word := range strings.Split(text, ",") {
		f := Fold(strings.TrimSpace(word))
		if !slices.Contains(Folds(), f) {
			return nil, fmt.Errorf("rows are folded by same, mirrored or reports, not %q", word)
		}
		folds = append(folds, f)
	}
	return folds, nil
}

// offers are the ways to fold that make sense for a file.
func (u *Understanding) offers() []Fold {
	switch u.Profile {
	case "icews":
		return []Fold{FoldMirrored, FoldReports}
	case "gdelt":
		return []Fold{FoldReports, FoldMirrored}
	}
	return []Fold{FoldSame}
}

// A folder says which events are one. The zero hash is that of events that are
// like no other.
type folder struct {
	seed  maphash.Seed
	folds []Fold
	merge bool
	hash  maphash.Hash
}

func newFolder(folds []Fold, merge bool) *folder {
	f := &folder{seed: maphash.MakeSeed(), folds: folds, merge: merge}
	f.hash.SetSeed(f.seed)
	return f
}

func (f *folder) has(way Fold) bool { return slices.Contains(f.folds, way) }

// A Likeness counts the events that one way to fold would take for one, without
// folding them. It holds eight bytes for each event.
type Likeness struct {
	Fold   Fold
	folder *folder
	hashes []uint64
}

// NewLikeness counts for a way to fold.
func NewLikeness(way Fold) *Likeness {
	return &Likeness{Fold: way, folder: newFolder([]Fold{way}, false)}
}

// Add takes an event.
func (l *Likeness) Add(e *model.Event) {
	if h := l.folder.of(e); h != 0 {
		l.hashes = append(l.hashes, h)
	}
}

// Count returns how many of the events would be folded into another.
func (l *Likeness) Count() (folded int) {
	for _, n := range severals(l.hashes) {
		folded += n - 1
	}
	return folded
}

// of returns the hash that events to be folded share.
func (f *folder) of(e *model.Event) uint64 {
	f.hash.Reset()
	write := func(parts ...string) {
		for _, p := range parts {
			f.hash.WriteString(p)
			f.hash.WriteByte(0)
		}
	}
	if f.merge {
		write(e.Key)
		return f.hash.Sum64() | 1
	}
	mirrored, reports := f.has(FoldMirrored), f.has(FoldReports)
	if !mirrored && !reports {
		if !f.has(FoldSame) {
			return 0
		}
		write(e.Title, e.Summary, e.Place.Name, e.CAMEO, e.Category)
	}
	from, to := pairOf(e)
	if (mirrored || reports) && (from == "" || to == "" || e.CAMEO == "") {
		return 0
	}
	if mirrored && from > to {
		from, to = to, from
	}
	write(e.Start.String(), e.End.String(), e.CAMEO, from, to)
	if !reports && len(e.Citations) > 0 {
		c := &e.Citations[0]
		write(c.Source.Publisher, c.Source.URL, c.Locator)
	}
	return f.hash.Sum64() | 1
}

// pairOf returns who acted on whom, or the first two who took part.
func pairOf(e *model.Event) (from, to string) {
	for _, p := range e.Actors {
		switch {
		case p.Role == model.Initiator && from == "":
			from = p.Actor
		case p.Role == model.Target && to == "":
			to = p.Actor
		}
	}
	for _, p := range e.Actors {
		switch {
		case p.Role == model.Initiator || p.Role == model.Target:
		case from == "":
			from = p.Actor
		case to == "":
			to = p.Actor
		}
	}
	return from, to
}

// A foldFeed folds events of a feed into one. It knows from an earlier pass how
// many events share each hash, so that it holds only those of which more are to
// come.
type foldFeed struct {
	Feed
	folder *folder
	left   map[uint64]int // events still to come, of those that are several
	open   map[uint64]*model.Event
	out    []Row
}

// newFoldFeed reads a feed to its end to see what is to be folded, and returns
// another one that folds.
func newFoldFeed(ctx context.Context, f *folder, open func() (Feed, error)) (Feed, error) {
	first, err := open()
	if err != nil {
		return nil, err
	}
	defer first.Close()
	var hashes []uint64
	for {
		rows, err := first.Next(ctx)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		for i := range rows {
			for k := range rows[i].Events {
				if h := f.of(&rows[i].Events[k]); h != 0 {
					hashes = append(hashes, h)
				}
			}
		}
	}
	feed, err := open()
	if err != nil {
		return nil, err
	}
	return &foldFeed{Feed: feed, folder: f, left: severals(hashes), open: map[uint64]*model.Event{}}, nil
}

// severals counts the hashes that come more than once.
func severals(hashes []uint64) map[uint64]int {
	slices.Sort(hashes)
	left := map[uint64]int{}
	for i := 0; i < len(hashes); {
		n := 1
		for i+n < len(hashes) && hashes[i+n] == hashes[i] {
			n++
		}
		if n > 1 {
			left[hashes[i]] = n
		}
		i += n
	}
	return left
}

// Next implements Feed.
func (f *foldFeed) Next(ctx context.Context) ([]Row, error) {
	rows, err := f.Feed.Next(ctx)
	if err != nil {
		return nil, err
	}
	f.out = f.out[:0]
	for i := range rows {
		f.fold(&rows[i])
	}
	return f.out, nil
}

// fold takes the events of a row that others are like out of it, and gives them
// back when the last of them has come.
func (f *foldFeed) fold(r *Row) {
	var kept []model.Event
	into := 0
	var done []Row
	for i := range r.Events {
		e := &r.Events[i]
		h := f.folder.of(e)
		if h == 0 || f.left[h] == 0 {
			kept = append(kept, *e)
			continue
		}
		one := f.open[h]
		if one == nil {
			one = cloned(e)
			f.open[h] = one
			into = -1
		} else {
			merge(one, e, f.folder.merge)
			if into == 0 {
				into = one.Origin.Row
			}
		}
		if f.left[h]--; f.left[h] == 0 {
			done = append(done, Row{Number: one.Origin.Row, Events: []model.Event{*one}, Late: true})
			delete(f.open, h)
			delete(f.left, h)
		}
	}
	if r.Problem == nil && r.Folded == 0 {
		if len(kept) == 0 && into > 0 {
			r.Folded = into
		}
		r.Events = kept
	}
	f.out = append(append(f.out, *r), done...)
}

// cloned returns an event that stays as it is when the next rows are read.
func cloned(e *model.Event) *model.Event {
	c := *e
	c.Actors = slices.Clone(e.Actors)
	c.Citations = slices.Clone(e.Citations)
	c.Links = slices.Clone(e.Links)
	c.Tags = slices.Clone(e.Tags)
	for _, text := range []*string{&c.Title, &c.Summary, &c.Key} {
		*text = strings.Clone(*text)
	}
	return &c
}

// merge adds to an event what another, which is the same one, has beside it. An
// actor who is initiator in one and target in the other takes part in both
// ways. With times, an event of several rows lasts from the first to the last.
func merge(one, other *model.Event, times bool) {
	for _, p := range other.Actors {
		i := slices.IndexFunc(one.Actors, func(q model.Participation) bool { return q.Actor == p.Actor })
		switch {
		case i < 0:
			one.Actors = append(one.Actors, p)
		case one.Actors[i].Role != p.Role:
			one.Actors[i].Role = model.Participant
		}
	}
	for _, c := range other.Citations {
		if !slices.Contains(one.Citations, c) {
			one.Citations = append(one.Citations, c)
		}
	}
	for _, tag := range other.Tags {
		if !slices.Contains(one.Tags, tag) {
			one.Tags = append(one.Tags, tag)
		}
	}
	for _, l := range other.Links {
		if !slices.Contains(one.Links, l) {
			one.Links = append(one.Links, l)
		}
	}
	if one.Summary == "" {
		one.Summary = strings.Clone(other.Summary)
	}
	if !one.Score.Valid {
		one.Score = other.Score
	}
	if times {
		mergeTimes(one, other)
	}
}

func mergeTimes(one, other *model.Event) {
	if earlier(other.Start, one.Start) < 0 {
		one.Start, one.StartText = other.Start, other.StartText
	}
	switch {
	case one.End.IsOpen() || other.End.IsZero():
	case other.End.IsOpen(), one.End.IsZero(), one.End.Bounds().LatestEnd < other.End.Bounds().LatestEnd:
		one.End, one.EndText = other.End, other.EndText
	}
	if !one.End.IsZero() {
		one.Kind = model.Span
	}
}

// earlier compares the earliest moments of two dates; of those that are the
// same, the one that is known more exactly comes first.
func earlier(a, b edtf.Date) int {
	x, y := a.Bounds(), b.Bounds()
	return cmp.Or(cmp.Compare(x.EarliestStart, y.EarliestStart), -cmp.Compare(a.Precision(), b.Precision()))
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"chancery/model"
)

// PutActor adds or updates an actor, found by its key or else by its name. An
// actor that events only named so far is completed, and counts as Added. An
// actor without a key takes that of the one with its name. It sets a.ID.
func (b *Batch) PutActor(ctx context.Context, a *model.Actor) (Outcome, error) {
	if err := b.check(); err != nil {
		return Unchanged, err
	}
	if a.Name == "" {
		return Unchanged, &FieldError{"name", "an actor needs a name"}
	}
	return b.done(b.w.putActor(ctx, a))
}

// A knownActor is what is stored under a key or a name.
type knownActor struct {
	id        int64
	key, name string
	described bool
}

func (w *writer) findActor(ctx context.Context, by, value string) (k knownActor, err error) {
	err = w.row(ctx, "SELECT id, ifnull(key, ''), name, described FROM actor WHERE "+by+" = ?", value).
		Scan(&k.id, &k.key, &k.name, &k.described)
	if errors.Is(err, sql.ErrNoRows) {
		return knownActor{}, nil
	}
	return k, err
}

func (w *writer) putActor(ctx context.Context, a *model.Actor) (Outcome, error) {
	if err := w.flush(ctx); err != nil {
		return Unchanged, err
	}
	var known knownActor
	var err error
	if a.Key != "" {
		if known, err = w.findActor(ctx, "key", a.Key); err != nil {
			return Unchanged, err
		}
	}
	namesake, err := w.findActor(ctx, "name", a.Name)
	if err != nil {
		return Unchanged, err
	}
	switch {
	case namesake.id == 0 || namesake.id == known.id:
	case known.id == 0 && (namesake.key == "" || a.Key == ""):
		known = namesake
	case known.id != 0 && !namesake.described:
		if err := w.mergeActor(ctx, namesake.id, known.id); err != nil {
			return Unchanged, err
		}
	default:
		return Unchanged, &FieldError{"name", fmt.Sprintf("%q is already the name of the actor %q", a.Name, namesake.key)}
	}
	if known.id == 0 {
		known.id, err = w.insert(ctx, `INSERT INTO actor (name, kind, parent, country, code, from_date, to_date, described)
			VALUES (?, 0, '', '', '', '', '', 0)`, a.Name)
		if err != nil {
			return Unchanged, err
		}
		known.name = a.Name
		if err := w.shelve(ctx, shelvedActor, known.id, nil); err != nil {
			return Unchanged, err
		}
	}
	a.ID = model.ActorID(known.id)
	if a.Key == "" {
		a.Key = known.key
	}
	return w.describeActor(ctx, a, known)
}

// mergeActor moves the events of one actor to another and drops the first.
func (w *writer) mergeActor(ctx context.Context, from, into int64) error {
	w.gathered = nil
	moved := map[int64]bool{}
	if err := w.ids(ctx, moved, "SELECT event_id FROM participation WHERE actor_id = ?", from); err != nil {
		return err
	}
	err := eachPage(moved, func(page []int64) error { return w.shelveEvents(ctx, page) })
	if err != nil {
		return err
	}
	if err := w.exec(ctx, "UPDATE participation SET actor_id = ? WHERE actor_id = ?", into, from); err != nil {
		return err
	}
	w.renamed[into] = true
	clear(w.actors)
	return w.exec(ctx, "DELETE FROM actor WHERE id = ?", from)
}

// describeActor writes a over what is known of it, if anything differs.
func (w *writer) describeActor(ctx context.Context, a *model.Actor, known knownActor) (Outcome, error) {
	stored, err := loadActors(ctx, w.settled(), known.id, known.id)
	if err != nil {
		return Unchanged, err
	}
	if known.described && sameActor(&stored[0], a) {
		return Unchanged, nil
	}
	if err := w.shelve(ctx, shelvedActor, known.id, actorStateOf(&stored[0], known.described)); err != nil {
		return Unchanged, err
	}
	if err := w.writeActor(ctx, a, known, !slices.Equal(stored[0].Names, a.Names), true); err != nil {
		return Unchanged, err
	}
	if !known.described {
		return Added, nil
	}
	return Updated, nil
}

// writeActor writes a over what is known of it.
func (w *writer) writeActor(ctx context.Context, a *model.Actor, known knownActor, otherNames, described bool) error {
	err := w.exec(ctx, `UPDATE actor SET key = nullif(?, ''), name = ?, kind = ?, parent = ?, country = ?, code = ?,
		from_date = ?, to_date = ?, described = ? WHERE id = ?`,
		a.Key, a.Name, int64(a.Kind), a.Parent, a.Country, a.Code, a.From.String(), a.To.String(), described, known.id)
	if err != nil {
		return err
	}
	for _, table := range [...]string{"actor_name", "actor_post"} {
		if err := w.exec(ctx, "DELETE FROM "+table+" WHERE actor_id = ?", known.id); err != nil {
			return err
		}
	}
	for i, n := range a.Names {
		if err := w.exec(ctx, "INSERT INTO actor_name VALUES (?, ?, ?, ?)", known.id, i, n.Language, n.Text); err != nil {
			return err
		}
	}
	for i, p := range a.Posts {
		err := w.exec(ctx, "INSERT INTO actor_post VALUES (?, ?, ?, ?, ?, ?, ?)",
			known.id, i, p.Office, p.Of, p.From.String(), p.To.String(), p.Current)
		if err != nil {
			return err
		}
	}
	if known.name != a.Name {
		w.gathered = nil
		before, again := w.namesBefore[known.name]
		if !again {
			before = known.name
		}
		delete(w.namesBefore, known.name)
		w.namesBefore[a.Name] = before
		if err := w.renameParty(ctx, known.name, a.Name); err != nil {
			return err
		}
	}
	if known.name != a.Name || otherNames {
		w.renamed[known.id] = true
		delete(w.actors, known.name)
		delete(w.actors, a.Name)
	}
	return nil
}

// renameParty follows a renamed actor into the agreements, which name it.
func (w *writer) renameParty(ctx context.Context, from, to string) error {
	named := map[int64]bool{}
	err := w.ids(ctx, named, `SELECT agreement_id FROM agreement_party WHERE actor = ?1
		UNION SELECT agreement_id FROM agreement_step WHERE party = ?1`, from)
	if err != nil {
		return err
	}
	for id := range named {
		stored, err := loadAgreements(ctx, w.settled(), id, id)
		if err != nil {
			return err
		}
		if err := w.shelve(ctx, shelvedAgreement, id, agreementStateOf(&stored[0])); err != nil {
			return err
		}
	}
	if err := w.exec(ctx, "UPDATE agreement_party SET actor = ? WHERE actor = ?", to, from); err != nil {
		return err
	}
	return w.exec(ctx, "UPDATE agreement_step SET party = ? WHERE party = ?", to, from)
}

// sameActor reports whether two actors are alike in all but their ID.
func sameActor(x, y *model.Actor) bool {
	return x.Key == y.Key && x.Name == y.Name && x.Kind == y.Kind && x.Parent == y.Parent &&
		x.Country == y.Country && x.Code == y.Code && x.From == y.From && x.To == y.To &&
		slices.Equal(x.Names, y.Names) && slices.Equal(x.Posts, y.Posts)
}

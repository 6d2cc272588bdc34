package store

import (
	"context"
	"database/sql"
	"errors"
	"hash/crc32"

	"chancery/model"
)

// The snapshot holds a Sketch for each of the groupings below, in blobs beside
// the chunks of Columns, under ids less than 0. Like those they are proven by
// format, generation and checksum before they are believed, and an archive is as
// good without them: it only opens more slowly.

// sketchFormat is the version of their layout, see sketchcode.go.
const sketchFormat = 1

// sketchedGroupings are those that have few lanes in most archives.
var sketchedGroupings = [...]model.Grouping{model.ByCollection, model.ByActor, model.ByCategory, model.ByNone}

func sketchID(by model.Grouping) int64 { return -1 - int64(by) }

// The keys of meta that say of what the sketches were made, and how many.
const (
	sketchFormatKey     = "sketch_format"
	sketchGenerationKey = "sketch_generation"
	sketchCountKey      = "sketch_count"
)

// LoadSketch returns the sketch of the archive in its present state for a
// grouping, without roll-up, and nil when there is none.
func (a *Archive) LoadSketch(ctx context.Context, by model.Grouping) (*model.Sketch, error) {
	var s *model.Sketch
	err := a.view(ctx, func(tx *sql.Tx) error {
		generation, current, err := sketchesAre(ctx, tx)
		if err != nil || !current {
			return err
		}
		var sum int64
		var data []byte
		err = tx.QueryRowContext(ctx, "SELECT checksum, data FROM snapshot WHERE id = ?", sketchID(by)).Scan(&sum, &data)
		if errors.Is(err, sql.ErrNoRows) || err == nil && int64(crc32.Checksum(data, castagnoli)) != sum {
			return nil
		}
		if err != nil {
			return err
		}
		categories, _, err := loadCategories(ctx, tx)
		if err != nil {
			return err
		}
		if s = decodeSketch(data, categories); s != nil {
			s.Short.Generation = generation
		}
		return nil
	})
	return s, err
}

// sketchesAre returns the generation of the archive, and whether its sketches
// are of it.
func sketchesAre(ctx context.Context, q queryer) (generation uint64, current bool, err error) {
	var present, made, format int64
	for key, value := range map[string]*int64{"generation": &present, sketchGenerationKey: &made, sketchFormatKey: &format} {
		if *value, err = metaValue(ctx, q, key); err != nil {
			return 0, false, err
		}
	}
	return uint64(present), format == sketchFormat && made == present, nil
}

// SaveSketches makes the sketches of an archive that has none of its present
// state, or damaged ones, from the columns of that. Like SaveSnapshot it does
// nothing when that is not its turn.
func (a *Archive) SaveSketches(ctx context.Context, c *model.Columns) error {
	_, current, err := sketchesAre(ctx, a.reader)
	if err == nil && current {
		current, err = sketchesSound(ctx, a.reader)
	}
	if err != nil || current || a.readOnly {
		return a.explain(err)
	}
	sketches := sketchesOf(c)
	return a.saveDerived(ctx, c.Generation, func(tx *sql.Tx) error { return writeSketches(ctx, tx, c.Generation, sketches) })
}

// sketchesSound reports whether all sketches are there that were made, and can be
// read.
func sketchesSound(ctx context.Context, q queryer) (bool, error) {
	made, err := metaValue(ctx, q, sketchCountKey)
	if err != nil {
		return false, err
	}
	sound := int64(0)
	err = each(ctx, q, func(rows *sql.Rows) error {
		var sum int64
		var data []byte
		err := rows.Scan(&sum, (*sql.RawBytes)(&data))
		if err == nil && int64(crc32.Checksum(data, castagnoli)) == sum {
			sound++
		}
		return err
	}, "SELECT checksum, data FROM snapshot WHERE id < 0")
	return sound == made, err
}

// sketchesOf makes the sketches that are worth their size.
func sketchesOf(c *model.Columns) []*model.Sketch {
	var sketches []*model.Sketch
	for _, by := range sketchedGroupings {
		if !c.WorthSketch() {
			break
		}
		if s := c.Lanes(by, nil, false).Sketch(); s != nil {
			sketches = append(sketches, s)
		}
	}
	return sketches
}

func writeSketches(ctx context.Context, tx *sql.Tx, generation uint64, sketches []*model.Sketch) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM snapshot WHERE id < 0"); err != nil {
		return err
	}
	for _, s := range sketches {
		data := encodeSketch(s)
		sum := int64(crc32.Checksum(data, castagnoli))
		_, err := tx.ExecContext(ctx, "INSERT INTO snapshot (id, checksum, data) VALUES (?, ?, ?)", sketchID(s.Grouping), sum, data)
		if err != nil {
			return err
		}
	}
	for key, value := range map[string]int64{
		sketchGenerationKey: int64(generation), sketchFormatKey: sketchFormat, sketchCountKey: int64(len(sketches)),
	} {
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO meta VALUES (?, ?)", key, value); err != nil {
			return err
		}
	}
	return nil
}

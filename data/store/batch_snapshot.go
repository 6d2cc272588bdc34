package store

import (
	"context"
	"database/sql"

	"chancery/model"
)

// snapshot writes the snapshot as part of the batch, if all that the batch did was to add
// events: then it is the one before and what was gathered, and no table need be
// read. The batch must have nothing left to do but the commit.
func (b *Batch) snapshot(ctx context.Context) error {
	g := b.w.gathered
	if g == nil || !worthSnapshot(b.existing+g.length, g.length) {
		return nil
	}
	before, err := b.columnsBefore(ctx)
	if err != nil || before == nil {
		b.w.gathered = nil
		return err
	}
	n, err := loadNames(ctx, b.tx)
	if err != nil {
		return err
	}
	c := mergeColumns(before.Update(&n.columns, nil, nil), g.columns(n))
	return writeSnapshot(ctx, b.tx, c, sketchesOf(c))
}

// columnsBefore reads the snapshot of the archive as it is without the batch. It
// returns nil when there is none.
func (b *Batch) columnsBefore(ctx context.Context) (c *model.Columns, err error) {
	if b.existing == 0 {
		return &model.Columns{}, nil
	}
	err = b.archive.view(ctx, func(tx *sql.Tx) error {
		n, err := loadNames(ctx, tx)
		if err != nil {
			return err
		}
		// One that cannot be used is no error of the batch.
		c, _ = readSnapshot(ctx, tx, n)
		return ctx.Err()
	})
	return c, err
}

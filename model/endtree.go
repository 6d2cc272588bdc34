package model

import "chancery/model/edtf"

// An endTree finds the rows of a lane that end after a moment without looking
// at those that do not: level 0 holds the latest end of each block of rows, and
// each level above that of pairs from the level below, up to a single one.
type endTree struct{ levels [][]edtf.Instant }

// endTreeBlock is how many rows share a leaf: few enough to look through, many
// enough that the tree takes a quarter of a byte per row.
const endTreeBlock = 64

func newEndTree(c *Columns, rows []uint32) endTree {
	if len(rows) == 0 {
		return endTree{}
	}
	leaves := make([]edtf.Instant, (len(rows)+endTreeBlock-1)/endTreeBlock)
	for i := range leaves {
		high := edtf.Past
		for _, row := range rows[i*endTreeBlock : min((i+1)*endTreeBlock, len(rows))] {
			high = max(high, c.End[row])
		}
		leaves[i] = high
	}
	t := endTree{levels: [][]edtf.Instant{leaves}}
	for below := leaves; len(below) > 1; {
		level := make([]edtf.Instant, (len(below)+1)/2)
		for i := range level {
			level[i] = below[2*i]
			if 2*i+1 < len(below) {
				level[i] = max(level[i], below[2*i+1])
			}
		}
		t.levels = append(t.levels, level)
		below = level
	}
	return t
}

// runningMax returns the latest end up to and including each group of per
// blocks.
func (t *endTree) runningMax(per int) []edtf.Instant {
	if len(t.levels) == 0 {
		return nil
	}
	leaves := t.levels[0]
	out := make([]edtf.Instant, 0, len(leaves)/per+1)
	high := edtf.Past
	for i, end := range leaves {
		high = max(high, end)
		if i%per == per-1 || i == len(leaves)-1 {
			out = append(out, high)
		}
	}
	return out
}

// after appends to found the indices of those of the first rows of the lane
// that end after from, at most limit of them. The rows given are a prefix of
// those that the tree was made of.
func (t *endTree) after(c *Columns, rows []uint32, from edtf.Instant, limit int, found []int) []int {
	if len(rows) == 0 || limit <= 0 {
		return found
	}
	w := endWalk{tree: t, c: c, rows: rows, from: from, limit: len(found) + limit, found: found}
	w.visit(len(t.levels)-1, 0)
	return w.found
}

// An endWalk is one descent through an endTree.
type endWalk struct {
	tree  *endTree
	c     *Columns
	rows  []uint32
	from  edtf.Instant
	limit int
	found []int
}

func (w *endWalk) visit(level, i int) {
	first := i << level * endTreeBlock
	if first >= len(w.rows) || len(w.found) >= w.limit || w.tree.levels[level][i] <= w.from {
		return
	}
	if level > 0 {
		w.visit(level-1, 2*i)
		if 2*i+1 < len(w.tree.levels[level-1]) {
			w.visit(level-1, 2*i+1)
		}
		return
	}
	for k := first; k < min(first+endTreeBlock, len(w.rows)) && len(w.found) < w.limit; k++ {
		if w.c.End[w.rows[k]] > w.from {
			w.found = append(w.found, k)
		}
	}
}

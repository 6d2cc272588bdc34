package model_test

import (
	"slices"
	"testing"

	"chancery/model"
)

func TestBitmap(t *testing.T) {
	b := model.NewBitmap(200)
	rows := []int{0, 1, 63, 64, 127, 128, 199}
	for _, row := range rows {
		b.Set(row)
	}
	var got []int
	for row := range b.All {
		got = append(got, row)
	}
	if !slices.Equal(got, rows) || b.Count() != len(rows) {
		t.Errorf("%d rows: %v, want %v", b.Count(), got, rows)
	}
	for _, row := range []int{2, 62, 65, 198} {
		if b.Has(row) {
			t.Errorf("row %d is in the set", row)
		}
	}
	other := model.NewBitmap(200)
	other.Set(64)
	other.Set(65)
	b.And(nil)
	if b.Count() != len(rows) {
		t.Error("and every row takes rows away")
	}
	b.And(other)
	if b.Count() != 1 || !b.Has(64) {
		t.Errorf("and {64, 65} leaves %d rows", b.Count())
	}
	for row := range b.All {
		if row != 64 {
			t.Errorf("row %d is left", row)
		}
		break
	}
	var all model.Bitmap
	if !all.Has(12345) || all.Count() != 0 {
		t.Error("the nil set does not hold every row")
	}
}

func TestBitmapCountsPartOfItself(t *testing.T) {
	b := model.NewBitmap(300)
	for i := 0; i < 300; i += 3 {
		b.Set(i)
	}
	for _, r := range [][2]int{{0, 300}, {0, 0}, {1, 3}, {60, 70}, {63, 64}, {64, 128}, {5, 299}, {20, 10}} {
		want := 0
		for i := r[0]; i < r[1]; i++ {
			if b.Has(i) {
				want++
			}
		}
		if got := b.CountIn(r[0], r[1]); got != want {
			t.Errorf("%d rows of [%d, %d), want %d", got, r[0], r[1], want)
		}
	}
	if got := model.Bitmap(nil).CountIn(4, 9); got != 5 {
		t.Errorf("the set of every row counts %d of five", got)
	}
}

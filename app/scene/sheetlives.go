package scene

import (
	"chancery/charts/figure"
	"chancery/model"
)

// DrawLives returns a picture of the lives of agreements alone, all that the
// input has, on an axis of their own.
func DrawLives(in Input) (*figure.Figure, error) {
	in.Lanes = &model.Lanes{Columns: in.Columns, Grouping: model.ByNone}
	in.ShowLifecycles = true
	in.Arrangement = &Arrangement{ShowAll: map[string]bool{AgreementsKey: true}}
	sheet := Sheet{Whole: true, Bare: true}
	whole, err := sheet.Draw(in)
	if err != nil {
		return nil, err
	}
	// There is nothing to set the group of agreements apart from, so its head
	// is cut out.
	m := newMetrics(&in)
	head := groupHead * m.k
	f := figure.New(whole.W, max(whole.H-head, m.axis))
	f.Clip(figure.R(0, 0, f.W, m.axis))
	f.Place(figure.Point{}, whole)
	f.Unclip()
	f.Clip(figure.R(0, m.axis, f.W, f.H-m.axis))
	f.Place(figure.Pt(0, -head), whole)
	f.Unclip()
	return f, nil
}

package app

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestPeriodWords(t *testing.T) {
	at := edtf.At
	tests := []struct {
		period model.Period
		want   string
	}{
		{model.Period{From: at(2018, 1, 1), To: at(2020, 1, 1)}, "overlaps 2018–2019 (possibly)"},
		{model.Period{From: at(2019, 1, 1), To: at(2020, 1, 1), Mode: model.Inside, Certainly: true}, "lies inside 2019 (certainly)"},
		{model.Period{From: at(2019, 7, 4), To: at(2019, 7, 5), Mode: model.Starts}, "starts in 4 Jul 2019 (possibly)"},
		{model.Period{From: at(2019, 7, 4), To: at(2019, 8, 3), Mode: model.Ends}, "ends in 4 Jul – 2 Aug 2019 (possibly)"},
		{model.Period{From: at(2019, 1, 1), To: edtf.Future}, "overlaps since 2019 (possibly)"},
		{model.Period{From: edtf.Past, To: at(2019, 7, 5)}, "overlaps until 4 Jul 2019 (possibly)"},
		{model.Period{From: at(-43, 1, 1), To: at(2, 1, 1)}, "overlaps 44 BCE – 1 (possibly)"},
	}
	for _, test := range tests {
		if got := periodWords(test.period); got != test.want {
			t.Errorf("periodWords = %q, want %q", got, test.want)
		}
	}
}

func TestPeriodForm(t *testing.T) {
	newBench(t)
	at := edtf.At
	tests := []struct {
		from, to string
		want     model.Period
		ok       bool
	}{
		{"2018", "2019", model.Period{From: at(2018, 1, 1), To: at(2020, 1, 1)}, true},
		{"2018", "", model.Period{From: at(2018, 1, 1), To: at(2019, 1, 1)}, true},
		{"4 July 2019", "22 August 2019", model.Period{From: at(2019, 7, 4), To: at(2019, 8, 23)}, true},
		{"2018/..", "", model.Period{From: at(2018, 1, 1), To: edtf.Future}, true},
		{"", "2019", model.Period{From: edtf.Past, To: at(2020, 1, 1)}, true},
		{"2019", "2018", model.Period{}, false},
		{"nonsense", "2018", model.Period{}, false},
		{"2018", "31 Nov 2019", model.Period{}, false},
		{"", "", model.Period{}, false},
	}
	for _, test := range tests {
		done := newMain("", "", nil)
		f := newPeriodForm(model.Period{}, done)
		f.from.SetText(test.from)
		f.to.SetText(test.to)
		got, ok := f.period()
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%q to %q: %+v, %v, want %+v, %v", test.from, test.to, got, ok, test.want, test.ok)
		}
		if done.Disabled() == test.ok {
			t.Errorf("%q to %q: the button can be used = %v", test.from, test.to, !done.Disabled())
		}
		if !ok {
			continue
		}
		if again, ok := newPeriodForm(got, done).period(); !ok || again != got {
			t.Errorf("a form filled in with %+v reads %+v, %v", got, again, ok)
		}
	}
}

func TestFilterByPeriod(t *testing.T) {
	b := newBench(t)
	b.pickPeriod()
	if b.sheet == nil {
		t.Fatal("no sheet asks for the period")
	}
	p := model.Period{From: edtf.At(2018, 1, 1), To: edtf.At(2020, 1, 1)}
	b.refilter(func(f *model.Filter) { f.Period = p })
	b.settle()
	if kept, all := b.Workspace.Count(); kept == 0 || kept >= all {
		t.Errorf("%d of %d events kept", kept, all)
	}
	if len(b.filters.Parts) != 1 || b.filters.Parts[0].Name != "Period:" || b.filters.Parts[0].Value != "overlaps 2018–2019 (possibly)" {
		t.Fatalf("chips %+v", b.filters.Parts)
	}
	b.filters.Parts[0].OnRemove()
	if !b.Workspace.Filter().Period.IsZero() {
		t.Error("the chip does not take the filter away")
	}
}

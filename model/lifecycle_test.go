package model_test

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

// gsomia is the pact whose notice ran in autumn 2019.
func gsomia() *model.Agreement {
	date := edtf.MustParse
	return &model.Agreement{
		Name: "GSOMIA", Parties: []string{"Japan", "South Korea"},
		Signed: date("2016-11-23"), InForce: date("2016-11-23"),
		InitialTerm: "P1Y", RenewalRule: "renews each year by itself (Art. 21(3))", NoticePeriod: "P90D",
		Notices: []model.AgreementStep{
			{When: date("2019-08-23"), By: "South Korea", Note: "termination"},
			{When: date("2019-11-22"), By: "South Korea", Note: "effect of the notice suspended"},
			{When: date("2023-03-21"), By: "South Korea", Note: "both notes withdrawn"},
		},
		Suspensions: []model.AgreementStep{
			{When: date("2019-11-22/2023-03-21"), Note: "notice suspended, pact itself kept in force"},
		},
		End: date(".."),
	}
}

func TestLifecycleAsItStood(t *testing.T) {
	tests := []struct {
		on       [3]int
		standing model.Standing
		expires  bool
		left     int
		renewals int
	}{
		{[3]int{2016, 11, 22}, 0, false, 0, 0}, // nothing yet
		{[3]int{2016, 11, 23}, model.InForce, false, 0, 0},
		{[3]int{2019, 8, 22}, model.InForce, false, 0, 2},
		{[3]int{2019, 8, 23}, model.UnderNotice, true, 92, 2},
		{[3]int{2019, 11, 17}, model.UnderNotice, true, 6, 2},
		{[3]int{2019, 11, 21}, model.UnderNotice, true, 2, 2},
		{[3]int{2019, 11, 22}, model.InForce, false, 0, 2}, // suspended that evening
		{[3]int{2024, 1, 1}, model.InForce, false, 0, 7},
	}
	for _, tt := range tests {
		at := edtf.At(int64(tt.on[0]), tt.on[1], tt.on[2])
		l := gsomia().LifecycleOn(at)
		if tt.standing == 0 {
			if len(l.Stages) != 0 {
				t.Errorf("%v: stages %v, want none", tt.on, l.Stages)
			}
			continue
		}
		var now model.Standing
		for _, s := range l.Stages {
			if s.From <= at+86399 {
				now = s.Standing
			}
		}
		if now != tt.standing || l.HasExpiry != tt.expires || len(l.Renewals) != tt.renewals {
			t.Errorf("%v: %v, expires %v, %d renewals; want %v, %v, %d",
				tt.on, now, l.HasExpiry, len(l.Renewals), tt.standing, tt.expires, tt.renewals)
		}
		if l.HasExpiry && l.DaysLeft(at) != tt.left {
			t.Errorf("%v: %d days left, want %d", tt.on, l.DaysLeft(at), tt.left)
		}
	}
}

func TestLastDayForNotice(t *testing.T) {
	l := gsomia().LifecycleOn(edtf.At(2019, 7, 1))
	if want := edtf.At(2019, 8, 25); l.NoticeBy != want {
		t.Errorf("notice by %v, want %v: 24 August is the last whole day", l.NoticeBy, want)
	}
}

func TestNoticeOfTreatyWithoutTerm(t *testing.T) {
	date := edtf.MustParse
	inf := &model.Agreement{
		Parties: []string{"United States", "Russia"}, Signed: date("1987-12-08"), InForce: date("1988-06-01"),
		InitialTerm: "unlimited", NoticePeriod: "P6M", End: date("2019-08-02"),
		Notices: []model.AgreementStep{{When: date("2019-02-02"), By: "United States"}},
	}
	l := inf.LifecycleOn(edtf.At(2019, 3, 1))
	if !l.HasExpiry || l.Expiry != edtf.At(2019, 8, 2) {
		t.Errorf("as of March 2019 expiry %v %v, want 2 August 2019", l.Expiry, l.HasExpiry)
	}
	if l := inf.LifecycleOn(edtf.At(2019, 1, 1)); l.HasExpiry {
		t.Errorf("as of January 2019 expiry %v is not yet known", l.Expiry)
	}
}

func TestDuration(t *testing.T) {
	tests := []struct {
		text string
		from edtf.Instant
		want edtf.Instant
	}{
		{"P1Y", edtf.At(2016, 11, 23), edtf.At(2017, 11, 23)},
		{"P90D", edtf.At(2019, 8, 25), edtf.At(2019, 11, 23)},
		{"P1M", edtf.At(2019, 1, 31), edtf.At(2019, 2, 28)},
		{"P1M", edtf.At(2019, 12, 31), edtf.At(2020, 1, 31)},
		{"P1Y6M", edtf.At(2019, 8, 1), edtf.At(2021, 2, 1)},
		{"30 days (snapback)", edtf.At(2025, 8, 28), edtf.At(2025, 9, 27)},
		{"P1Y (not before three years in force)", edtf.At(2019, 11, 4), edtf.At(2020, 11, 4)},
	}
	for _, tt := range tests {
		d, err := model.ParseDuration(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if got := d.After(tt.from); got != tt.want {
			t.Errorf("%s after %v = %v, want %v", tt.text, tt.from, got, tt.want)
		}
	}
	for _, bad := range []string{"", "unlimited", "P", "PY", "90D", "P1H", "P99999D", "days"} {
		if d, err := model.ParseDuration(bad); err == nil {
			t.Errorf("%q read as %v, want an error", bad, d)
		}
	}
	if back := (model.Duration{Months: -2}).After(edtf.At(2020, 1, 15)); back != edtf.At(2019, 11, 15) {
		t.Errorf("two months before 15 January 2020 = %v", back)
	}
}

func TestRecordedEndIsTheDayItself(t *testing.T) {
	date := edtf.MustParse
	inf := &model.Agreement{
		Parties: []string{"United States", "Russia"}, Signed: date("1987-12-08"), InForce: date("1988-06-01"),
		InitialTerm: "unlimited", NoticePeriod: "P6M", End: date("2019-08-02"),
		Notices:     []model.AgreementStep{{When: date("2019-02-02"), By: "United States"}},
		Suspensions: []model.AgreementStep{{When: date("2019-02-02/2019-08-02")}},
	}
	for _, on := range []edtf.Instant{edtf.At(2019, 3, 1), edtf.At(2019, 8, 2), edtf.At(2019, 11, 17)} {
		l := inf.LifecycleOn(on)
		last := l.Stages[len(l.Stages)-1]
		if !l.HasExpiry || l.Expiry != edtf.At(2019, 8, 2) || last.Standing != model.Ended || last.From != l.Expiry {
			t.Errorf("on %v: expiry %v, last stage %+v; want the end on 2 August 2019", on, l.Expiry, last)
		}
		for i, s := range l.Stages[1:] {
			if was := l.Stages[i]; was.To != s.From || was.Standing == model.Ended {
				t.Errorf("on %v: %+v is followed by %+v", on, was, s)
			}
		}
	}
}

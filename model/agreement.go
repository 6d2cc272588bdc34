package model

import "chancery/model/edtf"

// An Agreement is a treaty or arrangement with a life of its own: signed, in
// force, renewed, given notice of, suspended, ended.
//
// InitialTerm and NoticePeriod are ISO 8601 durations ("P1Y", "P90D") or words
// ("unlimited"); a renewal rule is kept as written.
type Agreement struct {
	ID           int64
	Key          string
	Name         string
	ShortName    string
	Type         string
	Parties      []string // names of actors
	Signed       edtf.Date
	PlaceSigned  string
	InForce      edtf.Date
	InitialTerm  string
	RenewalRule  string
	NoticePeriod string
	Notices      []AgreementStep
	Suspensions  []AgreementStep
	End          edtf.Date // expiry or end; ".." while it lasts
	Status       string
	StatusAsOf   edtf.Date
	Events       []string // keys of the events of its life
	Citations    []Citation
	Confidence   string
	Remark       string
}

// An AgreementStep is a notice or a suspension: when, by which party ("" when
// by none or all), and of what.
type AgreementStep struct {
	When edtf.Date
	By   string
	Note string
}

// Label returns the short name, or the full one when there is none.
func (a *Agreement) Label() string {
	if a.ShortName != "" {
		return a.ShortName
	}
	return a.Name
}

package store

import "chancery/model"

// The states are how the shelf writes what is no event. Like the records of the
// log they are apart from the model, and fields are only ever added.

// An actorState is an actor on the shelf.
type actorState struct {
	Described bool        `json:"described,omitempty"`
	Key       logText     `json:"key,omitempty"`
	Name      logText     `json:"name"`
	Kind      uint8       `json:"kind,omitempty"`
	Parent    logText     `json:"parent,omitempty"`
	Country   logText     `json:"country,omitempty"`
	Code      logText     `json:"code,omitempty"`
	From      logDate     `json:"from,omitzero"`
	To        logDate     `json:"to,omitzero"`
	Names     []nameState `json:"names,omitempty"`
	Posts     []postState `json:"posts,omitempty"`
}

type nameState struct {
	Language logText `json:"language"`
	Text     logText `json:"text"`
}

type postState struct {
	Office  logText `json:"office,omitempty"`
	Of      logText `json:"of,omitempty"`
	From    logDate `json:"from,omitzero"`
	To      logDate `json:"to,omitzero"`
	Current bool    `json:"current,omitempty"`
}

func actorStateOf(a *model.Actor, described bool) actorState {
	s := actorState{
		Described: described, Key: logText(a.Key), Name: logText(a.Name), Kind: uint8(a.Kind),
		Parent: logText(a.Parent), Country: logText(a.Country), Code: logText(a.Code), From: logDate{a.From}, To: logDate{a.To},
	}
	for _, n := range a.Names {
		s.Names = append(s.Names, nameState{logText(n.Language), logText(n.Text)})
	}
	for _, p := range a.Posts {
		s.Posts = append(s.Posts, postState{logText(p.Office), logText(p.Of), logDate{p.From}, logDate{p.To}, p.Current})
	}
	return s
}

func (s *actorState) actor() model.Actor {
	a := model.Actor{
		Key: string(s.Key), Name: string(s.Name), Kind: model.ActorKind(s.Kind),
		Parent: string(s.Parent), Country: string(s.Country), Code: string(s.Code), From: s.From.Date, To: s.To.Date,
	}
	for _, n := range s.Names {
		a.Names = append(a.Names, model.LocalName{Language: string(n.Language), Text: string(n.Text)})
	}
	for _, p := range s.Posts {
		a.Posts = append(a.Posts, model.Post{Office: string(p.Office), Of: string(p.Of), From: p.From.Date, To: p.To.Date, Current: p.Current})
	}
	return a
}

// An agreementState is an agreement on the shelf.
type agreementState struct {
	Key          logText          `json:"key"`
	Name         logText          `json:"name,omitempty"`
	ShortName    logText          `json:"short_name,omitempty"`
	Type         logText          `json:"type,omitempty"`
	Parties      []logText        `json:"parties,omitempty"`
	Signed       logDate          `json:"signed,omitzero"`
	PlaceSigned  logText          `json:"place_signed,omitempty"`
	InForce      logDate          `json:"in_force,omitzero"`
	InitialTerm  logText          `json:"initial_term,omitempty"`
	RenewalRule  logText          `json:"renewal_rule,omitempty"`
	NoticePeriod logText          `json:"notice_period,omitempty"`
	Notices      []stepState      `json:"notices,omitempty"`
	Suspensions  []stepState      `json:"suspensions,omitempty"`
	End          logDate          `json:"end,omitzero"`
	Status       logText          `json:"status,omitempty"`
	StatusAsOf   logDate          `json:"status_as_of,omitzero"`
	Events       []logText        `json:"events,omitempty"`
	Citations    []citationRecord `json:"citations,omitempty"`
	Confidence   logText          `json:"confidence,omitempty"`
	Remark       logText          `json:"remark,omitempty"`
}

type stepState struct {
	When logDate `json:"when,omitzero"`
	By   logText `json:"by,omitempty"`
	Note logText `json:"note,omitempty"`
}

func agreementStateOf(a *model.Agreement) agreementState {
	return agreementState{
		Key: logText(a.Key), Name: logText(a.Name), ShortName: logText(a.ShortName), Type: logText(a.Type),
		Parties: allTexts[logText](a.Parties), Signed: logDate{a.Signed}, PlaceSigned: logText(a.PlaceSigned), InForce: logDate{a.InForce},
		InitialTerm: logText(a.InitialTerm), RenewalRule: logText(a.RenewalRule), NoticePeriod: logText(a.NoticePeriod),
		Notices: stepStates(a.Notices), Suspensions: stepStates(a.Suspensions),
		End: logDate{a.End}, Status: logText(a.Status), StatusAsOf: logDate{a.StatusAsOf},
		Events: allTexts[logText](a.Events), Citations: citationRecords(a.Citations),
		Confidence: logText(a.Confidence), Remark: logText(a.Remark),
	}
}

func (s *agreementState) agreement(id int64) model.Agreement {
	return model.Agreement{
		ID: id, Key: string(s.Key), Name: string(s.Name), ShortName: string(s.ShortName), Type: string(s.Type),
		Parties: allTexts[string](s.Parties), Signed: s.Signed.Date, PlaceSigned: string(s.PlaceSigned), InForce: s.InForce.Date,
		InitialTerm: string(s.InitialTerm), RenewalRule: string(s.RenewalRule), NoticePeriod: string(s.NoticePeriod),
		Notices: steps(s.Notices), Suspensions: steps(s.Suspensions),
		End: s.End.Date, Status: string(s.Status), StatusAsOf: s.StatusAsOf.Date,
		Events: allTexts[string](s.Events), Citations: citationsOf(s.Citations),
		Confidence: string(s.Confidence), Remark: string(s.Remark),
	}
}

func stepStates(steps []model.AgreementStep) (states []stepState) {
	for _, s := range steps {
		states = append(states, stepState{logDate{s.When}, logText(s.By), logText(s.Note)})
	}
	return states
}

func steps(states []stepState) (steps []model.AgreementStep) {
	for _, s := range states {
		steps = append(steps, model.AgreementStep{When: s.When.Date, By: string(s.By), Note: string(s.Note)})
	}
	return steps
}

// allTexts converts texts between the model and the log.
func allTexts[To, From ~string](from []From) (to []To) {
	for _, text := range from {
		to = append(to, To(text))
	}
	return to
}

// A wordState is a collection or a category on the shelf.
type wordState struct {
	Term  logText `json:"term,omitempty"`
	Name  logText `json:"name"`
	Short logText `json:"short,omitempty"`
}

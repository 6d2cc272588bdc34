package echarts

import (
	"chancery/charts/figure"
	"chancery/model"
)

// A glyph is the silhouette of a category as SVG path data, in a box of 12 × 12
// centred on 0,0 with y down. Cut is painted in the background's colour.
type glyph struct {
	Key, Name string
	Path, Cut string
}

var glyphs = [figure.GlyphCount]glyph{
	figure.Agreement:    {Key: "agreement", Name: "Agreement", Path: "M-5.4,0a5.4,5.4 0 1 0 10.8,0a5.4,5.4 0 1 0 -10.8,0Z"},
	figure.Ratification: {Key: "ratification", Name: "Ratification", Path: "M-5.8,0.4L-3.8,-1.7L-1.6,0.5L3.8,-5.1L5.8,-3L-1.6,4.6Z"},
	figure.Negotiation:  {Key: "negotiation", Name: "Negotiation", Path: "M-6,-4.8L-0.5,0L-6,4.8ZM6,-4.8L0.5,0L6,4.8Z"},
	figure.Meeting:      {Key: "meeting", Name: "Meeting", Path: "M-5.9,0a2.9,2.9 0 1 0 5.8,0a2.9,2.9 0 1 0 -5.8,0ZM0.1,0a2.9,2.9 0 1 0 5.8,0a2.9,2.9 0 1 0 -5.8,0Z"},
	figure.Mediation:    {Key: "mediation", Name: "Mediation", Path: "M-2.5,-3.2a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0ZM-5.6,2.5a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0ZM0.6,2.5a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0Z"},
	figure.Visit:        {Key: "visit", Name: "Visit", Path: "M-5.2,-5.2L6,0L-5.2,5.2L-2.4,0Z"},
	figure.Statement:    {Key: "statement", Name: "Statement", Path: "M-4.4,-5.2H4.4A1.6,1.6 0 0 1 6,-3.6V.8A1.6,1.6 0 0 1 4.4,2.4H-.4L-3.6,5.8V2.4H-4.4A1.6,1.6 0 0 1 -6,.8V-3.6A1.6,1.6 0 0 1 -4.4,-5.2Z"},
	figure.Court:        {Key: "court", Name: "Court ruling", Path: "M-4.9,-4.9H4.9V4.9H-4.9Z"},
	figure.Filing:       {Key: "filing", Name: "Dispute filing", Path: "M-4.3,-5.8H1.4L4.5,-2.7V5.8H-4.3Z", Cut: "M-2.4,-.4H2.6V.8H-2.4ZM-2.4,2.2H2.6V3.4H-2.4Z"},
	figure.Sanction:     {Key: "sanction", Name: "Export control / sanction", Path: "M5.9,0L2.95,5.11L-2.95,5.11L-5.9,0L-2.95,-5.11L2.95,-5.11Z", Cut: "M-3.5,-1.1H3.5V1.1H-3.5Z"},
	figure.Military:     {Key: "military", Name: "Military", Path: "M0,-5.8L6,4.8L-6,4.8Z"},
	figure.Protest:      {Key: "protest", Name: "Protest / boycott", Path: "M0,-6.2L1.35,-2.34L5.37,-3.1L2.7,0L5.37,3.1L1.35,2.34L0,6.2L-1.35,2.34L-5.37,3.1L-2.7,0L-5.37,-3.1L-1.35,-2.34Z"},
	figure.Withdrawal:   {Key: "withdrawal", Name: "Withdrawal / termination", Path: "M-5,-3.25L-3.25,-5L0,-1.75L3.25,-5L5,-3.25L1.75,0L5,3.25L3.25,5L0,1.75L-3.25,5L-5,3.25L-1.75,0Z"},
	figure.Other:        {Key: "other", Name: "Other", Path: "M-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0Z", Cut: "M-2.2,0a2.2,2.2 0 1 0 4.4,0a2.2,2.2 0 1 0 -4.4,0Z"},
}

// glyphKey returns the name of a category's glyph and colour on the page.
func glyphKey(index uint8) string { return glyphs[min(int(index), figure.Other)].Key }

// shortName returns the short name of the category with an index.
func shortName(index int) string {
	if all := model.Categories(); index < len(all) {
		return all[index].Short
	}
	return glyphs[figure.Other].Name
}

package tabular

import (
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// noDates ends a post without dates whose own last word would be taken for
// them.
const noDates = "/"

// readPost reads an office, the key of the body it is held in when that is not
// the actor's parent, and when it was held:
//
//	Minister for Foreign Affairs @jpn-mofa 2017-08-03/2019-09-11
//
// A last word that is no date belongs to the office, unless it was clearly
// meant for one.
func readPost(text string) (model.Post, error) {
	var p model.Post
	rest := text
	if office, last := cutLast(text); last == noDates {
		rest = office
	} else if d, err := edtf.Parse(last); err == nil && office != "" {
		rest = office
		p.From, p.To = d.Start(), d.End()
	} else if err != nil && strings.Contains(last, "/") && '0' <= last[0] && last[0] <= '9' {
		return p, &CellError{Column: "other_offices", Value: text, Reason: err.Error()}
	}
	if office, last := cutLast(rest); office != "" && strings.HasPrefix(last, "@") {
		rest, p.Of = office, unescape(last[1:])
	}
	p.Office = unescape(rest)
	return p, nil
}

// cutLast cuts the last word off a text.
func cutLast(text string) (before, last string) {
	i := strings.LastIndexByte(text, ' ')
	return strings.TrimSpace(text[:max(i, 0)]), text[i+1:]
}

// writePost is the inverse of readPost.
func writePost(p *model.Post) string {
	text := escape(p.Office, ";@")
	if p.Of != "" {
		text += " @" + escape(p.Of, ";")
	}
	switch {
	case p.From == p.To && p.From.Form() != edtf.Interval && !p.From.IsOpen() && !p.From.IsZero():
		return text + " " + p.From.String()
	case !p.From.IsZero() || !p.To.IsZero():
		return text + " " + p.From.String() + "/" + p.To.String()
	}
	if again, err := readPost(text); err != nil || again.Office != p.Office || again.Of != p.Of {
		return text + " " + noDates
	}
	return text
}

// isCurrent reports whether a post is the one that the columns office, from and
// to tell: listed first, under the actor's parent and with the actor's dates.
func isCurrent(a *model.Actor, p *model.Post) bool {
	return p.Current && p.Of == "" && p.From == a.From && p.To == a.To
}

package exchange

import (
	"fmt"
	"io"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// WriteBibTeX writes the sources that events cite as a bibliography in UTF-8.
// A source with a web address is an @online, as biblatex and Zotero know it, any
// other a @misc. The field date is EDTF, which biblatex reads, doubts included;
// year and month are there for styles of BibTeX when they are known.
func WriteBibTeX(w io.Writer, events Events, _ About) (Result, error) {
	var r Result
	out := newOutput(w)
	err := eachSource(events, &r, func(s *model.Source) error {
		out.bibEntry(s)
		return nil
	})
	if err != nil {
		return r, err
	}
	return r, out.close()
}

func (o output) bibEntry(s *model.Source) {
	address := webAddress(s.URL)
	kind := "misc"
	if address != "" {
		kind = "online"
	}
	o.text("@", kind, "{", sourceKey(s), ",\n")
	o.bibField("title", inTeX(oneLine(s.Title)))
	o.bibField("organization", inTeX(oneLine(s.Publisher)))
	o.bibField("date", bibDate(s.Published))
	if year := yearOf(s.Published); year != "" {
		o.bibField("year", year)
		if s.Published.Form() == edtf.Single && s.Published.Precision() >= edtf.Month && !s.Published.Unspecified() {
			_, month, _ := s.Published.Bounds().EarliestStart.Civil()
			o.text("  month = ", bibMonths[month-1], ",\n")
		}
	}
	if address != "" {
		o.bibField("url", bibAddress.Replace(address))
	} else {
		o.bibField("howpublished", inTeX(oneLine(s.URL)))
	}
	o.text("}\n\n")
}

var bibMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func (o output) bibField(name, value string) {
	if value != "" {
		o.text("  ", name, " = {", value, "},\n")
	}
}

// bibDate returns a date if it is one of those that biblatex reads: EDTF of
// levels 0 and 1 without digits left open in the middle.
func bibDate(d edtf.Date) string {
	switch d.Form() {
	case edtf.OneOf, edtf.AllOf:
		return ""
	}
	return d.String()
}

// bibAddress keeps an address from closing the braces around it.
var bibAddress = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C")

var texEscaper = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "%", `\%`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "@", `{@}`,
)

// inTeX makes a text safe in TeX and keeps its capitals.
func inTeX(text string) string {
	if text == "" {
		return ""
	}
	return fmt.Sprintf("{%s}", texEscaper.Replace(text))
}

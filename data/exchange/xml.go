package exchange

import (
	"strconv"
	"strings"
)

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")

// inXML makes a text safe in XML, in attributes too.
func inXML(text string) string { return xmlEscaper.Replace(clean(text)) }

// attribute writes an attribute, with the blank before it.
func (o output) attribute(name, value string) {
	o.text(" ", name, `="`, inXML(value), `"`)
}

func decimal(n int) string { return strconv.Itoa(n) }

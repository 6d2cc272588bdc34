package cameo

// A QuadClass says whether an event is words or deeds, and whether it is
// cooperation or conflict. The numbers are those of GDELT.
type QuadClass uint8

// The quad classes. NoQuad is that of a code that is not valid.
const (
	NoQuad QuadClass = iota
	VerbalCooperation
	MaterialCooperation
	VerbalConflict
	MaterialConflict
)

var quadNames = [...]string{
	NoQuad:              "",
	VerbalCooperation:   "verbal cooperation",
	MaterialCooperation: "material cooperation",
	VerbalConflict:      "verbal conflict",
	MaterialConflict:    "material conflict",
}

// String returns the name of q in lower case, "" for NoQuad.
func (q QuadClass) String() string {
	if int(q) < len(quadNames) {
		return quadNames[q]
	}
	return ""
}

// Quad returns the quad class of a code, which its root decides: 01 to 05 are
// verbal cooperation, 06 to 08 material cooperation, 09 to 13 verbal conflict
// and 14 to 20 material conflict (GDELT Event Codebook 2.0, QuadClass).
func Quad(code string) QuadClass {
	switch root := Root(code); {
	case root == "":
		return NoQuad
	case root <= "05":
		return VerbalCooperation
	case root <= "08":
		return MaterialCooperation
	case root <= "13":
		return VerbalConflict
	default:
		return MaterialConflict
	}
}

package figure

// Indices of the categories' glyphs and colours, in the order of the theme.
const (
	Agreement    = iota // disc, the seal
	Ratification        // tick
	Negotiation         // two triangles meeting at their points
	Meeting             // two discs side by side
	Mediation           // three discs
	Visit               // notched arrowhead, pointing right
	Statement           // speech bubble
	Court               // square
	Filing              // page with a cut corner and two lines
	Sanction            // hexagon with a bar, no entry
	Military            // triangle, point up
	Protest             // six-pointed star
	Withdrawal          // cross
	Other               // small ring: categories of the user's own

	GlyphCount int = iota
)

var glyphNames = [GlyphCount]string{
	"agreement", "ratification", "negotiation", "meeting", "mediation", "visit", "statement",
	"court", "filing", "sanction", "military", "protest", "withdrawal", "other",
}

// A Mark says how a glyph is drawn. The zero Mark is a solid glyph 13 dp high
// in its category's colour without a halo.
type Mark struct {
	Size   float32 // dp of the 12-unit box; 0 means 13
	Hollow bool    // outline of 1.5 dp instead of a silhouette: in doubt
	Halo   float32 // dp of Back around the silhouette
	Ink    Ink     // 0 means the category's colour
	Back   Ink     // halo, cuts and the inside of a hollow glyph; 0 means Plot
}

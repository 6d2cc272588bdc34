package figure

// A Token names a colour of the theme. What it looks like is the Palette's
// business: see Light and Dark.
type Token uint8

// The tokens of the theme, in the order of the Palette.
const (
	Plot         Token = iota // the canvas that marks lie on
	Band                      // rows of group heads, heads of tables
	Line                      // separators, which carry no meaning
	Grid                      // minor grid lines
	GridMajor                 // major grid lines
	Surface                   // panels, cards, fields
	Bg                        // the window behind everything
	Text                      // body text
	Text2                     // secondary text and icons
	Text3                     // captions, digits of the axis
	Accent                    // main action, links, as-of marker
	AccentText                // text on Accent
	AccentSoft                // selected rows, active chips
	Focus                     // focus ring
	Sel                       // selection ring, link curves
	SelSoft                   // background of several selected
	Hover                     // under the pointer
	Warn                      // guesses, needs confirming
	WarnSoft                  // the background of Warn
	Error                     // errors, removal
	ErrorSoft                 // the background of Error
	OK                        // understood, done
	OKSoft                    // the background of OK
	Deadline                  // expiry flag and line
	DeadlineText              // text on Deadline
	Shade                     // what lies after the as-of date; translucent by itself
	Hit                       // plate behind letters that a search matched
	Tip                       // fill of a tooltip
	TipText                   // text on Tip
	Outline                   // edges of controls
	White                     // text on a bar in force, in both themes

	firstCategory
	firstDiverging  = firstCategory + Token(GlyphCount)
	firstSequential = firstDiverging + DivergingSteps
	tokenCount      = int(firstSequential + SequentialSteps)
)

// Sizes of the two ramps.
const (
	DivergingSteps  = 9 // conflict to cooperation
	SequentialSteps = 6 // none to most
)

// CategoryToken returns the colour of the category with the given index, in
// the order of the glyphs. An index of no category is Other's.
func CategoryToken(index int) Token {
	if index < 0 || index >= GlyphCount {
		index = Other
	}
	return firstCategory + Token(index)
}

// DivergingToken returns a step of the ramp from conflict (0) over neutral (4)
// to cooperation (8). Steps outside are those at its ends.
func DivergingToken(step int) Token {
	return firstDiverging + Token(min(max(step, 0), DivergingSteps-1))
}

// SequentialToken returns a step of the density ramp from none (0) to most (5).
// Steps outside are those at its ends.
func SequentialToken(step int) Token {
	return firstSequential + Token(min(max(step, 0), SequentialSteps-1))
}

// Ink returns the token at full opacity.
func (t Token) Ink() Ink { return Ink{Token: t, Alpha: 255} }

// Tint returns the token at a fraction of full opacity, between 0 and 1.
func (t Token) Tint(opacity float32) Ink { return t.Ink().Fade(opacity) }

// An Ink is a colour of the theme at an opacity. The zero Ink draws nothing.
type Ink struct {
	Token Token
	Alpha uint8 // 255 is opaque
}

// None reports whether the ink draws nothing.
func (k Ink) None() bool { return k.Alpha == 0 }

// Fade returns the ink at a fraction, between 0 and 1, of its opacity.
func (k Ink) Fade(opacity float32) Ink {
	if !(opacity > 0) {
		return Ink{}
	}
	k.Alpha = uint8(float32(k.Alpha)*min(opacity, 1) + 0.5)
	return k
}

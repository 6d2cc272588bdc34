package figure

import "image/color"

// A Palette is what the tokens look like in one theme. Shade is translucent by
// itself, for it is fainter in the light theme than in the dark one; an Ink's
// opacity is a fraction of that.
type Palette [tokenCount]color.NRGBA

// Light returns the palette of the light theme.
func Light() *Palette { return &light }

// Dark returns the palette of the dark theme.
func Dark() *Palette { return &dark }

// Colour returns what an ink looks like. An ink whose token is unknown draws
// nothing.
func (p *Palette) Colour(ink Ink) color.NRGBA {
	if int(ink.Token) >= len(p) {
		return color.NRGBA{}
	}
	c := p[ink.Token]
	c.A = uint8((uint32(c.A)*uint32(ink.Alpha) + 127) / 255)
	return c
}

// hex makes a colour of 0xRRGGBBAA.
func hex(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}

var light = Palette{
	Plot:                                hex(0xFFFFFFFF),
	Band:                                hex(0xF7F8FAFF),
	Line:                                hex(0xDDE2E8FF),
	Grid:                                hex(0xEBEEF2FF),
	GridMajor:                           hex(0xCBD2DAFF),
	Surface:                             hex(0xFFFFFFFF),
	Bg:                                  hex(0xF2F4F6FF),
	Text:                                hex(0x18212BFF),
	Text2:                               hex(0x465260FF),
	Text3:                               hex(0x626E7CFF),
	Accent:                              hex(0x1F5BC4FF),
	AccentText:                          hex(0xFFFFFFFF),
	AccentSoft:                          hex(0xE4ECFAFF),
	Focus:                               hex(0x1F5BC4FF),
	Sel:                                 hex(0x18212BFF),
	SelSoft:                             hex(0xEDF2FAFF),
	Hover:                               hex(0xE9EDF2FF),
	Warn:                                hex(0x8A5300FF),
	WarnSoft:                            hex(0xFDF1DCFF),
	Error:                               hex(0xB3261EFF),
	ErrorSoft:                           hex(0xFCEBE9FF),
	OK:                                  hex(0x1B6E45FF),
	OKSoft:                              hex(0xE3F3EAFF),
	Deadline:                            hex(0xB3261EFF),
	DeadlineText:                        hex(0xFFFFFFFF),
	Shade:                               hex(0x18212B09),
	Hit:                                 hex(0xFFE28AFF),
	Tip:                                 hex(0x18212BFF),
	TipText:                             hex(0xFFFFFFFF),
	Outline:                             hex(0x7E8895FF),
	White:                               hex(0xFFFFFFFF),
	firstCategory + Token(Agreement):    hex(0x2A54A7FF),
	firstCategory + Token(Ratification): hex(0x4495B6FF),
	firstCategory + Token(Negotiation):  hex(0x1E661CFF),
	firstCategory + Token(Meeting):      hex(0x498976FF),
	firstCategory + Token(Mediation):    hex(0x7A9354FF),
	firstCategory + Token(Visit):        hex(0x1C6A7CFF),
	firstCategory + Token(Statement):    hex(0x474E56FF),
	firstCategory + Token(Court):        hex(0x7B6AB9FF),
	firstCategory + Token(Filing):       hex(0x4F1F5CFF),
	firstCategory + Token(Sanction):     hex(0xB5820AFF),
	firstCategory + Token(Military):     hex(0x4D3728FF),
	firstCategory + Token(Protest):      hex(0xC26B9AFF),
	firstCategory + Token(Withdrawal):   hex(0xBC3737FF),
	firstCategory + Token(Other):        hex(0x626E7CFF),
	firstDiverging + 0:                  hex(0x963500FF),
	firstDiverging + 1:                  hex(0xC4622BFF),
	firstDiverging + 2:                  hex(0xE3A277FF),
	firstDiverging + 3:                  hex(0xF0D9C8FF),
	firstDiverging + 4:                  hex(0xE6E9EDFF),
	firstDiverging + 5:                  hex(0xC7DAF0FF),
	firstDiverging + 6:                  hex(0x8DB4E2FF),
	firstDiverging + 7:                  hex(0x4A82C8FF),
	firstDiverging + 8:                  hex(0x1D4F9CFF),
	firstSequential + 0:                 hex(0xEDF2F8FF),
	firstSequential + 1:                 hex(0xCFDDEFFF),
	firstSequential + 2:                 hex(0x9DBBDFFF),
	firstSequential + 3:                 hex(0x6293CBFF),
	firstSequential + 4:                 hex(0x2E66AEFF),
	firstSequential + 5:                 hex(0x143B73FF),
}

var dark = Palette{
	Plot:                                hex(0x141A21FF),
	Band:                                hex(0x171E26FF),
	Line:                                hex(0x2A333EFF),
	Grid:                                hex(0x1F2731FF),
	GridMajor:                           hex(0x3A4552FF),
	Surface:                             hex(0x1A212AFF),
	Bg:                                  hex(0x10151BFF),
	Text:                                hex(0xE7EBF0FF),
	Text2:                               hex(0xB1BBC7FF),
	Text3:                               hex(0x8D99A7FF),
	Accent:                              hex(0x7FB0FFFF),
	AccentText:                          hex(0x0C1622FF),
	AccentSoft:                          hex(0x1D3152FF),
	Focus:                               hex(0x7FB0FFFF),
	Sel:                                 hex(0xFFFFFFFF),
	SelSoft:                             hex(0x1E2936FF),
	Hover:                               hex(0x242D38FF),
	Warn:                                hex(0xF0B455FF),
	WarnSoft:                            hex(0x382A12FF),
	Error:                               hex(0xFF8A80FF),
	ErrorSoft:                           hex(0x3E1E1CFF),
	OK:                                  hex(0x6FD3A0FF),
	OKSoft:                              hex(0x163226FF),
	Deadline:                            hex(0xFF8A80FF),
	DeadlineText:                        hex(0x2A0E0CFF),
	Shade:                               hex(0x00000047),
	Hit:                                 hex(0x6A5210FF),
	Tip:                                 hex(0xE7EBF0FF),
	TipText:                             hex(0x10151BFF),
	Outline:                             hex(0x74808EFF),
	White:                               hex(0xFFFFFFFF),
	firstCategory + Token(Agreement):    hex(0x4472C4FF),
	firstCategory + Token(Ratification): hex(0x85BCEAFF),
	firstCategory + Token(Negotiation):  hex(0x6BA27AFF),
	firstCategory + Token(Meeting):      hex(0x5EE6DAFF),
	firstCategory + Token(Mediation):    hex(0xAEDC83FF),
	firstCategory + Token(Visit):        hex(0x1F96B4FF),
	firstCategory + Token(Statement):    hex(0x90959DFF),
	firstCategory + Token(Court):        hex(0xA483F1FF),
	firstCategory + Token(Filing):       hex(0x9A7096FF),
	firstCategory + Token(Sanction):     hex(0xF49A3BFF),
	firstCategory + Token(Military):     hex(0xEAC9B5FF),
	firstCategory + Token(Protest):      hex(0xFDA9C5FF),
	firstCategory + Token(Withdrawal):   hex(0xF15C57FF),
	firstCategory + Token(Other):        hex(0x8D99A7FF),
	firstDiverging + 0:                  hex(0xFFB07AFF),
	firstDiverging + 1:                  hex(0xE8823FFF),
	firstDiverging + 2:                  hex(0xA9592AFF),
	firstDiverging + 3:                  hex(0x5E3B27FF),
	firstDiverging + 4:                  hex(0x333D49FF),
	firstDiverging + 5:                  hex(0x274668FF),
	firstDiverging + 6:                  hex(0x33679FFF),
	firstDiverging + 7:                  hex(0x5C9BE3FF),
	firstDiverging + 8:                  hex(0xA9D0FFFF),
	firstSequential + 0:                 hex(0x1B2530FF),
	firstSequential + 1:                 hex(0x1E3857FF),
	firstSequential + 2:                 hex(0x28558AFF),
	firstSequential + 3:                 hex(0x3F7DC2FF),
	firstSequential + 4:                 hex(0x7AAFEBFF),
	firstSequential + 5:                 hex(0xCBE1FBFF),
}

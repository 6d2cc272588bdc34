package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// legacySample is how many bytes of a sample are decoded in each encoding.
const legacySample = 1 << 16

// A candidate is an encoding older than Unicode with the letters that texts in
// it are mostly made of. Letters of scripts without case are ranges.
type candidate struct {
	encoding Encoding
	common   string
	// latin texts have few letters beyond ASCII, each among ASCII ones; in
	// others whole words are beyond it.
	latin bool
	// wide encodings have characters of two bytes; usual reports one that
	// ordinary texts are made of.
	usual func(lead, trail byte, r rune) bool
	prior float64
}

// The letters are in lower case, the commonest first; those behind the bar are
// rarer.
const (
	western  = "éèàáíóúñçäöüßåæøâêîôûëï’‘“”–—|œýþð"
	central  = "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűâîăşţ|"
	turkish  = "çğıöşüi̇|â"
	greek    = "αεηιοστνρκπςάέήίόύώ|λμυωγδθφχξψβζ"
	cyrillic = "оеаинтсрвлкд|мпуяыьгзбчйхжшюцщэфъёіїєґ"
	hebrew   = "יוהלאתמרשבנ|קדעפחצטכגזסםןךףץ"
	arabic   = "اليمونتربة|عدسفهكقحجشطصخضذثئءأإىآؤزغظ"
)

var candidates = []candidate{
	{encoding: Windows1252, common: western, latin: true, prior: 0.06},
	{encoding: Windows1250, common: central, latin: true},
	{encoding: Latin2, common: central, latin: true, prior: -0.02},
	{encoding: Windows1254, common: turkish, latin: true, prior: -0.04},
	{encoding: Greek, common: greek, prior: 0.02},
	{encoding: Windows1253, common: greek},
	{encoding: Windows1251, common: cyrillic, prior: 0.02},
	{encoding: KOI8R, common: cyrillic},
	{encoding: Cyrillic, common: cyrillic},
	{encoding: Windows1255, common: hebrew},
	{encoding: Windows1256, common: arabic},
	{encoding: ShiftJIS, usual: func(lead, _ byte, r rune) bool {
		return lead == 0x81 || lead == 0x82 || lead == 0x83 || 0x88 <= lead && lead <= 0x97 && r > 0x3000
	}},
	{encoding: EUCJP, usual: func(lead, _ byte, _ rune) bool {
		return lead == 0xA1 || lead == 0xA4 || lead == 0xA5 || 0xB0 <= lead && lead <= 0xCF
	}, prior: -0.3},
	{encoding: EUCKR, usual: func(lead, trail byte, r rune) bool {
		return trail >= 0xA1 && (lead == 0xA1 || 0xB0 <= lead && lead <= 0xC8 && 0xAC00 <= r && r <= 0xD7A3)
	}, prior: 0.05},
	{encoding: GB18030, usual: func(lead, trail byte, _ rune) bool {
		return trail >= 0xA1 && (lead == 0xA1 || lead == 0xA3 || 0xB0 <= lead && lead <= 0xD7)
	}},
	{encoding: Big5, usual: func(lead, _ byte, _ rune) bool {
		return 0xA1 <= lead && lead <= 0xC6
	}, prior: -0.1},
}

// legacy picks the encoding in which a text that is not UTF-8 looks most like a
// text.
func legacy(sample []byte) Guess {
	sample = sample[:min(len(sample), legacySample)]
	best, second := Guess{Encoding: Windows1252, Confidence: -1}, -1.0
	for _, c := range candidates {
		score := c.prior
		if c.usual != nil {
			score += c.scoreWide(sample)
		} else {
			score += c.scoreNarrow(sample)
		}
		switch {
		case score > best.Confidence:
			if !sameText(sample, c.encoding, best.Encoding) {
				second = best.Confidence
			}
			best = Guess{Encoding: c.encoding, Confidence: score}
		case score > second && !sameText(sample, c.encoding, best.Encoding):
			second = score
		}
	}
	best.Confidence = confidence(best.Confidence, second, sample)
	return best
}

// sameText reports that two encodings read a sample alike, so that neither
// makes the other doubtful.
func sameText(sample []byte, a, b Encoding) bool {
	return string(Decode(sample, a)) == string(Decode(sample, b))
}

// confidence puts the scores of the best two guesses, and how much there was to
// go by, into one number.
func confidence(best, second float64, sample []byte) float64 {
	beyond := 0
	for _, b := range sample {
		if b >= utf8.RuneSelf {
			beyond++
		}
	}
	sure := 0.5 + (best-max(second, 0))/2
	if best < 0.5 {
		sure -= (0.5 - best) / 2
	}
	if beyond < 4 {
		sure -= 0.2
	}
	return min(max(sure, 0.05), 0.97)
}

// scoreWide is the share of characters beyond ASCII that are usual, less a
// penalty for each that is none.
func (c *candidate) scoreWide(sample []byte) float64 {
	decoder := codecs[c.encoding].NewDecoder()
	var one [utf8.UTFMax * 2]byte
	total, usual, wrong := 0, 0, 0
	for i := 0; i < len(sample); {
		if sample[i] < utf8.RuneSelf {
			i++
			continue
		}
		total++
		size := 1
		if c.encoding == ShiftJIS && 0xA1 <= sample[i] && sample[i] <= 0xDF {
			i++ // half-width katakana: legal and rare
			continue
		}
		if i+1 >= len(sample) {
			total--
			break
		}
		size = 2
		if c.encoding == GB18030 && '0' <= sample[i+1] && sample[i+1] <= '9' && i+3 < len(sample) {
			size = 4
		}
		decoder.Reset()
		n, _, err := decoder.Transform(one[:], sample[i:i+size], true)
		r, runeSize := utf8.DecodeRune(one[:n])
		switch {
		case err != nil || n == 0 || r == utf8.RuneError || runeSize != n:
			wrong++
			size = 1
		case c.usual(sample[i], sample[i+1], r):
			usual++
		}
		i += size
	}
	if total == 0 {
		return -1
	}
	return float64(usual-4*wrong) / float64(total)
}

// scoreNarrow is the mean likelihood of the characters beyond ASCII, by what
// they are and by what stands beside them.
func (c *candidate) scoreNarrow(sample []byte) float64 {
	text := []rune(string(Decode(sample, c.encoding)))
	total, sum := 0, 0.0
	for i, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		before, after := ' ', ' '
		if i > 0 {
			before = text[i-1]
		}
		if i+1 < len(text) {
			after = text[i+1]
		}
		total++
		sum += c.likelihood(before, r, after)
	}
	if total == 0 {
		return -1
	}
	return sum / float64(total)
}

func (c *candidate) likelihood(before, r, after rune) float64 {
	ascii := func(x rune) bool { return x < utf8.RuneSelf && unicode.IsLetter(x) }
	switch {
	case r == utf8.RuneError || unicode.IsControl(r):
		return -2
	case !unicode.IsLetter(r):
		switch {
		case c.commonness(r) == 1:
			return 0.9
		case unicode.IsLetter(before) && unicode.IsLetter(after):
			return -1 // ¼ and ³ do not stand inside words
		case unicode.IsMark(r):
			return 0.3
		}
		return 0.4
	case unicode.IsLower(before) && unicode.IsUpper(r):
		return -0.7
	}
	value := c.commonness(unicode.ToLower(r))
	beyond := func(x rune) bool { return x >= utf8.RuneSelf && unicode.IsLetter(x) }
	switch {
	case c.latin && beyond(before) && beyond(after):
		value -= 1.2
	case !c.latin && (ascii(before) || ascii(after)):
		value -= 1.2
	}
	return value
}

// commonness is 1 for the letters that texts are mostly made of, less for
// others.
func (c *candidate) commonness(r rune) float64 {
	i := strings.IndexRune(c.common, r)
	switch {
	case i < 0:
		return 0.2
	case i < strings.IndexByte(c.common, '|'):
		return 1
	}
	return 0.55
}

package charset

import (
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// An Encoding is how a file writes letters as bytes, by its usual name. The
// empty Encoding is one not known yet.
type Encoding string

// The encodings that files of our field are in. EUCKR is read with the letters
// that Microsoft added to it (CP949), ShiftJIS likewise (CP932).
const (
	UTF8        Encoding = "UTF-8"
	UTF16LE     Encoding = "UTF-16LE"
	UTF16BE     Encoding = "UTF-16BE"
	ShiftJIS    Encoding = "Shift_JIS"
	EUCJP       Encoding = "EUC-JP"
	ISO2022JP   Encoding = "ISO-2022-JP"
	EUCKR       Encoding = "EUC-KR"
	GB18030     Encoding = "GB18030"
	Big5        Encoding = "Big5"
	Windows1252 Encoding = "Windows-1252"
	Windows1250 Encoding = "Windows-1250"
	Windows1251 Encoding = "Windows-1251"
	Windows1253 Encoding = "Windows-1253"
	Windows1254 Encoding = "Windows-1254"
	Windows1255 Encoding = "Windows-1255"
	Windows1256 Encoding = "Windows-1256"
	Latin1      Encoding = "ISO-8859-1"
	Latin2      Encoding = "ISO-8859-2"
	Cyrillic    Encoding = "ISO-8859-5"
	Greek       Encoding = "ISO-8859-7"
	Latin9      Encoding = "ISO-8859-15"
	KOI8R       Encoding = "KOI8-R"
	MacRoman    Encoding = "Macintosh"
)

var codecs = map[Encoding]encoding.Encoding{
	UTF16LE:     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	UTF16BE:     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	ShiftJIS:    japanese.ShiftJIS,
	EUCJP:       japanese.EUCJP,
	ISO2022JP:   japanese.ISO2022JP,
	EUCKR:       korean.EUCKR,
	GB18030:     simplifiedchinese.GB18030,
	Big5:        traditionalchinese.Big5,
	Windows1252: charmap.Windows1252,
	Windows1250: charmap.Windows1250,
	Windows1251: charmap.Windows1251,
	Windows1253: charmap.Windows1253,
	Windows1254: charmap.Windows1254,
	Windows1255: charmap.Windows1255,
	Windows1256: charmap.Windows1256,
	Latin1:      charmap.ISO8859_1,
	Latin2:      charmap.ISO8859_2,
	Cyrillic:    charmap.ISO8859_5,
	Greek:       charmap.ISO8859_7,
	Latin9:      charmap.ISO8859_15,
	KOI8R:       charmap.KOI8R,
	MacRoman:    charmap.Macintosh,
}

// Encodings returns every encoding, the likelier ones first, for people to
// choose from.
func Encodings() []Encoding {
	return []Encoding{
		UTF8, UTF16LE, UTF16BE, Windows1252, ShiftJIS, EUCKR, GB18030, Big5, EUCJP, ISO2022JP,
		Latin1, Latin9, Latin2, Windows1250, Windows1251, Cyrillic, KOI8R, Greek, Windows1253,
		Windows1254, Windows1255, Windows1256, MacRoman,
	}
}

// others are names that the index of the WHATWG lacks, or gives to another
// encoding than the one meant here.
var others = map[string]Encoding{
	"cp949": EUCKR, "uhc": EUCKR, "ms949": EUCKR, "cp932": ShiftJIS, "sjis": ShiftJIS, "cp936": GB18030, "gbk": GB18030,
	"gb2312": GB18030, "cp950": Big5, "utf16": UTF16LE, "utf-16": UTF16LE, "utf8": UTF8, "latin1": Latin1, "iso-8859-1": Latin1,
	"latin-1": Latin1, "mac": MacRoman, "macroman": MacRoman, "ascii": UTF8, "us-ascii": UTF8, "ansi": Windows1252,
}

// Named returns the encoding that a person calls by a name, such as "utf8",
// "cp949" or "latin1".
func Named(name string) (Encoding, bool) {
	n := strings.ToLower(strings.TrimSpace(name))
	if e, ok := others[n]; ok {
		return e, true
	}
	i := slices.IndexFunc(Encodings(), func(e Encoding) bool { return strings.EqualFold(string(e), n) })
	if i >= 0 {
		return Encodings()[i], true
	}
	codec, err := htmlindex.Get(n)
	if err != nil {
		return "", false
	}
	for e, c := range codecs {
		if c == codec {
			return e, true
		}
	}
	return "", false
}

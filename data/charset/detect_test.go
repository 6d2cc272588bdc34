package charset

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// samples are short texts as files of our field hold them.
var samples = map[string]string{
	"japanese": "年月日,出来事\n2019-11-17,日韓の防衛相がバンコクで会談\n2019-08-22,韓国政府は協定の終了を発表した\n",
	"names":    "名前,年齢\n山田,30\n佐藤,25\n鈴木,41\n高橋,22\n",
	"korean":   "날짜,사건\n2019-11-17,한일 국방장관이 방콕에서 회담했다\n2019-08-22,정부는 협정 종료를 발표했다\n",
	"chinese":  "日期,事件\n2019-11-17,日本和韩国的国防部长在曼谷举行会谈\n2019-08-22,政府宣布终止协定\n",
	"taiwan":   "日期,事件\n2019-11-17,日本與韓國的國防部長在曼谷舉行會談\n2019-08-22,政府宣布終止協定\n",
	"german":   "Datum,Ereignis\n2019-11-17,Die Verteidigungsminister führten Gespräche über das Abkommen für größere Sicherheit\n",
	"french":   "date,événement\n2019-11-17,Les ministres de la Défense se rencontrent à Bangkok près du siège, sans accord\n",
	"polish":   "data,wydarzenie\n2019-11-17,Ministrowie spotkali się, żeby omówić porozumienie; rozmowy zakończyły się bez skutku\n",
	"russian":  "дата,событие\n2019-11-17,Министры обороны встретились в Бангкоке и не пришли к соглашению\n",
	"greek":    "id,όνομα\n1,Λεωνίδας\n2,Αλέξανδρος\n3,Ελευθέριος και οι άλλοι\n",
	"hebrew":   "תאריך,אירוע\n2019-11-17,שרי הביטחון נפגשו בבנגקוק\n",
	"arabic":   "التاريخ,الحدث\n2019-11-17,اجتمع وزراء الدفاع في بانكوك\n",
	"turkish":  "tarih,olay\n2019-11-17,Savunma bakanları Bangkok'ta görüştü, anlaşma sağlanamadı ve açıklama yapıldı\n",
}

// TestDetect writes each sample in an encoding, and holds that the guess reads
// it back as it was, whatever it is called.
func TestDetect(t *testing.T) {
	tests := []struct {
		sample   string
		encoding Encoding
	}{
		{"japanese", ShiftJIS}, {"names", ShiftJIS}, {"japanese", EUCJP}, {"japanese", ISO2022JP}, {"japanese", UTF8},
		{"japanese", UTF16LE}, {"japanese", UTF16BE}, {"korean", EUCKR}, {"korean", UTF16LE}, {"chinese", GB18030}, {"taiwan", Big5},
		{"german", Windows1252}, {"german", Latin1}, {"german", UTF16LE}, {"french", Windows1252}, {"french", Latin9},
		{"polish", Windows1250}, {"polish", Latin2}, {"russian", Windows1251}, {"russian", KOI8R}, {"russian", Cyrillic},
		{"greek", Greek}, {"greek", Windows1253}, {"hebrew", Windows1255}, {"arabic", Windows1256}, {"turkish", Windows1254},
	}
	for _, tt := range tests {
		t.Run(tt.sample+" in "+string(tt.encoding), func(t *testing.T) {
			text := samples[tt.sample]
			file := text
			if codec, ok := codecs[tt.encoding]; ok {
				var err error
				if file, err = codec.NewEncoder().String(text); err != nil {
					t.Fatal(err)
				}
			}
			g := Detect([]byte(file))
			if got := string(Decode([]byte(file), g.Encoding)); got != text {
				t.Errorf("taken for %s with %.2f, which reads:\n%s", g.Encoding, g.Confidence, got)
			}
			if g.Confidence <= 0 || g.Confidence > 1 {
				t.Errorf("a confidence of %v", g.Confidence)
			}
			read, err := io.ReadAll(NewReader(strings.NewReader(file), tt.encoding))
			if err != nil || string(read) != text {
				t.Errorf("read as %q, %v", read, err)
			}
		})
	}
}

// TestMarks holds that a byte order mark decides, and is not part of the text.
func TestMarks(t *testing.T) {
	for file, want := range map[string]Encoding{
		"\xEF\xBB\xBFa,b":    UTF8,
		"\xFF\xFEa\x00,\x00": UTF16LE,
		"\xFE\xFF\x00a\x00,": UTF16BE,
	} {
		g := Detect([]byte(file))
		if g.Encoding != want || !g.Mark || g.Confidence != 1 {
			t.Errorf("%q: %+v, want %s", file, g, want)
		}
		if text := string(Decode([]byte(file), g.Encoding)); strings.Contains(text, "\uFEFF") || !strings.HasPrefix(text, "a,") {
			t.Errorf("%q reads %q", file, text)
		}
	}
}

// TestFixtures reads real files in old encodings.
func TestFixtures(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "fixtures", "messy")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the fixtures are not here: %v", err)
	}
	for name, want := range map[string]string{
		"duckdb__shift_jis.csv":                       "名前,年齢",
		"holidays-jp__syukujitsu.csv":                 "国民の祝日・休日月日",
		"duckdb__latin1.csv":                          "José Álvarez,30",
		"duckdb__utf16.csv":                           "José Álvarez,30",
		"messytables__utf-16le_encoded.csv":           "Organisation_code,",
		"frictionless-py__table-infer-iso-8859-7.csv": "1,39,Λεωνιδας",
		"frictionless-py__bom.csv":                    "中国人",
	} {
		file, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		g := Detect(file)
		t.Logf("%s: %s, %.2f", name, g.Encoding, g.Confidence)
		if text := string(Decode(file, g.Encoding)); !strings.Contains(text, want) {
			t.Errorf("%s: taken for %s, which reads %.60q", name, g.Encoding, text)
		}
	}
}

func TestNamed(t *testing.T) {
	for name, want := range map[string]Encoding{
		"utf8": UTF8, "UTF-8": UTF8, "cp949": EUCKR, "euc-kr": EUCKR, "sjis": ShiftJIS, "Shift_JIS": ShiftJIS, "latin1": Latin1,
		"windows-1252": Windows1252, "cp1252": Windows1252, "gbk": GB18030, "utf-16be": UTF16BE, "iso-8859-7": Greek, "koi8-r": KOI8R,
	} {
		if got, ok := Named(name); !ok || got != want {
			t.Errorf("%q is %q, %v; want %s", name, got, ok, want)
		}
	}
	if e, ok := Named("klingon"); ok {
		t.Errorf("klingon is %s", e)
	}
	for _, e := range Encodings() {
		if got, ok := Named(string(e)); !ok || got != e {
			t.Errorf("%s is not found by its own name, but %q", e, got)
		}
	}
}

// FuzzDetect holds that any bytes have a guess and can be decoded.
func FuzzDetect(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
	f.Add([]byte("\x96\xbc\x91\x4f,\x94N\x97\xee\r\n"))
	f.Add([]byte("\xff\xfea"))
	f.Fuzz(func(t *testing.T, file []byte) {
		g := Detect(file)
		if _, ok := Named(string(g.Encoding)); !ok {
			t.Fatalf("guessed %q", g.Encoding)
		}
		if g.Confidence < 0 || g.Confidence > 1 {
			t.Fatalf("a confidence of %v", g.Confidence)
		}
		Decode(file, g.Encoding)
	})
}

package figure

// space stands between thousands. It does not break a line.
const space = "\u00a0"

// characters are what numbers are written with, each a text that is set once.
var characters = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "–", space}

const (
	minusAt = 10
	spaceAt = 11
)

// most is how many characters any int has, signs and spaces included.
const most = 27

// A written number is its characters, from the last to the first.
type written struct {
	at  [most]uint8 // into characters
	len int
}

func writeNumber(n int) written {
	var w written
	digit := func(c uint8) {
		w.at[w.len] = c
		w.len++
	}
	rest := uint64(n)
	if n < 0 {
		rest = -rest
	}
	for i := 0; i == 0 || rest > 0; i++ {
		if i > 0 && i%3 == 0 {
			digit(spaceAt)
		}
		digit(uint8(rest % 10))
		rest /= 10
	}
	if n < 0 {
		digit(minusAt)
	}
	return w
}

// WriteNumber writes a whole number as Figure.Number shows it: a no-break space
// between thousands, an en dash for minus.
func WriteNumber(n int) string {
	w := writeNumber(n)
	text := make([]byte, 0, 2*most)
	for i := w.len - 1; i >= 0; i-- {
		text = append(text, characters[w.at[i]]...)
	}
	return string(text)
}

// MeasureNumber returns the width in dp of a number as Figure.Number shows it, in
// faces of any kind that measure texts.
func MeasureNumber(faces interface {
	Measure(text string, size float32, bold bool) float32
}, n int, size float32, bold bool) float32 {
	width, w := float32(0), writeNumber(n)
	for _, c := range w.at[:w.len] {
		width += faces.Measure(characters[c], size, bold)
	}
	return width
}

// paintNumber lays the characters of a number side by side. Digits are all of
// one width and stand by themselves, so that setting them one by one makes the
// same picture as setting the whole.
func (p *pass) paintNumber(s *Shape) {
	ink, size := p.ink(s.Fill), p.device(s.Size)
	if p.stock.faces == nil || ink.alpha() == 0 || !(size >= minText && size <= maxText) {
		return
	}
	style, w := styleOf(s.Bold, s.Italic, s.Mono), writeNumber(s.Number)
	var ems [most]float32 // from the start of the number to that of each character
	width := float32(0)
	for i := w.len - 1; i >= 0; i-- {
		ems[i] = width
		width += p.stock.faces.run(characters[w.at[i]], style).width
	}
	ahead := [...]float32{Left: 0, Centre: width * size / 2, Right: width * size}[min(s.Align, Right)]
	at := p.devicePoint(Point{s.X, s.Y})
	for i, c := range w.at[:w.len] {
		p.layLine(characters[c], at, ahead, ems[i]*size, lineKey{size: size, style: style, up: s.Up}, ink)
	}
}

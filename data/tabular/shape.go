package tabular

import "strings"

// A shape is the pattern of a date as it is written, with # for each number of
// one or two digits, ## for a year of two, #### for one of four and Mon for the
// name of a month: "#/#/####". Dates of one shape are read alike; dates of
// another, even in the same column, may have another order.
type shape string

// The shapes that have no separators, or say how a number counts.
const (
	shapeNone   shape = ""
	shapeYear   shape = "####"
	shapeSigned shape = "-####" // a year, or a date that begins with one, with a minus
	shapeDay8   shape = "yyyymmdd"
	shapeMonth6 shape = "yyyymm"
	shapeSerial shape = "serial" // days as spreadsheets count them
	shapeISO    shape = "####-#-#"
	shapeMonth  shape = "####-#"
	shapePair   shape = "####-##" // a month, or a year and the next one
	shapeWords  shape = "words"   // everything else that is a date
)

// shapeOf returns the shape of a text that may be a date. Times and zones
// behind the date do not count.
func shapeOf(text string) shape {
	t := strings.TrimSpace(text)
	if t == "" {
		return shapeNone
	}
	if t[0] == '-' && len(t) > 1 && isDigit(t[1]) {
		return shapeSigned
	}
	runs, separators, rest := numbers(t)
	switch {
	case len(runs) == 0:
		return shapeWords
	case len(runs) == 1 && rest == "":
		return oneNumber(runs[0])
	case len(runs) == 3 && separators[0] == separators[1]:
		return threeNumbers(runs, separators[0])
	case len(runs) == 2 && len(runs[0]) == 4 && rest == "" && separators[0] == '-' && len(runs[1]) == 2:
		if isNextYear(runs[0], runs[1]) {
			return shapePair
		}
		return shapeMonth
	}
	return namedMonth(t)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// numbers cuts up to three numbers with one sign between them off a text. rest
// is what follows, save a time.
func numbers(t string) (runs []string, separators []byte, rest string) {
	for len(runs) < 3 {
		n := 0
		for n < len(t) && isDigit(t[n]) {
			n++
		}
		if n == 0 {
			break
		}
		runs = append(runs, t[:n])
		t = t[n:]
		if len(runs) == 3 || len(t) < 2 || strings.IndexByte("-/.", t[0]) < 0 || !isDigit(t[1]) {
			break
		}
		separators = append(separators, t[0])
		t = t[1:]
	}
	return runs, separators, strings.TrimSpace(t)
}

func oneNumber(run string) shape {
	switch len(run) {
	case 3, 4:
		return shapeYear
	case 8:
		return shapeDay8
	case 6:
		return shapeMonth6
	}
	return shapeNone
}

func threeNumbers(runs []string, separator byte) shape {
	s := string(rune(separator))
	switch {
	case len(runs[0]) >= 3:
		return shape("####" + s + "#" + s + "#")
	case len(runs[2]) >= 3:
		return shape("#" + s + "#" + s + "####")
	}
	return shape("#" + s + "#" + s + "##")
}

// isNextYear reports that two digits are the year after another, as in 2010-11,
// which is a month too.
func isNextYear(year, next string) bool {
	n := atoi(next)
	return (atoi(year)+1)%100 == n && n >= 1 && n <= 12
}

// atoi reads digits; the longest it is called with has nine.
func atoi(digits string) int {
	n := 0
	for i := 0; i < len(digits) && i < 9; i++ {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

// namedMonth tells "9-May-20" and "May-20" from other words.
func namedMonth(t string) shape {
	var b strings.Builder
	for i := 0; i < len(t); {
		from := i
		switch c := t[i]; {
		case isDigit(c):
			for i < len(t) && isDigit(t[i]) {
				i++
			}
			if i-from > 2 {
				return shapeWords
			}
			b.WriteByte('#')
		case isLetter(c):
			for i < len(t) && isLetter(t[i]) {
				i++
			}
			if i-from != 3 {
				return shapeWords
			}
			b.WriteString("Mon")
		case c == '-' || c == '/' || c == ' ':
			i++
			b.WriteByte('-')
		default:
			return shapeWords
		}
	}
	switch b.String() {
	case "#-Mon-#":
		return "#-Mon-##"
	case "Mon-#":
		return "Mon-##"
	}
	return shapeWords
}

// orders reports a shape in which the order of day and month must be known.
func (s shape) orders() bool {
	return len(s) >= 6 && s[0] == '#' && s[1] != '#' && s[2] == '#'
}

// shortYear reports a shape with a year of two digits.
func (s shape) shortYear() bool {
	return strings.HasSuffix(string(s), "##") && !strings.HasSuffix(string(s), "####") && s != shapePair
}

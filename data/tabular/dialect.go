package tabular

import "fmt"

// A Dialect says how a text is cut into rows and cells.
type Dialect struct {
	Delimiter byte // stands between cells
	Quote     byte // encloses cells; 0 says that quotes are letters like others
	Backslash bool // a backslash makes the letter behind it an ordinary one
	// Strict makes a row of what is against the rules a problem: a quote inside
	// a cell that is not quoted, text behind a closing quote. Otherwise both are
	// taken as they stand.
	Strict bool
	Return bool // a carriage return alone ends a row
}

// OwnDialect is that of Chancery's own tables, which other programs write too.
var OwnDialect = Dialect{Delimiter: ',', Quote: '"', Strict: true}

// delimiterNames are the delimiters that are looked for, with their names in
// reports and on the command line.
var delimiterNames = []struct {
	delimiter byte
	name      string
}{{',', "comma"}, {'\t', "tab"}, {';', "semicolon"}, {'|', "bar"}, {1, "SOH"}}

// DelimiterName names a delimiter for people: comma, tab, semicolon, bar, SOH
// for the byte 1, or the sign itself.
func DelimiterName(delimiter byte) string {
	for _, d := range delimiterNames {
		if d.delimiter == delimiter {
			return d.name
		}
	}
	return fmt.Sprintf("%q", string(rune(delimiter)))
}

// DelimiterNamed reads what a person calls a delimiter: its name, the sign
// itself, or an escape such as \t or \x01.
func DelimiterNamed(name string) (byte, error) {
	for _, d := range delimiterNames {
		if name == d.name || name == string(rune(d.delimiter)) {
			return d.delimiter, nil
		}
	}
	switch name {
	case `\t`, "tabs":
		return '\t', nil
	case `\x01`, "^A", "soh":
		return 1, nil
	case "pipe":
		return '|', nil
	}
	if len(name) == 1 && name[0] != '"' && name[0] != '\n' && name[0] != '\r' {
		return name[0], nil
	}
	return 0, fmt.Errorf("delimiter %q is not comma, tab, semicolon, bar, \\x01 or one sign", name)
}

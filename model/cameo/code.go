package cameo

// The length of a root ("08"), of a base code ("083") and of the longest code
// ("0831").
const (
	rootLength = 2
	baseLength = 3
	maxLength  = 4
)

// Valid reports whether code is written as a CAMEO code is: two to four digits
// of which the first two are a root, 01 to 20. Sub-codes that are in no table
// are valid too, since sources add their own.
func Valid(code string) bool { return Root(code) != "" }

// Root returns the first two digits of a code, "08" of "0831", or "" when code
// is not valid.
func Root(code string) string {
	if len(code) < rootLength || len(code) > maxLength {
		return ""
	}
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return ""
		}
	}
	if root := code[:rootLength]; "01" <= root && root <= "20" {
		return root
	}
	return ""
}

// Base returns the first three digits of a code, "083" of "0831", the root when
// the code is no longer than that, or "" when it is not valid.
func Base(code string) string {
	if Root(code) == "" {
		return ""
	}
	return code[:min(len(code), baseLength)]
}

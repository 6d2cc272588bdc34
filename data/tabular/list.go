package tabular

import "strings"

// A list cell holds several values: actors and links are set apart by ";",
// sources by " ;; " and their parts by "|". A backslash before one of ; | : > @
// or another backslash makes it an ordinary letter; before anything else it is
// one itself, so that a path such as C:\notes needs no care.
const escapable = `\;|:>@`

// escape protects the bytes of special in a value, and backslashes always.
func escape(value, special string) string {
	if !strings.ContainsAny(value, special+`\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' || strings.IndexByte(special, value[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

// unescape takes the protection away.
func unescape(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' && i+1 < len(value) && strings.IndexByte(escapable, value[i+1]) >= 0 {
			i++
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

// split cuts a cell at each separator that is not protected. The parts keep
// their protection; an empty cell has no parts.
func split(cell, separator string) []string {
	if cell == "" {
		return nil
	}
	var parts []string
	from := 0
	for i := 0; i < len(cell); {
		switch {
		case cell[i] == '\\' && i+1 < len(cell) && strings.IndexByte(escapable, cell[i+1]) >= 0:
			i += 2
		case strings.HasPrefix(cell[i:], separator):
			parts = append(parts, cell[from:i])
			i += len(separator)
			from = i
		default:
			i++
		}
	}
	return append(parts, cell[from:])
}

// cut is strings.Cut for a separator that is not protected.
func cut(cell, separator string) (before, after string, found bool) {
	for i := 0; i < len(cell); {
		switch {
		case cell[i] == '\\' && i+1 < len(cell) && strings.IndexByte(escapable, cell[i+1]) >= 0:
			i += 2
		case strings.HasPrefix(cell[i:], separator):
			return cell[:i], cell[i+len(separator):], true
		default:
			i++
		}
	}
	return cell, "", false
}

// words splits a cell of plain values at ";", trims them and drops empty ones.
func words(cell string) []string {
	var list []string
	for _, part := range split(cell, ";") {
		if w := unescape(strings.TrimSpace(part)); w != "" {
			list = append(list, w)
		}
	}
	return list
}

// joinWords is the inverse of words.
func joinWords(list []string) string {
	protected := make([]string, len(list))
	for i, w := range list {
		protected[i] = escape(w, ";")
	}
	return strings.Join(protected, ";")
}

package cameo

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Scale gives codes scores from –10, conflict, to +10, cooperation. The zero
// Scale is Goldstein's. A scale does not change; With makes another.
type Scale struct {
	Name string // for people: "Goldstein"
	root bool   // only the roots count
	own  map[string]float64
}

// GoldsteinScale scores a code as the function Goldstein does.
func GoldsteinScale() Scale { return Scale{Name: "Goldstein"} }

// PLOVERScale scores a code as its root. PLOVER codes events by what CAMEO has
// as roots and has no finer ones, so that events of either can be compared.
func PLOVERScale() Scale { return Scale{Name: "PLOVER", root: true} }

// With returns the scale with a score of one's own for a code and all codes
// under it that have none of their own. The error says what is wrong with it.
func (s Scale) With(code string, score float64) (Scale, error) {
	if !Valid(code) {
		return s, fmt.Errorf("%q is not a CAMEO code: two to four digits that begin with 01 to 20", code)
	}
	if !(score >= -10 && score <= 10) {
		return s, fmt.Errorf("score %v of %s is not between -10 and 10", score, code)
	}
	own := maps.Clone(s.own)
	if own == nil {
		own = map[string]float64{}
	}
	own[code] = score
	s.own = own
	return s, nil
}

// OwnScale is Goldstein's scale under another name, for scores of one's own.
func OwnScale(name string) Scale { return Scale{Name: name} }

// Without returns the scale without the score of one's own that a code has.
func (s Scale) Without(code string) Scale {
	s.own = maps.Clone(s.own)
	delete(s.own, code)
	return s
}

// Score returns the score of a code: that of one's own of the code or of the
// nearest code above it, else that of the published table. It is false for a
// code that is not valid.
func (s Scale) Score(code string) (score float64, ok bool) {
	for above := range above(code) {
		if score, ok := s.own[above]; ok {
			return score, true
		}
	}
	if s.root {
		code = Root(code)
	}
	return Goldstein(code)
}

// Own returns the codes that have a score of one's own, sorted.
func (s Scale) Own() []string { return slices.Sorted(maps.Keys(s.own)) }

// The columns of a table of scores.
const scaleCode, scaleScore = "code", "score"

// ReadScale reads a table of scores as CSV: a header with the columns code and
// score, in any order and among others, and a row for each code of one's own.
// Other codes keep their published scores. An error names the row, the header
// being row 1; a table with an error in it is not read at all.
func ReadScale(name string, r io.Reader) (Scale, error) {
	s := Scale{Name: name}
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return s, errors.New("the table of scores is empty")
		}
		return s, fmt.Errorf("row 1: %w", err)
	}
	code, score := column(header, scaleCode), column(header, scaleScore)
	if code < 0 || score < 0 {
		return s, errors.New("row 1: a table of scores needs the columns code and score")
	}
	for row := 2; ; row++ {
		cells, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return Scale{Name: name}, fmt.Errorf("row %d: %w", row, err)
		}
		if len(cells) <= max(code, score) {
			return Scale{Name: name}, fmt.Errorf("row %d: it has no cell under code or score", row)
		}
		text := strings.TrimSpace(cells[score])
		value, err := strconv.ParseFloat(strings.ReplaceAll(text, "–", "-"), 64)
		if err != nil {
			return Scale{Name: name}, fmt.Errorf("row %d: score %q is not a number", row, text)
		}
		if s, err = s.With(strings.TrimSpace(cells[code]), value); err != nil {
			return Scale{Name: name}, fmt.Errorf("row %d: %w", row, err)
		}
	}
}

func column(header []string, name string) int {
	return slices.IndexFunc(header, func(cell string) bool {
		return strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff")), name)
	})
}

// WriteTo writes the scores of one's own as ReadScale reads them, with the names
// of the codes.
func (s Scale) WriteTo(w io.Writer) (n int64, err error) {
	counted := &counter{w: w}
	rows := csv.NewWriter(counted)
	rows.Write([]string{scaleCode, scaleScore, "name"})
	for _, code := range s.Own() {
		rows.Write([]string{code, strconv.FormatFloat(s.own[code], 'f', -1, 64), Name(code)})
	}
	rows.Flush()
	return counted.n, rows.Error()
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

package echarts

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
)

// errTable says that a packed table is not one.
var errTable = errors.New("it is cut short or damaged")

// unpackTable is the inverse of packTable: it returns the CSV file, which has the
// first columns of the table.
func unpackTable(packed []byte, columns int) ([]byte, error) {
	u := unpacker{rest: packed}
	rows, all := u.number(), u.number()
	if u.failed || columns < 1 || columns > all {
		return nil, errTable
	}
	names := make([]string, columns)
	cells := make([]func(row int) string, columns)
	for i := range columns {
		names[i], cells[i] = u.column(rows)
	}
	if u.failed {
		return nil, errTable
	}
	var file bytes.Buffer
	w := csv.NewWriter(&file)
	w.Write(names) // a buffer takes all
	line := make([]string, columns)
	for row := range rows {
		for i, cell := range cells {
			line[i] = cell(row)
		}
		w.Write(line)
		if file.Len() > pageLimit {
			return nil, errTable
		}
	}
	w.Flush()
	return file.Bytes(), w.Error()
}

// An unpacker reads on in a packed table until something is not as it should be.
type unpacker struct {
	rest   []byte
	failed bool
}

// number reads a number that cannot be larger than a page.
func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.rest)
	if size <= 0 || n > pageLimit {
		u.failed = true
		return 0
	}
	u.rest = u.rest[size:]
	return int(n)
}

func (u *unpacker) bytes(n int) []byte {
	if n > len(u.rest) {
		u.failed = true
		return nil
	}
	b := u.rest[:n]
	u.rest = u.rest[n:]
	return b
}

// column reads a column and returns what its cells are, by row.
func (u *unpacker) column(rows int) (name string, cell func(row int) string) {
	name = string(u.bytes(u.number()))
	count := u.number()
	words := bytes.Split(u.bytes(u.number()), []byte{0})
	words = words[:len(words)-1] // after the last zero byte is nothing
	if count == 0 {
		if len(words) != rows {
			u.failed = true
		}
		return name, func(row int) string { return string(words[row]) }
	}
	low, high := u.bytes(rows), []byte(nil)
	if count > 256 {
		high = u.bytes(rows)
	}
	word := func(row int) int {
		n := int(low[row])
		if high != nil {
			n |= int(high[row]) << 8
		}
		return n
	}
	for row := range low {
		if high != nil && row >= len(high) || word(row) >= len(words) {
			u.failed = true
			break
		}
	}
	return name, func(row int) string { return string(words[word(row)]) }
}

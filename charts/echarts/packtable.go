package echarts

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A packed table is a table of text, column after column, since the cells of a
// column are alike and so compress well together. All numbers are unsigned
// varints:
//
//	rows, columns, then for each column
//	  length of its name, its name
//	  0, length of all cells, each cell and a zero byte: cells as they are; or
//	  d, length of all words, each of the d words and a zero byte, then for
//	  each row the number of its word, from 0: one byte where d is up to 256;
//	  else all the low bytes and then all the high ones
//
// A cell may not hold a zero byte; a CSV file of ours never does.

// wordLimit is how many different cells a column may have for its words to be
// numbered, beside being few for its rows.
const wordLimit = 1 << 15

// A column of a table that is being packed. Cells are numbered by their words
// while these are few.
type column struct {
	name  string
	text  bytes.Buffer // of every cell
	words []string
	known map[string]uint16
	rows  []uint16
}

// packTable packs a CSV file and columns beside it: extra returns for each row
// of the file, from 0, the cells of those. columns is how many the file has.
func packTable(file io.Reader, names []string, extra func(row int) []string) (packed []byte, columns int, err error) {
	in := csv.NewReader(file)
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		return nil, 0, err
	}
	all := make([]column, 0, len(head)+len(names))
	for _, list := range [2][]string{head, names} {
		for _, name := range list {
			all = append(all, column{name: name, known: map[string]uint16{}})
		}
	}
	rows := 0
	for ; ; rows++ {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, err
		}
		if len(names) > 0 {
			cells = append(cells, extra(rows)...)
		}
		for i, cell := range cells {
			if strings.IndexByte(cell, 0) >= 0 {
				return nil, 0, fmt.Errorf("row %d: %s: the text holds a zero byte", rows+1, all[i].name)
			}
			all[i].add(cell)
		}
	}
	out := binary.AppendUvarint(nil, uint64(rows))
	out = binary.AppendUvarint(out, uint64(len(all)))
	for i := range all {
		out = all[i].append(out)
	}
	return out, len(head), nil
}

func (c *column) add(cell string) {
	c.text.WriteString(cell)
	c.text.WriteByte(0)
	if c.known == nil {
		return
	}
	n, ok := c.known[cell]
	if !ok {
		if len(c.words) == wordLimit {
			c.known, c.words, c.rows = nil, nil, nil
			return
		}
		n = uint16(len(c.words))
		cell = strings.Clone(cell)
		c.known[cell] = n
		c.words = append(c.words, cell)
	}
	c.rows = append(c.rows, n)
}

func (c *column) append(out []byte) []byte {
	out = appendText(out, c.name)
	// With words used a few times each, their numbers cost more than they save.
	if c.known == nil || len(c.words) > 1 && len(c.words) > len(c.rows)/8 {
		return appendText(append(out, 0), c.text.String())
	}
	out = binary.AppendUvarint(out, uint64(len(c.words)))
	words := ""
	if len(c.words) > 0 {
		words = strings.Join(c.words, "\x00") + "\x00"
	}
	out = appendText(out, words)
	for _, n := range c.rows {
		out = append(out, byte(n))
	}
	if len(c.words) > 256 {
		for _, n := range c.rows {
			out = append(out, byte(n>>8))
		}
	}
	return out
}

func appendText(out []byte, text string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(text))), text...)
}

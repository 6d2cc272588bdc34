package echarts

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrNotPage says that a file is no page that WritePage wrote.
var ErrNotPage = errors.New("this is not a report of Chancery")

// pageLimit bounds what is read of a page and what unpacks from it, in bytes: a
// few times what a page of the most events takes.
const pageLimit = 1 << 30

// ReadPage reads back what a page carries for Chancery: its View, the table of
// its events as the very CSV file that it was made from, and the tables beside.
// Each is nil when the page has none; the rest of a Page is not read. What is
// damaged is an error. Browsers that save a page leave these as they were.
func ReadPage(r io.Reader) (Page, error) {
	var p Page
	text, err := io.ReadAll(io.LimitReader(r, pageLimit+1))
	switch {
	case err != nil:
		return p, err
	case len(text) > pageLimit:
		return p, errors.New("the page is larger than any report")
	}
	about, ok := dataBlock(text, "chancery-data")
	if !ok {
		return p, ErrNotPage
	}
	var b block
	if err := json.Unmarshal(about, &b); err != nil {
		return p, fmt.Errorf("the data of the page: %w", err)
	}
	if view, ok := dataBlock(text, "chancery-view"); ok {
		p.View = bytes.Clone(view)
	}
	if p.CSV, err = readTable(text, b.Columns); err != nil {
		return p, fmt.Errorf("the table of the page: %w", err)
	}
	beside, err := unsqueezed(text, "chancery-beside")
	if err == nil && beside != nil {
		err = json.Unmarshal(beside, &p.Beside)
	}
	if err != nil {
		return p, fmt.Errorf("the tables beside: %w", err)
	}
	return p, nil
}

// dataBlock returns what stands in a data block of a page. No text of others can
// look like the beginning or the end of one, since "<" never stands in such text.
// One that is cut short is what there is of it.
func dataBlock(page []byte, id string) ([]byte, bool) {
	_, rest, ok := bytes.Cut(page, []byte(`<script type="application/json" id="`+id+`">`))
	if !ok {
		return nil, false
	}
	content, _, _ := bytes.Cut(rest, []byte("</script>"))
	return content, true
}

// unsqueezed is the inverse of squeezed, of a data block; nil when the page has
// none of the name.
func unsqueezed(page []byte, id string) ([]byte, error) {
	content, ok := dataBlock(page, id)
	if !ok {
		return nil, nil
	}
	var text string
	if err := json.Unmarshal(content, &text); err != nil {
		return nil, err
	}
	small, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	unpack, err := gzip.NewReader(bytes.NewReader(small))
	if err != nil {
		return nil, err
	}
	whole, err := io.ReadAll(io.LimitReader(unpack, pageLimit+1))
	if err == nil && len(whole) > pageLimit {
		err = errors.New("it is larger than any report's")
	}
	return whole, err
}

func readTable(page []byte, columns int) ([]byte, error) {
	packed, err := unsqueezed(page, "chancery-table")
	if err != nil || packed == nil {
		return nil, err
	}
	return unpackTable(packed, columns)
}

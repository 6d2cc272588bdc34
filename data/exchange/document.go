package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A document is one JSON object, read without holding all of it.
type document struct {
	dec *json.Decoder
	numbered
}

// read walks an object. For each field list says what makes an item of an
// element of the array in it, or that the object in it is walked, too; all else
// is passed over. It reports whether there is to be more.
func (d *document) read(path string, list func(path string) (func(*Item, json.RawMessage), bool)) bool {
	if token, err := d.dec.Token(); err != nil || token != json.Delim('{') {
		d.fail("not a JSON object: %w", orUnexpected(err))
		return false
	}
	for d.dec.More() {
		token, err := d.dec.Token()
		if err != nil {
			d.fail("not JSON at byte %d: %w", d.dec.InputOffset(), err)
			return false
		}
		field := strings.TrimPrefix(path+"."+fmt.Sprint(token), ".")
		each, walk := list(field)
		switch {
		case each != nil:
			if !d.elements(field, each) {
				return false
			}
		case walk:
			if !d.read(field, list) {
				return false
			}
		default:
			var passed json.RawMessage
			if err := d.dec.Decode(&passed); err != nil {
				d.fail("%s: not JSON at byte %d: %w", field, d.dec.InputOffset(), err)
				return false
			}
		}
	}
	if _, err := d.dec.Token(); err != nil {
		d.fail("not JSON at byte %d: %w", d.dec.InputOffset(), err)
		return false
	}
	return true
}

// elements makes items of the elements of an array.
func (d *document) elements(field string, each func(*Item, json.RawMessage)) bool {
	token, err := d.dec.Token()
	switch {
	case err != nil:
		d.fail("%s: not JSON at byte %d: %w", field, d.dec.InputOffset(), err)
		return false
	case token == nil:
		return true // null
	case token != json.Delim('['):
		d.fail("%s is not an array", field)
		return false
	}
	for n := 0; d.dec.More(); n++ {
		var text json.RawMessage
		if err := d.dec.Decode(&text); err != nil {
			d.fail("%s[%d]: not JSON at byte %d: %w", field, n, d.dec.InputOffset(), err)
			return false
		}
		i := Item{Place: fmt.Sprintf("%s[%d]", field, n)}
		each(&i, text)
		if !d.item(i) {
			return false
		}
	}
	if _, err := d.dec.Token(); err != nil {
		d.fail("%s: not JSON at byte %d: %w", field, d.dec.InputOffset(), err)
		return false
	}
	return true
}

func orUnexpected(err error) error {
	if err == nil {
		return io.ErrUnexpectedEOF
	}
	return err
}

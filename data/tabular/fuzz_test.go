package tabular_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"chancery/data/tabular"
)

// FuzzRead holds that nothing a file can hold makes the reader panic, that it
// never finds more rows than the file has lines, and that rows are numbered in
// order.
func FuzzRead(f *testing.F) {
	f.Add([]byte("id,title,start\na,One,2019\n"))
	f.Add([]byte("\xef\xbb\xbfid,title,start,actors,links,sources\r\na,\"x\ny\",2019,target:A\\;B,follows>b,P|T|u|2019|q|l ;; Q|R\r\n"))
	f.Add([]byte("id,name,kind,other_offices\na,A,state,Minister 2017/2018\n"))
	f.Add([]byte("id,name,signed,parties,notices\na,A,2019,B;C,2019-08-23 by B (x)\n"))
	f.Add([]byte("id,name\na,A\n"))
	f.Add([]byte("title,start\r\"a\",2019\r"))
	f.Add([]byte("title,start\n\"a,2019\n\n\"b,\"c\nd\",2019\ne,2019"))
	f.Add([]byte("title,start\na\xe9,2019\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := tabular.NewReader("fuzz.csv", bytes.NewReader(file))
		if err != nil {
			return
		}
		lines := bytes.Count(file, []byte("\n")) + bytes.Count(file, []byte("\r")) + 1
		for last := 1; ; {
			record, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if record.Row <= last || record.Row > lines {
				t.Fatalf("row %d after row %d in %d lines", record.Row, last, lines)
			}
			last = record.Row
			var cell *tabular.CellError
			var whole *tabular.FileError
			switch {
			case err == nil:
				parse(t, r, &record)
			case errors.As(err, &whole):
				return
			case !errors.As(err, &cell):
				t.Fatalf("row %d: %v is neither of a row nor of the file", record.Row, err)
			}
		}
	})
}

// parse reads a row as what its table holds; the error must be of a cell.
func parse(t *testing.T, r *tabular.Reader, record *tabular.Record) {
	var err error
	switch r.Kind {
	case tabular.Events:
		_, err = tabular.ParseEvent(record)
	case tabular.Actors:
		_, err = tabular.ParseActor(r, record)
	case tabular.Agreements:
		_, err = tabular.ParseAgreement(record)
	case tabular.Collections:
		_, err = tabular.ParseCollection(record)
	}
	var cell *tabular.CellError
	if err != nil && !errors.As(err, &cell) {
		t.Fatalf("row %d: %v is not the error of a cell", record.Row, err)
	}
}

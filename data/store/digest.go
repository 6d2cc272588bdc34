package store

import (
	"crypto/sha256"
	"encoding/binary"
	"math"

	"chancery/model"
	"chancery/model/edtf"
)

// digestSize is how many bytes of SHA-256 are kept: enough that two different
// events never share a digest.
const digestSize = 16

// A digester reduces the whole content of an event to a few bytes, so that a
// repeated import can tell what is unchanged without reading it back. The ID and
// the origin do not count: the same row in a file of another name, or further
// down, says nothing new. Every value goes in with its length, which keeps
// neighbours apart.
type digester struct{ content []byte }

func (d *digester) digest(e *model.Event) []byte {
	sum := d.sum(e, e.Start.String(), e.End.String())
	return sum[:]
}

// sum is the digest of an event whose dates are already written out.
func (d *digester) sum(e *model.Event, start, end string) [digestSize]byte {
	d.content = d.content[:0]
	d.texts(e.Key, e.Collection, e.Title, e.Summary, e.StartText, e.EndText, e.Category, e.CAMEO, start, end)
	d.number(uint64(e.Kind))
	d.real(e.Score.Valid, e.Score.Value)
	d.texts(e.Place.Name)
	d.real(e.Place.HasPoint, e.Place.Lat)
	d.real(e.Place.HasPoint, e.Place.Lon)
	d.number(uint64(len(e.Actors)))
	for _, p := range e.Actors {
		d.texts(p.Actor)
		d.number(uint64(p.Role))
	}
	d.number(uint64(len(e.Citations)))
	for i := range e.Citations {
		c := &e.Citations[i]
		d.texts(c.Source.Publisher, c.Source.Title, c.Source.URL, c.Quote, c.Locator)
		d.dates(c.Source.Published)
	}
	d.number(uint64(len(e.Links)))
	for _, l := range e.Links {
		d.number(uint64(l.Kind))
		d.texts(l.To)
	}
	d.number(uint64(len(e.Tags)))
	d.texts(e.Tags...)
	d.texts(e.Confidence)
	sum := sha256.Sum256(d.content)
	return [digestSize]byte(sum[:])
}

func (d *digester) number(n uint64) { d.content = binary.AppendUvarint(d.content, n) }

func (d *digester) texts(texts ...string) {
	for _, text := range texts {
		d.number(uint64(len(text)))
		d.content = append(d.content, text...)
	}
}

func (d *digester) dates(dates ...edtf.Date) {
	for _, date := range dates {
		d.texts(date.String())
	}
}

// real puts in a number that may be missing; the value of a missing one does
// not count. Adding zero makes negative zero zero, as the tables do.
func (d *digester) real(valid bool, x float64) {
	if !valid {
		d.number(0)
		return
	}
	d.number(1)
	d.content = binary.LittleEndian.AppendUint64(d.content, math.Float64bits(x+0))
}

// hashSource is the number by which a source is looked for.
func hashSource(s *model.Source) int64 {
	var d digester
	d.texts(s.Publisher, s.Title, s.URL)
	d.dates(s.Published)
	sum := sha256.Sum256(d.content)
	return int64(binary.LittleEndian.Uint64(sum[:]))
}

package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"chancery/data/store"
)

// content says what the batch is made from.
func (imp *importer) content(ctx context.Context, readings []reading, sums []<-chan sum) (store.BatchContent, error) {
	r := &imp.report
	c := store.BatchContent{Read: r.Read, LeftOut: r.LeftOut, Folded: r.Folded, Fold: r.Fold}
	for i, of := range readings {
		var s sum
		select {
		case s = <-sums[i]:
		case <-ctx.Done():
			return c, ctx.Err()
		}
		if s.err != nil {
			return c, s.err
		}
		c.Files = append(c.Files, store.BatchFile{Name: of.input.Name, Size: s.size, SHA256: s.hash, Profile: r.Files[i].Profile})
	}
	return c, nil
}

// A sum is how long a file is and what its bytes hash to.
type sum struct {
	size int64
	hash string
	err  error
}

// sumsOf reads the files, one after the other, while they are imported: what is
// read twice within a short time comes from memory.
func sumsOf(ctx context.Context, readings []reading) []<-chan sum {
	sums := make([]<-chan sum, len(readings))
	into := make([]chan sum, len(readings))
	for i := range into {
		into[i] = make(chan sum, 1)
		sums[i] = into[i]
	}
	go func() {
		for i := range readings {
			into[i] <- sumOf(ctx, readings[i].input)
		}
	}()
	return sums
}

func sumOf(ctx context.Context, in Input) (s sum) {
	f, err := in.Open()
	if err != nil {
		return sum{err: err}
	}
	defer f.Close() // was only read
	hash := sha256.New()
	s.size, s.err = io.Copy(hash, untilDone{ctx, f})
	s.hash = hex.EncodeToString(hash.Sum(nil))
	return s
}

// untilDone is a reader that ends with a context.
type untilDone struct {
	ctx context.Context
	r   io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(p)
}

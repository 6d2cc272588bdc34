package echarts

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"html/template"
	"sync"

	"chancery/assets"
)

// squeezed compresses data and writes it as a string of JSON, in base64: what a
// page carries in a data block and its script unpacks.
func squeezed(data []byte) (template.JS, error) {
	var small bytes.Buffer
	w, err := gzip.NewWriterLevel(&small, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write(data); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	text := make([]byte, 0, 2+base64.StdEncoding.EncodedLen(small.Len()))
	text = append(text, '"')
	text = base64.StdEncoding.AppendEncode(text, small.Bytes())
	return template.JS(append(text, '"')), nil
}

// library is ECharts, squeezed. The page's script puts it into the page as a
// script of its own, which the page's policy knows by its hash.
var library = sync.OnceValues(func() (template.JS, error) { return squeezed([]byte(assets.ECharts)) })

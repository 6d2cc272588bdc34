package store

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// busyTimeout is how long a write waits for another program's to end.
const busyTimeout = 5 * time.Second

// writerCache is the page cache of the writing connection in KiB, outside of
// batches.
const writerCache = 16384

// filePageSize is that of new archives in bytes. With SQLite's own 4096 hardly five
// events fit on a page, and a third of the time of an import goes into keeping
// pages in balance.
const filePageSize = 16384

// An access says what a connection may do.
type access int

const (
	writing   access = iota // reads and writes, and removes the log on closing
	reading                 // reads, beside a writing connection
	immutable               // reads a file that nothing writes, on a read-only medium
	viewing                 // reads, with no writing connection, and cleans up on closing
	creating                // makes the file, in the journal mode that writes the header at once
	indexing                // reads and writes a shard of the search index, which is made if it is not there
)

// dsn returns the name under which the driver opens path. Pragmas stand in the
// name because that is the one place that reaches every connection of a pool.
func dsn(path string, to access, wait time.Duration) string {
	pragmas := []string{
		"busy_timeout(" + strconv.FormatInt(wait.Milliseconds(), 10) + ")",
		"foreign_keys(1)",
		"synchronous(NORMAL)",
		"temp_store(MEMORY)",
		"trusted_schema(0)",
	}
	query := url.Values{"_dqs": {"0"}, "_error_rc": {"1"}}
	switch to {
	case creating, writing, indexing:
		query.Set("_txlock", "immediate")
		query.Set("mode", "rw")
		if to == indexing {
			query.Set("mode", "rwc")
		}
		pragmas = append(pragmas, fmt.Sprintf("cache_size(-%d)", writerCache))
		if to != creating {
			pragmas = append(pragmas, "journal_mode(WAL)")
		} else {
			pragmas = append(pragmas, "page_size("+strconv.Itoa(filePageSize)+")")
		}
	case reading:
		query.Set("mode", "ro")
		pragmas = append(pragmas, "query_only(1)")
	case viewing:
		query.Set("mode", "rw")
		pragmas = append(pragmas, "query_only(1)")
	case immutable:
		query.Set("mode", "ro")
		query.Set("immutable", "1")
	}
	query["_pragma"] = pragmas
	return fileURI(path) + "?" + query.Encode()
}

// memoryDSN names a database in memory, which is of one connection and goes with it.
const memoryDSN = "file::memory:?_dqs=0&_error_rc=1&_pragma=temp_store(MEMORY)&_txlock=immediate"

// fileURI writes an absolute path as SQLite reads one, with every character
// that means something in a URI escaped: https://www.sqlite.org/uri.html
func fileURI(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive letter
	}
	return (&url.URL{Scheme: "file", Path: slashed}).String()
}

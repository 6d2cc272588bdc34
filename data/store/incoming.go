package store

import (
	"errors"
	"strconv"
	"strings"
	"sync"

	"modernc.org/sqlite/vtab"
)

// Incoming rows are gathered in memory and stand before SQLite as a virtual
// table, so that one INSERT … SELECT takes thousands of them. Bound as
// parameters they cost SQLite and its driver as much again as writing them.
// See https://www.sqlite.org/vtab.html

// incomingModule is the name under which SQLite knows the module.
const incomingModule = "chancery_incoming"

// errIncoming is why the module could not be registered, which is known at once:
// connections have the modules that are there when they are opened.
var errIncoming = vtab.RegisterModule(nil, incomingModule, modules{})

// incomings are the tables that exist, by number.
var incomings struct {
	sync.Mutex
	last   int
	tables map[int]*incoming
}

// An incoming is a virtual table of gathered rows. Only one statement at a time
// reads it, and meanwhile the rows must stand still.
type incoming struct {
	number, columns int
	cells           []any // row after row; every cell is nil, int64, float64, string or []byte
}

func newIncoming(columns int) *incoming {
	incomings.Lock()
	defer incomings.Unlock()
	if incomings.tables == nil {
		incomings.tables = map[int]*incoming{}
	}
	incomings.last++
	t := &incoming{number: incomings.last, columns: columns}
	incomings.tables[t.number] = t
	return t
}

// forget makes the number unknown. The table must have been dropped.
func (t *incoming) forget() {
	incomings.Lock()
	defer incomings.Unlock()
	delete(incomings.tables, t.number)
}

// add gathers a row.
func (t *incoming) add(row ...any) { t.cells = append(t.cells, row...) }

// name is what the table is called in SQL.
func (t *incoming) name() string { return "temp.incoming_" + strconv.Itoa(t.number) }

// create is the statement that makes the table known to a connection, and drop
// the one that ends it there.
func (t *incoming) create() string {
	return "CREATE VIRTUAL TABLE " + t.name() + " USING " + incomingModule + " (" + strconv.Itoa(t.number) + ")"
}
func (t *incoming) drop() string { return "DROP TABLE IF EXISTS " + t.name() }

type modules struct{}

// Create is called for CREATE VIRTUAL TABLE: the last argument is the number.
func (modules) Create(ctx vtab.Context, args []string) (vtab.Table, error) {
	number, err := strconv.Atoi(args[len(args)-1])
	if err != nil {
		return nil, err
	}
	incomings.Lock()
	defer incomings.Unlock()
	t := incomings.tables[number]
	if t == nil {
		return nil, errors.New("no rows of this number are gathered")
	}
	columns := make([]string, t.columns)
	for i := range columns {
		columns[i] = "c" + strconv.Itoa(i)
	}
	return t, ctx.Declare("CREATE TABLE incoming (" + strings.Join(columns, ", ") + ")")
}

// Connect is called when SQLite reads its schema again.
func (m modules) Connect(ctx vtab.Context, args []string) (vtab.Table, error) {
	return m.Create(ctx, args)
}

func (t *incoming) BestIndex(*vtab.IndexInfo) error { return nil } // there is one way: all rows in order
func (t *incoming) Open() (vtab.Cursor, error)      { return &incomingCursor{table: t}, nil }
func (t *incoming) Disconnect() error               { return nil }
func (t *incoming) Destroy() error                  { return nil }

type incomingCursor struct {
	table *incoming
	at    int // the first cell of the row
}

func (c *incomingCursor) Filter(int, string, []vtab.Value) error { c.at = 0; return nil }
func (c *incomingCursor) Next() error                            { c.at += c.table.columns; return nil }
func (c *incomingCursor) Eof() bool                              { return c.at >= len(c.table.cells) }
func (c *incomingCursor) Column(i int) (vtab.Value, error)       { return c.table.cells[c.at+i], nil }
func (c *incomingCursor) Rowid() (int64, error)                  { return int64(c.at / c.table.columns), nil }
func (c *incomingCursor) Close() error                           { return nil }

// Package store keeps a chronology in an archive: one SQLite file with the
// events, actors, sources, links and agreements, the log of edits, and a packed
// snapshot of model.Columns from which a timeline opens at once; in memory or
// beside that file a full-text index. The tables are the truth; the index and the
// snapshot are made from them and can be made again.
//
// One connection writes and a pool of read-only ones reads. The package is the
// only one that knows SQL or imports the database driver, and it knows no file
// format but its own and no screen.
package store

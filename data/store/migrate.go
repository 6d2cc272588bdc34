package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

//go:embed schema/*.sql
var schema embed.FS

// migrations are the steps from an empty file to the newest schema. Step n
// takes an archive from user_version n to n+1; a released step never changes.
var migrations = mustReadMigrations()

// mustReadMigrations reads the embedded steps, whose names begin with their
// four-digit number, counted from 1.
func mustReadMigrations() []string {
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		panic(err)
	}
	steps := make([]string, len(names))
	for i, name := range names {
		if want := fmt.Sprintf("schema/%04d_", i+1); name[:len(want)] != want {
			panic("schema: " + name + " is out of order")
		}
		text, err := schema.ReadFile(name)
		if err != nil {
			panic(err)
		}
		steps[i] = string(text)
	}
	return steps
}

// migrate brings the database up to the newest schema, each step in a
// transaction of its own. It reports whether it did anything.
func migrate(ctx context.Context, db *sql.DB, path string) (changed bool, err error) {
	for {
		done, err := migrateOne(ctx, db, path)
		if err != nil || done {
			return changed, err
		}
		changed = true
	}
}

// migrateOne takes the next step. It reads the version inside the transaction,
// because another program may be migrating the same file.
func migrateOne(ctx context.Context, db *sql.DB, path string) (done bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback()
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return false, err
	}
	if version > len(migrations) {
		return false, &VersionError{Path: path, Version: version, Known: len(migrations)}
	}
	if version == len(migrations) {
		return true, nil
	}
	if _, err := tx.ExecContext(ctx, migrations[version]); err != nil {
		return false, fmt.Errorf("schema step %d: %w", version+1, err)
	}
	// A pragma takes no parameters; both numbers are our own.
	stamp := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", ApplicationID, version+1)
	if _, err := tx.ExecContext(ctx, stamp); err != nil {
		return false, err
	}
	return false, tx.Commit()
}

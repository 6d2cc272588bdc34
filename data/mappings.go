package data

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery/data/tabular"
)

// Mappings is the folder of the mappings that a person keeps, each in a file of
// the name that it was saved under: what import --map takes.
type Mappings string

// mappingExtension ends the names of the files of mappings.
const mappingExtension = ".json"

var errMappingName = errors.New("a name of a mapping is not empty and has no / or \\ in it")

func (m Mappings) path(name string) string { return filepath.Join(string(m), name+mappingExtension) }

// Names returns the names of the mappings in order; none when there is no folder
// yet.
func (m Mappings) Names() ([]string, error) {
	entries, err := os.ReadDir(string(m))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), mappingExtension); ok && e.Type().IsRegular() {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return names, err
}

// Read returns the mapping of a name.
func (m Mappings) Read(name string) (*tabular.Mapping, error) {
	f, err := os.Open(m.path(name))
	if err != nil {
		return nil, err
	}
	defer f.Close() // was only read
	mapping, err := tabular.ReadMapping(f)
	if err != nil {
		return nil, &tabular.FileError{Name: filepath.Base(f.Name()), Reason: err.Error()}
	}
	mapping.Name = name
	return mapping, nil
}

// Save keeps a mapping under a name, in place of the one that had it.
func (m Mappings) Save(ctx context.Context, name string, mapping *tabular.Mapping) error {
	name = strings.TrimSpace(name)
	if name == "" || strings.HasPrefix(name, ".") || strings.ContainsAny(name, `/\`) {
		return errMappingName
	}
	if err := os.MkdirAll(string(m), 0o755); err != nil {
		return err
	}
	named := *mapping
	named.Name = name
	_, err := WriteFile(ctx, m.path(name), func(_ context.Context, out io.Writer) error { return named.Write(out) })
	return err
}

// Suiting returns the mapping that has the most columns of those that a header
// has all columns of, nil for none. One that cannot be read suits nothing.
func (m Mappings) Suiting(header []string) *tabular.Mapping {
	names, err := m.Names()
	if err != nil {
		return nil
	}
	var best *tabular.Mapping
	for _, name := range names {
		mapping, err := m.Read(name)
		if err == nil && mapping.Suits(header) && (best == nil || len(mapping.Columns) > len(best.Columns)) {
			best = mapping
		}
	}
	return best
}

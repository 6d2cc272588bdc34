package main_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

const module = "chancery"

// A layer is what one package may import beside the standard library.
type layer struct {
	ours    []string // packages of this module, without its name; exact
	third   []string // third-party import paths; each stands for what is below it too
	inTests []string // either kind, for _test.go files alone
}

// forTests are libraries that the tests of any package may use.
var forTests = []string{"github.com/google/go-cmp/cmp", "golang.org/x/net/html"}

// The layers of ARCHITECTURE.md. Everything points at model; whatever is heavy
// or hard to test (Fyne, SQLite, go-echarts) has a single importer.
var layers = map[string]layer{
	"model/edtf":        {},
	"model/cameo":       {},
	"charts/figure/pdf": {},
	"charts/figure":     {ours: []string{"charts/figure/pdf"}, third: []string{"github.com/go-text/typesetting", "golang.org/x/image", "golang.org/x/text"}, inTests: []string{"assets"}},
	"assets":            {},

	"model": {ours: []string{"model/edtf", "model/cameo"}},

	"model/country": {},
	"data/charset":  {third: []string{"golang.org/x/text"}},
	"data/tabular":  {ours: []string{"model", "model/edtf", "model/cameo", "model/country", "data/charset"}, third: []string{"golang.org/x/text", "github.com/xuri/excelize/v2"}},
	"data/exchange": {ours: []string{"model", "model/edtf", "model/cameo"}, third: []string{"golang.org/x/net/html", "golang.org/x/text"}, inTests: []string{"internal/chromium"}},
	"data/store":    {ours: []string{"model", "model/edtf", "model/cameo", "internal/keytable"}, third: []string{"modernc.org/sqlite", "golang.org/x/text"}},
	"data":          {ours: []string{"model", "model/edtf", "model/cameo", "data/charset", "data/exchange", "data/tabular", "data/store", "internal/keytable"}, inTests: []string{"assets"}},

	"charts/layout":  {},
	"charts":         {ours: []string{"model", "model/edtf", "model/cameo", "charts/figure", "charts/layout"}, inTests: []string{"assets", "data/tabular"}},
	"charts/echarts": {ours: []string{"model", "model/edtf", "charts", "charts/figure", "assets"}, third: []string{"github.com/go-echarts/go-echarts/v2"}, inTests: []string{"data/tabular", "internal/chromium"}},

	"report": {
		ours: []string{
			"model", "model/edtf", "data", "data/store", "data/tabular",
			"charts", "charts/figure", "charts/echarts", "app/scene", "assets",
		},
		inTests: []string{"internal/chromium"},
	},

	"app/scene":     {ours: []string{"model", "model/edtf", "model/cameo", "charts/figure"}, inTests: []string{"assets", "data/tabular"}},
	"app/workspace": {ours: []string{"model", "model/edtf", "model/cameo", "data", "data/tabular", "data/store"}, inTests: []string{"assets", "modernc.org/sqlite"}},
	"app": {
		ours: []string{
			"model", "model/edtf", "model/cameo", "data", "data/charset", "data/exchange", "data/tabular", "data/store",
			"charts", "charts/figure", "app/scene", "app/workspace", "assets",
		},
		third: []string{"fyne.io/fyne/v2", "github.com/godbus/dbus/v5", "golang.org/x/text"},
	},

	"cmd/timeline": {
		ours: []string{
			"model", "model/edtf", "model/cameo", "data", "data/charset", "data/exchange", "data/tabular", "data/store",
			"charts", "charts/figure", "charts/echarts", "app/scene", "app/workspace", "app", "assets",
			"cmd/timeline/start", "report",
		},
		third:   []string{"github.com/spf13/cobra", "github.com/spf13/pflag"},
		inTests: []string{"github.com/rogpeppe/go-internal/testscript"},
	},
	"cmd/timeline/start":      {},
	"cmd/timeline/windowtest": {},
	"scripts":                 {},
	"internal/chromium":       {},
	"internal/keytable":       {},
}

// What opens real windows needs a C compiler, so that one file imports it and the
// builds without a window leave that file out.
const (
	windowDriver  = "fyne.io/fyne/v2/app"
	windowLibrary = "github.com/go-gl/glfw/v3.4/glfw"
	windowFile    = "cmd/timeline/gui.go"
)

// allows reports whether file, a slash-separated path below the module's root,
// may import the path imported.
func allows(file, imported string) bool {
	if imported == windowLibrary || imported == windowDriver || strings.HasPrefix(imported, windowDriver+"/") {
		return file == windowFile
	}
	if standard(imported) {
		return true
	}
	pkg := path.Dir(file)
	row := layers[pkg]
	test := strings.HasSuffix(file, "_test.go")
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		return slices.Contains(row.ours, ours) ||
			test && (ours == pkg || slices.Contains(row.inTests, ours))
	}
	return below(imported, row.third) || test && (below(imported, row.inTests) || below(imported, forTests))
}

// standard reports whether a path is of the standard library, whose first
// element never holds a dot. Cgo is not: the tests are built without it.
func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return imported != "C" && first != module && !strings.Contains(first, ".")
}

func below(imported string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		return imported == root || strings.HasPrefix(imported, root+"/")
	})
}

// violations lists, sorted by file, each import in the tree that breaks a layer
// and each package that has none. Build tags are not looked at: a file that is
// left out of this build obeys too.
func violations(tree fs.FS) ([]string, error) {
	var found []string
	err := fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipped(file)
		}
		if path.Ext(file) != ".go" {
			return nil
		}
		if _, ok := layers[path.Dir(file)]; !ok {
			found = append(found, fmt.Sprintf("%s: package %s has no row in layers, cmd/timeline/imports_test.go", file, path.Dir(file)))
			return nil
		}
		source, err := fs.ReadFile(tree, file)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if !allows(file, imported) {
				found = append(found, fmt.Sprintf("%s: may not import %s", file, imported))
			}
		}
		return nil
	})
	return found, err
}

// skipped tells WalkDir to leave out the folders that the go command leaves out,
// and those that make fills.
func skipped(folder string) error {
	name := path.Base(folder)
	switch {
	case folder == ".":
		return nil
	case name == "testdata", name[0] == '.', name[0] == '_':
		return fs.SkipDir
	case folder == "bin", folder == "out", folder == "dist":
		return fs.SkipDir
	}
	return nil
}

func TestImports(t *testing.T) {
	found, err := violations(os.DirFS(moduleRoot(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, violation := range found {
		t.Error(violation)
	}
}

func TestImportsFindsViolations(t *testing.T) {
	source := func(imports ...string) *fstest.MapFile {
		text := "package p\n"
		for _, imported := range imports {
			text += fmt.Sprintf("import _ %q\n", imported)
		}
		return &fstest.MapFile{Data: []byte(text)}
	}
	tests := []struct {
		name string
		file string
		from []string
		want []string
	}{
		{"standard library", "model/event.go", []string{"time", "encoding/json"}, nil},
		{"a layer below", "model/event.go", []string{"chancery/model/edtf"}, nil},
		{"a layer above", "model/edtf/date.go", []string{"chancery/model"}, []string{"chancery/model"}},
		{"a sideways layer", "data/tabular/read.go", []string{"chancery/data/store"}, []string{"chancery/data/store"}},
		{"the toolkit in the model", "model/event.go", []string{"fyne.io/fyne/v2"}, []string{"fyne.io/fyne/v2"}},
		{"the toolkit in the scene", "app/scene/mark.go", []string{"fyne.io/fyne/v2/canvas"}, []string{"fyne.io/fyne/v2/canvas"}},
		{"the toolkit in the window", "app/menu.go", []string{"fyne.io/fyne/v2/widget"}, nil},
		{"the driver in the window's package", "app/app.go", []string{windowDriver}, []string{windowDriver}},
		{"the driver in gui.go", windowFile, []string{windowDriver, windowLibrary}, nil},
		{"the driver in main.go", "cmd/timeline/main.go", []string{windowDriver}, []string{windowDriver}},
		{"its library in the window's package", "app/app.go", []string{windowLibrary}, []string{windowLibrary}},
		{"the database outside the store", "data/import.go", []string{"modernc.org/sqlite"}, []string{"modernc.org/sqlite"}},
		{"the database in the store", "data/store/open.go", []string{"database/sql", "modernc.org/sqlite"}, nil},
		{"a name that only begins alike", "data/store/open.go", []string{"modernc.org/sqlite3"}, []string{"modernc.org/sqlite3"}},
		{"the window on the charts page", "app/export.go", []string{"chancery/charts/echarts"}, []string{"chancery/charts/echarts"}},
		{"cgo", "app/native.go", []string{"C"}, []string{"C"}},
		{"a test of its own package", "model/event_test.go", []string{"chancery/model"}, nil},
		{"a test's own allowance", "charts/figure/paint_test.go", []string{"chancery/assets"}, nil},
		{"the same outside a test", "charts/figure/paint.go", []string{"chancery/assets"}, []string{"chancery/assets"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := violations(fstest.MapFS{test.file: source(test.from...)})
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, imported := range test.want {
				want = append(want, test.file+": may not import "+imported)
			}
			if !slices.Equal(got, want) {
				t.Errorf("violations:\n got %q\nwant %q", got, want)
			}
		})
	}
}

func TestImportsFindsUnknownPackages(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("package p\n")}
	got, err := violations(fstest.MapFS{
		"util/util.go":           file,
		"model/testdata/skip.go": file,
		".git/skip.go":           file,
		"out/skip.go":            file,
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || !strings.HasPrefix(got[0], "util/util.go: package util has no row") {
		t.Errorf("violations = %q, want util/util.go alone", got)
	}
}

// moduleRoot is the folder of go.mod, at or above the test's own.
func moduleRoot(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Fatal("no go.mod at or above the test's folder")
		}
		folder = parent
	}
}

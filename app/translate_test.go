package app

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const wordsFile = "translation/en.json"

// TestWords holds the English bundle to the code: every string that is
// translated is in it, and nothing else is. With GOLDEN=update it is written
// anew, keeping plurals.
func TestWords(t *testing.T) {
	used := usedWords(t)
	text, err := os.ReadFile(wordsFile)
	if err != nil {
		t.Fatal(err)
	}
	bundle := map[string]any{}
	if err := json.Unmarshal(text, &bundle); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("GOLDEN") == "update" {
		updateWords(t, used, bundle)
		return
	}
	for words, plural := range used {
		entry, ok := bundle[words]
		if !ok {
			t.Errorf("%q is not in %s; run with GOLDEN=update", words, wordsFile)
			continue
		}
		if _, forms := entry.(map[string]any); forms != plural {
			t.Errorf("%q: has plural forms = %v, want %v", words, forms, plural)
		}
	}
	for words := range bundle {
		if _, ok := used[words]; !ok {
			t.Errorf("%q in %s is used nowhere", words, wordsFile)
		}
	}
}

func updateWords(t *testing.T, used map[string]bool, old map[string]any) {
	t.Helper()
	bundle := map[string]any{}
	for words, plural := range used {
		bundle[words] = words
		if plural {
			bundle[words] = map[string]string{"one": words, "other": words}
		}
		if entry, ok := old[words]; ok {
			bundle[words] = entry
		}
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(bundle); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(wordsFile, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// usedWords returns the first argument of every call of lang.L and lang.N, and
// whether it has plural forms.
func usedWords(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			function, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !isLang(function) {
				return true
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				t.Errorf("%s: lang.%s of something that is no string constant", fset.Position(call.Pos()), function.Sel.Name)
				return true
			}
			words, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			used[words] = function.Sel.Name == "N"
			return true
		})
	}
	return used
}

func isLang(function *ast.SelectorExpr) bool {
	name, ok := function.X.(*ast.Ident)
	return ok && name.Name == "lang" && slices.Contains([]string{"L", "N", "X", "XN"}, function.Sel.Name)
}

func TestPlurals(t *testing.T) {
	for n, want := range map[int]string{0: "0 events", 1: "1 event", 2: "2 events", 12345: "12\u00a0345 events"} {
		if got := events(n); got != want {
			t.Errorf("events(%d) = %q, want %q", n, got, want)
		}
	}
}

// TestTranslationsAreWhole holds every language to the English words: each has
// all of them and no others, and fills in the same places in each.
func TestTranslationsAreWhole(t *testing.T) {
	files, err := filepath.Glob("translation/*.json")
	if err != nil {
		t.Fatal(err)
	}
	english := readWords(t, wordsFile)
	for _, file := range files {
		words := readWords(t, file)
		for key := range english {
			if _, ok := words[key]; !ok {
				t.Errorf("%s: %q is missing", file, key)
			}
		}
		for key, forms := range words {
			if _, ok := english[key]; !ok {
				t.Errorf("%s: %q is no word of the window", file, key)
			}
			for form, translated := range forms {
				want := places(key)
				if form == "one" {
					// One may be said without its number.
					want = slices.DeleteFunc(want, func(p string) bool { return !slices.Contains(places(translated), p) })
				}
				if got := places(translated); !slices.Equal(got, want) {
					t.Errorf("%s: %q is translated as %q, which fills in %v, want %v", file, key, translated, got, want)
				}
			}
		}
	}
}

// readWords reads a bundle: the forms of each of its words, "" for the only one.
func readWords(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var bundle map[string]any
	if err := json.Unmarshal(text, &bundle); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	words := map[string]map[string]string{}
	for key, entry := range bundle {
		words[key] = map[string]string{}
		switch entry := entry.(type) {
		case string:
			words[key][""] = entry
		case map[string]any:
			for form, translated := range entry {
				words[key][form], _ = translated.(string)
			}
		}
	}
	return words
}

// placeholder is where a value is filled into words.
var placeholder = regexp.MustCompile(`{{[^}]*}}`)

// places returns the places in words, each once, sorted.
func places(words string) []string {
	found := placeholder.FindAllString(words, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

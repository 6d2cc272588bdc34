package scripts_test

import (
	"bufio"
	"bytes"
	"os"
	"strings"
	"testing"
)

// Whatever go.mod asks for has its licence and its authors named in NOTICE.
func TestNoticeNamesEveryModule(t *testing.T) {
	notice, err := os.ReadFile("../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	named := make(map[string]bool)
	for line := range bytes.Lines(notice) {
		if fields := strings.Fields(string(line)); len(fields) > 2 {
			named[fields[0]] = true
		}
	}
	required := requirements(t, "../go.mod")
	if len(required) == 0 {
		t.Fatal("go.mod requires nothing: is it read rightly?")
	}
	for _, path := range required {
		if !named[path] {
			t.Errorf("NOTICE has no line for %s: add its licence and authors", path)
		}
	}
}

// requirements lists the module paths in go.mod's blocks and lines of require.
func requirements(t *testing.T, file string) []string {
	t.Helper()
	opened, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	var paths []string
	block := false
	for lines := bufio.NewScanner(opened); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) >= 2 && fields[0] == "require" && fields[1] == "(":
			block = true
		case len(fields) > 0 && fields[0] == ")":
			block = false
		case block && len(fields) >= 2 && fields[0] != "//":
			paths = append(paths, fields[0])
		case len(fields) >= 3 && fields[0] == "require":
			paths = append(paths, fields[1])
		}
	}
	return paths
}

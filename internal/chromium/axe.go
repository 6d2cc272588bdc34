package chromium

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Axe runs axe-core on the page and returns what it finds that some readers
// cannot use, a line for each. The package lies in the folder that
// scripts/test-browser installs it in, out/npm below root; without it the error
// is that of the file system.
func (p *Page) Axe(ctx context.Context, root string) ([]string, error) {
	source, err := os.ReadFile(filepath.Join(root, "out", "npm", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return nil, fmt.Errorf("%w: scripts/test-browser installs axe-core", err)
	}
	if err := p.Eval(ctx, string(source)+";0", nil); err != nil {
		return nil, err
	}
	var found []struct {
		ID, Impact, Help string
		Nodes            []struct{ HTML, FailureSummary string }
	}
	err = p.Eval(ctx, `axe.run().then(r => r.violations.map(v => ({id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(n => ({html: n.html, failureSummary: n.failureSummary}))})))`, &found)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, v := range found {
		var where strings.Builder
		for _, n := range v.Nodes[:min(len(v.Nodes), 3)] {
			fmt.Fprintf(&where, "\n  %.200s\n  %s", n.HTML, n.FailureSummary)
		}
		lines = append(lines, fmt.Sprintf("%s (%s): %s%s", v.ID, v.Impact, v.Help, where.String()))
	}
	return lines, nil
}

package main

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"chancery/assets"
	"chancery/charts"
	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// The numbers of charts of the curated archive are those that a question to its
// tables answers, which goes another way: no columns, no roll-up by arrays, no
// bins.
func TestChartsAgreeWithSQL(t *testing.T) {
	path := filepath.Join(t.TempDir(), "curated.chancery")
	if _, err := data.CreateCurated(t.Context(), path, assets.Curated); err != nil {
		t.Fatal(err)
	}
	archive, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	d := charts.Data{}
	if d.Columns, err = archive.Columns(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d.Links, err = archive.Ties(t.Context()); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, tt := range chartQueries {
		t.Run(tt.key+" "+tt.name, func(t *testing.T) {
			s, err := charts.Build(t.Context(), tt.key, d, tt.options)
			if err != nil {
				t.Fatal(err)
			}
			want := answers(t, db, countries+tt.query)
			got := tt.numbers(&s)
			if len(got) == 0 {
				t.Fatal("the chart has no numbers")
			}
			for key, n := range got {
				if want[key] != n {
					t.Errorf("%s: %s in the chart, %s in the tables", key, n, want[key])
				}
			}
			if tt.whole && len(got) != len(want) {
				t.Errorf("%d numbers in the chart, %d in the tables: %v", len(got), len(want), want)
			}
		})
	}
}

// answers returns the rows of a query of two columns, a name and a number.
func answers(t *testing.T, db *sql.DB, query string) map[string]string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatalf("%v in %s", err, query)
	}
	defer rows.Close()
	found := map[string]string{}
	for rows.Next() {
		var name string
		var n float64
		if err := rows.Scan(&name, &n); err != nil {
			t.Fatal(err)
		}
		found[name] = fmt.Sprintf("%.3f", n)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return found
}

// countries is the table stands: of each actor the one at the root above it. The
// view part says which of these take part in an event, and in which role.
const countries = `
	WITH RECURSIVE up(id, at, depth) AS (
		SELECT id, id, 0 FROM actor
		UNION ALL
		SELECT up.id, parent.id, up.depth + 1 FROM up
		JOIN actor AS child ON child.id = up.at JOIN actor AS parent ON parent.key = child.parent AND child.parent <> ''
	),
	stands(id, name) AS (
		SELECT up.id, actor.name FROM up JOIN actor ON actor.id = up.at
		WHERE up.depth = (SELECT max(depth) FROM up AS u WHERE u.id = up.id)
	),
	part(event, name, role) AS (
		SELECT DISTINCT p.event_id, s.name, p.role FROM participation AS p JOIN stands AS s ON s.id = p.actor_id
	),
	acts(event, doer, bearer) AS (
		SELECT DISTINCT i.event, i.name, t.name FROM part AS i JOIN part AS t ON t.event = i.event
		WHERE i.role = 1 AND t.role = 2 AND i.name <> t.name
	),
	pair(event, a, b) AS (
		SELECT event, doer, bearer FROM acts UNION SELECT event, bearer, doer FROM acts
		UNION
		SELECT x.event, x.name, y.name FROM part AS x JOIN part AS y ON y.event = x.event AND x.name <> y.name
		WHERE NOT (EXISTS (SELECT 1 FROM part WHERE event = x.event AND role = 1) AND EXISTS (SELECT 1 FROM part WHERE event = x.event AND role = 2))
			AND (SELECT count(DISTINCT name) FROM part WHERE event = x.event) <= 4
	),
	acting(event, name) AS (
		SELECT event, name FROM part WHERE role = 1
		UNION SELECT event, name FROM part WHERE event NOT IN (SELECT event FROM part WHERE role = 1)
	)
`

const month = "strftime('%Y-%m', e.start_at, 'unixepoch')"

var (
	japan   = charts.Options{Subject: charts.Subject{Actor: "Japan"}, RollUp: true, Unit: charts.Month, From: edtf.At(2018, 1, 1), To: edtf.At(2024, 1, 1)}
	gsomia  = charts.Options{Subject: charts.Subject{Actor: "Japan", With: "South Korea"}, RollUp: true, Unit: charts.Month, From: edtf.At(2018, 1, 1), To: edtf.At(2024, 1, 1)}
	between = fmt.Sprintf("e.start_at >= %d AND e.start_at < %d", japan.From, japan.To)
)

var chartQueries = []struct {
	name, key string
	options   charts.Options
	query     string // a name and a number for each
	numbers   func(s *charts.Spec) map[string]string
	whole     bool // the chart holds everything that the query finds
}{
	{
		"of Japan", "activity", japan,
		"SELECT " + month + ` || ' ' || c.key, count(*) FROM event AS e JOIN category AS c ON c.id = e.category_id
			WHERE ` + between + " AND e.id IN (SELECT event FROM part WHERE name = 'Japan') GROUP BY 1",
		func(s *charts.Spec) map[string]string {
			return byBin(s, func(i int) string { return " " + s.Series[i].Query.Categories[0] }, len(s.Series))
		}, true,
	},
	{
		"of Japan and South Korea", "conflict", gsomia,
		"SELECT " + month + `, avg(e.tenths) / 10.0 FROM event AS e
			WHERE e.tenths <> -128 AND ` + between + " AND e.id IN (SELECT event FROM pair WHERE a = 'Japan' AND b = 'South Korea') GROUP BY 1",
		func(s *charts.Spec) map[string]string {
			found := map[string]string{}
			for b, n := range s.Series[0].N {
				if n > 0 {
					found[monthKey(s, b)] = fmt.Sprintf("%.3f", s.Series[0].Values[b])
				}
			}
			return found
		}, true,
	},
	{
		"of Japan", "counterparts", japan,
		`SELECT b, count(DISTINCT event) FROM pair JOIN event AS e ON e.id = event WHERE a = 'Japan' AND ` + between + " GROUP BY 1",
		func(s *charts.Spec) map[string]string { return byCategory(s) }, false,
	},
	{
		"of Japan and South Korea", "reciprocity", gsomia,
		"SELECT " + month + ` || ' ' || doer, count(*) FROM acts JOIN event AS e ON e.id = event
			WHERE (doer, bearer) IN (VALUES ('Japan', 'South Korea'), ('South Korea', 'Japan')) AND ` + between + " GROUP BY 1",
		func(s *charts.Spec) map[string]string {
			return byBin(s, func(i int) string { return " " + s.Series[i].Query.Actor }, 2)
		}, true,
	},
	{
		"of all", "shares", charts.Options{},
		"SELECT c.short, count(*) FROM (SELECT category_id AS id FROM event) AS e JOIN (" + shortNames() + ") AS c ON c.id = e.id GROUP BY 1",
		func(s *charts.Spec) map[string]string { return byCategory(s) }, true,
	},
	{
		"of Japan", "matrix", japan,
		`SELECT a || ' ' || b, count(DISTINCT event) FROM pair JOIN event AS e ON e.id = event WHERE ` + between + " GROUP BY 1",
		func(s *charts.Spec) map[string]string {
			found := map[string]string{}
			for i, a := range s.Categories {
				for j, b := range s.Categories {
					if v := s.Series[i].Values[j]; v > 0 {
						found[a+" "+b] = fmt.Sprintf("%.3f", v)
					}
				}
			}
			return found
		}, false,
	},
	{
		"of all", "responses", charts.Options{RollUp: true, Rows: 1000},
		`SELECT r.name || ' answers ' || c.name, count(*) FROM link AS l JOIN event AS cause ON cause.key = l.target
			JOIN acting AS r ON r.event = l.event_id JOIN acting AS c ON c.event = cause.id
			WHERE l.kind = 0 AND r.name <> c.name GROUP BY 1`,
		func(s *charts.Spec) map[string]string {
			found := map[string]string{}
			for i, name := range s.Categories {
				if name == "South Korea answers Japan" || name == "Japan answers South Korea" || name == "China answers United States" {
					found[name] = fmt.Sprintf("%.3f", float64(s.Series[0].N[i]))
				}
			}
			return found
		}, false,
	},
}

func monthKey(s *charts.Spec, b int) string {
	year, month, _ := s.Bins[b].Start.Civil()
	return fmt.Sprintf("%04d-%02d", year, month)
}

// byBin returns the numbers of the first n series that are not 0, by month and
// name.
func byBin(s *charts.Spec, name func(i int) string, n int) map[string]string {
	found := map[string]string{}
	for i := range n {
		for b, v := range s.Series[i].Values {
			if v > 0 {
				found[monthKey(s, b)+name(i)] = fmt.Sprintf("%.3f", v)
			}
		}
	}
	return found
}

func byCategory(s *charts.Spec) map[string]string {
	found := map[string]string{}
	for i, name := range s.Categories {
		found[name] = fmt.Sprintf("%.3f", s.Series[0].Values[i])
	}
	return found
}

// shortNames is a query for the short names of categories, which the tables do
// not hold.
func shortNames() string {
	query := ""
	for i, c := range model.Categories() {
		if i > 0 {
			query += " UNION ALL "
		}
		query += fmt.Sprintf("SELECT id, '%s' AS short FROM category WHERE key = '%s'", c.Short, c.Key)
	}
	return query
}

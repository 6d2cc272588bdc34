package country

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

//go:embed countries.csv
var table string

// A System is a set of codes.
type System string

// The systems of codes. ISO takes letters and numbers; COW takes the numbers
// and the letters of the Correlates of War.
const (
	ISO   System = "iso"
	FIPS  System = "fips"
	COW   System = "cow"
	CAMEO System = "cameo"
)

// Systems returns every system.
func Systems() []System { return []System{ISO, FIPS, COW, CAMEO} }

// ByCode returns the name of the country with a code, "" when there is none.
// Numbers may lack the zeros before them.
func ByCode(system System, code string) string {
	return index().codes[system][normal(code)]
}

// Named returns the name by which we know a country that a text names in
// another way, or "": "South Korea" for "Korea, Republic of". Case does not
// matter.
func Named(text string) string { return index().names[fold(text)] }

func normal(code string) string {
	c := strings.ToUpper(strings.TrimSpace(code))
	if c != "" && strings.Trim(c, "0123456789") == "" {
		c = strings.TrimLeft(c, "0")
	}
	return c
}

func fold(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}

type lookup struct {
	codes map[System]map[string]string
	names map[string]string
}

// index reads the embedded table at its first use. A fault in it is a fault in
// the program, which the tests would show.
var index = sync.OnceValue(func() *lookup {
	records, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("country: countries.csv: %v", err))
	}
	l := &lookup{codes: map[System]map[string]string{}, names: map[string]string{}}
	for _, s := range Systems() {
		l.codes[s] = map[string]string{}
	}
	for _, r := range records[1:] {
		name := r[0]
		for _, c := range []struct {
			system System
			code   string
		}{{ISO, r[1]}, {ISO, r[2]}, {ISO, r[3]}, {FIPS, r[4]}, {COW, r[5]}, {COW, r[6]}, {CAMEO, r[7]}} {
			if c.code != "" {
				l.codes[c.system][normal(c.code)] = name
			}
		}
		for _, other := range append(strings.Split(r[8], "|"), name) {
			if other != "" {
				l.names[fold(other)] = name
			}
		}
	}
	return l
})

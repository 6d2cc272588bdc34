package country_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/model/country"
)

// TestOneActor holds that every way to write a country is one name.
func TestOneActor(t *testing.T) {
	for _, want := range []struct {
		name                  string
		iso, fips, cow, cameo []string
		texts                 []string
	}{
		{"South Korea", []string{"KR", "KOR", "410"}, []string{"KS"}, []string{"732", "ROK"}, []string{"KOR"}, []string{"South Korea", "korea, republic of", "대한민국", "REPUBLIC OF KOREA"}},
		{"Romania", []string{"ROU"}, []string{"RO"}, []string{"360", "ROM"}, []string{"ROM"}, []string{"Romania"}},
		{"China", []string{"CHN", "156"}, []string{"CH"}, []string{"710"}, []string{"CHN"}, []string{"People's Republic of China"}},
		{"Germany", []string{"DEU", "276"}, []string{"GM"}, []string{"255", "GMY"}, []string{"DEU"}, []string{"germany"}},
		{"United Kingdom", []string{"GB"}, []string{"UK"}, []string{"200", "UKG"}, []string{"GBR"}, []string{"United Kingdom of Great Britain and Northern Ireland"}},
		{"United States", []string{"USA", "840"}, []string{"US"}, []string{"2", "002", "USA"}, []string{"USA"}, []string{"United States of America"}},
		{"Afghanistan", []string{"4", "004", "AF"}, []string{"AF"}, []string{"700"}, []string{"AFG"}, nil},
	} {
		for system, codes := range map[country.System][]string{country.ISO: want.iso, country.FIPS: want.fips, country.COW: want.cow, country.CAMEO: want.cameo} {
			for _, code := range codes {
				if got := country.ByCode(system, code); got != want.name {
					t.Errorf("%s %s is %q, want %q", system, code, got, want.name)
				}
			}
		}
		for _, text := range want.texts {
			if got := country.Named(text); got != want.name {
				t.Errorf("%q is %q, want %q", text, got, want.name)
			}
		}
	}
	if got := country.ByCode(country.FIPS, "XX") + country.ByCode("klingon", "US") + country.Named("Atlantis"); got != "" {
		t.Errorf("countries from nowhere: %q", got)
	}
}

// TestFixtures holds that no code of the published tables is missing or another
// country's.
func TestFixtures(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "fixtures", "codes")
	f, err := os.Open(filepath.Join(dir, "country-codes__country-codes.csv"))
	if err != nil {
		t.Skipf("the fixtures are not here: %v", err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	for _, r := range records[1:] {
		three := r[column["ISO3166-1-Alpha-3"]]
		name := country.ByCode(country.ISO, three)
		if name == "" {
			t.Errorf("%s is missing", three)
		}
		if got := country.ByCode(country.ISO, r[column["ISO3166-1-Alpha-2"]]); got != name {
			t.Errorf("%s is %q by two letters and %q by three", three, got, name)
		}
		fips := strings.Trim(r[column["FIPS"]], " \u00a0")
		if got := country.ByCode(country.FIPS, fips); len(fips) == 2 && three != "BES" && got != name {
			t.Errorf("FIPS %s is %q, want %q", fips, got, name)
		}
	}
	states, err := os.Open(filepath.Join(dir, "cowdbt__states2016.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer states.Close()
	if records, err = csv.NewReader(states).ReadAll(); err != nil {
		t.Fatal(err)
	}
	for _, r := range records[1:] {
		number, letters := country.ByCode(country.COW, r[1]), country.ByCode(country.COW, r[0])
		if number == "" || number != letters {
			t.Errorf("%s is %q by number and %q by letters", r[2], number, letters)
		}
	}
}

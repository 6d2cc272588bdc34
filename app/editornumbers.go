package app

import (
	"strconv"
	"strings"

	"chancery/model"
)

// pointText writes the coordinates of a place as the form has them, "" for none.
func pointText(p model.Place) string {
	if !p.HasPoint {
		return ""
	}
	return strconv.FormatFloat(p.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(p.Lon, 'f', -1, 64)
}

// parsePoint reads a latitude and a longitude in degrees; ok is true for none.
func parsePoint(text string) (p model.Place, ok bool) {
	if strings.TrimSpace(text) == "" {
		return p, true
	}
	lat, lon, both := strings.Cut(text, ",")
	var latErr, lonErr error
	p.Lat, latErr = parseNumber(lat)
	p.Lon, lonErr = parseNumber(lon)
	p.HasPoint = true
	if !both || latErr != nil || lonErr != nil || !(p.Lat >= -90 && p.Lat <= 90) || !(p.Lon >= -180 && p.Lon <= 180) {
		return model.Place{}, false
	}
	return p, true
}

// scoreText writes a score as the form has it, "" for none.
func scoreText(s model.Score) string {
	if !s.Valid {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(s.Value, 'f', -1, 64), "-", "–", 1)
}

// parseScore reads a score from –10 to +10; ok is true for none.
func parseScore(text string) (s model.Score, ok bool) {
	if strings.TrimSpace(text) == "" {
		return s, true
	}
	value, err := parseNumber(text)
	if err != nil || !(value >= -10 && value <= 10) {
		return s, false
	}
	return model.Score{Value: value, Valid: true}, true
}

// parseNumber reads a number whose sign may be a dash, as the window writes it.
func parseNumber(text string) (float64, error) {
	text = strings.NewReplacer("–", "-", "−", "-").Replace(strings.TrimSpace(text))
	return strconv.ParseFloat(strings.TrimPrefix(text, "+"), 64)
}

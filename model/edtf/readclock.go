package edtf

import (
	"regexp"
	"strconv"
	"strings"
)

// clock is a time of day found in a text.
type clock struct {
	given, seconds       bool
	dropped              bool // a fraction of a second was
	hour, minute, second int
	zone                 zone
	offset               int // minutes east
}

var (
	clockPattern = regexp.MustCompile(`(?:^|[t ,])(?:at )?(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)? ?([ap]\.?m\b\.?)?`)
	zonePattern  = regexp.MustCompile(`^ ?\(?(?:(utc|gmt|z|jst|kst)\b)? ?(?:([+-]) ?(\d{2})(?::?(\d{2}))?)?\)?`)
	// timeRange is the second time of "10:30-11:30", which is no zone.
	timeRange  = regexp.MustCompile(`^ ?[-–] ?\d{1,2}:\d{2}`)
	afterClock = regexp.MustCompile(`^(?:$|[ ,.)])`)
)

// cutClock takes the time, and the zone behind it, out of a text.
func cutClock(s string) (rest string, c clock, f *fault) {
	if strings.IndexByte(s, ':') < 0 {
		return s, clock{}, nil
	}
	m := clockPattern.FindStringSubmatchIndex(s)
	if m == nil {
		return s, clock{}, nil
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	c = clock{given: true, seconds: group(3) != "", dropped: strings.Trim(group(4), "0.,") != ""}
	c.hour, _ = strconv.Atoi(group(1))
	c.minute, _ = strconv.Atoi(group(2))
	c.second, _ = strconv.Atoi(group(3))
	if half := group(5); half != "" {
		if c.hour < 1 || c.hour > 12 {
			return s, c, impossible("a time with am or pm has hours 1 to 12")
		}
		c.hour %= 12
		if half[0] == 'p' {
			c.hour += 12
		}
	}
	if reason := clockFault(c.hour, c.minute, c.second); reason != "" {
		return s, c, impossible(reason)
	}
	if !c.seconds && timeRange.MatchString(s[m[1]:]) {
		return s, c, impossible("one date with two times; give a start and an end")
	}
	behind, f := c.cutZone(s[m[1]:])
	if f != nil {
		return s, c, f
	}
	if !afterClock.MatchString(behind) || clockPattern.MatchString(behind) {
		return s, c, impossible("the time is not clear: it is written hh:mm or hh:mm:ss, then the zone")
	}
	return strings.TrimSpace(strings.TrimRight(s[:m[0]], " ,") + " " + strings.TrimLeft(behind, " ,")), c, nil
}

// namedZones are those whose name means one offset the world over.
var namedZones = map[string]int{"utc": 0, "gmt": 0, "z": 0, "jst": 9 * 60, "kst": 9 * 60}

// cutZone reads the zone a text begins with, if it does.
func (c *clock) cutZone(s string) (rest string, f *fault) {
	m := zonePattern.FindStringSubmatch(s)
	name, sign, hours, minutes := m[1], m[2], m[3], m[4]
	if name == "" && sign == "" {
		return s, nil
	}
	c.zone, c.offset = zoneMinute, namedZones[name]
	if c.offset == 0 && sign == "" {
		c.zone = zoneUTC
	}
	if sign != "" {
		h, _ := strconv.Atoi(hours)
		mins, _ := strconv.Atoi(minutes)
		if h > 14 || mins > 59 || h == 14 && mins > 0 {
			return s, impossible("a zone is at most 14 hours from UTC")
		}
		c.offset = h*60 + mins
		if sign == "-" {
			c.offset = -c.offset
		}
		if c.offset == 0 {
			c.zone = zoneUTC
		}
	}
	return s[len(m[0]):], nil
}

// set gives a day its time.
func (c clock) set(p *point) *fault {
	if !c.given {
		return nil
	}
	if p.grain != grainDay || p.yearX|p.partX != 0 {
		return impossible("a time needs a whole date")
	}
	if p.qualifiers != 0 {
		return impossible("a date with a time has no signs of doubt")
	}
	p.grain = grainMinute
	if c.seconds {
		p.grain = grainSecond
	}
	p.hour, p.minute, p.second = uint8(c.hour), uint8(c.minute), uint8(c.second)
	p.zone, p.offset = c.zone, int16(c.offset)
	return nil
}

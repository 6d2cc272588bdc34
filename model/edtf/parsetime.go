package edtf

// time reads "T09:30:00" with "Z", "+09" or "+09:00".
func (p *parser) time(d *point) *SyntaxError {
	start := p.pos
	switch {
	case d.grain != grainDay:
		return p.fail(start, "a time needs a day before it")
	case d.yearX|d.partX != 0:
		return p.fail(start, "a date with a time gives all its digits")
	case d.qualifiers != 0:
		return p.fail(start, "a date with a time has no signs of doubt")
	}
	p.pos++
	hour, ok := p.two()
	if !ok || !p.accept(':') {
		return p.fail(start, "a time is written hh:mm:ss")
	}
	minute, ok := p.two()
	if !ok {
		return p.fail(start, "a time is written hh:mm:ss")
	}
	d.grain = grainMinute
	if p.accept(':') {
		second, ok := p.two()
		if !ok {
			return p.fail(start, "a time is written hh:mm:ss")
		}
		d.grain, d.second = grainSecond, uint8(second)
	}
	d.hour, d.minute = uint8(hour), uint8(minute)
	if reason := clockFault(hour, minute, int(d.second)); reason != "" {
		return p.fail(start, reason)
	}
	if err := p.zone(d); err != nil {
		return err
	}
	if p.qualifier() != 0 {
		return p.fail(p.pos-1, "a date with a time has no signs of doubt")
	}
	return nil
}

// clockFault says why a day has no such time, or "".
func clockFault(hour, minute, second int) string {
	switch {
	case hour == 24:
		return "there is no hour 24: midnight is 00:00 of the next day"
	case hour > 24:
		return "hours are 00 to 23"
	case minute > 59:
		return "minutes are 00 to 59"
	case second > 59:
		return "seconds are 00 to 59: leap seconds are not kept"
	}
	return ""
}

// two reads two digits.
func (p *parser) two() (int, bool) {
	start := p.pos
	value, mask, ok := p.digits(2)
	if !ok || mask != 0 {
		p.pos = start
		return 0, false
	}
	return int(value), true
}

func (p *parser) zone(d *point) *SyntaxError {
	start := p.pos
	if p.accept('Z') {
		d.zone = zoneUTC
		return nil
	}
	sign := int16(1)
	switch {
	case p.accept('-'):
		sign = -1
	case !p.accept('+'):
		return nil
	}
	hours, ok := p.two()
	if !ok {
		return p.fail(start, "a zone is written Z, +hh or +hh:mm")
	}
	minutes := 0
	d.zone = zoneHour
	if p.accept(':') {
		if minutes, ok = p.two(); !ok {
			return p.fail(start, "a zone is written Z, +hh or +hh:mm")
		}
		d.zone = zoneMinute
	}
	switch {
	case hours > 14 || minutes > 59 || hours == 14 && minutes > 0:
		return p.fail(start, "a zone is at most 14 hours from UTC")
	case sign < 0 && hours == 0 && minutes == 0:
		return p.fail(start, "a zone on UTC is written Z or +00:00")
	}
	d.offset = sign * int16(hours*60+minutes)
	return nil
}

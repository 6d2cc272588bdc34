package exchange

import (
	"bytes"
	"io"
	"regexp"
)

// A Kind is a format that can be read.
type Kind uint8

// The formats.
const (
	UnknownKind Kind = iota
	OwnJSON
	TimelineJS
	VisTimeline
	PLOVER
	TimelineProject
	ICalendar
)

var kindNames = [...]string{
	UnknownKind: "unknown", OwnJSON: "Chancery JSON", TimelineJS: "TimelineJS", VisTimeline: "vis-timeline",
	PLOVER: "PLOVER", TimelineProject: "Timeline Project", ICalendar: "iCalendar",
}

// String returns the name of the format.
func (k Kind) String() string { return kindNames[k] }

// Read reads a file of a format. The name of the file is part of ids that are
// only unique in it.
func (k Kind) Read(name string, r io.Reader) Items {
	switch k {
	case OwnJSON:
		return readOwn(r)
	case TimelineJS:
		return readTimelineJS(r)
	case VisTimeline:
		return readVis(name, r)
	case PLOVER:
		return readPLOVER(r)
	case TimelineProject:
		return readTimelineProject(name, r)
	case ICalendar:
		return readICalendar(r)
	}
	return func(yield func(Item, error) bool) {
		n := numbered{yield: yield}
		n.fail("the format is not known")
	}
}

var jsonKeys = regexp.MustCompile(`"([A-Za-z_]+)"\s*:`)

// Recognise tells a format from the beginning of a file, a few thousand bytes,
// whatever its name.
func Recognise(head []byte) Kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case len(head) == 0:
		return UnknownKind
	case bytes.HasPrefix(bytes.ToUpper(head[:min(len(head), 20)]), []byte("BEGIN:VCALENDAR")):
		return ICalendar
	case head[0] == '<':
		if rootElement(head) == "timeline" {
			return TimelineProject
		}
		return UnknownKind
	case head[0] != '{' && head[0] != '[':
		return UnknownKind
	}
	keys := map[string]bool{}
	for _, m := range jsonKeys.FindAllSubmatch(head, -1) {
		keys[string(m[1])] = true
	}
	switch {
	case keys["start_date"] || keys["startDate"] && (keys["timeline"] || keys["headline"]):
		return TimelineJS
	case keys["date"] && keys["event"] && (keys["actor"] || keys["recipient"] || keys["source"] || keys["target"]):
		return PLOVER
	case keys["title"] && keys["start"] && keys["kind"] && keys["earliest"]:
		return OwnJSON
	case keys["content"] && keys["start"]:
		return VisTimeline
	}
	return UnknownKind
}

var xmlRoot = regexp.MustCompile(`^(?:<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^>]*>|\s)*<([A-Za-z]+)`)

func rootElement(head []byte) string {
	if m := xmlRoot.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	return ""
}

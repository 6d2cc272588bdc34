package tabular

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A QuestionKind says what of a file has more than one reading.
type QuestionKind string

// The kinds of questions.
const (
	AskOrder   QuestionKind = "order"   // of day and month in 03/04/2019
	AskCentury QuestionKind = "century" // of a year of two digits
	AskEra     QuestionKind = "era"     // whether -216 is 216 BC or, as astronomers count, 217 BC
	AskPair    QuestionKind = "pair"    // whether 2010-11 is a month or two years
	AskSerial  QuestionKind = "serial"  // whether 43786 is a day as spreadsheets count
)

// A Choice is an answer to a question: the word by which it is given, and what
// it means, with an example.
type Choice struct {
	Answer string `json:"answer"`
	Text   string `json:"text"`
}

// A Question is asked once for all rows that it concerns. Until it is answered
// they are problem rows: nothing is guessed. ID is what answers are given by,
// the kind and the shape: "order:#/#/####"; the kind alone answers it for all
// shapes.
type Question struct {
	ID      string       `json:"id"`
	Kind    QuestionKind `json:"kind"`
	Shape   string       `json:"shape"`
	Columns []string     `json:"columns"`
	Example string       `json:"example"`
	Rows    int          `json:"rows"` // of those looked at
	Text    string       `json:"text"`
	Choices []Choice     `json:"choices"`
	Answer  string       `json:"answer"` // "" while it is open
	Reason  string       `json:"reason"` // why the file or the profile answers it
}

// Answers are given to questions by ID or kind. An order may be given as dmy,
// mdy or ymd.
type Answers map[string]string

// of returns the answer to a question, "" when there is none.
func (a Answers) of(kind QuestionKind, s shape) string {
	return cmp.Or(a[questionID(kind, s)], a[string(kind)])
}

func questionID(kind QuestionKind, s shape) string { return string(kind) + ":" + string(s) }

// The answers that mean something, by kind.
var answerWords = map[QuestionKind][]string{
	AskOrder:   {"dmy", "mdy", "ymd"},
	AskCentury: {"1800", "1900", "2000", "pivot"},
	AskEra:     {"bce", "astronomical"},
	AskPair:    {"month", "years"},
	AskSerial:  {"1900", "1904"},
}

// Check returns an error for an answer that means nothing.
func (a Answers) Check() error {
	for id, answer := range a {
		kind, _, _ := strings.Cut(id, ":")
		words, ok := answerWords[QuestionKind(kind)]
		if !ok {
			return fmt.Errorf("there is no question %q", id)
		}
		if !slices.Contains(words, answer) {
			return fmt.Errorf("the answer to %s is one of %s, not %q", id, strings.Join(words, ", "), answer)
		}
	}
	return nil
}

// ask makes the question of a kind about a shape.
func ask(kind QuestionKind, s shape, example string) Question {
	q := Question{ID: questionID(kind, s), Kind: kind, Shape: string(s), Example: example}
	choices := answerWords[kind]
	switch kind {
	case AskOrder:
		q.Text = "Which comes first, the day or the month?"
		if !s.shortYear() {
			choices = choices[:2]
		}
	case AskCentury:
		q.Text = "Of which century are years of two digits?"
		choices = choices[1:]
	case AskEra:
		q.Text = "How are years before Christ counted?"
	case AskPair:
		q.Text = "Is this a month, or a year and the next one?"
	case AskSerial:
		q.Text = "Are these days as spreadsheets count them?"
	}
	for _, answer := range choices {
		q.Choices = append(q.Choices, Choice{answer, meaningOf(kind, answer, s, example)})
	}
	return q
}

// meaningOf says how the example reads with an answer.
func meaningOf(kind QuestionKind, answer string, s shape, example string) string {
	r := newDateReader(Answers{string(kind): answer})
	r.others = true
	d := r.read(example)
	text := map[string]string{
		"dmy": "day first", "mdy": "month first", "ymd": "year first",
		"1800": "1800s", "1900": "1900s", "2000": "2000s", "pivot": "1930 to 2029, as spreadsheets read them",
		"bce": "as historians do: 1 BC is -1", "astronomical": "as astronomers do: 1 BC is 0",
		"month": "a month", "years": "two years",
	}[answer]
	if kind == AskSerial {
		text = "counted from " + answer
	}
	if d.reason == "" && !d.date.IsZero() {
		return text + ": " + example + " is " + d.date.Display()
	}
	return text
}

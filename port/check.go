package port

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja/parser"
)

// parse reads JavaScript; where is the line of what is wrong, from 1.
func parse(code string) (where int, what string) {
	_, err := parser.ParseFile(nil, "", code, 0)
	if err == nil {
		return 0, ""
	}
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		return max(list[0].Position.Line, 1), list[0].Message
	}
	return 1, err.Error()
}

// checked refuses a statement, or a part of a class, whose translation does not parse.
func checked(lines []string) {
	code := strings.Join(lines, "\n")
	what := ""
	for _, around := range []string{"class A extends B { constructor() { for (;;) {\n%s\n} } }", "class A extends B { *f() { for (;;) {\n%s\n} } }", "class A extends B {\n%s\n}"} {
		_, wrong := parse(fmt.Sprintf(around, code))
		if wrong == "" {
			return
		}
		if what == "" {
			what = wrong
		}
	}
	refuse("no translation that JavaScript reads (%s)", strings.ToLower(what[:1])+what[1:])
}

// wholeText marks the line of a text that does not parse as a whole.
func (t *translator) wholeText(code string) string {
	where, what := parse(code)
	if what == "" {
		return code
	}
	lines := strings.Split(code, "\n")
	why := fmt.Sprintf("JavaScript does not read this (%s)", strings.ToLower(what[:1])+what[1:])
	t.marks = append(t.marks, Mark{1, t.cell, 1, why})
	return strings.Join(slices.Insert(lines, min(where-1, len(lines)), mark+why), "\n")
}

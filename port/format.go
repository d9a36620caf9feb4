package port

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// piece is a text, or a value with its format, of what becomes a template.
type piece struct {
	text  string
	value string // code; "" for a text
}

// template writes `text ${value}`, or a plain text.
func (t *translator) template(list []piece) string {
	values := false
	for _, p := range list {
		values = values || p.value != ""
	}
	if !values {
		text := ""
		for _, p := range list {
			text += p.text
		}
		return quote(text)
	}
	var b strings.Builder
	b.WriteByte('`')
	for _, p := range list {
		if p.value != "" {
			b.WriteString("${" + p.value + "}")
			continue
		}
		q := strconv.Quote(p.text)
		q = strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
		q = strings.ReplaceAll(strings.ReplaceAll(q, "`", "\\`"), "${", "\\${")
		b.WriteString(q)
	}
	b.WriteByte('`')
	return b.String()
}

// parts cuts an f-string.
func (t *translator) parts(e *python.Expr) []piece {
	var out []piece
	for _, x := range e.Items {
		if x.Kind == "string" {
			out = append(out, piece{text: x.S})
			continue
		}
		if x.S != "" {
			out = append(out, piece{text: x.S})
		}
		out = append(out, piece{value: t.formatted(x.X, x.Format)})
	}
	return out
}

var fixed = regexp.MustCompile(`^\.(\d+)f$`)

// formatted writes a value with a format of Python's: "8.3f".
func (t *translator) formatted(e *python.Expr, format string) string {
	if strings.Contains(format, "{") {
		refuse("a format that is made of values")
	}
	switch {
	case format == "" || format == "s":
		return t.code(e)
	case fixed.MatchString(format):
		return fmt.Sprintf("%s.toFixed(%s)", t.postfix(e), fixed.FindStringSubmatch(format)[1])
	}
	return fmt.Sprintf("%s(%s, %s)", t.helper("format"), t.code(e), quote(format))
}

var conversion = regexp.MustCompile(`%(\([^)]*\))?([-+ #0]*)(\d*)(?:\.(\d+))?[hlL]?([diouxXeEfFgGcrs%])`)

// printf writes text % values.
func (t *translator) printf(text, values *python.Expr) string {
	if text.Kind != "string" {
		refuse("%% with a text that is not written here")
	}
	args := []*python.Expr{values}
	if values.Kind == "tuple" {
		args = values.Items
	}
	var list []piece
	at, next := 0, 0
	for _, m := range conversion.FindAllStringSubmatchIndex(text.S, -1) {
		list = append(list, piece{text: text.S[at:m[0]]})
		at = m[1]
		group := func(k int) string {
			if m[2*k] < 0 {
				return ""
			}
			return text.S[m[2*k]:m[2*k+1]]
		}
		if group(5) == "%" {
			list = append(list, piece{text: "%"})
			continue
		}
		var x *python.Expr
		switch key := strings.Trim(group(1), "()"); {
		case key != "" && values.Kind == "dict":
			for i, k := range values.Items {
				if k != nil && k.S == key {
					x = values.Values[i]
				}
			}
			if x == nil {
				refuse("a name in a format without a value")
			}
		case key != "":
			x = &python.Expr{Kind: "index", X: values, Y: &python.Expr{Kind: "string", S: key}}
		default:
			if next >= len(args) {
				refuse("a format with more places than values")
			}
			x = args[next]
			next++
		}
		list = append(list, piece{value: t.formatted(x, fromC(group(2), group(3), group(4), group(5), t.kindOf(x)))})
	}
	list = append(list, piece{text: text.S[at:]})
	return t.template(list)
}

// fromC gives Python's format of a conversion of C: %-8.3f is <8.3f.
func fromC(flags, width, precision, kind, of string) string {
	out := ""
	switch {
	case width == "":
	case strings.Contains(flags, "-"):
		out = "<"
	case kind == "s":
		out = ">"
	}
	if strings.Contains(flags, "+") {
		out += "+"
	}
	if strings.Contains(flags, "0") && width != "" {
		out += "0"
	}
	out += width
	if precision != "" {
		out += "." + precision
	}
	switch kind {
	case "i", "u", "d":
		kind = "d"
	case "r":
		kind = "s"
	case "f", "F", "e", "g", "E", "G":
		if precision == "" && kind == "f" {
			out += ".6"
		}
	}
	if kind == "s" && out == "" {
		return ""
	}
	return out + kind
}

var field = regexp.MustCompile(`\{\{|\}\}|\{([^{}:!]*)(?:![rsa])?(?::([^{}]*))?\}`)

// formatMethod writes "...".format(...).
func (t *translator) formatMethod(text string, call *python.Expr) string {
	var list []piece
	at, next := 0, 0
	for _, m := range field.FindAllStringSubmatchIndex(text, -1) {
		list = append(list, piece{text: text[at:m[0]]})
		at = m[1]
		if m[2] < 0 {
			list = append(list, piece{text: text[m[0] : m[0]+1]})
			continue
		}
		name, format := text[m[2]:m[3]], ""
		if m[4] >= 0 {
			format = text[m[4]:m[5]]
		}
		var x *python.Expr
		k, err := strconv.Atoi(name)
		switch {
		case name == "":
			k, err = next, nil
			next++
		case err != nil:
			for _, key := range call.Keys {
				if key.Name == name {
					x = key.Value
				}
			}
		}
		if err == nil && k < len(call.Items) {
			x = call.Items[k]
		}
		if x == nil || x.Kind == "star" {
			refuse("a place in a format without a value")
		}
		list = append(list, piece{value: t.formatted(x, format)})
	}
	list = append(list, piece{text: text[at:]})
	return t.template(list)
}

package repl

import (
	"regexp"
	"strings"
)

// paint colours texts for a terminal; the zero value does not.
type paint struct{ on bool }

// Colours of the basic 16, which every theme of a terminal makes readable.
const (
	red     = "31"
	green   = "32"
	yellow  = "33"
	blue    = "34"
	magenta = "35"
	cyan    = "36"
	grey    = "90"
	bold    = "1"
)

func (p paint) in(colour, text string) string {
	if !p.on || text == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// shown is what of the text of a value has a colour: strings, what stands in angle or
// square brackets for something, keys, numbers and constants.
var shown = regexp.MustCompile(`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|` + "`(?:[^`\\\\]|\\\\.)*`" +
	`|\[(?:Function|AsyncFunction|GeneratorFunction|class|Getter|Setter|Circular|mechanism|point process|Symbol|Object|Array)\b[^\[\]]*\]|<[^<>\n]+>` +
	`|[A-Za-z_$][\w$]*:|-?\b(?:\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?n?|Infinity|NaN)\b|\b(?:true|false|null|undefined)\b|[A-Za-z_$][\w$]*`)

// host is the first word of a text of one of gneuron's own objects.
var hostHead = regexp.MustCompile(`^(?:Section|Segment|Vector|Figure|NetCon|Matrix|Random|n|[A-Z]\w*\[\d+\])\b`)

// value colours the text of a value.
func (p paint) value(text string) string {
	if !p.on {
		return text
	}
	head := hostHead.FindString(text)
	return p.in(bold, head) + shown.ReplaceAllStringFunc(text[len(head):], func(s string) string {
		switch c := s[0]; {
		case c == '\'' || c == '"' || c == '`':
			return p.in(green, s)
		case c == '[' || c == '<':
			return p.in(cyan, s)
		case s[len(s)-1] == ':':
			return p.in(blue, s[:len(s)-1]) + ":"
		case c == '-' || c >= '0' && c <= '9' || s == "Infinity" || s == "NaN":
			return p.in(yellow, s)
		case s == "true" || s == "false":
			return p.in(yellow, s)
		case s == "null" || s == "undefined":
			return p.in(grey, s)
		}
		return s
	})
}

var errorHead = regexp.MustCompile(`^(\S*?:\d+(?::\d+)?: )?(\w*(?:Error|exception)\b:?|interrupted)`)

// report colours the report of an error: its class, the caret, the hint, the calls.
func (p paint) report(text string) string {
	if !p.on {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		body := strings.TrimSuffix(line, "\n")
		end := line[len(body):]
		switch trimmed := strings.TrimSpace(body); {
		case errorHead.MatchString(body):
			m := errorHead.FindStringSubmatch(body)
			lines[i] = p.in(grey, m[1]) + p.in(bold+";"+red, m[2]) + body[len(m[0]):] + end
		case strings.HasPrefix(trimmed, "| ") && strings.Trim(trimmed, "| ^") == "":
			lines[i] = strings.Replace(body, "^", p.in(bold+";"+red, "^"), 1) + end
		case strings.HasPrefix(body, "hint:"):
			lines[i] = p.in(cyan, "hint:") + body[len("hint:"):] + end
		case strings.HasPrefix(body, "    at "):
			lines[i] = p.in(grey, body) + end
		}
	}
	return strings.Join(lines, "")
}

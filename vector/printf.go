package vector

import (
	"io"
	"regexp"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
)

// Printf writes the elements of the range to w and says how many they were. An
// empty format is NEURON's own: "%g" and a tab, a new line after every fifth
// element and at the end. Another format is C's printf for one number (%e, %f or
// %g with flags, width and precision) and is written once per element.
func (v *Vector) Printf(w io.Writer, format string, bounds ...int) (int, error) {
	xs, err := v.span("printf", bounds)
	if err != nil {
		return 0, err
	}
	var out strings.Builder
	if format == "" {
		for i, x := range xs {
			out.WriteString(cformat.Format("%g", x) + "\t")
			if i%5 == 4 {
				out.WriteByte('\n')
			}
		}
		out.WriteByte('\n')
	} else {
		f, err := parseFormat(format)
		if err != nil {
			return 0, err
		}
		for _, x := range xs {
			out.WriteString(f.before)
			if f.verb != "" {
				out.WriteString(cformat.Format(f.verb, x))
			}
			out.WriteString(f.after)
		}
	}
	_, err = io.WriteString(w, out.String())
	return len(xs), err
}

// numberFormat is a printf format taken apart; verb is empty where the format
// is text only.
type numberFormat struct{ before, verb, after string }

var verbPattern = regexp.MustCompile(`^%([-+ #0]*)([0-9]{0,3})(\.[0-9]{0,3})?([a-zA-Z])`)

// parseFormat takes a printf format apart.
func parseFormat(format string) (numberFormat, error) {
	var f numberFormat
	var text strings.Builder
	for rest := format; rest != ""; {
		switch {
		case strings.HasPrefix(rest, "%%"):
			text.WriteByte('%')
			rest = rest[2:]
		case rest[0] == '%':
			verb := verbPattern.FindString(rest)
			if verb == "" || !strings.ContainsRune("eEfFgG", rune(verb[len(verb)-1])) {
				return f, fault.New(fault.Range, "Vector.printf: the format %q has something else than %%e, %%f or %%g in it", format)
			}
			if f.verb != "" {
				return f, fault.New(fault.Range, "Vector.printf: the format %q has two numbers in it; it is used once per element", format)
			}
			f.before, f.verb = text.String(), verb
			text.Reset()
			rest = rest[len(verb):]
		default:
			text.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	f.after = text.String()
	return f, nil
}

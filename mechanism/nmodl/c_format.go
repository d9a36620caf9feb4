package nmodl

import (
	"fmt"
	"strings"
)

// formatC is printf: numbers may come as float64 or int64 for any conversion.
func formatC(format string, args []any) string {
	var b strings.Builder
	next := func() any {
		if len(args) == 0 {
			return nil
		}
		a := args[0]
		args = args[1:]
		return a
	}
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' {
			b.WriteByte(c)
			continue
		}
		i++
		if i < len(format) && format[i] == '%' {
			b.WriteByte('%')
			continue
		}
		spec := "%"
		for ; i < len(format) && strings.IndexByte("-+ #0123456789.*", format[i]) >= 0; i++ {
			if format[i] == '*' {
				n := wholeArgument(next())
				spec += fmt.Sprint(max(-200, min(n, 200)))
				continue
			}
			spec += string(format[i])
		}
		for i < len(format) && strings.IndexByte("hlLqjzt", format[i]) >= 0 {
			i++
		}
		if i == len(format) {
			b.WriteString(spec)
			break
		}
		if tooWide(spec) {
			spec = "%"
		}
		conversion := format[i]
		if strings.IndexByte("diuxXocfFeEgGsp", conversion) < 0 {
			b.WriteString(spec + string(conversion))
			continue
		}
		a := next()
		switch conversion {
		case 'd', 'i':
			fmt.Fprintf(&b, spec+"d", wholeArgument(a))
		case 'u':
			k := wholeArgument(a)
			if k < 0 {
				k = int64(uint32(k))
			}
			fmt.Fprintf(&b, spec+"d", k)
		case 'x', 'X', 'o':
			fmt.Fprintf(&b, spec+string(conversion), uint32(wholeArgument(a)))
		case 'c':
			b.WriteByte(byte(wholeArgument(a)))
		case 'f', 'F', 'e', 'E', 'g', 'G':
			y := realArgument(a)
			if (conversion == 'g' || conversion == 'G') && !strings.Contains(spec, ".") {
				spec += ".6"
			}
			b.WriteString(lowerInfinity(fmt.Sprintf(spec+string(conversion), y), y))
		case 's':
			if s, ok := a.(string); ok {
				fmt.Fprintf(&b, spec+"s", s)
			} else {
				fmt.Fprintf(&b, spec+"s", fmt.Sprint(a))
			}
		case 'p':
			fmt.Fprintf(&b, "%v", a)
		}
	}
	return b.String()
}

// tooWide tells a width or precision beyond what anybody prints.
func tooWide(spec string) bool {
	n := 0
	for _, c := range spec {
		if isDigit(byte(c)) {
			if n++; n > 3 {
				return true
			}
		} else {
			n = 0
		}
	}
	return false
}

// lowerInfinity writes inf and nan as C does.
func lowerInfinity(s string, y float64) string {
	if y-y == 0 {
		return s
	}
	s = strings.ReplaceAll(s, "+Inf", " inf")
	if !strings.HasPrefix(s, "  ") {
		s = strings.TrimPrefix(s, " ")
	}
	return strings.NewReplacer("Inf", "inf", "NaN", "nan").Replace(s)
}

func wholeArgument(a any) int64 {
	switch a := a.(type) {
	case int64:
		return a
	case float64:
		return toWhole(a)
	}
	return 0
}

func realArgument(a any) float64 {
	switch a := a.(type) {
	case int64:
		return float64(a)
	case float64:
		return a
	}
	return 0
}

// Package cformat writes and reads numbers in texts as the C library does.
package cformat

import (
	"fmt"
	"math"
	"strings"
)

// The characters between the percent sign and the conversion, and those of
// conversions.
const (
	flags       = "-+ #0123456789.*"
	lengths     = "hlLqjzt"
	modifiers   = flags + lengths
	conversions = "diuxXocfFeEgGsp"
)

// Format is printf: numbers may come as float64 or int64 for any conversion, and
// an argument that is missing is 0.
func Format(format string, args ...any) string {
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
		for ; i < len(format) && strings.IndexByte(flags, format[i]) >= 0; i++ {
			if format[i] == '*' {
				n := wholeArgument(next())
				spec += fmt.Sprint(max(-200, min(n, 200)))
				continue
			}
			spec += string(format[i])
		}
		for i < len(format) && strings.IndexByte(lengths, format[i]) >= 0 {
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
		if strings.IndexByte(conversions, conversion) < 0 {
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
			if y-y != 0 {
				b.WriteString(notFinite(spec, y))
				continue
			}
			if (conversion == 'g' || conversion == 'G') && !strings.Contains(spec, ".") {
				spec += ".6"
			}
			fmt.Fprintf(&b, spec+string(conversion), y)
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

// Conversions lists the conversions of a format that take an argument: the
// letter of each, or '*' for a width.
func Conversions(format string) []byte {
	var list []byte
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		for i++; i < len(format) && strings.IndexByte(modifiers, format[i]) >= 0; i++ {
			if format[i] == '*' {
				list = append(list, '*')
			}
		}
		if i < len(format) && strings.IndexByte(conversions, format[i]) >= 0 {
			list = append(list, format[i])
		}
	}
	return list
}

// tooWide tells a width or precision beyond what anybody prints.
func tooWide(spec string) bool {
	n := 0
	for _, c := range spec {
		if c >= '0' && c <= '9' {
			if n++; n > 3 {
				return true
			}
		} else {
			n = 0
		}
	}
	return false
}

// notFinite writes inf and nan, which no precision and no leading zeros change.
func notFinite(spec string, y float64) string {
	word := strings.ToLower(strings.TrimPrefix(fmt.Sprint(y), "+"))
	signs := spec[1:]
	width := strings.TrimLeft(signs, "-+ #0")
	signs = signs[:len(signs)-len(width)]
	width, _, _ = strings.Cut(width, ".")
	switch {
	case y < 0:
	case strings.Contains(signs, "+"):
		word = "+" + word
	case strings.Contains(signs, " "):
		word = " " + word
	}
	if strings.Contains(signs, "-") {
		width = "-" + width
	}
	return fmt.Sprintf("%"+width+"s", word)
}

func wholeArgument(a any) int64 {
	switch a := a.(type) {
	case int64:
		return a
	case float64:
		return Whole(a)
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

// Whole is C's cast to a whole number: it cuts off the fraction. What has no
// place among integers becomes the smallest one, as on usual processors.
func Whole(y float64) int64 {
	if math.IsNaN(y) || y >= 1<<63 || y < -1<<63 {
		return math.MinInt64
	}
	return int64(y)
}

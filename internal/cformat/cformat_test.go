package cformat

import (
	"bufio"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
)

// What the C library prints.
func TestFormat(t *testing.T) {
	for _, c := range []struct {
		format string
		args   []any
		want   string
	}{
		{"%d %5.2f|%s|%g\n", []any{3.9, 2.5, "hi", 1e-7}, "3  2.50|hi|1e-07\n"},
		{"%g %g %g", []any{1e5, 1e6, 0.1 + 0.2}, "100000 1e+06 0.3"},
		{"%-8.3g|%+d|%05d|%x|%o|%c", []any{math.Pi, 4.0, 42.0, 255.0, 8.0, 65.0}, "3.14    |+4|00042|ff|10|A"},
		{"100%% %*d %ld", []any{4.0, 7.0, int64(8)}, "100%    7 8"},
		{"%6.1f|%-6g|%+f", []any{math.Inf(1), math.NaN(), math.Inf(-1)}, "   inf|nan   |-inf"},
		{"%e", []any{0.0}, "0.000000e+00"},
	} {
		if got := Format(c.format, c.args...); got != c.want {
			t.Errorf("Format(%q, %v) = %q, not %q", c.format, c.args, got, c.want)
		}
	}
	if got := string(Conversions("100%% %*d %-5.2lf %s %")); got != "*dfs" {
		t.Errorf("Conversions: %q", got)
	}
}

// What NEURON's File.scanvar reads, and where in the text it then is.
func TestNumber(t *testing.T) {
	text := "3  2.50|hi|1e-07\nabc -12.5e1 x3 .5 inf nan 1e 0x10 7\n  last -inf line"
	in := strings.NewReader(text)
	r := bufio.NewReader(in)
	for _, want := range []struct {
		x  float64
		at int
	}{{3, 3}, {2.5, 17}, {-125, 29}, {.5, 35}, {1, 46}, {16, 51}, {7, 55}, {math.Inf(-1), 65}} {
		x, err := Number(r)
		if at := len(text) - in.Len() - r.Buffered(); x != want.x || at != want.at || err != nil {
			t.Errorf("%g at %d (%v), not %g at %d", x, at, err, want.x, want.at)
		}
	}
	if x, err := Number(r); !errors.Is(err, io.EOF) {
		t.Errorf("at the end: %g, %v", x, err)
	}
}

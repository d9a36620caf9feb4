package nmodl

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A text beyond the limits is refused, and soon.
func TestLimits(t *testing.T) {
	const head = "NEURON { SUFFIX x }\nASSIGNED { a }\n"
	long := head + "INITIAL {\n" + strings.Repeat("a = a + 1\n", 1<<20) + "}\n"
	for _, c := range []struct{ src, want string }{
		{long, "m.mod:1:1: the text has 10 MB; a mechanism has at most 1 MB"},
		{head + "ASSIGNED { b[1000000] c[1000000] }", "m.mod:3:25: 1000000 elements are too many: all arrays of a file together may have 1048576"},
		{head + "PROCEDURE p(x) { TABLE a FROM 0 TO 1 WITH 999999999 a = x }", "m.mod:3:43: 999999999 intervals are too many for a TABLE, which has at most 1048576"},
		{head + "INCLUDE \"twice.inc\"", "twice.inc:1:1: the text has 1 MB; a mechanism has at most 1 MB"},
		{head + "INITIAL {\n" + strings.Repeat("abc = abd\n", 90000) + "}\n", ""},
	} {
		begin := time.Now()
		_, errs := Compile("m.mod", c.src, func(name string) (string, error) {
			return "INITIAL { a = 1 }\nINCLUDE \"twice.inc2\"" + strings.Repeat("\n", 1<<20), nil
		})
		if got := said(errs); c.want != "" && got != c.want {
			t.Errorf("%.80q: %.300s\nwant %s", c.src, got, c.want)
		}
		if len(errs) == 0 {
			t.Errorf("%.80q compiles", c.src)
		}
		if d := time.Since(begin); d > 5*time.Second {
			t.Errorf("%.80q took %v", c.src, d)
		}
	}
}

// Routines that call each other twice, and so on, grow without bound where
// their calls are written out; the compiler stops.
func TestCallsGrow(t *testing.T) {
	src := "NEURON { SUFFIX x RANGE a }\nASSIGNED { a }\nPROCEDURE p0() { a = a*1.5 + v }\n"
	for i := 1; i < 40; i++ {
		src += fmt.Sprintf("PROCEDURE p%d() { p%d() p%d() }\n", i, i-1, i-1)
	}
	done := make(chan bool)
	go func() {
		Compile("m.mod", src+"INITIAL { p39() }\n", nil)
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("still compiling after 20 s")
	}
}

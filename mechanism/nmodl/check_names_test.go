package nmodl

import "testing"

// Oddities of published files that NEURON takes, with the warning about each.
func TestCheckOddNames(t *testing.T) {
	const n = "NEURON { SUFFIX x }\n"
	for _, c := range []struct{ src, want string }{
		{"NEURON { RANGE g }\nASSIGNED { g }", "m.mod:1:1: the NEURON block does not name the mechanism, which gets the name of the file: m"},
		{n + "STATE { q }\nKINETIC k { COMPARTMENT 2 { r q } ~ q << (1) }", "m.mod:3:29: r is not defined; it is left out here"},
		{"NEURON { SUFFIX x USEION ca READ cao }\nCONSTANT { cao = 2 }\nASSIGNED { a }\nINITIAL { a = cao }",
			"m.mod:2:12: cao is a variable of the ion ca; the 2 given here is not used"},
		{n + "ASSIGNED { a b }\nINITIAL { a = 1 }\nLOCAL a\nBREAKPOINT { a = 2 b = a }",
			"m.mod:4:7: the LOCAL a hides the variable of that name, which is ASSIGNED at line 2, from the code below"},
		{n + "ASSIGNED { a }\nINITIAL { a = abs(1.7) }",
			"m.mod:3:15: abs is C's, for integers: it cuts the fraction, abs(-1.7) is 1; fabs is the absolute value"},
		{n + "ASSIGNED { a }\nINITIAL { a = abs(-1.7) }\nFUNCTION abs(x) { abs = x }", ""},
	} {
		checked, errs := checkText(t, c.src)
		if got := said(errs) + said(checked.Warnings); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

// A text that is not from a .mod file must name its mechanism.
func TestCheckNoName(t *testing.T) {
	f, _ := Parse("text", "NEURON { RANGE g }", nil)
	_, errs := Check(f)
	if got, want := said(errs), "text:1:1: the NEURON block does not name the mechanism [add SUFFIX name, POINT_PROCESS name or ARTIFICIAL_CELL name]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A LOCAL of the file hides a variable from the code below it only.
func TestFileLocalHides(t *testing.T) {
	c, errs := checkText(t, "NEURON { SUFFIX x }\nASSIGNED { a b }\nINITIAL { a = 1 }\nLOCAL a\nBREAKPOINT { b = a }")
	if len(errs) > 0 {
		t.Fatal(said(errs))
	}
	if s := c.Initial.Body[0].(*Assign).Target.(*Name).Sym; s != c.Symbols["a"] {
		t.Errorf("above: %s", symbolText(s))
	}
	if s := c.Breakpoint.Body[0].(*Assign).Value.(*Name).Sym; s != c.Locals[0] {
		t.Errorf("below: %s", symbolText(s))
	}
}

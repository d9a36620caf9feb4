package nmodl

import "testing"

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

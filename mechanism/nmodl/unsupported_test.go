package nmodl

import (
	"strings"
	"testing"
)

// TestWhatIsNotSupportedSaysSo compiles texts that NMODL allows and gneuron
// cannot run, each with the exact message.
func TestWhatIsNotSupportedSaysSo(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"NEURON { SUFFIX x }\nSTATE { a }\nBREAKPOINT { SOLVE d METHOD sparse }\nDERIVATIVE d { a' = 1 }", "x.mod:3:29: not supported yet: METHOD sparse"},
		{"NEURON { SUFFIX x }\nSTATE { a }\nBREAKPOINT { SOLVE d METHOD cnexp }\nDERIVATIVE d { a'' = 1 }", "x.mod:4:16: not supported yet: a derivative of order 2"},
		{"NEURON { SUFFIX x }\nASSIGNED { a[2] v }\nINITIAL { a[1+1] = v }", "x.mod:3:11: a[2] is outside of the array, which has elements 0 to 1"},
		{"NEURON { SUFFIX x RANGE a }\nASSIGNED { a ena }\nINITIAL { f(1) }\nPROCEDURE f(x) { TABLE a FROM 0 TO v WITH 10 a = x }", "x.mod:4:36: a TABLE cannot depend on v, of which every instance has its own"},
		{"NEURON { SUFFIX x }\nINITIAL { LOCAL a\n\tcelsius = a }", "x.mod:3:2: celsius cannot be assigned to: it belongs to the simulator"},
	} {
		typ, errs := Compile("x.mod", test.text, nil)
		if typ != nil || len(errs) == 0 {
			t.Errorf("no error: %s", test.want)
			continue
		}
		if errs[0].Error() != test.want {
			t.Errorf("got  %v\nwant %s", errs[0], test.want)
		}
		if line := strings.Split(test.text, "\n")[errs[0].Pos.Line-1]; errs[0].Source != line {
			t.Errorf("%v: source line %q, want %q", errs[0], errs[0].Source, line)
		}
	}
}

// TestSeveralUnsupportedThings are told together, in the order of the text.
func TestSeveralUnsupportedThings(t *testing.T) {
	_, errs := Compile("x.mod", "NEURON { POINT_PROCESS X }\nSTEPPED { s = 1, 2 }\nSTEPPED { r = 1, 2 }", nil)
	var got []string
	for _, e := range errs {
		got = append(got, e.Error())
	}
	want := "x.mod:2:1: not supported yet: STEPPED\nx.mod:3:1: not supported yet: STEPPED"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

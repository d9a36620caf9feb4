package nmodl

import (
	"strings"
	"testing"
)

// TestWhatIsNotSupportedSaysSo compiles texts that NEURON or gneuron
// cannot run, each with the exact message.
func TestWhatIsNotSupportedSaysSo(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"NEURON { SUFFIX x }\nSTATE { a }\nBREAKPOINT { SOLVE d METHOD sparse }\nDERIVATIVE d { a' = 1 }", "x.mod:3:29: the method sparse cannot solve the DERIVATIVE block d"},
		{"NEURON { SUFFIX x }\nSTATE { a }\nBREAKPOINT { SOLVE d METHOD cnexp }\nDERIVATIVE d { a'' = 1 }", "x.mod:4:16: a'' is a derivative of order 2; NEURON takes first derivatives only"},
		{"NEURON { SUFFIX x }\nASSIGNED { d }\nSTEPPED { k = 1, 2 }\nINITIAL { d = k + k }", "x.mod:4:15: k is STEPPED, which has no value inside a mechanism"},
		{"NEURON { SUFFIX x }\nSTATE { a }\nASSIGNED { d }\nBREAKPOINT { SOLVE k }\nDISCRETE k { a = d@1 }", "x.mod:5:18: d@1 needs d to be a STATE; it is ASSIGNED"},
		{"NEURON { SUFFIX x }\nSTATE { a }\nBREAKPOINT { SOLVE k }\nDISCRETE k { a = a@0 }", "x.mod:4:20: the number of steps after @ is at least 1"},
		{"NEURON { SUFFIX x }\nASSIGNED { d g }\nINITIAL { d = derivs(d, d) }", "x.mod:3:15: not supported yet: the function derivs"},
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

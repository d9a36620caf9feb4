package nmodl

import (
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

// checkText parses and checks a text that has no syntax error.
func checkText(t *testing.T, src string) (*Checked, []*fault.Error) {
	t.Helper()
	f, errs := Parse("m.mod", src, nil)
	if len(errs) > 0 {
		t.Fatalf("%q: %s", src, said(errs))
	}
	return Check(f)
}

// What NEURON accepts passes.
func TestCheckAccepts(t *testing.T) {
	const n = "NEURON { SUFFIX x }\n"
	for _, src := range []string{
		n + "ASSIGNED { a }\nINITIAL { a = v + t + dt + celsius + diam + area }",
		"NEURON { SUFFIX x NONSPECIFIC_CURRENT i }\nBREAKPOINT { i = v }",
		"NEURON { SUFFIX x USEION na READ ena WRITE ina }\nBREAKPOINT { ina = v - ena }",
		"NEURON { SUFFIX x RANGE nowhere }",
		n + "PARAMETER { a = 1 }\nINITIAL { LOCAL a a = 1 { LOCAL a a = 2 } }",
		n + "STATE { m h }\nDERIVATIVE s { m' = 1 }\nBREAKPOINT { SOLVE s METHOD cnexp }",
		n + "STATE { m }\nINITIAL { m = m0 }",
		n + "STATE { m }\nPARAMETER { m0 = 1 }\nINITIAL { m = m0 }",
		n + "FUNCTION f(a) { if (a > 1) { f = a*f(a - 1) } else { f = 1 } }",
		n + "ASSIGNED { a }\nVERBATIM\ndouble hidden, g();\nENDVERBATIM\nINITIAL { a = hidden + g(1) }",
		n + "ASSIGNED { a b }\nINITIAL { a = 1 }\nINITIAL { b = 1 }",
		n + "STATE { c[3] }\nDERIVATIVE s { c' = 1 }",
		n + "STATE { a b }\nASSIGNED { i }\nKINETIC k { ~ a <-> b (1, 2) i = f_flux - b_flux CONSERVE a + b = 1 }",
		n + "ASSIGNED { m }\nPROCEDURE p(v) { TABLE m FROM 0 TO 1 WITH 9 m = usetable }",
		"NEURON { POINT_PROCESS x }\nNET_RECEIVE(w) { if (flag == 1) { w = 2 } }",
		n + "PROCEDURE p() { }\nBREAKPOINT { SOLVE p METHOD after_cvode }",
	} {
		if _, errs := checkText(t, src); len(errs) > 0 {
			t.Errorf("%q: %s", src, said(errs))
		}
	}
}

// The starting value of a STATE can be made visible without a declaration.
func TestStartValueInRange(t *testing.T) {
	c, errs := checkText(t, "NEURON { SUFFIX x RANGE m0 GLOBAL h0 }\nSTATE { m h }")
	if len(errs) > 0 || len(c.Warnings) > 0 {
		t.Fatal(said(errs), said(c.Warnings))
	}
	if len(c.Parameters) != 2 || symbolText(c.States[0].Start) != "m0:instance+range" || symbolText(c.States[1].Start) != "h0:global" {
		t.Errorf("%v: %s, %s", c.Parameters, symbolText(c.States[0].Start), symbolText(c.States[1].Start))
	}
}

// symbolText tells the storage and the marks of a symbol in a word or two.
func symbolText(s *Symbol) string {
	text := s.Name + ":" + map[Storage]string{
		GlobalStorage: "global", InstanceStorage: "instance", IonStorage: "ion",
		SimulatorStorage: "simulator", PointerStorage: "pointer", RandomStorage: "random",
		ConstantStorage: "constant", LocalStorage: "local", ExternalStorage: "external",
		VerbatimStorage: "verbatim",
	}[s.Storage]
	for _, mark := range []struct {
		on   bool
		name string
	}{{s.Range, "range"}, {s.Assigned, "assigned"}, {s.Read, "read"}, {s.Solved, "solved"}, {s.Current != NotCurrent, "current"}} {
		if mark.on {
			text += "+" + mark.name
		}
	}
	return text
}

func TestSymbols(t *testing.T) {
	c, errs := checkText(t, `NEURON {
	SUFFIX x
	USEION na READ ena WRITE ina
	USEION ca READ cai WRITE cai VALENCE 2
	NONSPECIFIC_CURRENT il
	RANGE n0, gl, g, unit
	GLOBAL inf, q
	POINTER p
	THREADSAFE
}
UNITS { F = 96485.3 (coul) }
CONSTANT { k = 2 (mV) }
PARAMETER { el = -54.3 (mV) gl = .0003 (S/cm2) <0, 1e9> q celsius (degC) n0 = 0.3 ena = 50 (mV) }
ASSIGNED { v (mV) inf g ina il hidden p arr[4] }
STATE { n (1) <1e-3> cai START 5 }
LOCAL last
BREAKPOINT { SOLVE s METHOD cnexp g = gl*n ina = g*(v - ena) il = gl*(v - el) last = p hidden = F*k }
DERIVATIVE s { rates(v) n' = inf - n cai' = 0 }
PROCEDURE rates(v (mV)) { TABLE inf DEPEND celsius FROM -100 TO 100 WITH 200 inf = v }
`)
	if len(errs) > 0 {
		t.Fatal(said(errs))
	}
	list := func(symbols []*Symbol) string {
		var words []string
		for _, s := range symbols {
			words = append(words, symbolText(s))
		}
		return strings.Join(words, " ")
	}
	for _, l := range []struct{ what, got, want string }{
		{"Parameters", list(c.Parameters), "el:global+read gl:instance+range+read q:global n0:instance+range"},
		{"Assigned", list(c.Assigned), "inf:global+assigned+read g:instance+range+assigned+read il:instance+range+assigned+current hidden:instance+assigned arr:instance"},
		{"States", list(c.States), "n:instance+range+assigned+read+solved cai:ion+range+assigned+solved"},
		{"Constants", list(c.Constants), "F:constant+read k:constant+read"},
		{"Locals", list(c.Locals), "last:global+assigned"},
		{"Pointers", list(c.Pointers), "p:pointer+range+read"},
	} {
		if l.got != l.want {
			t.Errorf("%s: %s\nwant %s", l.what, l.got, l.want)
		}
	}
	if s := c.Symbols["ena"]; s.Storage != IonStorage || s.Ion.Ion != "na" || s.Ion.Part != IonReversal || !s.Ion.Read || s.Ion.Write {
		t.Errorf("ena: %+v %+v", s, s.Ion)
	}
	if s := c.Symbols["cai"]; s.Ion.Part != IonInside || !s.Ion.Read || !s.Ion.Write || s.Default != 5 {
		t.Errorf("cai: %+v %+v", s, s.Ion)
	}
	if s := c.Symbols["celsius"]; s.Storage != SimulatorStorage {
		t.Errorf("celsius: %s", symbolText(s))
	}
	if s := c.Symbols["gl"]; !s.HasLimits || s.Lo != 0 || s.Hi != 1e9 || s.Default != .0003 || s.Unit != "S/cm2" {
		t.Errorf("gl: %+v", s)
	}
	if n := c.Symbols["n"]; n.Start != c.Symbols["n0"] || n.Tolerance != 1e-3 {
		t.Errorf("n starts at %v", n.Start)
	}
	if c.UseTable == nil || c.Suffix != "x" || c.Kind != Density || !c.ThreadSafe {
		t.Errorf("%+v", c)
	}
	if c.Solves[0].Target != c.Solvables["s"] {
		t.Errorf("SOLVE s solves %v", c.Solves[0].Target)
	}
	// The argument v hides the simulator's.
	rates := c.Routines["rates"]
	if s := rates.Body[1].(*Assign).Value.(*Name).Sym; s != rates.Args[0].Sym {
		t.Errorf("v in rates is %s", symbolText(s))
	}
	var warnings []string
	for _, w := range c.Warnings {
		warnings = append(warnings, w.Error())
	}
	if got, want := strings.Join(warnings, "\n"), `m.mod:13:83: the value of ena is the ion's; the 50 given here is not used
m.mod:6:19: RANGE unit is not declared in PARAMETER, ASSIGNED or STATE`; got != want {
		t.Errorf("warnings\n%s\nwant\n%s", got, want)
	}
}

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

func TestCheckErrors(t *testing.T) {
	const n = "NEURON { SUFFIX x }\n"
	for _, c := range []struct {
		src  string
		kind fault.Kind
		want string
	}{
		{"STATE { m }", fault.Syntax, `m.mod:1:1: the file has no NEURON block [add NEURON { SUFFIX name }, or POINT_PROCESS or ARTIFICIAL_CELL in place of SUFFIX]`},
		{n + "PARAMETER { gbar = 1 }\nINITIAL { gbr = 2 }", fault.Reference, `m.mod:3:11: gbr is not defined [did you mean "gbar"?]`},
		{n + "ASSIGNED { a }\nINITIAL { a = zzz }", fault.Reference, `m.mod:3:15: zzz is not defined`},
		{n + "ASSIGNED { a }\nINITIAL { a = exq(1) }", fault.Reference, `m.mod:3:15: the function exq is not defined [did you mean "exp"?]`},
		{n + "ASSIGNED { a }\nINITIAL { { LOCAL b b = 1 } a = b }", fault.Reference, `m.mod:3:33: b is not defined`},
		{n + "ASSIGNED { a }\nINITIAL { FROM i = 0 TO 2 { a = i } a = i }", fault.Reference, `m.mod:3:41: i is not defined`},
		{n + "ASSIGNED { a }\nINITIAL { a = f_flux }", fault.Reference, `m.mod:3:15: f_flux is not defined`},
		{"NEURON { SUFFIX x GLOBAL gbr }\nPARAMETER { gbar }", fault.Reference, `m.mod:1:26: GLOBAL gbr is not declared in PARAMETER, ASSIGNED or STATE [did you mean "gbar"?]`},

		{n + "PARAMETER { a = 1 }\nASSIGNED { a }", fault.Syntax, `m.mod:3:12: a is defined twice: it is a PARAMETER at line 2 [rename or remove one of the two]`},
		{n + "STATE { a a }", fault.Syntax, `m.mod:2:11: a is defined twice: it is a STATE at line 2 [rename or remove one of the two]`},
		{n + "FUNCTION f(a) { f = a }\nPROCEDURE f(a) { }", fault.Syntax, `m.mod:3:11: f is defined twice: it is a FUNCTION at line 2 [rename or remove one of the two]`},
		{n + "STATE { m }\nDERIVATIVE m { m' = 1 }", fault.Syntax, `m.mod:3:12: m is defined twice: it is a STATE at line 2 [rename or remove one of the two]`},
		{n + "INITIAL { LOCAL a, a a = 1 }", fault.Syntax, `m.mod:2:20: a is defined twice: it is a LOCAL at line 2 [rename or remove one of the two]`},
		{n + "FUNCTION f(a, a) { f = a }", fault.Syntax, `m.mod:2:15: a is defined twice: it is an argument at line 2 [rename or remove one of the two]`},
		{n + "FUNCTION f(a) { LOCAL a f = a }", fault.Syntax, `m.mod:2:23: a is defined twice: it is an argument at line 2 [rename or remove one of the two]`},
		{n + "PARAMETER { exp = 1 }", fault.Syntax, `m.mod:2:13: exp is a built-in function and cannot be a variable [give the variable another name]`},
		{n + "FUNCTION exp(x) { exp = x }", fault.Syntax, `m.mod:2:10: exp is a built-in function and cannot be defined again [leave it out, or give it another name]`},
		{n + "PARAMETER { a = 1 <2, 0> }", fault.Syntax, `m.mod:2:20: the limits of a are the wrong way round: 2 is above 0`},

		{n + "ASSIGNED { a }\nFUNCTION f(x) { f = x }\nINITIAL { a = f(1, 2) }", fault.Syntax, `m.mod:4:15: f takes 1 argument, not 2 [f is a FUNCTION at line 3]`},
		{n + "ASSIGNED { a }\nFUNCTION f() { f = 1 }\nINITIAL { a = f }", fault.Syntax, `m.mod:4:15: f is a FUNCTION, not a variable [write f() to call it]`},
		{n + "ASSIGNED { a }\nINITIAL { a = exp(1, 2) }", fault.Syntax, `m.mod:3:15: exp takes 1 argument, not 2`},
		{n + "ASSIGNED { a }\nINITIAL { a = exp }", fault.Syntax, `m.mod:3:15: exp is a function, not a variable [write exp( ) with its arguments]`},
		{n + "ASSIGNED { a }\nINITIAL { a = v(3) }", fault.Syntax, `m.mod:3:15: v is a variable and cannot be called [a product is written v*( ), an element of an array v[ ]]`},
		{n + "ASSIGNED { a }\nINITIAL { a = net_event(3) }", fault.Syntax, `m.mod:3:15: net_event has no value; it stands as a statement of its own`},
		{n + "ASSIGNED { a }\nINITIAL { a = exp(\"x\") }", fault.Syntax, `m.mod:3:19: exp takes numbers, not text`},
		{n + "STATE { m }\nKINETIC s { ~ m << (1) }\nINITIAL { s() }", fault.Syntax, `m.mod:4:11: s is a KINETIC block and cannot be called [SOLVE s runs it]`},

		{n + "CONSTANT { k = 1 }\nINITIAL { k = 2 }", fault.Syntax, `m.mod:3:11: k is a CONSTANT (line 2) and cannot be assigned to [declare it in PARAMETER or ASSIGNED to change it]`},
		{n + "UNITS { F = (faraday) (coulomb) }\nINITIAL { F = 2 }", fault.Syntax, `m.mod:3:11: F is a constant of UNITS (line 2) and cannot be assigned to [declare it in PARAMETER or ASSIGNED to change it]`},
		{n + "FUNCTION f(x) { f = x }\nINITIAL { f = 2 }", fault.Syntax, `m.mod:3:11: f is a FUNCTION (line 2) and can only be assigned to inside it`},
		{n + "INITIAL { t = 2 }", fault.Syntax, `m.mod:2:11: t belongs to the simulator and cannot be assigned to`},

		{n + "ASSIGNED { a[3] }\nINITIAL { a = 2 }", fault.Syntax, `m.mod:3:11: a is an array of 3 and needs an index [write a[0] to a[2]]`},
		{n + "ASSIGNED { a }\nINITIAL { a[1] = 2 }", fault.Syntax, `m.mod:3:11: a is not an array and takes no index`},
		{n + "ASSIGNED { a[3] b }\nINITIAL { b = a[3] }", fault.Syntax, `m.mod:3:17: a[3] is outside of the array, whose last element is a[2]`},
		{n + "ASSIGNED { m }\nDERIVATIVE s { m' = 1 }", fault.Syntax, `m.mod:3:16: m' needs m to be a STATE; it is ASSIGNED [declare m in STATE]`},

		{n + "STATE { m }\nBREAKPOINT { SOLVE state METHOD cnexp }\nDERIVATIVE states { m' = 1 }", fault.Reference, `m.mod:3:20: SOLVE state: no DERIVATIVE, KINETIC, LINEAR, NONLINEAR, DISCRETE or PROCEDURE block has this name [did you mean "states"?]`},
		{n + "STATE { m }\nBREAKPOINT { SOLVE s METHOD cnxp }\nDERIVATIVE s { m' = 1 }", fault.Reference, `m.mod:3:29: there is no method cnxp [did you mean "cnexp"?]`},
		{n + "STATE { m }\nBREAKPOINT { SOLVE s METHOD lsoda }\nDERIVATIVE s { m' = 1 }", fault.Syntax, `m.mod:3:29: the method lsoda is not available inside a mechanism [use cnexp (linear equations) or derivimplicit]`},
		{n + "STATE { m }\nBREAKPOINT { SOLVE s METHOD cnexp }\nKINETIC s { ~ m -> (1) }", fault.Syntax, `m.mod:3:29: the method cnexp cannot solve the KINETIC block s [use sparse]`},
		{n + "BREAKPOINT { SOLVE f }\nFUNCTION f() { f = 1 }", fault.Syntax, `m.mod:2:20: SOLVE f: f is a FUNCTION, not a block that can be solved`},
		{n + "BREAKPOINT { SOLVE p }\nPROCEDURE p(v) { }", fault.Syntax, `m.mod:2:20: SOLVE p: a PROCEDURE that is solved takes no arguments, p has 1`},

		{"NEURON { SUFFIX x USEION na READ gna }", fault.Reference, `m.mod:1:34: gna is not a variable of the ion na [its variables are ena, ina, nai and nao]`},
		{"NEURON { SUFFIX x USEION na READ ena USEION na WRITE ina }", fault.Syntax, `m.mod:1:45: the ion na is used twice: it is in the USEION of line 1 [one USEION lists all of an ion after READ and WRITE]`},
		{"NEURON { SUFFIX x USEION na WRITE ina NONSPECIFIC_CURRENT ina }", fault.Syntax, `m.mod:1:59: ina is the current of the ion na already [list it in one of the two places]`},
		{"NEURON { SUFFIX x GLOBAL m }\nSTATE { m }", fault.Syntax, `m.mod:1:26: m is a STATE, of which every instance has its own; it cannot be GLOBAL [scripts see every STATE without being told]`},
		{n + "ASSIGNED { g }\nBREAKPOINT { CONDUCTANCE g USEION k }", fault.Reference, `m.mod:3:35: the NEURON block has no USEION k [for a current of no ion, CONDUCTANCE g stands alone]`},

		{n + "FUNCTION f(a, b) { TABLE FROM 0 TO 1 WITH 9 f = a }", fault.Syntax, `m.mod:2:20: a TABLE tabulates over the one argument of its routine; FUNCTION f has 2 arguments`},
		{n + "ASSIGNED { q }\nFUNCTION f(a) { TABLE q FROM 0 TO 1 WITH 9 f = a }", fault.Syntax, `m.mod:3:23: the TABLE of a FUNCTION tabulates its value and lists no variables`},
		{n + "PROCEDURE p(a) { TABLE FROM 0 TO 1 WITH 9 }", fault.Syntax, `m.mod:2:18: the TABLE of a PROCEDURE must list the variables that it tabulates`},
		{n + "INITIAL { WATCH (v > 0) 1 }", fault.Syntax, `m.mod:2:11: WATCH belongs in NET_RECEIVE, not in INITIAL`},
		{"NEURON { POINT_PROCESS x }\nNET_RECEIVE(w) { FOR_NETCONS(a, b) { } }", fault.Syntax, `m.mod:2:18: FOR_NETCONS has 2 arguments but NET_RECEIVE has 1`},
		{"NEURON { POINT_PROCESS x }\nNET_RECEIVE() { }", fault.Syntax, `m.mod:2:1: NET_RECEIVE needs at least one argument, the weight`},
	} {
		_, errs := checkText(t, c.src)
		if got := said(errs); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
			continue
		}
		if errs[0].Kind != c.kind {
			t.Errorf("%q: kind %v, want %v", c.src, errs[0].Kind, c.kind)
		}
		if errs[0].Source == "" {
			t.Errorf("%q: no source line", c.src)
		}
	}
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

package nmodl

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// examined gives the warnings of a text without errors.
func examined(t *testing.T, src string) string {
	t.Helper()
	errs, warnings := Examine("m.mod", src, nil)
	if len(errs) > 0 {
		t.Errorf("%q: %s", src, said(errs))
	}
	for _, w := range warnings {
		if w.Source == "" {
			t.Errorf("%q: no source line", src)
		}
	}
	return said(warnings)
}

// unitsOf gives the warnings of a text about units.
func unitsOf(t *testing.T, src string) string {
	t.Helper()
	checked, errs := checkText(t, src)
	if len(errs) > 0 {
		t.Errorf("%q: %s", src, said(errs))
	}
	return said(checkUnits(checked))
}

// The head of a file of which nothing is odd; its first free line is 2.
const fine = "NEURON { SUFFIX x NONSPECIFIC_CURRENT i RANGE g GLOBAL q THREADSAFE } PARAMETER { g = 1 q = 2 } ASSIGNED { i } BREAKPOINT { i = g*q*v }\n"

func TestWarnings(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"", ""},

		// Declared in vain.
		{"PARAMETER { p = 1 }", `m.mod:2:13: the parameter p is not used`},
		{"PARAMETER { p = 1 }\nINITIAL { i = p }", ``},
		{"ASSIGNED { a }", `m.mod:2:12: a is not used`},
		{"ASSIGNED { a }\nINITIAL { a = 1 }", `m.mod:2:12: a is set, but nothing reads it and scripts do not see it [RANGE a lets scripts see it]`},
		{"ASSIGNED { a }\nINITIAL { i = a }", `m.mod:2:12: a is read, but nothing sets it: it is always 0 [RANGE or GLOBAL a lets scripts set it]`},
		{"CONSTANT { k = 1 }", `m.mod:2:12: the constant k is not used`},
		{"INITIAL { LOCAL a, b\n b = 1 i = b }", `m.mod:2:17: LOCAL a is not used`},
		{"INITIAL { LOCAL a\n a = 1 }", `m.mod:2:17: LOCAL a is set, but nothing reads it`},
		{"INITIAL { LOCAL a\n i = a }", `m.mod:2:17: LOCAL a is read, but nothing sets it`},
		{"INITIAL { LOCAL q\n q = 1 i = q }", `m.mod:2:17: LOCAL q hides q, which is a PARAMETER at line 1`},
		{"INITIAL { LOCAL a\n a = 1 i = a { LOCAL a a = 2 i = a } }", `m.mod:3:22: LOCAL a hides a, which is a LOCAL at line 2`},
		{"FUNCTION f(a) { i = 1 }\nINITIAL { i = f(1) }", `m.mod:2:10: FUNCTION f never sets f: its value is 0 [a PROCEDURE has no value]`},
		{"FUNCTION f(a) { f = a }", ``},
		{"PROCEDURE p() { i = 1 }", `m.mod:2:11: nothing in the file calls PROCEDURE p`},

		// States.
		{"STATE { m }\nBREAKPOINT { SOLVE s METHOD cnexp }\nDERIVATIVE s { m' = -m }\nINITIAL { }", `m.mod:2:9: INITIAL does not set the state m: it starts at 0`},
		{"STATE { m }\nBREAKPOINT { SOLVE s METHOD cnexp }\nDERIVATIVE s { m' = -m }\nINITIAL { start() }\nPROCEDURE start() { m = 1 }", ``},
		{"STATE { m START 1 }\nBREAKPOINT { SOLVE s METHOD cnexp }\nDERIVATIVE s { m' = -m }\nINITIAL { }", ``},
		{"STATE { m }\nPARAMETER { m0 = 1 }\nBREAKPOINT { SOLVE s METHOD cnexp }\nDERIVATIVE s { m' = -m }\nINITIAL { }", ``},
		{"STATE { m }\nINITIAL { m = 1 i = m }", `m.mod:2:9: the state m has no equation that a SOLVE runs`},
		{"STATE { m }\nINITIAL { m = 1 }\nDERIVATIVE s { m' = -m }", "m.mod:2:9: the state m has no equation that a SOLVE runs\nm.mod:4:12: no SOLVE names DERIVATIVE s"},

		// The face to the simulator.
		{"NEURON { RANGE nowhere }", `m.mod:2:16: RANGE nowhere is not declared in PARAMETER, ASSIGNED or STATE`},
		{"NEURON { USEION na READ ena WRITE ina }", `m.mod:2:35: USEION na WRITEs ina, but no code computes it`},
		{"NEURON { NONSPECIFIC_CURRENT j }", `m.mod:2:30: no code computes the current j`},
		{"ASSIGNED { a }\nNEURON { GLOBAL a }\nINITIAL { a = v i = a }", `m.mod:2:12: every instance sets the GLOBAL a, which keeps the value of the last one [RANGE a gives each instance its own]`},
		{"ASSIGNED { a }\nNEURON { GLOBAL a }\nPROCEDURE p(u) { TABLE a FROM 0 TO 1 WITH 9 a = u }\nINITIAL { p(v) i = a }", ``},

		// Numbers.
		{"INITIAL { i = 1/2 + 4/2 + 1./2 + g/2 }", `m.mod:2:16: 1/2 is 0.5 here: NMODL has no division of integers`},
		{"NEURON { RANGE a }\nASSIGNED { a[3] }\nINITIAL { FROM k = 0 TO 5/2 { a[k] = 1 } a[3/2] = 2 i = a[1] }", "m.mod:4:26: 5/2 is 2 here: an index and the bounds of FROM are computed in integers\nm.mod:4:45: 3/2 is 1 here: an index and the bounds of FROM are computed in integers"},
		{"STATE { m }\nBREAKPOINT { SOLVE s }\nLINEAR s { ~ 2*m = v }\nINITIAL { }", ``},
		{"INITIAL { i = exp((v + 20)/0.1) }", `m.mod:2:15: exp((v + 20)/0.1) overflows at 100 mV`},
		{"INITIAL { i = exp((v + 20)/10) }", ``},
		{"INITIAL { if (v > -20) { i = exp(-(v + 20)/0.1) } }", ``},
		{"INITIAL { i = (v + 40)/(1 - exp(-(v + 40)/10)) }", `m.mod:2:23: (v + 40)/(1 - exp(-(v + 40)/10)) is 0/0 at v = -40 [an if around it can take the limit there]`},
		{"INITIAL { i = (v + 40)/(exp((v + 40)/10) - 1) }", `m.mod:2:23: (v + 40)/(exp((v + 40)/10) - 1) is 0/0 at v = -40 [an if around it can take the limit there]`},
		{"FUNCTION f(x) { f = x/(exp(x) - 1) }", `m.mod:2:22: x/(exp(x) - 1) is 0/0 where x = 0 [an if around it can take the limit there]`},
		{"FUNCTION f(x) { if (fabs(x) > 1e-6) { f = x/(exp(x) - 1) } else { f = 1 - x/2 } }", ``},
		{"INITIAL { i = 3/(exp(v) - 1) }", ``},
	} {
		if got := examined(t, fine+c.src); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestUnitWarnings(t *testing.T) {
	const head = `NEURON { SUFFIX x NONSPECIFIC_CURRENT i USEION ca READ cai RANGE g, e, tau, n, len, y } UNITS { (mV) = (millivolt) (mA) = (milliamp) (S) = (siemens) (um) = (micron) (mM) = (milli/liter) (uA) = (microamp) F = (faraday) (coulomb) } PARAMETER { g = 1 (S/cm2) e = 1 (mV) tau = 1 (ms) n = 1 len = 1 (um) } ASSIGNED { v (mV) i (mA/cm2) cai (mM) y }
`
	for _, c := range []struct{ src, want string }{
		{"BREAKPOINT { i = g*(v - e) }", ``},
		// Sums, comparisons and assignments.
		{"BREAKPOINT { i = g*(v + tau) }", `m.mod:2:23: v + tau: v is in mV, tau is in ms`},
		{"BREAKPOINT { i = g*(v - 65) }", ``},
		{"BREAKPOINT { i = g*(v - 65 (mV)) }", ``},
		{"BREAKPOINT { i = g*(v - n) }", `m.mod:2:23: v - n: v is in mV, n has no unit`},
		{"BREAKPOINT { i = g }", `m.mod:2:14: i = g: i is in mA/cm2, g is in S/cm2`},
		{"BREAKPOINT { i = g*v*1 (um) }", `m.mod:2:14: i = g*v*1 (um): i is in mA/cm2, g*v*1 (um) is in S-mV-um/cm2`},
		{"BREAKPOINT { if (v > tau) { i = 0 } }", `m.mod:2:20: v > tau: v is in mV, tau is in ms`},
		{"BREAKPOINT { if (v > -20 && n == 1) { i = 0 } }", ``},
		// Conversion factors.
		{"BREAKPOINT { i = g*v*1 (uA/mA) }", `m.mod:2:14: i = g*v*1 (uA/mA): i is in mA/cm2, g*v*1 (uA/mA) is in S-mV-uA/cm2-mA [a conversion factor is missing: (0.001)*(g*v*1 (uA/mA))]`},
		{"BREAKPOINT { i = (0.001)*g*v*1 (uA/mA) }", ``},
		{"BREAKPOINT { i = (2)*g*v }", `m.mod:2:14: i = (2)*g*v: i is in mA/cm2, (2)*g*v is in S-mV/cm2 [a conversion factor is missing: (0.5)*((2)*g*v)]`},
		// Functions.
		{"BREAKPOINT { i = g*v y = exp(v) }", `m.mod:2:30: the argument v of exp is in mV, but must have no unit`},
		{"BREAKPOINT { i = g*v y = exp(v/e) + log(n) + sin(2) }", ``},
		{"BREAKPOINT { i = g*v y = exp((1e3)*n) }", `m.mod:2:35: the argument (1e3)*n of exp has the factor 0.001: a conversion factor is missing [multiply it by (0.001)]`},
		{"BREAKPOINT { i = g*v y = sqrt(tau*tau)/tau + fabs(v)/e + v^2/e^2 }", ``},
		{"BREAKPOINT { i = g*v y = n^v }", `m.mod:2:28: the exponent v is in mV, but must have no unit`},
		{"BREAKPOINT { i = g*v y = v^n }", `m.mod:2:26: v is in mV: only a whole power of it has a unit`},
		{"BREAKPOINT { i = g*v y = f(v) }\nFUNCTION f(x) { f = x }", `m.mod:2:28: f(v): the argument x of f has no unit, v is in mV`},
		{"BREAKPOINT { i = g*v y = f(v) }\nFUNCTION f(x (mV)) { f = x }", `m.mod:3:22: f = x: f has no unit, x is in mV`},
		{"BREAKPOINT { i = g*v y = f(v)/e }\nFUNCTION f(x (mV)) (mV) { f = x }", ``},
		{"BREAKPOINT { i = g*v p(v, 3) }\nPROCEDURE p(x (mV), z (ms)) { y = x/z }", `m.mod:3:31: y = x/z: y has no unit, x/z is in mV/ms`},
		{"BREAKPOINT { if (at_time(v)) { i = g*v } }", `m.mod:2:26: at_time(v): the time of at_time is in ms, v is in mV`},
		// A LOCAL has the unit of what it was given.
		{"BREAKPOINT { LOCAL a\n a = v i = g*a a = tau i = g*a }", `m.mod:3:24: i = g*a: i is in mA/cm2, g*a is in S-ms/cm2`},
		// Equations and currents.
		{"STATE { m }\nBREAKPOINT { SOLVE s METHOD cnexp i = g*m*v }\nDERIVATIVE s { m' = (1 - m)*n }\nINITIAL { m = 0 }", `m.mod:4:16: m' = (1 - m)*n: m' is in /ms, (1 - m)*n has no unit`},
		{"STATE { m }\nBREAKPOINT { SOLVE s METHOD cnexp i = g*m*v }\nDERIVATIVE s { m' = (1 - m)/tau }\nINITIAL { m = v/e }", ``},
		{"ASSIGNED { diam (ms) }\nBREAKPOINT { i = g*v }", `m.mod:2:17: diam is in um, not in ms`},
		{"ASSIGNED { area }\nBREAKPOINT { i = g*v }", `m.mod:2:12: area has no unit here; it is in um2`},
		// Where nothing is compared.
		{"BREAKPOINT { UNITSOFF i = g*(v + tau) UNITSON y = exp(v) }", `m.mod:2:55: the argument v of exp is in mV, but must have no unit`},
		{"UNITSOFF\nBREAKPOINT { i = g*(v + tau) }\nUNITSON\nINITIAL { y = exp(v) }", `m.mod:5:19: the argument v of exp is in mV, but must have no unit`},
		// Units that do not exist.
		{"PARAMETER { p = 1 (mvolt) }\nBREAKPOINT { i = g*v*p/p }", `m.mod:2:19: the unit "mvolt" is not known [did you mean "volt"?]`},
		{"PARAMETER { p = 1 (nA) }\nBREAKPOINT { i = g*v*p/p }", `m.mod:2:19: the unit "nA" is not known [UNITS { (nA) = (nanoamp) } defines it]`},
	} {
		if got := unitsOf(t, head+c.src); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
	if got := unitsOf(t, "NEURON { SUFFIX x NONSPECIFIC_CURRENT i }\nBREAKPOINT { i = v + t }"); got != "" {
		t.Errorf("a file without units: %s", got)
	}
}

// The rates of a KINETIC block turn amounts into amounts per ms.
func TestKineticUnits(t *testing.T) {
	const head = "NEURON { SUFFIX x USEION ca READ ica RANGE kf, kb, k1, flux, vol, d } UNITS { (mM) = (milli/liter) (mA) = (milliamp) (um) = (micron) } PARAMETER { kf = 1 (/mM-ms) kb = 1 (/ms) k1 = 1 flux = 1 (mM/ms) vol = 1 (um2) d = 1 (um4/ms) } ASSIGNED { ica (mA/cm2) } STATE { a (mM) b (mM) c (mM) } INITIAL { a = 0 b = 0 c = 0 } BREAKPOINT { SOLVE k METHOD sparse }\n"
	for _, c := range []struct{ src, want string }{
		{"~ a + b <-> c (kf, kb)\n~ a << (flux)\n~ b -> (kb)", ``},
		{"~ a + b <-> c (kb, kb)", `m.mod:2:28: ~ a + b <-> c (kb, kb): the rate is in /mM-ms, kb is in /ms`},
		{"~ a <-> b (kb, k1)", `m.mod:2:28: ~ a <-> b (kb, k1): the rate is in /ms, k1 has no unit`},
		{"~ a << (kb)", `m.mod:2:21: ~ a << (kb): the flux is in mM/ms, kb is in /ms`},
		{"COMPARTMENT vol {a b c}\n~ a << (flux*vol)", ``},
		{"COMPARTMENT vol {a}\n~ a <-> b (kb, kb)", `m.mod:3:9: ~ a <-> b (kb, kb): the amount of a is in mM-um2, that of b is in mM`},
		{"CONSERVE a + b + c = 3 (mM)", ``},
		{"CONSERVE a + b + c = k1", `m.mod:2:13: CONSERVE a + b + c = k1: the left side is in mM, k1 has no unit`},
	} {
		if got := unitsOf(t, head+"KINETIC k { "+c.src+" }"); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

// The built-in mechanisms are good files.
func TestBuiltinsHaveNoWarnings(t *testing.T) {
	names, err := filepath.Glob("../../stdlib/mod/*.mod")
	if err != nil || len(names) == 0 {
		t.Fatalf("no built-in mechanisms: %v", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, warnings := Examine(filepath.Base(name), string(text), nil); len(warnings) > 0 {
			t.Error(strings.ReplaceAll(said(warnings), "\n", "\n\t"))
		}
	}
}

package nmodl

import "testing"

// everything uses every construct of the language, laid out as Print does.
const everything = `TITLE Every construct, once
NEURON {
	POINT_PROCESS All
	REPRESENTS NCIT:C17145
	USEION na READ ena, nai WRITE ina REPRESENTS CHEBI:29101
	USEION x WRITE xi VALENCE -2
	NONSPECIFIC_CURRENT i
	ELECTRODE_CURRENT ie
	RANGE g, e
	GLOBAL q
	POINTER p
	BBCOREPOINTER bp
	EXTERNAL ext
	RANDOM rng
	THREADSAFE q
}
UNITS {
	(mV) = (millivolt)
	FARADAY = (faraday) (coulomb)
	foot2inch = (foot) -> (inch)
	R = 8.314 (joule/degC)
}
UNITSOFF
DEFINE N 3
CONSTANT {
	c = -1.5e-3 (mM)
}
PARAMETER {
	g = 0.1 (S/cm2) <0, 1e9>
	tau = 1 (ms) <1e-9, N>
	vec[3] (mV)
	e = -N
	q
	d
}
ASSIGNED {
	v (mV)
	ena (mV)
	nai (mM)
	arr[3] FROM -1 TO 1 START 0.5 (mA)
	ie
	m2
}
STATE {
	m FROM 0 TO 1 START 0 (1) <0.001>
	h[3]
	a
	b
	xi
}
INDEPENDENT {
	SWEEP t FROM 0 TO 1 WITH 1 (ms)
}
STEPPED {
	s = 1, 2, -3 (ms)
}
LOCAL fl, fa[2]
VERBATIM
static int n = 0; /* } */
ENDVERBATIM
INITIAL {
	SOLVE kin STEADYSTATE sparse
	net_send(0, 1)
}
BREAKPOINT {
	LOCAL w, u[4]
	SOLVE states METHOD cnexp
	SOLVE lin METHOD simeq IFERROR {
		error("lin", 1)
	}
	CONDUCTANCE g USEION na
	CONDUCTANCE w
	{
		UNITSOFF
		w = 3 (mV) + u[0]
		UNITSON
	}
	ina = g*(v - ena)
	if (v > 0 && !(w == 1)) {
		w = 1
	} else if (v != 2 || w <= 3) {
		w = 2
	} else {
		if (w >= 1) {
		}
	}
	while (w < 10) {
		w = w + 1
	}
	FROM k = 0 TO N - 1 BY 2 {
		u[k] = vec[k]^2
	}
	PROTECT q = q + 1
	MUTEXLOCK
	MUTEXUNLOCK
	LAG m BY tau
	VERBATIM
	n++;
ENDVERBATIM
}
DERIVATIVE states {
	m' = (f(v) - m)/tau
	h'[0] = -h[0]
}
KINETIC kin SOLVEFOR a, b, xi {
	COMPARTMENT k, vec[k] {h}
	COMPARTMENT 2*g {a b}
	LONGITUDINAL_DIFFUSION k, d {h}
	LONGITUDINAL_DIFFUSION d {xi}
	~ a + 2 b <-> h[1] (1, f(v)*2)
	~ a -> (3)
	~ xi << (f_flux - b_flux)
	CONSERVE a + 3 b = 1
}
LINEAR lin {
	~ a + 2*b = 1
	~+ a - b = 0
}
NONLINEAR nonlin {
	~ a*b = 1
}
DISCRETE dis {
	a = a@1 + h@2[1]
}
FUNCTION f(x (mV)) (ms) {
	TABLE DEPEND celsius, q FROM -100 TO 100 WITH 200
	f = exp(-x/10)
}
PROCEDURE rates(x (mV)) {
	TABLE m2, arr DEPEND q FROM -100 TO N WITH N
	m2 = x
}
FUNCTION_TABLE ft(x (mV), y) (1)
NET_RECEIVE(w (uS), w2) {
	INITIAL {
		w2 = 0
	}
	if (flag == 1) {
		WATCH (v > -20) 2, (v < -20) 3
	}
	FOR_NETCONS (w, w2) {
		w = w + 1
	}
	printf("%g\n", w)
}
BEFORE STEP {
	q = t
}
AFTER SOLVE {
	q = dt
}
CONSTRUCTOR {
}
DESTRUCTOR {
}
TERMINAL {
}
`

func TestPrintEverything(t *testing.T) {
	f, errs := Parse("all.mod", everything, nil)
	if len(errs) > 0 {
		t.Fatal(said(errs))
	}
	if got := Print(f); got != everything {
		t.Errorf("printed\n%s", got)
	}
	if _, errs := Check(f); len(errs) > 0 {
		t.Error(said(errs))
	}
}

// What may be written in several ways prints in one.
func TestPrintNormalises(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"NEURON { RANGE a RANGE b SUFFIX x }", "NEURON {\n\tSUFFIX x\n\tRANGE a, b\n}\n"},
		{"NEURON { REPRESENTS [NCIT:C17145]\n SUFFIX x THREADSAFE }", "NEURON {\n\tSUFFIX x\n\tREPRESENTS NCIT:C17145\n\tTHREADSAFE\n}\n"},
		{"NEURON { USEION ca READ cai CHARGE 2 }", "NEURON {\n\tUSEION ca READ cai VALENCE 2\n}\n"},
		{"INITIAL { IF(a){b=1}ELSE{b=2} WHILE(a){} }", "INITIAL {\n\tif (a) {\n\t\tb = 1\n\t} else {\n\t\tb = 2\n\t}\n\twhile (a) {\n\t}\n}\n"},
		{"INITIAL { : comment\n b=1 ? comment\nCOMMENT\n } ( \n ENDCOMMENT rest\n c=2 }", "INITIAL {\n\tb = 1\n\tc = 2\n}\n"},
		{"INITIAL { VERBATIM ENDVERBATIM\n}", "INITIAL {\n\tVERBATIM\nENDVERBATIM\n}\n"},
		{"PLOT a, b[1] VS t", ""},
	} {
		f, errs := Parse("m.mod", c.src, nil)
		if len(errs) > 0 {
			t.Errorf("%s: %s", c.src, said(errs))
			continue
		}
		if got := Print(f); got != c.want {
			t.Errorf("%s prints as\n%s", c.src, got)
		}
	}
}

// FuzzParse looks for a text that panics, hangs, or does not survive
// Print and Parse.
func FuzzParse(f *testing.F) {
	for _, text := range ownFiles(f) {
		f.Add(text)
	}
	f.Add("NEURON { SUFFIX x USEION na READ ena WRITE ina }\nASSIGNED { v ina ena }\nBREAKPOINT { ina = 1*(v-ena) }")
	f.Add("INITIAL { if (a > ) { b = (1 (mV) } \n")
	f.Add("DEFINE N 3 KINETIC k { ~ N a -> (N) }")
	f.Add("TITLE x\nCOMMENT\nENDCOMMENT\nVERBATIM\n")
	f.Fuzz(func(t *testing.T, text string) {
		tree, errs := Parse("f.mod", text, nil)
		if len(errs) > maxErrors {
			t.Errorf("%d errors", len(errs))
		}
		for _, e := range errs {
			_ = e.Caret()
		}
		if len(errs) > 0 {
			return
		}
		printed := Print(tree)
		Check(tree)
		again, errs := Parse("f.mod", printed, nil)
		if len(errs) > 0 {
			t.Fatalf("printed as\n%s\n%v", printed, errs[0])
		}
		if second := Print(again); second != printed {
			t.Errorf("printed as\n%s\nthen as\n%s", printed, second)
		}
		formatted, errs := Format("f.mod", text, nil)
		if len(errs) > 0 {
			t.Fatal(errs[0])
		}
		if twice, _ := Format("f.mod", formatted, nil); twice != formatted {
			t.Errorf("formatted as\n%s\nthen as\n%s", formatted, twice)
		}
	})
}

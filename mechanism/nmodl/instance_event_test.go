package nmodl

import (
	"fmt"
	"math"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

const eventMod = `
NEURON { POINT_PROCESS P RANGE g, seen, arr NONSPECIFIC_CURRENT i USEION ca READ cai WRITE ica GLOBAL total }
PARAMETER { tau = 2 }
ASSIGNED { v i g seen arr[3] total cai ica area diam }
STATE { s }
INITIAL { s = 1 net_send(3, 5) }
BREAKPOINT { SOLVE d METHOD cnexp i = g*v ica = 0 }
DERIVATIVE d { s' = -s/tau }
NET_RECEIVE (w, k, last (ms)) {
	INITIAL { k = 7 last = -1e9 }
	if (flag == 0) {
		g = g + w*cai
		k = k + 1
		last = t
		net_event(t)
		net_send(2*w, 1)
		state_discontinuity(s, s + w)
		FROM j = 0 TO 2 { arr[j] = j*w }
		total = total + w
	} else if (flag == 1) {
		net_move(t + 4)
		net_send(0, 3)
		seen = v + area + diam
	} else if (flag == 2) {
		WATCH (v > -20) 3, (v < cai*1e5 - 90) 4
		WATCH (s > 2) 5
	} else if (flag == 6) {
		v = 10
	} else if (flag == 8) {
		arr[w] = 1
	}
}`

func TestNetReceive(t *testing.T) {
	typ, errs := Compile("p.mod", eventMod, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	if typ.Init != nil || typ.InitCode == nil {
		t.Error("INITIAL with net_send does not run on single instances")
	}
	if typ.Current == nil || typ.State == nil {
		t.Error("the currents and the SOLVE do not run in kernels")
	}
	if !typ.SendsEvents || fmt.Sprint(typ.Receive.Args) != "[w k last]" || len(typ.Receive.Watches) != 3 {
		t.Errorf("SendsEvents %v, Args %v, %d conditions", typ.SendsEvents, typ.Receive.Args, len(typ.Receive.Watches))
	}
	w := newWorld(t, typ, 3)
	w.runCode(typ.InitCode)
	if want := [][2]float64{{3, 5}, {3, 5}, {3, 5}}; fmt.Sprint(w.sim.sent) != fmt.Sprint(want) {
		t.Errorf("INITIAL sent %v, want %v", w.sim.sent, want)
	}
	column := func(name string, k, row int) float64 { return w.mech.Table.Column(typ.Var(name).Column + k)[row] }
	w.reg.Get("ca_ion").Table.Column(mechanism.IonIn)[1] = 4e-4

	in := w.instance(1)
	w.env[kernel.T] = 12.5
	in.Weights = []float64{3, 0, 0}
	typ.Receive.Initial.Run(in)
	if fmt.Sprint(in.Weights) != "[3 7 -1e+09]" {
		t.Errorf("the INITIAL of NET_RECEIVE left %v", in.Weights)
	}
	w.sim.sent = nil
	typ.Receive.Receive.Run(in)
	if fmt.Sprint(in.Weights) != "[3 8 12.5]" {
		t.Errorf("weights %v", in.Weights)
	}
	if got := column("g", 0, 1); math.Abs(got-1.2e-3) > 1e-15 {
		t.Errorf("g = %v: it needs the ion's cai", got)
	}
	if column("s", 0, 1) != 4 || column("s", 0, 0) != 1 || column("arr", 2, 1) != 6 || column("arr", 2, 2) != 0 {
		t.Errorf("s = %v, %v, arr[2] = %v, %v", column("s", 0, 1), column("s", 0, 0), column("arr", 2, 1), column("arr", 2, 2))
	}
	if fmt.Sprint(w.sim.sent, w.sim.events, w.mech.Globals[typ.Global("total").Index]) != "[[6 1]] [12.5] 3" {
		t.Errorf("sent %v, events %v, total %v", w.sim.sent, w.sim.events, w.mech.Globals)
	}

	in.Flag = 1
	typ.Receive.Receive.Run(in)
	if fmt.Sprint(w.sim.moved, w.sim.sent, column("seen", 0, 1)) != "[16.5] [[6 1] [0 3]] 45" {
		t.Errorf("moved %v, sent %v, seen %v", w.sim.moved, w.sim.sent, column("seen", 0, 1))
	}

	in.Flag = 2
	typ.Receive.Receive.Run(in)
	if fmt.Sprint(w.sim.watched) != "[[0 3] [1 4] [2 5]]" {
		t.Errorf("watched %v", w.sim.watched)
	}
	for k, want := range []float64{-65 + 20, -(-65 - (4e-4*1e5 - 90)), 2} {
		if got := typ.Receive.Watches[k].Value(in); math.Abs(got-want) > 1e-12 {
			t.Errorf("condition %d is %v, want %v", k, got, want)
		}
	}

	in.Flag = 6
	typ.Receive.Receive.Run(in)
	if v := w.nodes[mechanism.NodeV]; v[0] != -65 || v[1] != 10 || v[2] != -65 {
		t.Errorf("v = %v: an assignment in NET_RECEIVE counts, as in NEURON", v)
	}

	in.Flag = 8
	in.Weights[0] = 3
	typ.Receive.Receive.Run(in)
	if e := w.sim.failed; e == nil || e.Error() != "p.mod:30:3: arr[3] is outside of the array, which has elements 0 to 2" ||
		e.Mechanism != "P" || e.Variable != "arr" || e.Time != 12.5 || e.Source != "\t\tarr[w] = 1" {
		t.Errorf("an index outside of the array: %+v", e)
	}
}

// TestSequentialGlobal: each instance sees what the one before left.
func TestSequentialGlobal(t *testing.T) {
	typ, errs := Compile("x.mod", "NEURON { SUFFIX x RANGE a GLOBAL total }\nPARAMETER { a = 2 }\nASSIGNED { total }\nINITIAL { total = total + a\n a = total }", nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	w := newWorld(t, typ, 3)
	w.runCode(typ.InitCode)
	if got := fmt.Sprint(w.mech.Table.Column(0), w.mech.Globals); got != "[2 4 6] [6]" {
		t.Errorf("a and total are %s", got)
	}
}

// TestInstanceBlocks runs blocks that need the second back end for a reason each.
func TestInstanceBlocks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		prints     string
		want       float64 // of a, in the second instance
	}{
		{"recursion", "INITIAL { a = fac(5) }\nFUNCTION fac(n) { if (n < 2) { fac = 1 } else { fac = n*fac(n-1) } }", "", 120},
		{"printf", "INITIAL { LOCAL k\n k = 2 printf(\"%g of %d\\n\", k/4, 3) a = 1 }", "0.5 of 3\n0.5 of 3\n", 1},
		{"FROM in integers", "INITIAL { LOCAL n\n n = 3.7 FROM j = n/2 TO n*2 BY 2 { a = a + j } printf(\"\") }", "", 1 + 3 + 5},
		{"index in integers", "INITIAL { LOCAL n\n n = 3.7 x[n/2] = 4 a = x[1] printf(\"\") }", "", 4},
		{"while", "INITIAL { while (a < 10) { a = a*2 + 1 } printf(\"\") }", "", 15},
		{"short circuit", "INITIAL { if (a > 0 && f() > 0) { a = 5 } if (a == 0 || f() > 0) { a = a + 1 } printf(\"\") }\nFUNCTION f() { f = 1 a = 100 }", "", 1},
		{"SOLVE with random numbers", "STATE { s }\nINITIAL { s = 4 SOLVE d METHOD euler a = s }\nDERIVATIVE d { s' = -s + 0*scop_random() }", "", 4 - 0.025*4},
		{"CONSTANT and UNITS", "CONSTANT { c = 3 }\nUNITS { F = (faraday) (coulombs) }\nINITIAL { a = c + floor(F) printf(\"\") }", "", 96488},
		{"file LOCAL", "LOCAL z\nINITIAL { z = z + 1 a = z printf(\"\") }", "", 2},
	} {
		text := "NEURON { SUFFIX x RANGE a }\nASSIGNED { a x[5] }\n" + c.text
		typ, errs := Compile("x.mod", text, nil)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.name, errs[0])
			continue
		}
		if typ.InitCode == nil {
			t.Errorf("%s: INITIAL runs in a kernel", c.name)
			continue
		}
		w := newWorld(t, typ, 2)
		w.runCode(typ.InitCode)
		if w.sim.failed != nil {
			t.Errorf("%s: %v", c.name, w.sim.failed)
		}
		if got := w.mech.Table.Column(typ.Var("a").Column)[1]; math.Abs(got-c.want) > 1e-12 || w.sim.printed.String() != c.prints {
			t.Errorf("%s: a = %v, want %v; printed %q", c.name, got, c.want, w.sim.printed.String())
		}
	}
}

// TestRandomVariables: a RANDOM variable of each instance is a stream of its own,
// which the table keeps.
func TestRandomVariables(t *testing.T) {
	typ, errs := Compile("x.mod", `NEURON { ARTIFICIAL_CELL X RANDOM r RANGE a, b }
ASSIGNED { a b }
INITIAL {
	random_setids(r, 1, 2, 3)
	random_setseq(r, 22)
	a = random_negexp(r)
	random_setseq(r, 22)
	b = random_negexp(r, 2)
}`, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	if len(typ.Randoms) != 1 || typ.Randoms[0].Name != "r" {
		t.Fatalf("Randoms %v", typ.Randoms)
	}
	w := newWorld(t, typ, 2)
	cols := tableColumns(w.mech.Table)
	first, second := w.mech.LoadStream(cols, typ.Randoms[0].Column, 0), w.mech.LoadStream(cols, typ.Randoms[0].Column, 1)
	if first.ID3 == second.ID3 {
		t.Errorf("two instances have the same stream: %+v", first)
	}
	w.runCode(typ.InitCode)
	s := w.mech.LoadStream(cols, typ.Randoms[0].Column, 1)
	if seq, which := s.Seq(); s.ID1 != 1 || s.ID2 != 2 || s.ID3 != 3 || seq != 5 || which != 3 {
		t.Errorf("the stream is %d, %d, %d at %d, %d", s.ID1, s.ID2, s.ID3, seq, which)
	}
	s.SetSeq(5, 2)
	want := s.NegExp()
	if a, b := w.mech.Table.Column(typ.Var("a").Column)[1], w.mech.Table.Column(typ.Var("b").Column)[1]; a != want || b != 2*want {
		t.Errorf("drew %v and %v, want %v and twice that", a, b, want)
	}
}

// netConSimulator knows two connections of every instance.
type netConSimulator struct {
	*fakeSimulator
	weights [][]float64
}

func (s netConSimulator) NetConWeights(*mechanism.Instance) [][]float64 { return s.weights }

func TestForNetCons(t *testing.T) {
	typ, errs := Compile("x.mod", `NEURON { POINT_PROCESS X RANGE sum }
ASSIGNED { sum }
NET_RECEIVE (w, n) {
	LOCAL k
	k = 2
	FOR_NETCONS (other, count) {
		sum = sum + k*other + w
		count = count + 1
	}
	n = 5
}`, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	w := newWorld(t, typ, 1)
	in := w.instance(0)
	in.Weights = []float64{100, 0}
	typ.Receive.Receive.Run(in)
	if e := w.sim.failed; e == nil || e.Error() != "x.mod:6:2: FOR_NETCONS: there are no connections here" {
		t.Errorf("without a simulator that knows connections: %v", e)
	}
	sim := netConSimulator{w.sim, [][]float64{{1, 10}, {2, 20}}}
	in.Sim = sim
	typ.Receive.Receive.Run(in)
	if got := fmt.Sprint(w.mech.Table.Column(0)[0], sim.weights, in.Weights); got != "206 [[1 11] [2 21]] [100 5]" {
		t.Errorf("sum and weights are %s", got)
	}
}

func TestConstructor(t *testing.T) {
	typ, errs := Compile("x.mod", `NEURON { POINT_PROCESS X RANGE a, b GLOBAL made USEION na READ ena }
PARAMETER { a = 3 }
ASSIGNED { b made ena v }
CONSTRUCTOR {
	made = made + 1
	b = a + made + v + ena
VERBATIM
	printf("made %d", (int)made);
ENDVERBATIM
}`, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	reg := mechanism.NewRegistry()
	sim := &fakeSimulator{t: t}
	reg.Sim = sim
	m, err := reg.Register(typ, false)
	if err != nil {
		t.Fatal(err)
	}
	m.Add(0)
	m.Add(0)
	if got := fmt.Sprint(m.Table.Column(typ.Var("b").Column), m.Globals, sim.printed.String(), sim.failed); got != "[4 5] [2]made 1made 2<nil>" {
		t.Errorf("b, made and what was printed: %s", got)
	}
}

func BenchmarkNetReceive(b *testing.B) {
	typ, errs := Compile("x.mod", "NEURON { POINT_PROCESS X RANGE A, B, factor }\nPARAMETER { factor = 2 tau = 3 }\nSTATE { A B }\nASSIGNED { v last }\n"+
		"NET_RECEIVE (w, n) {\n\tif (flag == 0) {\n\tA = A + w*factor\n\tB = B + w*factor*exp(-(t - last)/tau)\n\tlast = t\n\tn = n + 1\n\t}\n}", nil)
	if len(errs) > 0 {
		b.Fatal(errs[0])
	}
	reg := mechanism.NewRegistry()
	m, err := reg.Register(typ, false)
	if err != nil {
		b.Fatal(err)
	}
	m.Add(0)
	env := [kernel.NumEnv]float64{}
	in := &mechanism.Instance{Mech: m, Columns: tableColumns(m.Table), Node: -1, Env: &env, Sim: &fakeSimulator{}, Weights: []float64{0.1, 0}}
	for b.Loop() {
		typ.Receive.Receive.Run(in)
	}
}

package nmodl

import (
	"math"
	"math/rand"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// TestAnalytic_ReactionsInsideIf takes one implicit step of a <-> b, whose
// reaction hangs on v.
func TestAnalytic_ReactionsInsideIf(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX x }
		ASSIGNED { v }
		STATE { a b }
		INITIAL { a = 1 }
		BREAKPOINT { SOLVE k METHOD sparse }
		KINETIC k {
			if (v > 0) { ~ a <-> b (2, 0.5) } else { ~ a -> (3) }
		}`, 4)
	copy(x.node[mechanism.NodeV], []float64{1, -1, 2, -2})
	x.run(x.m.Type.Init)
	x.run(x.m.Type.State)
	const h = 0.1
	for i, v := range x.node[mechanism.NodeV] {
		a, b := 1/(1+3*h), 0.0
		if v > 0 { // b = (h·2 a)/(1 + h·0.5), a + b = 1
			a = 1 / (1 + 2*h/(1+0.5*h))
			b = 1 - a
		}
		if got := x.column("a")[i]; math.Abs(got-a) > 1e-14 {
			t.Errorf("v = %g: a = %.17g, want %.17g", v, got, a)
		}
		if got := x.column("b")[i]; math.Abs(got-b) > 1e-14 {
			t.Errorf("v = %g: b = %.17g, want %.17g", v, got, b)
		}
	}
}

// TestKineticIterationEndsPerInstance solves the implicit equations of
// 2 a <-> b in instances that need different numbers of iterations.
func TestKineticIterationEndsPerInstance(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX x RANGE k }
		PARAMETER { k = 1 }
		STATE { a b }
		INITIAL { a = 1 }
		BREAKPOINT { SOLVE s METHOD sparse }
		KINETIC s { ~ 2 a <-> b (k, 0.3) }`, 300)
	ks := x.column("k")
	for i := range ks {
		ks[i] = float64(i*i) / 10
	}
	x.run(x.m.Type.Init)
	x.run(x.m.Type.State)
	for i, k := range ks {
		a, b := x.column("a")[i], x.column("b")[i]
		flux := k*a*a - 0.3*b
		if off := math.Abs((a-1)/0.1 + 2*flux); off > 1e-6*(1+k) {
			t.Errorf("k = %g: a = %g is off by %g", k, a, off)
		}
		if math.Abs(a+2*b-1) > 1e-12 {
			t.Errorf("k = %g: a + 2 b = %.17g", k, a+2*b)
		}
	}
}

// TestIfError runs where a solve fails; without it the states are NaN there.
func TestIfError(t *testing.T) {
	for with, statement := range map[bool]string{false: "", true: "IFERROR { failed = 1 }"} {
		x := newInstances(t, `NEURON { SUFFIX x RANGE k, failed }
			PARAMETER { k = 1 }
			ASSIGNED { failed }
			STATE { y }
			INITIAL { y = 1 }
			BREAKPOINT { SOLVE s `+statement+` }
			NONLINEAR s { ~ y*y + k = 0 }`, 3)
		copy(x.column("k"), []float64{-4, 4, -9})
		x.run(x.m.Type.Init)
		x.run(x.m.Type.State)
		y, failed := x.column("y"), x.column("failed")
		if math.Abs(y[0]-2) > 1e-9 || math.Abs(y[2]-3) > 1e-9 {
			t.Errorf("y = %g", y)
		}
		if math.IsNaN(y[1]) == with || failed[0] != 0 || (failed[1] == 1) != with || failed[2] != 0 {
			t.Errorf("with IFERROR %v: y = %g, failed = %g", with, y, failed)
		}
	}
}

// TestEliminate solves random sparse systems with dominant diagonals.
func TestEliminate(t *testing.T) {
	for n := 1; n <= 12; n++ {
		r := rand.New(rand.NewSource(int64(n)))
		p := (&compiler{typ: &mechanism.Type{}}).newPass(0)
		a := map[[2]int]kernel.Value{}
		number := map[[2]int]float64{}
		var elements [][2]int
		for i := range n {
			for j := range n {
				if i != j && r.Intn(3) > 0 {
					continue
				}
				x := r.NormFloat64()
				if i == j {
					x += 10
				}
				e := [2]int{i, j}
				elements = append(elements, e)
				a[e], number[e] = p.Mul(p.Column(0), p.Const(x)), x
			}
		}
		rhs := make([]kernel.Value, n)
		right := make([]float64, n)
		for i := range rhs {
			right[i] = r.NormFloat64()
			rhs[i] = p.Const(right[i])
		}
		for i, x := range p.eliminate(elements, a, rhs) {
			p.Store(1+i, x)
		}
		columns := make([][]float64, n+1)
		for i := range columns {
			columns[i] = []float64{2}
		}
		p.Build().Bind(kernel.Binding{Rows: 1, Columns: columns}).Run(&[kernel.NumEnv]float64{})
		for i := range n {
			sum := 0.0
			for e, x := range number {
				if e[0] == i {
					sum += 2 * x * columns[1+e[1]][0]
				}
			}
			if math.Abs(sum-right[i]) > 1e-12 {
				t.Errorf("%d equations: row %d gives %g, want %g", n, i, sum, right[i])
			}
		}
	}
}

// TestKineticMistakes lists texts with what is wrong with their KINETIC block.
func TestKineticMistakes(t *testing.T) {
	head := "NEURON { SUFFIX x }\nSTATE { a b u[2] }\nASSIGNED { c }\nBREAKPOINT { SOLVE k METHOD sparse }\nKINETIC k {\n"
	for body, want := range map[string]string{
		"~ a <-> b (1, 2)\n~ c << (3)\n}":                     "x.mod:7:3: c is no state of this block: only a STATE can have a flux",
		"~ a <-> b (1, 2)\n~ b << (3)\nCONSERVE a + b = 1\n}": "x.mod:7:3: b has a flux, but a CONSERVE determines it",
		"~ a <-> u[2] (1, 2)\n}":                              "x.mod:6:11: u[2] is outside of the array, whose last element is u[1]",
		"~ u[0] <-> u[1] (1, 2)\nCONSERVE u[0] + u[1] = 1\n}": "x.mod:7:1: this CONSERVE needs a state that is no array and that no other CONSERVE names last",
		"c = 1\n}": "x.mod:5:1: KINETIC k has no reaction of a STATE",
		"~ a -> (1)\nLONGITUDINAL_DIFFUSION 0.6 { a }\n}":                        "x.mod:7:30: the volume in which a diffuses is not known",
		"~ a -> (1)\nCOMPARTMENT 2 { a c }\nLONGITUDINAL_DIFFUSION 0.6 { c }\n}": "x.mod:8:30: c cannot diffuse: it is no STATE",
	} {
		typ, errs := Compile("x.mod", head+body, nil)
		if typ != nil || len(errs) == 0 {
			t.Errorf("no error: %s", want)
		} else if errs[0].Error() != want {
			t.Errorf("got  %v\nwant %s", errs[0], want)
		}
	}
}

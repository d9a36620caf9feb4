package nmodl

import (
	"math"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// instances makes n instances of a mechanism without ions on nodes of their own.
type instances struct {
	m    *mechanism.Mechanism
	node [][]float64
	env  [kernel.NumEnv]float64
}

func newInstances(t *testing.T, text string, n int) *instances {
	t.Helper()
	m, err := mechanism.NewRegistry().Register(compileText(t, "test.mod", text), false)
	if err != nil {
		t.Fatal(err)
	}
	x := &instances{m: m, node: make([][]float64, mechanism.NumNodeColumns), env: [kernel.NumEnv]float64{kernel.Dt: 0.1, kernel.Cj: 10, kernel.Celsius: 6.3}}
	for i := range x.node {
		x.node[i] = make([]float64, n)
	}
	for range n {
		m.Add(0)
	}
	return x
}

func (x *instances) bind(p *kernel.Program) *kernel.Kernel {
	x.m.UpdateTables(&x.env)
	n := x.m.Table.Len()
	rows := make([]int32, n)
	cols := make([][]float64, x.m.Table.Columns())
	for i := range rows {
		rows[i] = int32(i)
	}
	for c := range cols {
		cols[c] = x.m.Table.Column(c)
	}
	return p.Bind(kernel.Binding{Rows: n, Columns: cols, Externals: []kernel.External{kernel.NewExternal(x.node, rows)}, Globals: x.m.Globals, Tables: x.m.Tables})
}

func (x *instances) run(p *kernel.Program) { x.bind(p).Run(&x.env) }

func (x *instances) column(name string) []float64 { return x.m.Table.Column(x.m.Type.Var(name).Column) }

// TestAnalytic_DecayOfArrayStates solves a chain of two decays exactly by
// implicit Euler: u0' = -a u0, u1' = a u0 - b u1.
func TestAnalytic_DecayOfArrayStates(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX chain RANGE a, b }
		PARAMETER { a = 0.5 b = 2 }
		STATE { u[2] }
		INITIAL { u[0] = 1 }
		BREAKPOINT { SOLVE s METHOD derivimplicit }
		DERIVATIVE s {
			u'[0] = -a*u[0]
			u'[1] = a*u[0] - b*u[1]
		}`, 200)
	x.run(x.m.Type.Init)
	u0, u1 := 1.0, 0.0
	col := x.m.Type.Var("u").Column
	for range 20 {
		x.run(x.m.Type.State)
		u0 /= 1 + 0.1*0.5
		u1 = (u1 + 0.1*0.5*u0) / (1 + 0.1*2)
	}
	for i := range 200 {
		if got := x.m.Table.Column(col)[i]; math.Abs(got-u0) > 1e-14 {
			t.Fatalf("u[0] = %g, want %g", got, u0)
		}
		if got := x.m.Table.Column(col + 1)[i]; math.Abs(got-u1) > 1e-14 {
			t.Fatalf("u[1] = %g, want %g", got, u1)
		}
	}
}

// TestNewtonEndsPerInstance lets instances of one block converge after
// different numbers of iterations, and one never.
func TestNewtonEndsPerInstance(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX stiff RANGE k }
		PARAMETER { k = 1 }
		STATE { y }
		INITIAL { y = 1 }
		BREAKPOINT { SOLVE s METHOD derivimplicit }
		DERIVATIVE s { y' = -k*y*y*y - sqrt(y) }`, 100)
	ks := x.column("k")
	for i := range ks {
		ks[i] = float64(i * i)
	}
	ks[77] = math.NaN()
	x.run(x.m.Type.Init)
	x.run(x.m.Type.State)
	for i, y := range x.column("y") {
		if i == 77 {
			if !math.IsNaN(y) {
				t.Errorf("without a solution y = %g", y)
			}
			continue
		}
		if off := -ks[i]*y*y*y - math.Sqrt(y) - (y-1)/0.1; math.Abs(off) > 1e-8 {
			t.Errorf("k = %g: y = %g is off by %g", ks[i], y, off)
		}
	}
}

// TestNewtonWithoutDerivatives solves with a table and a loop in the way.
func TestNewtonWithoutDerivatives(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX opaque }
		STATE { y z }
		INITIAL { y = 1 z = 1 }
		BREAKPOINT { SOLVE s METHOD derivimplicit }
		DERIVATIVE s {
			y' = -square(y)
			z' = -root(z)
		}
		FUNCTION square(x) { TABLE FROM 0 TO 2 WITH 4 square = x*x }
		FUNCTION root(x) { LOCAL k root = 1 k = 0 while (k < 30) { root = (root + x/root)/2 k = k + 1 } }`, 3)
	x.run(x.m.Type.Init)
	x.run(x.m.Type.State)
	// Between the points 0.5 and 1 of the table, square(x) is 1.5x - 0.5.
	if y := x.column("y")[2]; math.Abs(y-(1+0.05)/1.15) > 1e-9 {
		t.Errorf("y = %.12g", y)
	}
	if z := x.column("z")[2]; math.Abs(z-1+0.1*math.Sqrt(z)) > 1e-9 {
		t.Errorf("z = %.12g", z)
	}
}

func TestProceduresThatScriptsCall(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX calls RANGE r GLOBAL g }
		PARAMETER { k = 2 }
		ASSIGNED { r g v }
		FUNCTION twice(x) { twice = k*x }
		FUNCTION sum(x, y) { sum = twice(x) + y }
		FUNCTION tab(x) { TABLE DEPEND k FROM 0 TO 10 WITH 10 tab = k*x*x }
		PROCEDURE put(x) { r = x + r g = 3*x }
		FUNCTION here() { here = v }`, 4)
	call := func(name string, row int, args ...float64) []float64 {
		p := x.m.Type.Procedure(name)
		if p.Err != nil {
			t.Fatal(p.Err)
		}
		return x.bind(p.Program).Call(&x.env, row, args...)
	}
	if got := call("sum", 0, 3, 4); got[0] != 10 {
		t.Errorf("sum = %g", got)
	}
	if got := call("tab", 0, 2.5); got[0] != 2*(4+9)/2 {
		t.Errorf("tab = %g", got)
	}
	x.m.Globals[x.m.Type.Global("k").Index] = 4
	if got := call("tab", 0, 2.5); got[0] != 4*(4+9)/2 {
		t.Errorf("tab = %g after k changed", got)
	}
	x.m.Globals[x.m.Type.Globals[x.m.Type.UseTable].Index] = 0
	if got := call("tab", 0, 2.5); got[0] != 25 {
		t.Errorf("tab = %g without the table", got)
	}
	call("put", 2, 5)
	call("put", 2, 6)
	if r := x.column("r"); r[2] != 11 || r[1] != 0 || x.m.Globals[x.m.Type.Global("g").Index] != 18 {
		t.Errorf("r = %g, globals %g", r, x.m.Globals)
	}
	x.node[mechanism.NodeV][3] = -44
	if got := call("here", 3); got[0] != -44 {
		t.Errorf("here = %g", got)
	}
	for name, needs := range map[string]bool{"twice": false, "sum": false, "tab": false, "put": true, "here": true} {
		if x.m.Type.Procedure(name).NeedsInstance != needs {
			t.Errorf("%s: NeedsInstance is %v", name, !needs)
		}
	}
}

// TestTableOfRangeParameter: as in NEURON, a table sees the first instance.
func TestTableOfRangeParameter(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX tab RANGE shift, y }
		PARAMETER { shift = 1 }
		ASSIGNED { v y }
		INITIAL { f(v) }
		PROCEDURE f(x) { TABLE y DEPEND shift FROM 0 TO 4 WITH 4 y = x + shift }`, 3)
	copy(x.column("shift"), []float64{10, 20, 30})
	copy(x.node[mechanism.NodeV], []float64{1, 2.5, 9})
	x.run(x.m.Type.Init)
	if y := x.column("y"); y[0] != 11 || y[1] != 12.5 || y[2] != 14 {
		t.Errorf("y = %g", y)
	}
}

// TestHiddenVariablesTakeNoColumn: what is only passed on within a pass is not
// stored, what the next pass reads is.
func TestHiddenVariablesTakeNoColumn(t *testing.T) {
	typ := compileText(t, "x.mod", `NEURON { SUFFIX x NONSPECIFIC_CURRENT i }
		ASSIGNED { v i passing lasting }
		INITIAL { lasting = 2*v }
		BREAKPOINT { passing = v + 1 i = passing*lasting }`)
	if typ.Var("passing") != nil || typ.Var("lasting") == nil || !typ.Var("lasting").Hidden {
		t.Errorf("%+v", typ.Vars)
	}
}

func TestCompilationIsDeterministic(t *testing.T) {
	programs := func() string {
		typ := builtin(t, "hh.mod")
		var b strings.Builder
		for _, p := range []*kernel.Program{typ.Init, typ.Current, typ.State, typ.Tables[0].Fill, typ.Procedure("rates").Program} {
			b.WriteString(p.String())
		}
		return b.String()
	}
	first := programs()
	for range 20 {
		if programs() != first {
			t.Fatal("the same text gave different programs")
		}
	}
}

// TestConditionKnownWhileCompiling: what cannot happen is not looked at.
func TestConditionKnownWhileCompiling(t *testing.T) {
	x := newInstances(t, `NEURON { SUFFIX known RANGE a }
		ASSIGNED { a b[2] n v }
		INITIAL { n = 0 turn() a = b[0] }
		PROCEDURE turn() {
			if (v >= 0) {
				b[n] = 3
				n = n + 1
				if (n > 1) { b[n-2] = 4 }
			}
		}`, 2)
	x.node[mechanism.NodeV][1] = -1
	x.run(x.m.Type.Init)
	if a := x.column("a"); a[0] != 3 || a[1] != 0 {
		t.Errorf("a = %g", a)
	}
}

// TestTablesAreReadOnce: a second call with the same argument, of a routine
// that would do the same, is not made; another is.
func TestTablesAreReadOnce(t *testing.T) {
	typ := compileText(t, "x.mod", `NEURON { SUFFIX x RANGE k, a, c }
		PARAMETER { k = 2 }
		ASSIGNED { a b c v }
		INITIAL { f(v) f(v) a = b f(v) c = b }
		BREAKPOINT { f(v) a = b k = k + 1 f(v) c = b }
		PROCEDURE f(x) { TABLE b FROM 0 TO 4 WITH 4 if (x > 1) { b = 2 } else { b = x*k } }`)
	for _, c := range []struct {
		p                  *kernel.Program
		readings, computed int
	}{{typ.Init, 1, 1}, {typ.State, 1, 2}} {
		if s := c.p.String(); strings.Count(s, "place of") != c.readings || strings.Count(s, " ? 2 : ") != c.computed {
			t.Errorf("not %d readings, or not computed %d times\n%s", c.readings, c.computed, s)
		}
	}
}

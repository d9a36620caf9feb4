package nmodl

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// fakeSimulator writes down what code asks for.
type fakeSimulator struct {
	t       *testing.T
	sent    [][2]float64 // delay, flag
	moved   []float64
	events  []float64
	watched [][2]float64 // condition, flag
	printed strings.Builder
	failed  *fault.Error
}

func (f *fakeSimulator) NetSend(_ *mechanism.Instance, delay, flag float64) {
	f.sent = append(f.sent, [2]float64{delay, flag})
}
func (f *fakeSimulator) NetMove(_ *mechanism.Instance, t float64)  { f.moved = append(f.moved, t) }
func (f *fakeSimulator) NetEvent(_ *mechanism.Instance, t float64) { f.events = append(f.events, t) }
func (f *fakeSimulator) Watch(_ *mechanism.Instance, k int, flag float64) {
	f.watched = append(f.watched, [2]float64{float64(k), flag})
}
func (f *fakeSimulator) Print(text string)     { f.printed.WriteString(text) }
func (f *fakeSimulator) Fail(err *fault.Error) { f.failed = err }

// world is a mechanism with instances on as many nodes.
type world struct {
	reg   *mechanism.Registry
	mech  *mechanism.Mechanism
	nodes [][]float64
	env   [kernel.NumEnv]float64
	sim   *fakeSimulator
}

func newWorld(t *testing.T, typ *mechanism.Type, rows int) *world {
	t.Helper()
	w := &world{reg: mechanism.NewRegistry(), sim: &fakeSimulator{t: t}}
	m, err := w.reg.Register(typ, false)
	if err != nil {
		t.Fatal(err)
	}
	w.mech = m
	w.env = [kernel.NumEnv]float64{kernel.Dt: 0.025, kernel.Cj: 40, kernel.Celsius: 6.3}
	for c := range mechanism.NumNodeColumns {
		w.nodes = append(w.nodes, make([]float64, rows))
		for r := range rows {
			w.nodes[c][r] = map[int]float64{mechanism.NodeV: -65, mechanism.NodeArea: 100, mechanism.NodeDiam: 10}[c]
		}
	}
	for range rows {
		w.mech.Add(0)
		for _, u := range typ.Ions {
			if ion := w.reg.Get(u.Ion + "_ion"); ion.Table.Len() < w.mech.Table.Len() {
				ion.Add(0)
			}
		}
	}
	return w
}

func tableColumns(t *mechanism.Table) [][]float64 {
	var cols [][]float64
	for c := range t.Columns() {
		cols = append(cols, t.Column(c))
	}
	return cols
}

func (w *world) instance(row int) *mechanism.Instance {
	in := &mechanism.Instance{Mech: w.mech, Row: row, Columns: tableColumns(w.mech.Table), Node: row, Nodes: w.nodes, Env: &w.env, Sim: w.sim}
	if w.mech.Type.Kind == mechanism.ArtificialCell {
		in.Node = -1
	}
	for _, u := range w.mech.Type.Ions {
		in.IonRows = append(in.IonRows, row)
		in.Ions = append(in.Ions, tableColumns(w.reg.Get(u.Ion+"_ion").Table))
	}
	return in
}

// numbers lists all numbers of the world with their names.
func (w *world) numbers() (names []string, values []float64) {
	add := func(name string, x float64) { names, values = append(names, name), append(values, x) }
	for r := range w.nodes[0] {
		for _, v := range w.mech.Type.Vars {
			for k := range max(v.Size, 1) {
				add(v.Name, w.mech.Table.Column(v.Column + k)[r])
			}
		}
		add("rhs", w.nodes[mechanism.NodeRhs][r])
		add("d", w.nodes[mechanism.NodeD][r])
		for _, u := range w.mech.Type.Ions {
			ion := w.reg.Get(u.Ion + "_ion")
			for _, v := range ion.Type.Vars {
				add(v.Name, ion.Table.Column(v.Column)[r])
			}
		}
	}
	for _, g := range w.mech.Type.Globals {
		for k := range max(g.Size, 1) {
			add(g.Name, w.mech.Globals[g.Index+k])
		}
	}
	return names, values
}

// set gives all numbers new values, in the order of numbers.
func (w *world) set(values []float64) {
	take := func() float64 { x := values[0]; values = values[1:]; return x }
	for r := range w.nodes[0] {
		for _, v := range w.mech.Type.Vars {
			for k := range max(v.Size, 1) {
				w.mech.Table.Column(v.Column + k)[r] = take()
			}
		}
		w.nodes[mechanism.NodeRhs][r] = take()
		w.nodes[mechanism.NodeD][r] = take()
		for _, u := range w.mech.Type.Ions {
			ion := w.reg.Get(u.Ion + "_ion")
			for _, v := range ion.Type.Vars {
				ion.Table.Column(v.Column)[r] = take()
			}
		}
	}
	for _, g := range w.mech.Type.Globals {
		for k := range max(g.Size, 1) {
			w.mech.Globals[g.Index+k] = take()
		}
	}
}

func (w *world) runProgram(p *kernel.Program) {
	rows := make([]int32, len(w.nodes[0]))
	for i := range rows {
		rows[i] = int32(i)
	}
	ext := []kernel.External{kernel.NewExternal(w.nodes, rows)}
	for _, u := range w.mech.Type.Ions {
		ext = append(ext, kernel.NewExternal(tableColumns(w.reg.Get(u.Ion+"_ion").Table), rows))
	}
	p.Bind(kernel.Binding{Rows: len(rows), Columns: tableColumns(w.mech.Table), Externals: ext, Globals: w.mech.Globals, Tables: w.mech.Tables, Lookups: w.mech.Lookups}).Run(&w.env)
}

func (w *world) runCode(c mechanism.Code) {
	for r := range w.nodes[0] {
		c.Run(w.instance(r))
	}
}

// bothWays compiles a text for kernels and for single instances on one layout.
func bothWays(t *testing.T, name, text string) (*mechanism.Type, [3]mechanism.Code) {
	t.Helper()
	file, errs := Parse(name, text, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	checked, errs := Check(file)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	c := &compiler{Checked: checked, kept: map[*Symbol]bool{}}
	if err := c.unitFactors(); err != nil {
		t.Fatal(err)
	}
	c.histories()
	c.pasts()
	all := map[*Symbol]bool{}
	for _, s := range c.hidden() {
		all[s] = true
	}
	c.layout(name, text, all)
	if err := c.programs(); err != nil {
		t.Fatal(err)
	}
	var codes [3]mechanism.Code
	if err := try(func() {
		codes[0] = c.single.initialCode()
		if len(c.currents()) > 0 && c.Breakpoint != nil {
			codes[1] = c.single.currentCode()
		}
		codes[2] = c.single.stateCode()
	}); err != nil {
		t.Fatalf("for single instances: %v", err)
	}
	return c.typ, codes
}

// TestBothBackEndsAgree runs INITIAL, the currents and the SOLVEs of every .mod
// file of the tests and of the library through kernels and instance by
// instance, on the same random numbers.
//
// They agree to rounding, but for what comes from a conductance: a kernel
// differentiates, an instance's is a difference quotient over 0.001 mV (of what
// Newton's iteration leaves, where the current needs a NONLINEAR block); and for
// derivimplicit, which both end when a step changes less than 1e-6 of a state.
func TestBothBackEndsAgree(t *testing.T) {
	for _, name := range modFiles(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			typ, codes := bothWays(t, filepath.Base(name), string(text))
			programs := [3]*kernel.Program{typ.Init, typ.Current, typ.State}
			random := rand.New(rand.NewPCG(1, 2))
			for trial := range 5 {
				compareBackEnds(t, typ, codes, programs, random, strings.Contains(string(text), "derivimplicit"), strings.Contains(string(text), "NONLINEAR"))
				if t.Failed() {
					t.Fatalf("in trial %d", trial)
				}
			}
		})
	}
}

// TestFewInstancesGiveTheBitsOfBlocks runs the programs of every .mod file on
// three instances, which go one by one, and on nine, which go as a block: the
// first three of them and six like the last.
func TestFewInstancesGiveTheBitsOfBlocks(t *testing.T) {
	for _, name := range modFiles(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			typ, _ := bothWays(t, filepath.Base(name), string(text))
			random := rand.New(rand.NewPCG(3, 4))
			for range 3 {
				compareFewAndMany(t, typ, random)
			}
		})
	}
}

func compareFewAndMany(t *testing.T, typ *mechanism.Type, random *rand.Rand) {
	const few, many = 3, 9
	a, b := newWorld(t, typ, few), newWorld(t, typ, many)
	for r := range few {
		a.nodes[mechanism.NodeV][r] = -90 + 130*random.Float64()
	}
	for r := range many {
		b.nodes[mechanism.NodeV][r] = a.nodes[mechanism.NodeV][min(r, few-1)]
	}
	names, values := a.numbers()
	for i, name := range names {
		if name != "usetable" && name != "style" && !strings.HasPrefix(name, "charge_") {
			values[i] = (values[i] + 0.1*random.Float64()) * (0.5 + random.Float64())
		}
	}
	globals := 0
	for _, g := range typ.Globals {
		globals += max(g.Size, 1)
	}
	perRow := (len(values) - globals) / few
	spread := func(x []float64) []float64 { // the numbers of few as those of many
		rows := slices.Clone(x[:few*perRow])
		for range many - few {
			rows = append(rows, x[(few-1)*perRow:few*perRow]...)
		}
		return append(rows, x[few*perRow:]...)
	}
	a.set(values)
	b.set(spread(values))
	for _, w := range []*world{a, b} {
		for _, l := range w.mech.Lookups {
			l.X, l.Values = []float64{-100, 0, 100}, []float64{0.1, 0.6, 0.9}
		}
	}
	for pass, p := range []*kernel.Program{typ.Init, typ.Current, typ.State} {
		if p == nil {
			continue
		}
		for _, w := range []*world{a, b} {
			w.mech.UpdateTables(&w.env)
			w.runProgram(p)
		}
		_, x := a.numbers()
		_, y := b.numbers()
		x = spread(x)
		for i := range x {
			if math.Float64bits(x[i]) != math.Float64bits(y[i]) && !(math.IsNaN(x[i]) && math.IsNaN(y[i])) {
				t.Fatalf("program %d, number %d (%s of the first): %g by itself, %g in a block", pass, i, names[min(i, len(names)-1)], x[i], y[i])
			}
		}
	}
}

// modFiles lists the .mod files of the tests and of the library.
func modFiles(t *testing.T) []string {
	var files []string
	for _, pattern := range []string{"testdata/mod/*.mod", "../../testdata/neuron/mod/*.mod", "../../stdlib/mod/*.mod"} {
		list, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	if len(files) < 20 {
		t.Fatalf("only %d files", len(files))
	}
	return files
}

func compareBackEnds(t *testing.T, typ *mechanism.Type, codes [3]mechanism.Code, programs [3]*kernel.Program, random *rand.Rand, implicit, newton bool) {
	const rows = 4
	a, b := newWorld(t, typ, rows), newWorld(t, typ, rows)
	for r := range rows {
		v := -90 + 130*random.Float64()
		a.nodes[mechanism.NodeV][r], b.nodes[mechanism.NodeV][r] = v, v
	}
	at := 5 * random.Float64()
	names, start := a.numbers()
	for i, name := range names {
		if name == "usetable" || strings.HasPrefix(name, "charge_") || name == "style" {
			continue
		}
		if start[i] != 0 {
			start[i] *= 0.5 + random.Float64()
		} else {
			start[i] = random.Float64()
		}
	}
	for _, w := range []*world{a, b} {
		w.env[kernel.T] = at
		w.set(start)
		for _, l := range w.mech.Lookups {
			l.X, l.Values = []float64{-100, 0, 100}, []float64{0.1, 0.6, 0.9}
		}
		w.mech.UpdateTables(&w.env)
	}
	for pass, what := range []string{"INITIAL", "currents", "SOLVE"} {
		only := [3]mechanism.Code{typ.InitCode, typ.CurrentCode, typ.StateCode}[pass] != nil // no kernel can do it
		if only || programs[pass] == nil && codes[pass] == nil {
			continue
		}
		_, now := a.numbers()
		b.set(now)
		for _, w := range []*world{a, b} {
			w.mech.UpdateTables(&w.env)
		}
		if programs[pass] != nil {
			a.runProgram(programs[pass])
		}
		if codes[pass] != nil {
			b.runCode(codes[pass])
		}
		if b.sim.failed != nil {
			t.Fatalf("%s: %v", what, b.sim.failed)
		}
		_, x := a.numbers()
		_, y := b.numbers()
		for i := range x {
			tol := 1e-11
			switch {
			case newton && (names[i] == "d" || strings.HasSuffix(names[i], "_dv_")):
				tol = 1e-4
			case names[i] == "d" || strings.HasSuffix(names[i], "_dv_"):
				tol = 1e-6
			case implicit && pass == 2:
				tol = 1e-7
			}
			if math.IsNaN(x[i]) && math.IsNaN(y[i]) {
				continue
			}
			if !(math.Abs(x[i]-y[i]) <= tol*max(math.Abs(x[i]), 1e-3)) {
				t.Errorf("%s, %s: the kernel gives %.17g, the instance %.17g", what, names[i], x[i], y[i])
			}
		}
	}
}

package script

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

// neuron is the n object: the model and its solver, as a script sees them.
// Its members are methods and classes (class), numbers that can be read, set
// and referred to (numbers), the mechanisms of the model with their classes
// (host.member), and the globals and functions of mechanisms, such as
// usetable_hh and rates_hh.
type neuron struct {
	*host
	simulation
	object  *goja.Object
	class   *class[*neuron]
	numbers map[string]*number
	timeRef *Ref

	running      bool // within a run
	sweeping     bool // within a sweep
	initializing bool // within a function of FInitializeHandler
	warned       map[string]bool

	sectionLists *class[*sectionList]
	objectLists  *class[*objectList]

	fileClass *class[*fileObject]
	files     map[*fileObject]bool // those that are open

	netConClass *class[*netConObject]
	sweepClass  *class[*sweepTable]
	parallel    parallel
	watch       *watch // the run that goes on, or nil
}

// simulation is a solver with what a script has asked of it and of its model.
type simulation struct {
	s           *solver.Solver
	handlers    map[*solver.Handler]bool
	instance    map[string]mechInstance // setdata: the instance that functions of a mechanism use
	origin      *section.Segment        // of distance
	netConCount int
	randomCount int
	recordings  map[*solver.EventSource]goja.Value // the Vectors that sources record into
	thresholds  map[*solver.EventSource]bool       // sources whose threshold was set
	imported    map[string]*importedSections       // sections of a morphology that belong to no cell
}

func newSimulation(s *solver.Solver) simulation {
	return simulation{s: s,
		handlers:   map[*solver.Handler]bool{},
		instance:   map[string]mechInstance{},
		recordings: map[*solver.EventSource]goja.Value{},
		thresholds: map[*solver.EventSource]bool{},
		imported:   map[string]*importedSections{},
	}
}

// number is a member of n that is a plain number.
type number struct {
	get func() float64
	set func(float64) error // nil: cannot be set
}

// installNeuron makes the model and the globals through which scripts reach it.
func (rt *Runtime) installNeuron() {
	m := section.New()
	n := &neuron{host: newHost(rt, m), simulation: newSimulation(solver.New(m)), numbers: map[string]*number{}, warned: map[string]bool{}}
	m.Mechs.Reserved = n.reserved
	m.Warn = func(text string) { n.warn("%s", text) }
	n.s.Notice = func(text string) { _, _ = rt.stderr.Write([]byte(text + "\n")) }
	n.s.Printer = func(text string) { _, _ = rt.stdout.Write([]byte(text)) }
	n.s.Poll = func() error {
		if rt.StopFlag().Load() {
			return errStopped
		}
		if w := n.watch; w != nil && w.due.Load() {
			n.tell(w)
		}
		return nil
	}
	n.class = newClass[*neuron](n.host, "n")
	n.addNumbers()
	n.addModelMembers()
	n.addSectionFunctions()
	n.addIonMembers()
	n.addRunMembers()
	n.addMechanismMembers()
	n.addLists()
	n.addFile()
	n.addSectionRef()
	n.addPtrVector()
	n.addStringFunctions()
	n.addMechanismType()
	n.addMechanismStandard()
	n.addRangeVarPlot()
	n.addPlotShape()
	n.addQueries()
	n.addNetCon()
	n.addParallelContext()
	n.addMatrix()
	n.addSaveState()
	n.addSweep()
	n.addImpedance()
	n.addRandom()
	n.addPointers()
	n.addMorphology()
	n.addEquations()
	n.link = func(mech *mechanism.Mechanism, id mechanism.RowID, k int, to *Ref) error {
		return n.s.SetPointer(mech, id, k, to)
	}
	n.call = func(mech *mechanism.Mechanism, id mechanism.RowID, code mechanism.ProcedureCode, args []any) (float64, error) {
		return n.s.CallProcedure(mech, id, code, args)
	}
	n.addVectorMembers()
	n.timeRef = &Ref{h: n.host, name: "n._ref_t", units: "t", get: func() float64 { return n.s.T() }, put: func(t float64) error { return n.s.SetT(t) }, time: true}
	n.env = func() (e [kernel.NumEnv]float64) {
		e[kernel.T], e[kernel.Dt], e[kernel.Celsius] = n.s.T(), n.s.Dt(), n.m.Celsius
		return
	}
	n.nameMembers()
	n.object = n.vm.NewDynamicObject(n)
	rt.Global("n", n.object)
	rt.Global("h", n.object)
	rt.Module("neuron", func() goja.Value {
		exports := n.vm.NewObject()
		n.hostSet(exports, "n", n.object)
		n.hostSet(exports, "h", n.object)
		rt.hidden(exports, "default", n.object)
		rt.hidden(exports, "__esModule", true) // so that the default is what import n from "neuron" means
		return exports
	})
	rt.neuron = n
}

func (n *neuron) hostSet(obj *goja.Object, name string, v any) {
	if err := obj.Set(name, v); err != nil {
		panic(err)
	}
}

// reset is n.reset(): an empty model with all defaults.
func (n *neuron) reset() {
	n.host.reset()
	n.s.Reset()
	n.simulation = newSimulation(n.s)
	n.warned = map[string]bool{}
}

// Get gives a member of n.
func (n *neuron) Get(key string) goja.Value {
	if v := n.class.get(n, key); v != nil {
		return v
	}
	if x, ok := n.numbers[key]; ok {
		return n.vm.ToValue(x.get())
	}
	if v, ok := n.host.member(key); ok {
		return v
	}
	if x := n.imported[key]; x != nil {
		return x.array
	}
	if key == "_ref_t" {
		return n.host.refObject(n.timeRef)
	}
	if name, ok := strings.CutPrefix(key, "_ref_"); ok {
		if x, ok := n.numbers[name]; ok {
			return n.host.refTo("n."+key, x.get, x.set)
		}
	}
	if v := n.mechanismValue(key); v != nil {
		return v
	}
	if err := n.postponed(key); err != nil {
		n.throw(err)
	}
	if !foreign[key] {
		n.noProperty("n", key, n.allNames())
	}
	return nil
}

// Set changes a number of n, or a global of a mechanism.
func (n *neuron) Set(key string, v goja.Value) bool {
	if x, ok := n.numbers[key]; ok {
		if x.set == nil {
			n.throw(fault.New(fault.Type, "n.%s cannot be set", key))
		}
		n.check(x.set(n.number(v, func() string { return "n." + key })))
		return true
	}
	if n.setMechanismValue(key, v) {
		return true
	}
	if n.class.get(n, key) != nil || n.known(key) {
		n.throw(fault.New(fault.Type, "n.%s cannot be set", key))
	}
	e := fault.New(fault.Type, "n has no property %q", key)
	e.Variable = key
	n.throw(e.DidYouMean(spell.Nearest(key, n.allNames())))
	return false
}

func (n *neuron) known(key string) bool {
	_, ok := n.host.member(key)
	return ok || n.imported[key] != nil
}

// Has tells whether n has a member.
func (n *neuron) Has(key string) bool {
	_, isNumber := n.numbers[strings.TrimPrefix(key, "_ref_")]
	return isNumber || n.class.members[key] != nil || n.known(key) || n.mechanismValue(key) != nil
}

// Delete refuses.
func (n *neuron) Delete(key string) bool { return n.noDelete("n", key) }

// Keys lists the members of n.
func (n *neuron) Keys() []string { return n.allNames() }

func (n *neuron) allNames() []string {
	names := slices.Concat(n.class.names(), slices.Collect(maps.Keys(n.numbers)), slices.Collect(maps.Keys(n.host.members)), slices.Collect(maps.Keys(n.imported)), n.mechanismNames())
	for _, m := range n.m.Mechs.All() {
		names = append(names, m.Type.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Inspect shows the state of the simulation.
func (n *neuron) Inspect() string {
	return fmt.Sprintf("n: t = %g ms, dt = %g ms, celsius = %g degC, %d sections", n.s.T(), n.s.Dt(), n.m.Celsius, len(n.m.Sections()))
}

// addNumbers makes the numbers of n, with NEURON's names and defaults.
func (n *neuron) addNumbers() {
	constant := func(name string, x float64) { n.numbers[name] = &number{get: func() float64 { return x }} }
	constant("PI", math.Pi)
	constant("E", math.E)
	constant("GAMMA", 0.57721566490153286060)
	constant("DEG", 180/math.Pi)
	constant("PHI", math.Phi)
	constant("FARADAY", faraday)
	constant("R", gasConstant)
	constant("Avogadro_constant", 6.02214076e23)
	constant("using_cvode_", 0)

	plain := func(name string, at func() *float64) {
		n.numbers[name] = &number{get: func() float64 { return *at() }, set: func(x float64) error {
			if x-x != 0 {
				e := fault.New(fault.Range, "n.%s = %g is not a finite number", name, x)
				e.Variable, e.Value = name, x
				return e
			}
			*at() = x
			return nil
		}}
	}
	for _, v := range []struct {
		name    string
		initial float64
	}{
		{"realtime", 0}, {"global_ra", 35.4}, {"screen_update_invl", 0.05}, {"float_epsilon", 1e-11},
		{"clamp_resist", 0.001}, {"diam_changed", 0},
	} {
		x := v.initial
		plain(v.name, func() *float64 { return &x })
	}
	n.numbers["t"] = &number{func() float64 { return n.s.T() }, func(x float64) error { return n.s.SetT(x) }}
	n.numbers["dt"] = &number{func() float64 { return n.s.Dt() }, func(x float64) error { return n.s.SetDt(x) }}
	n.numbers["secondorder"] = &number{func() float64 { return float64(n.s.Secondorder()) }, func(x float64) error { return n.s.SetSecondorder(x) }}
	n.numbers["celsius"] = &number{func() float64 { return n.m.Celsius }, func(x float64) error { return n.m.SetCelsius(x) }}
	plain("v_init", func() *float64 { return &n.s.VInit })
	plain("tstop", func() *float64 { return &n.s.TStop })
	plain("runStopAt", func() *float64 { return &n.s.RunStopAt })
	plain("runStopIn", func() *float64 { return &n.s.RunStopIn })
	plain("stoprun", func() *float64 { return &n.s.StopRun })
	positive := func(name string, at func() *float64) {
		n.numbers[name] = &number{get: func() float64 { return *at() }, set: func(x float64) error {
			if !(x > 0) || math.IsInf(x, 0) {
				e := fault.New(fault.Range, "n.%s = %g must be finite and greater than 0", name, x)
				e.Variable, e.Value = name, x
				return e
			}
			*at() = x
			return nil
		}}
	}
	positive("steps_per_ms", func() *float64 { return &n.s.StepsPerMs })
	positive("nstep_steprun", func() *float64 { return &n.s.NstepSteprun })
}

// Package ode integrates systems of ordinary differential equations
//
//	dx/dt = f(t, x; p)
//
// with explicit methods: point models of neurons, and equations of one's own. A Model is
// the equations, from a .mod text or from a Go function. A Batch is any number of
// instances of a model, each with parameters and states of its own, which a run takes
// through time together; what an instance does never depends on the others in its batch.
//
// Time is in ms and quantities in the units of their declaration; nothing converts them.
package ode

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/mechanism/nmodl"
	"github.com/gneuron/gneuron/stdlib"
)

// Model is a system of equations. It does not change, so that any number of batches may
// share it.
type Model struct {
	Name   string
	Title  string // of its text, or ""
	Doc    string
	Vars   []mechanism.Var // what an instance has a value of, in the order of declaration
	States []State

	columns int
	eq      *nmodl.Equations
	f       Func

	mu       sync.Mutex
	programs map[programKey]*kernel.Program
}

// State is an unknown.
type State struct {
	Name      string
	Column    int
	Tolerance float64 // absolute error of a step that its declaration allows; 0: not said
}

// Func gives the derivatives dx at time t where the states are x and the parameters p. An
// error ends the run.
type Func func(t float64, x, p, dx []float64) error

// Parameter is a parameter of a model that is a Func.
type Parameter struct {
	Name    string
	Default float64
}

// FromText makes a model of the text of a .mod file: see nmodl.CompileEquations. The
// filename is for messages.
func FromText(filename, text string) (*Model, error) {
	eq, errs := nmodl.CompileEquations(filename, text, nil)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	m := &Model{Name: eq.Name, Title: eq.Title, Doc: eq.Doc, Vars: eq.Vars, columns: eq.Columns, eq: eq, programs: map[programKey]*kernel.Program{}}
	for _, s := range eq.States {
		m.States = append(m.States, State(s))
	}
	return m, nil
}

// FromFunc makes a model of a function, with states that start at 0.
func FromFunc(name string, states []string, parameters []Parameter, f Func) *Model {
	m := &Model{Name: name, f: f}
	for _, p := range parameters {
		m.Vars = append(m.Vars, mechanism.Var{Name: p.Name, Role: mechanism.Parameter, Column: m.columns, Default: p.Default})
		m.columns++
	}
	for _, s := range states {
		m.Vars = append(m.Vars, mechanism.Var{Name: s, Role: mechanism.State, Column: m.columns})
		m.States = append(m.States, State{Name: s, Column: m.columns})
		m.columns++
	}
	return m
}

// Models lists the point models that come with gneuron.
func Models() []string {
	entries, err := fs.ReadDir(stdlib.Models, "models")
	if err != nil {
		panic(err) // they are part of this program
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".mod"); ok {
			names = append(names, name)
		}
	}
	return names
}

var shipped sync.Map // *Model by name

// Named gives a point model that comes with gneuron.
func Named(name string) (*Model, error) {
	if m, ok := shipped.Load(name); ok {
		return m.(*Model), nil
	}
	text, err := fs.ReadFile(stdlib.Models, path.Join("models", name+".mod"))
	if err != nil {
		e := fault.New(fault.Reference, "there is no point model %q", name)
		if near := spell.Nearest(name, Models()); near != "" {
			return nil, e.DidYouMean(near)
		}
		return nil, e.WithHint("gneuron has %s; equations of your own are a .mod text or a function", strings.Join(Models(), ", "))
	}
	m, err := FromText(name+".mod", string(text))
	if err != nil {
		return nil, err
	}
	shipped.Store(name, m)
	return m, nil
}

// Variable finds a variable by its name; of an array, by the name of an element x[k], too.
// It gives its (first) column and how many there are.
func (m *Model) Variable(name string) (column, size int, err error) {
	base, k, isElement := element(name)
	var known []string
	for i := range m.Vars {
		v := &m.Vars[i]
		switch {
		case v.Hidden:
			continue
		case v.Name == name:
			return v.Column, max(v.Size, 1), nil
		case isElement && v.Name == base && k < v.Size:
			return v.Column + k, 1, nil
		}
		known = append(known, v.Name)
	}
	e := fault.New(fault.Reference, "%s has no variable %q", m.Name, name)
	e.Mechanism, e.Variable = m.Name, name
	if near := spell.Nearest(name, known); near != "" {
		return 0, 0, e.DidYouMean(near)
	}
	return 0, 0, e.WithHint("it has %s", strings.Join(known, ", "))
}

// element takes x[k] apart.
func element(name string) (base string, k int, ok bool) {
	base, rest, ok := strings.Cut(name, "[")
	digits, closed := strings.CutSuffix(rest, "]")
	if !ok || !closed || digits == "" || len(digits) > 6 {
		return "", 0, false
	}
	for _, d := range digits {
		if d < '0' || d > '9' {
			return "", 0, false
		}
		k = 10*k + int(d-'0')
	}
	return base, k, true
}

// State finds a state by name; the error knows a near one.
func (m *Model) State(name string) (int, error) {
	var names []string
	for i, s := range m.States {
		if s.Name == name {
			return i, nil
		}
		names = append(names, s.Name)
	}
	e := fault.New(fault.Reference, "%s has no state %q", m.Name, name)
	e.Mechanism, e.Variable = m.Name, name
	if near := spell.Nearest(name, names); near != "" {
		return 0, e.DidYouMean(near)
	}
	return 0, e.WithHint("its states are %s", strings.Join(names, ", "))
}

// isState tells the columns of states.
func (m *Model) isState(column int) (int, bool) {
	i := slices.IndexFunc(m.States, func(s State) bool { return s.Column == column })
	return i, i >= 0
}

// Watches gives the number of thresholds that the model declares by WATCH.
func (m *Model) Watches() int {
	if m.eq == nil {
		return 0
	}
	return len(m.eq.Watches)
}

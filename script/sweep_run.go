package script

import (
	"errors"
	"fmt"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/solver"
	"github.com/gneuron/gneuron/sweep"
	"github.com/gneuron/gneuron/vector"
)

// sweepGroup is the part of a sweep whose variants have the same of what the whole
// model shares; it is what package sweep asks for each variant.
type sweepGroup struct {
	*sweepCall
	first  int                // its first variant
	settle map[string]float64 // what the first variant left the shared numbers at
	same   []float64          // the same, of all mechanisms of this batch, as they lie in memory
	built  map[int]*built     // the variants of the present batch
	t      *vector.Vector     // the times of its records; nil: nothing is recorded
}

// built is a variant in the model of a batch.
type built struct {
	names  []string // what the model function gave
	traces []goja.Value
}

// run builds and runs all variants beside the model of n, which is the model of n
// again afterwards, whatever happens.
func (x *sweepCall) run() {
	n := x.n
	scene, simulation := n.scene, n.simulation
	n.running, n.sweeping = true, true
	defer func() {
		n.scene, n.simulation = scene, simulation
		n.running, n.sweeping = false, false
	}()
	// The progress is the time in all variants together.
	now := func() float64 { return x.done + float64(x.running)*n.s.T() }
	err := n.watchedBy(now, x.total(), func() error {
		for _, group := range x.sharedBy() {
			g := &sweepGroup{sweepCall: x, first: group[0]}
			if err := sweep.Run(simulation.s, group, g); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case err == errStopped:
		n.rt.CheckStop()
	case err != nil:
		n.throw(err)
	}
	x.report()
}

// total is the time [ms] that all variants together will run.
func (x *sweepCall) total() float64 {
	tstop, fixed := x.fixed["tstop"]
	if !fixed {
		tstop = x.n.s.TStop
	}
	sum := 0.0
	at := slices.Index(x.names, "tstop")
	for _, v := range x.variants {
		if at >= 0 {
			tstop = v.values[at].ToFloat()
		}
		sum += tstop
	}
	return sum
}

// report warns of variants whose run failed; where all did it throws the first
// error.
func (x *sweepCall) report() {
	failed, first := 0, -1
	for i := range x.variants {
		if x.variants[i].err != nil {
			if failed++; first < 0 {
				first = i
			}
		}
	}
	switch {
	case failed == len(x.variants):
		x.n.throw(x.variants[first].err)
	case failed > 0:
		x.n.warn("n.sweep: %d of %d variants failed; the first: %v", failed, len(x.variants), x.variants[first].err)
	}
}

// Begin puts an empty model in the place of that of n.
func (g *sweepGroup) Begin(s *solver.Solver) error {
	n := g.n
	n.scene, n.simulation = newScene(s.Model), newSimulation(s)
	g.built, g.t, g.same = map[int]*built{}, nil, nil
	return g.at(g.first, func() error {
		for name, value := range g.fixed {
			n.Set(name, n.vm.ToValue(value))
		}
		for k, name := range g.names {
			if slices.Contains(g.shared, name) {
				n.Set(name, g.variants[g.first].values[k])
			}
		}
		return nil
	})
}

// Build calls the model function for a variant, and records what it gives.
func (g *sweepGroup) Build(i int) error {
	return g.at(i, func() error {
		n := g.n
		v, err := g.model(goja.Undefined(), g.parameters(i), n.vm.ToValue(i))
		if err != nil {
			return err
		}
		given, ok := v.(*goja.Object)
		if !ok || !n.plain(given) {
			return fault.New(fault.Type, "the model function of n.sweep gave %s", n.show(v)).
				WithHint("it returns an object of what is to be recorded: return { v: soma(0.5)._ref_v };")
		}
		b := &built{names: given.Keys()}
		if name := g.onlyNumbers(given); name != "" {
			return fault.New(fault.Type, "the model function of n.sweep gave nothing that can be recorded: %s is the number %s", name, given.Get(name)).
				WithHint("give a reference, with _ref_ before the name of the variable: return { v: soma(0.5)._ref_v };")
		}
		for _, name := range b.names {
			b.traces = append(b.traces, g.record(name, given.Get(name)))
		}
		g.built[i] = b
		return g.settled()
	})
}

// onlyNumbers gives the first name of an object that a model function gave if it has
// nothing but numbers, and no function of the script measures anything else.
func (g *sweepGroup) onlyNumbers(given *goja.Object) string {
	names := given.Keys()
	if g.measure != nil || len(names) == 0 || slices.ContainsFunc(names, func(name string) bool { return !goja.IsNumber(given.Get(name)) }) {
		return ""
	}
	return names[0]
}

// record has the run record what a variant gave: the values of a reference, or the
// times of the spikes of a NetCon's source. Anything else stays what it is.
func (g *sweepGroup) record(name string, given goja.Value) goja.Value {
	n := g.n
	if slices.Contains(g.names, name) || name == "t" || name == "error" {
		n.throw(fault.New(fault.Type, "the model function of n.sweep gave a %q, which is the name of something else in the rows of the result", name))
	}
	into := &vector.Vector{}
	switch from := n.rt.Host(given).(type) {
	case *Ref:
		_, err := n.s.Record(into, from, g.every, nil)
		n.check(err)
		if g.t == nil {
			g.t = &vector.Vector{}
			_, err := n.s.Record(g.t, n.timeRef, g.every, nil)
			n.check(err)
		}
		return n.rt.newVector(into)
	case *classObject[*netConObject]:
		times := n.rt.newVector(into)
		from.self.record(goja.FunctionCall{Arguments: []goja.Value{times}})
		return times
	}
	return given
}

// settled checks that a variant left what the whole model shares as the first
// variant did.
func (g *sweepGroup) settled() error {
	raw := g.n.sharedRaw()
	if slices.Equal(raw, g.same) {
		return nil
	}
	g.same = raw
	now := g.n.sharedValues()
	if g.settle == nil {
		g.settle = now
		return nil
	}
	for name, x := range now {
		if was, known := g.settle[name]; known && was != x && !(x != x && was != was) {
			e := fault.New(fault.Model, "the model function of n.sweep sets n.%s to %g, and for other variants to %g: it is one for all cells", name, x, was)
			e.Variable, e.Value = name, x
			return e.WithHint("make it a parameter, parameters: {%s: [...], ...}: the sweep then sets it, and runs its values one after the other", name)
		}
	}
	return nil
}

// sharedRaw are sharedValues and what is hidden, without names: quick to compare.
func (n *neuron) sharedRaw() []float64 {
	var raw []float64
	for _, name := range sharedNumbers {
		raw = append(raw, n.numbers[name].get())
	}
	for _, m := range n.m.Mechs.Made() {
		raw = append(raw, m.Globals...)
	}
	return raw
}

// sharedValues are the numbers that all cells of the model share. A mechanism that
// is not used yet has the defaults of its globals.
func (n *neuron) sharedValues() map[string]float64 {
	values := map[string]float64{}
	for _, name := range sharedNumbers {
		values[name] = n.numbers[name].get()
	}
	for _, m := range n.m.Mechs.Made() {
		for _, g := range m.Type.Globals {
			for k := 0; k < max(g.Size, 1) && !g.Hidden; k++ {
				name := g.Name + "_" + m.Type.Name
				if g.Size > 0 {
					name = fmt.Sprintf("%s[%d]", name, k)
				}
				values[name] = m.Globals[g.Index+k]
			}
		}
	}
	return values
}

// Run runs the variants of the batch.
func (g *sweepGroup) Run(s *solver.Solver) error {
	if err := s.Finitialize(s.VInit, true); err != nil {
		return err
	}
	g.running = len(g.built)
	err := s.Continuerun(s.TStop)
	g.running = 0
	if err == nil {
		g.done += float64(len(g.built)) * s.TStop
	}
	return err
}

// Splits: only a request to stop is for all variants.
func (g *sweepGroup) Splits(err error) bool { return !errors.Is(err, errStopped) }

// Finish makes the row of a variant that has run.
func (g *sweepGroup) Finish(i int) error {
	return g.at(i, func() error {
		n, b := g.n, g.built[i]
		delete(g.built, i)
		trace := n.vm.NewObject()
		if g.t != nil {
			n.rt.set(trace, "t", n.rt.newVector(vector.Of(g.t.Data())))
		}
		for k, name := range b.names {
			n.rt.set(trace, name, b.traces[k])
		}
		row := g.parameters(i)
		g.variants[i].row = row
		if g.keep {
			for _, name := range trace.Keys() {
				n.rt.set(row, name, trace.Get(name))
			}
		}
		if g.measure == nil {
			return nil
		}
		v, err := g.measure(goja.Undefined(), trace, g.parameters(i), n.vm.ToValue(i))
		if err != nil {
			return err
		}
		measured, ok := v.(*goja.Object)
		if !ok || !n.plain(measured) {
			return fault.New(fault.Type, "the function measure of n.sweep gave %s", n.show(v)).
				WithHint("it returns an object of what it measured: measure: (trace) => ({ rate: trace.spikes.length })")
		}
		for _, name := range measured.Keys() {
			if row.Get(name) != nil {
				return fault.New(fault.Type, "the function measure of n.sweep gave a %q, which is the name of a parameter or a trace", name)
			}
			n.rt.set(row, name, measured.Get(name))
		}
		return nil
	})
}

// Failed notes the error of a run. That of a function of the script ends the sweep.
func (g *sweepGroup) Failed(i int, err error) error {
	err = g.in(i, err)
	if exception(err) != nil || fault.As(err) == nil {
		return err
	}
	row := g.parameters(i)
	g.n.rt.set(row, "error", err.Error())
	g.variants[i].row, g.variants[i].err = row, err
	return nil
}

// at does something for a variant, and says of its error in which variant it was.
func (g *sweepGroup) at(i int, f func() error) error {
	var err error
	if thrown := g.n.vm.Try(func() { err = f() }); thrown != nil {
		err = thrown
	}
	if err != nil {
		return g.in(i, err)
	}
	return nil
}

// exception gives the exception of the script that an error is, or nil.
func exception(err error) *goja.Exception {
	var thrown *goja.Exception
	if errors.As(err, &thrown) {
		return thrown
	}
	return nil
}

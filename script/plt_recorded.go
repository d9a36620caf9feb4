package script

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
	"github.com/gneuron/gneuron/solver"
)

// Time is the time of the model, n.t [ms].
func (rt *Runtime) Time() float64 { return rt.neuron.s.T() }

// ShowFigure shows a value that is a figure where OnShow said, and leaves it open;
// false means that it is none, or that there is nothing in it as yet.
func (rt *Runtime) ShowFigure(v goja.Value) (bool, error) {
	f, ok := rt.Host(v).(*figure)
	if !ok || rt.showFigure == nil || f.empty() {
		return false, nil
	}
	rt.plots.last = f
	return true, rt.showFigure(f.f)
}

// empty tells whether nothing was drawn.
func (f *figure) empty() bool {
	for _, a := range f.f.Axes {
		if len(a.Images)+len(a.Shapes)+len(a.Areas)+len(a.Spans)+len(a.Series)+len(a.Arrows)+len(a.Texts) > 0 || a.Twin != nil {
			return false
		}
	}
	return true
}

// PlotLast shows the figure that a session has open, else what Vectors recorded, else
// the figure that was shown last; with the name of a file it writes it there.
func (rt *Runtime) PlotLast(file string) error {
	return rt.Try(func() {
		f := rt.plots.current
		if f == nil || f.empty() {
			if f = rt.recordedFigure(); f == nil {
				f = rt.plots.last
			}
		}
		switch {
		case f == nil:
			rt.Throw(fault.New(fault.Model, "there is nothing to plot: no figure, and no Vector that recorded something").
				WithHint("record before the run: const v = n.Vector().record(soma(0.5)._ref_v)"))
		case file == "":
			rt.show(f)
		default:
			path := file
			if !filepath.IsAbs(path) {
				path = filepath.Join(rt.dir, path)
			}
			rt.saveFigure(f, path)
			rt.plots.last = f
			rt.printTo(rt.stderr, "saved "+rt.displayName(path))
		}
	})
}

// What a figure of recordings has room for.
const (
	recordedAxes  = 4
	recordedLines = 10 // in each of its axes
)

// recordedFigure draws what Vectors recorded over time, each variable on axes of its
// own. It is nil if they recorded nothing.
func (rt *Runtime) recordedFigure() *figure {
	var names []string // of the variables
	lines := map[string][]plot.Series{}
	var clock []float64 // what recorded t at every step
	list := rt.neuron.s.Recorders()
	for _, r := range list {
		if r.From.IsTime() && r.Every == 0 && r.At == nil {
			clock = r.To.Data()
		}
	}
	for _, r := range list {
		y := r.To.Data()
		if r.From.IsTime() || len(y) < 2 {
			continue
		}
		name, place := recordedName(r.From.String())
		if lines[name] == nil {
			if len(names) == recordedAxes {
				continue
			}
			names = append(names, name)
		}
		if len(lines[name]) < recordedLines {
			lines[name] = append(lines[name], plot.Series{X: recordedTimes(r, clock, rt.neuron.s.Dt()), Y: slices.Clone(y), Label: place, Line: "-"})
		}
	}
	if len(names) == 0 {
		return nil
	}
	before, open := rt.plots.current, slices.Clone(rt.plots.open)
	f := rt.newFigure(len(names), 1)
	rt.plots.current, rt.plots.open = before, open // the script did not make it
	for i, name := range names {
		axes := f.f.Axes[i]
		axes.Y.Label = name
		for _, s := range lines[name] {
			rt.check(axes.Add(s))
		}
		axes.Legend.Hidden = len(lines[name]) == 1 && len(names) > 1
	}
	f.f.Axes[len(names)-1].X.Label = "t (ms)"
	return f
}

// recordedTimes are those of the samples of a Vector [ms].
func recordedTimes(r *solver.Recorder, clock []float64, dt float64) []float64 {
	k := len(r.To.Data())
	if r.At != nil && len(r.At.Data()) >= k {
		return slices.Clone(r.At.Data()[:k])
	}
	step := r.Every
	if step == 0 {
		if len(clock) == k {
			return slices.Clone(clock)
		}
		step = dt
	}
	t := make([]float64, k)
	for i := range t {
		t[i] = float64(i) * step
	}
	return t
}

// recordedName splits soma(0.5)._ref_v into the variable and where it is.
func recordedName(source string) (variable, place string) {
	place, variable, ok := strings.Cut(source, "._ref_")
	if !ok {
		return source, ""
	}
	if owner, mechanism, ok := strings.Cut(place, ")."); ok { // soma(0.5).hh._ref_m
		place, variable = owner+")", mechanism+"."+variable
	}
	if variable == "v" {
		variable = "v (mV)"
	}
	return variable, place
}

// warnUnrecorded warns of a plot of Vectors that record and are empty: no run has
// begun since record was called.
func (rt *Runtime) warnUnrecorded(c plotCall) {
	for _, v := range c.args {
		w := rt.toVector(v)
		if w == nil || w.Len() > 0 {
			continue
		}
		why := "nothing was recorded: v.record(soma(0.5)._ref_v) before the run"
		for _, r := range rt.neuron.s.Recorders() {
			if r.To == w {
				why = "it records from the next n.finitialize on"
			}
		}
		rt.neuron.warn("%s: %s is empty; %s", c.name, rt.brief(v), why)
		return
	}
}

package script

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/analysis"
	"github.com/gneuron/gneuron/fault"
)

// phasePlane is what phasePlane(model, options) gave: a model of two variables in a window
// of its state space.
type phasePlane struct {
	rt     *Runtime
	p      *analysis.Plane
	names  [2]string
	points []analysis.FixedPoint
	field  analysis.Arrows
	obj    *goja.Object
}

// phasePlane is phasePlane(model, {xlim, ylim, variables, params, init, cells, arrows}).
// model is a function (x, y, params) that gives [dx, dy], or what n.equations takes.
func (rt *Runtime) phasePlane(c plotCall) any {
	model := argument(c.args, 0)
	s := &phasePlane{rt: rt}
	var window [2]plotLimits
	var params, init goja.Value
	cells, arrows := 100, 20
	c.options(1, map[string]func(goja.Value){
		"xlim":      func(v goja.Value) { window[0].read(c, "xlim", v) },
		"ylim":      func(v goja.Value) { window[1].read(c, "ylim", v) },
		"variables": func(v goja.Value) { s.readNames(c, v) },
		"params":    func(v goja.Value) { params = v },
		"init":      func(v goja.Value) { init = v },
		"cells":     func(v goja.Value) { cells = c.whole("cells", v) },
		"arrows":    func(v goja.Value) { arrows = c.whole("arrows", v) },
	})
	var field analysis.Field
	if f, ok := goja.AssertFunction(model); ok {
		if init != nil {
			rt.Throw(fault.New(fault.Type, "phasePlane: init is where the further states of equations are, a function has none"))
		}
		field = s.functionField(f, params)
	} else {
		field = s.equationsField(c, model, params, init)
	}
	for i, name := range []string{"xlim", "ylim"} {
		if !window[i].given {
			rt.Throw(fault.New(fault.Type, "phasePlane needs the ends of the window along %s, as in {%s: [-2, 2]}", s.names[i], name))
		}
	}
	var err error
	s.p, err = analysis.NewPlane(field, window[0].ends, window[1].ends, cells)
	c.check(err)
	return s.object(c, arrows)
}

// functionField is the model that a function is.
func (s *phasePlane) functionField(model goja.Callable, params goja.Value) analysis.Field {
	if s.names[0] == "" {
		s.names = [2]string{"x", "y"}
	}
	if params == nil {
		params = s.rt.vm.NewObject()
	}
	return func(x, y float64) (float64, float64, error) {
		v, err := model(goja.Undefined(), s.rt.vm.ToValue(x), s.rt.vm.ToValue(y), params)
		if err != nil {
			return 0, 0, err
		}
		return s.slopes(v)
	}
}

// equationsField is a model of n.equations, of which two states vary. The others stay where
// they start, or where init puts them, t is 0, and what WATCH does is left out.
func (s *phasePlane) equationsField(c plotCall, model, params, init goja.Value) analysis.Field {
	n := s.rt.neuron
	if _, ok := n.rt.Host(model).(*classObject[*equations]); !ok && (model == nil || !goja.IsString(model)) {
		s.rt.Throw(fault.New(fault.Type, "phasePlane: the model must be a function (x, y, params) that gives [dx/dt, dy/dt], or what n.equations takes, not %s", s.rt.brief(model)))
	}
	e := n.equationsOf(c.name, model, nil)
	if s.names[0] == "" {
		if len(e.m.States) != 2 {
			s.rt.Throw(fault.New(fault.Type, "phasePlane: %s has %d states: name two of them, as in {variables: [\"v\", \"w\"]}", e.m.Name, len(e.m.States)))
		}
		s.names = [2]string{e.m.States[0].Name, e.m.States[1].Name}
	}
	var at [2]int // among the states
	for i, name := range s.names {
		var err error
		at[i], err = e.m.State(name)
		c.check(err)
	}
	var given settings
	given.add(e, c.name, "params", params)
	start := e.starts(c.name, given)
	start.add(e, c.name, "init", init)
	if start.many {
		s.rt.Throw(fault.New(fault.Type, "phasePlane looks at one model: params and init must be numbers"))
	}
	b := e.begin(given, start, 0, n.m.Celsius)
	columns := [2]int{e.m.States[at[0]].Column, e.m.States[at[1]].Column}
	asked := 0
	return func(x, y float64) (float64, float64, error) {
		if asked++; asked%1024 == 0 { // no script runs that could be interrupted
			s.rt.CheckStop()
		}
		if err := errors.Join(b.Set(columns[0], 0, x), b.Set(columns[1], 0, y)); err != nil {
			return math.NaN(), math.NaN(), nil // a place that a search came to
		}
		f, err := b.Slopes(0)
		if err != nil {
			return 0, 0, err
		}
		return f[at[0]][0], f[at[1]][0], nil
	}
}

// plotLimits are the two ends of a window.
type plotLimits struct {
	ends  [2]float64
	given bool
}

func (l *plotLimits) read(c plotCall, what string, v goja.Value) {
	xs, ok := c.rt.numbers(v, c.name+": "+what)
	if !ok || len(xs) != 2 {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be [low, high], not %s", c.name, what, c.rt.brief(v)))
	}
	l.ends, l.given = [2]float64{xs[0], xs[1]}, true
}

// readNames takes the names of the variables.
func (s *phasePlane) readNames(c plotCall, v goja.Value) {
	names, ok := v.Export().([]any)
	for i := range names {
		name, isString := names[i].(string)
		if ok = ok && isString && name != "" && len(names) == 2; ok {
			s.names[i] = name
		}
	}
	if !ok || len(names) != 2 || s.names[0] == s.names[1] {
		c.rt.Throw(fault.New(fault.Type, "%s: variables must be two names, as in [\"v\", \"w\"], not %s", c.name, c.rt.brief(v)))
	}
}

// slopes takes what a model gave as two slopes.
func (s *phasePlane) slopes(v goja.Value) (dx, dy float64, err error) {
	if array, ok := v.(*goja.Object); ok && array.ClassName() == "Array" { // the usual way, which has to be fast
		x, y := array.Get("0"), array.Get("1")
		if x != nil && y != nil && goja.IsNumber(x) && goja.IsNumber(y) && array.Get("2") == nil {
			return x.ToFloat(), y.ToFloat(), nil
		}
	}
	xs, ok := s.rt.numbers(v, "what the model gives")
	if !ok || len(xs) != 2 {
		return 0, 0, fault.New(fault.Type, "the model must give [d%s/dt, d%s/dt], not %s", s.names[0], s.names[1], s.rt.brief(v))
	}
	return xs[0], xs[1], nil
}

// object makes what scripts get: data, and the methods for more.
func (s *phasePlane) object(c plotCall, arrows int) goja.Value {
	rt := s.rt
	x, y, err := s.p.Nullclines()
	c.check(err)
	s.points, err = s.p.FixedPoints()
	c.check(err)
	s.field, err = s.p.Arrows(arrows)
	c.check(err)
	curves := func(list []analysis.Curve) goja.Value {
		items := make([]any, len(list))
		for i, c := range list {
			items[i] = rt.record("x", rt.neuron.array(c.X), "y", rt.neuron.array(c.Y))
		}
		return rt.vm.NewArray(items...)
	}
	points := make([]any, len(s.points))
	for i, q := range s.points {
		points[i] = rt.record("x", q.X, "y", q.Y, "type", q.Type, "stable", q.Stable, "eigenvalues", rt.vm.NewArray(
			rt.record("re", real(q.Eigenvalues[0]), "im", imag(q.Eigenvalues[0])),
			rt.record("re", real(q.Eigenvalues[1]), "im", imag(q.Eigenvalues[1]))))
	}
	s.obj = rt.record(
		"variables", rt.vm.NewArray(s.names[0], s.names[1]),
		"xlim", rt.neuron.array(s.p.X[:]), "ylim", rt.neuron.array(s.p.Y[:]),
		"nullclines", rt.record("x", curves(x), "y", curves(y)),
		"fixedPoints", rt.vm.NewArray(points...),
		"field", rt.record("x", rt.neuron.array(s.field.X), "y", rt.neuron.array(s.field.Y), "dx", rt.neuron.array(s.field.U), "dy", rt.neuron.array(s.field.V)),
	)
	s.method("trajectory", s.trajectory)
	s.method("limitCycle", s.limitCycle)
	s.method("separatrices", s.separatrices)
	s.method("plot", s.plot)
	rt.SetHost(s.obj, s)
	return rt.strict(s.obj, "a phase plane has no")
}

// Inspect tells the fixed points: the numbers of the curves would fill pages.
func (s *phasePlane) Inspect() string {
	text := fmt.Sprintf("phase plane of %s from %g to %g and %s from %g to %g", s.names[0], s.p.X[0], s.p.X[1], s.names[1], s.p.Y[0], s.p.Y[1])
	for _, q := range s.points {
		text += fmt.Sprintf("\n  %s at %s = %.6g, %s = %.6g", q.Type, s.names[0], q.X, s.names[1], q.Y)
	}
	return text
}

func (s *phasePlane) method(name string, f func(c plotCall) any) {
	rt := s.rt
	fn := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		return rt.vm.ToValue(f(plotCall{rt, name, call.Arguments}))
	}).(*goja.Object)
	rt.fixed(fn, "name", rt.vm.ToValue(name))
	rt.SetHost(fn, helpTopic{"PhasePlane", name})
	rt.fixed(s.obj, name, fn)
}

// start takes a value as a place, [x, y].
func (s *phasePlane) start(c plotCall, v goja.Value) (x, y float64) {
	xs, ok := s.rt.numbers(v, c.name+": the start")
	if !ok || len(xs) != 2 {
		s.rt.Throw(fault.New(fault.Type, "%s starts at [%s, %s], not %s", c.name, s.names[0], s.names[1], s.rt.brief(v)))
	}
	return xs[0], xs[1]
}

func (s *phasePlane) path(p analysis.Path) []any {
	return []any{"t", s.rt.neuron.array(p.T), "x", s.rt.neuron.array(p.X), "y", s.rt.neuron.array(p.Y)}
}

// trajectory is trajectory([x, y], duration, {dt}).
func (s *phasePlane) trajectory(c plotCall) any {
	x, y := s.start(c, argument(c.args, 0))
	duration := c.finite("the duration", argument(c.args, 1))
	dt := math.Abs(duration) / 1000
	c.options(2, map[string]func(goja.Value){"dt": func(v goja.Value) { dt = c.positive("dt", v) }})
	path, err := s.p.Trajectory(x, y, duration, dt)
	c.check(err)
	return s.rt.record(s.path(path)...)
}

// limitCycle is limitCycle({start, backward}). Without a start it tries one beside each
// fixed point that is neither a saddle nor holds the state, then some over the window.
func (s *phasePlane) limitCycle(c plotCall) any {
	backward := false
	var starts [][2]float64
	c.options(0, map[string]func(goja.Value){
		"start":    func(v goja.Value) { x, y := s.start(c, v); starts = [][2]float64{{x, y}} },
		"backward": func(v goja.Value) { backward = v.ToBoolean() },
	})
	if starts == nil {
		at := func(x, y float64) [2]float64 {
			return [2]float64{s.p.X[0] + x*(s.p.X[1]-s.p.X[0]), s.p.Y[0] + y*(s.p.Y[1]-s.p.Y[0])}
		}
		for _, q := range s.points {
			if q.Type != "saddle" && q.Stable == backward {
				starts = append(starts, [2]float64{q.X + 0.01*(s.p.X[1]-s.p.X[0]), q.Y})
			}
		}
		starts = append(starts, at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75))
	}
	for _, start := range starts {
		cycle, ok, err := s.p.LimitCycle(start[0], start[1], backward)
		c.check(err)
		if ok {
			return s.rt.record(slices.Concat(s.path(cycle.Path), []any{"period", cycle.Period, "stable", cycle.Stable, "multiplier", cycle.Multiplier})...)
		}
	}
	return nil
}

// separatrices is separatrices().
func (s *phasePlane) separatrices(c plotCall) any {
	ways, err := s.p.Separatrices(s.points)
	c.check(err)
	items := make([]any, len(ways))
	for i, way := range ways {
		items[i] = s.rt.record(slices.Concat(s.path(way.Path), []any{"stable", way.Stable})...)
	}
	return s.rt.vm.NewArray(items...)
}

// plot is plot(axes): the directions of the field as arrows of one length, the nullclines and
// the fixed points, on plt's axes where none are given.
func (s *phasePlane) plot(c plotCall) any {
	rt := s.rt
	axes := argument(c.args, 0)
	if absent(axes) {
		axes = rt.vm.GlobalObject().Get("plt")
	}
	switch rt.Host(axes).(type) {
	case *surface, *figure, *axesOf:
	default:
		rt.Throw(fault.New(fault.Type, "plot draws on axes, as those of plt.subplots, not on %s", rt.brief(axes)))
	}
	call := func(name string, args ...any) {
		f, _ := goja.AssertFunction(axes.(*goja.Object).Get(name))
		values := make([]goja.Value, len(args))
		for i, a := range args {
			values[i] = rt.vm.ToValue(a)
		}
		_, err := f(axes, values...)
		rt.check(err)
	}
	labelled := map[string]bool{}
	line := func(x, y any, format, label string, options ...any) {
		if !labelled[label] {
			labelled[label] = true
			options = append(options, "label", label)
		}
		call("plot", x, y, format, rt.record(options...))
	}
	ways := s.p.Directions(s.field)
	call("quiver", rt.neuron.array(s.field.X), rt.neuron.array(s.field.Y), rt.neuron.array(ways.U), rt.neuron.array(ways.V),
		rt.record("angles", "xy", "scale_units", "xy", "scale", 1, "pivot", "mid", "color", "gray", "alpha", 0.7))
	nullclines := s.obj.Get("nullclines").(*goja.Object)
	for i, name := range []string{"x", "y"} {
		rt.vm.ForOf(nullclines.Get(name), func(v goja.Value) bool {
			curve := v.(*goja.Object)
			line(curve.Get("x"), curve.Get("y"), []string{"C3", "C2"}[i], "d"+s.names[i]+"/dt = 0")
			return true
		})
	}
	for _, q := range s.points {
		format := "kx"
		if q.Stable {
			format = "ko"
		}
		line(rt.vm.NewArray(q.X), rt.vm.NewArray(q.Y), format, q.Type, "markersize", 8)
	}
	call("xlabel", s.names[0])
	call("ylabel", s.names[1])
	call("xlim", s.p.X[0], s.p.X[1])
	call("ylim", s.p.Y[0], s.p.Y[1])
	return axes
}

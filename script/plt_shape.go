package script

import (
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
	"github.com/gneuron/gneuron/section"
)

// shapePlot is what is to be drawn of some sections.
type shapePlot struct {
	sections []*section.Section // nil: all
	variable string             // colours; "" for none
	color    string             // a colour of all, or "section": one for each
	lo, hi   float64            // both 0: those of the values
	thin     bool               // lines, not diameters
	cmap     string
	label    string
	view     string
	marks    bool // electrodes and synapses
	times    []float64
	frames   [][]float64 // for each segment, its values over time
}

// draw puts the shape over axes. check raises an error as the caller's.
func (n *neuron) drawShape(p shapePlot, a *plot.Axes, check func(error)) {
	if p.sections == nil {
		p.sections = n.m.Sections()
	}
	s := plot.Shape{Lo: p.lo, Hi: p.hi, Label: p.label, View: p.view}
	var err error
	s.Colors, err = plot.ParseColormap(p.cmap)
	check(err)
	places := map[section.Segment]int{}
	for _, sec := range p.sections {
		for i := range sec.Nseg() {
			g, err := sec.At((float64(i) + 0.5) / float64(sec.Nseg()))
			check(err)
			places[g] = len(places)
			if p.variable != "" {
				v, err := g.Get(p.variable)
				if err != nil { // no such mechanism here: grey
					if _, known := n.anyHas(p.sections, p.variable); !known {
						check(err)
					}
					v = math.NaN()
				}
				s.Values = append(s.Values, v)
			}
		}
	}
	colors := map[*section.Section]int{}
	for _, k := range n.m.Outline(p.sections) {
		stick := plot.Stick{A: k.A, B: k.B, DA: k.DA, DB: k.DB, Name: k.Place.Sec.Name(), Place: places[k.Place]}
		if p.thin {
			stick.DA, stick.DB = 0, 0
		}
		switch p.color {
		case "":
		case "section":
			if _, ok := colors[k.Place.Sec]; !ok {
				colors[k.Place.Sec] = len(colors)
			}
			stick.Color = plot.Cycle[colors[k.Place.Sec]%len(plot.Cycle)]
		default:
			stick.Color, err = plot.ParseColor(p.color)
			check(err)
		}
		s.Sticks = append(s.Sticks, stick)
	}
	if p.frames != nil {
		if len(p.frames) != len(places) {
			check(fault.New(fault.Range, "there are recordings of %d places, and %d segments", len(p.frames), len(places)))
		}
		s.Times = p.times
		for t := range p.times {
			frame := make([]float64, len(p.frames))
			for i, v := range p.frames {
				if frame[i] = math.NaN(); t < len(v) {
					frame[i] = v[t]
				}
			}
			s.Frames = append(s.Frames, frame)
		}
		if len(s.Frames) > 0 {
			s.Values = slices.Clone(s.Frames[len(s.Frames)-1])
		}
	}
	check(a.AddShape(s))
	if p.marks {
		n.markProcesses(p.sections, a, check)
	}
}

// anyHas tells whether any of the sections has a range variable.
func (n *neuron) anyHas(sections []*section.Section, variable string) (*section.Section, bool) {
	for _, sec := range sections {
		if g, err := sec.At(0.5); err == nil {
			if _, err := g.Var(variable); err == nil {
				return sec, true
			}
		}
	}
	return nil, false
}

// markProcesses marks the point processes on sections, each kind with its own sign.
func (n *neuron) markProcesses(sections []*section.Section, a *plot.Axes, check func(error)) {
	signs := []string{"o", "^", "s", "D", "v", "p", "*"}
	kinds := map[string]string{}
	for _, s := range a.Shapes { // those of other shapes in the same axes
		for _, k := range s.Marks {
			if k.Label != "" {
				kinds[k.Label] = k.Marker
			}
		}
	}
	for _, p := range n.m.PointProcesses() {
		g, ok := p.Segment()
		if !ok || !slices.Contains(sections, g.Sec) {
			continue
		}
		kind := p.Mech.Type.Name
		if kinds[kind] == "" {
			kinds[kind] = signs[len(kinds)%len(signs)]
		}
		check(a.AddMark(plot.Mark{At: n.placeOf(g), Label: kind, Marker: kinds[kind]}))
	}
}

// placeOf is where a segment is in space.
func (n *neuron) placeOf(g section.Segment) [3]float64 {
	pieces := n.m.Outline([]*section.Section{g.Sec})
	total := 0.0
	for _, k := range pieces {
		total += k.Length()
	}
	left := g.X * total
	last := pieces[len(pieces)-1]
	for _, k := range pieces {
		l := k.Length()
		if left <= l {
			return k.At(left / l)
		}
		left -= l
	}
	return last.B
}

// shape is shape(sections, {color, cmap, vmin, vmax, label, view, diameters, marks,
// movie}).
func shape(c plotCall, a *plot.Axes) {
	n := c.rt.neuron
	p := shapePlot{marks: true}
	i := 0
	if len(c.args) > 0 {
		if _, isOptions := c.plainObject(c.args[0]); !isOptions && !absent(c.args[0]) {
			if goja.IsString(c.args[0]) {
				c.rt.Throw(fault.New(fault.Type, "the sections of %s must be a section or a list of them, not %s", c.name, c.rt.brief(c.args[0])).
					WithHint("the variable is an option: %s({ color: %q })", c.name, n.dotless(c.args[0].String())))
			}
			p.sections = n.sectionsOf("the sections of "+c.name, c.args[0])
			i = 1
		} else if absent(c.args[0]) {
			i = 1
		}
	}
	c.options(i, map[string]func(goja.Value){
		"color": func(v goja.Value) {
			name := c.string("color", v)
			if name == "section" {
				p.color = name
				return
			}
			if _, known := n.anyHas(n.shapeSections(p.sections), name); known {
				p.variable = name
				return
			}
			if other := n.dotless(name); other != name {
				e := fault.New(fault.Reference, "%s: there is no variable %q", c.name, name)
				e.Variable = name
				c.rt.Throw(e.DidYouMean(other))
			}
			if _, err := plot.ParseColor(name); err != nil {
				p.variable = name // says what is wrong with it
				return
			}
			p.color = name
		},
		"cmap":      func(v goja.Value) { p.cmap = c.string("cmap", v) },
		"vmin":      func(v goja.Value) { p.lo = c.finite("vmin", v) },
		"vmax":      func(v goja.Value) { p.hi = c.finite("vmax", v) },
		"label":     func(v goja.Value) { p.label = c.string("label", v) },
		"view":      func(v goja.Value) { p.view = c.string("view", v) },
		"diameters": func(v goja.Value) { p.thin = !v.ToBoolean() },
		"marks":     func(v goja.Value) { p.marks = v.ToBoolean() },
		"movie":     func(v goja.Value) { c.movie(&p, v) },
	})
	if p.variable != "" && p.label == "" {
		p.label = p.variable
	}
	n.drawShape(p, a, c.check)
}

// dotless gives a range variable that was written as hh.m its name, m_hh; anything
// else stays as it is.
func (n *neuron) dotless(name string) string {
	if mech, variable, dotted := strings.Cut(name, "."); dotted && n.host.lookup(variable+"_"+mech) != nil {
		return variable + "_" + mech
	}
	return name
}

func (n *neuron) shapeSections(list []*section.Section) []*section.Section {
	if list == nil {
		return n.m.Sections()
	}
	return list
}

// plainObject tells an object of options from others.
func (c plotCall) plainObject(v goja.Value) (*goja.Object, bool) {
	obj, ok := v.(*goja.Object)
	return obj, ok && obj.ClassName() == "Object" && c.rt.Host(obj) == nil
}

// sectionsOf takes a section, or what has sections in it one after the other.
func (n *neuron) sectionsOf(what string, v goja.Value) []*section.Section {
	if _, ok := n.rt.Host(v).(*sectionObject); !ok {
		if obj, ok := v.(*goja.Object); ok && n.rt.isData(v) {
			out := []*section.Section{}
			n.vm.ForOf(obj, func(x goja.Value) bool {
				out = append(out, n.asSection(x, what))
				return true
			})
			return out
		}
	}
	return []*section.Section{n.asSection(v, what)}
}

// mark is mark(segment, "or", {label}): a sign on the last shape.
func mark(c plotCall, a *plot.Axes) {
	n := c.rt.neuron
	g := n.asSegment(argument(c.args, 0), "the place of "+c.name)
	m := plot.Mark{At: n.placeOf(g)}
	i := 1
	if v := argument(c.args, 1); goja.IsString(v) {
		style, err := plot.ParseFormat(v.String())
		c.check(err)
		m.Marker, m.Color = style.Marker, style.Color
		i++
	}
	c.options(i, map[string]func(goja.Value){"label": func(v goja.Value) { m.Label = c.string("label", v) }})
	c.check(a.AddMark(m))
}

// recorder is plt.record: a Vector that records a variable for each segment, in
// the order in which a shape has them, and one for the times.
const recorder = `(function (n, variable, sections, dt) {
  const values = []
  for (const sec of sections) for (const seg of sec) values.push(n.Vector().record(seg["_ref_" + variable], dt))
  return { variable, t: n.Vector().record(n._ref_t, dt), values, sections: [...sections] }
})`

// recordShape is plt.record(variable, {sections, dt}).
func (rt *Runtime) recordShape(c plotCall) goja.Value {
	n := rt.neuron
	variable := c.string("the variable", argument(c.args, 0))
	dt := 0.1
	var list []*section.Section
	c.options(1, map[string]func(goja.Value){
		"dt":       func(v goja.Value) { dt = c.positive("dt", v) },
		"sections": func(v goja.Value) { list = n.sectionsOf("the sections of "+c.name, v) },
	})
	f, err := rt.vm.RunString(recorder)
	rt.check(err)
	make, _ := goja.AssertFunction(f)
	v, err := make(goja.Undefined(), rt.vm.Get("n"), rt.vm.ToValue(variable),
		rt.vm.NewArray(n.sectionObjects(n.shapeSections(list))...), rt.vm.ToValue(dt))
	rt.check(err)
	return v
}

// movie reads what plt.record made: {variable, t, values}.
func (c plotCall) movie(p *shapePlot, v goja.Value) {
	obj, ok := c.plainObject(v)
	if !ok || obj.Get("t") == nil || obj.Get("values") == nil {
		c.rt.Throw(fault.New(fault.Type, "%s: movie must be what plt.record gave, not %s", c.name, c.rt.brief(v)))
	}
	p.times = c.each(obj.Get("t"), 0, "t of the movie")
	p.frames = [][]float64{}
	c.rt.vm.ForOf(obj.Get("values"), func(x goja.Value) bool {
		p.frames = append(p.frames, c.each(x, 0, "a recording of the movie"))
		return true
	})
	if name := obj.Get("variable"); name != nil && p.label == "" {
		p.label = name.String()
	}
}

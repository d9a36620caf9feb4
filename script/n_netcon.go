package script

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

// netConObject is a NetCon as scripts see it.
type netConObject struct {
	n      *neuron
	c      *solver.NetCon
	obj    *goja.Object
	number int
	born   int

	pre  goja.Value // the source as it was given: a Ref, an object or null
	post *pointObject
}

// Inspect shows the ends and the numbers of the connection.
func (o *netConObject) Inspect() string {
	from := "null"
	if o.pre != nil && !goja.IsNull(o.pre) {
		from = o.n.show(o.pre)
	}
	to := "null"
	if o.post != nil {
		to = o.post.String()
	}
	text := fmt.Sprintf("%s: %s to %s, delay %g ms, weight %g", o.String(), from, to, o.c.Delay, o.c.Weight[0])
	if o.c.Source != nil {
		text += fmt.Sprintf(", threshold %g mV", o.c.Source.Threshold)
	}
	return text
}

// String is NetCon[0].
func (o *netConObject) String() string { return fmt.Sprintf("NetCon[%d]", o.number) }

func (o *netConObject) serial() int { return o.born }

func (o *netConObject) remove() {
	o.c.Delete()
}

// target gives the Target of a point process or an artificial cell.
func (n *neuron) target(o *pointObject, what string) *solver.Target {
	p := o.alive()
	if p.ID == mechanism.NoRow {
		e := fault.New(fault.Model, "%s: %s has no place", what, o)
		e.Mechanism = p.Mech.Type.Name
		n.throw(e.WithHint("place it first: %s.loc(soma(0.5))", p.Mech.Type.Name))
	}
	return n.s.Target(p.Mech, p.ID)
}

// newNetCon is n.NetCon(source, target, threshold, delay, weight, {sec, ...}).
func (n *neuron) newNetCon(c *class[*netConObject], args []goja.Value) *goja.Object {
	args, options := n.split(args)
	if len(args) < 2 {
		n.throw(fault.New(fault.Type, "n.NetCon needs a source and a target").
			WithHint("n.NetCon(soma(0.5)._ref_v, synapse, {sec: soma}); null stands for no source or no target"))
	}
	if len(args) > 5 {
		n.throw(fault.New(fault.Type, "n.NetCon takes at most source, target, threshold, delay and weight, not %d arguments", len(args)))
	}
	o := &netConObject{n: n, pre: args[0], born: n.birth()}
	var target *solver.Target
	if !absent(args[1]) {
		post, ok := n.rt.Host(args[1]).(*pointObject)
		if !ok {
			n.throw(fault.New(fault.Type, "the target of n.NetCon must be a point process or an artificial cell, not %s", n.show(args[1])))
		}
		n.check(solver.CanReceive(post.p.Mech.Type))
		o.post, target = post, n.target(post, "the target of n.NetCon")
	}
	var keys []string // of options
	if options != nil {
		keys = options.Keys()
		for _, key := range keys {
			if m := c.members[key]; key != "sec" && (m == nil || m.set == nil) {
				n.noOption("n.NetCon", key, []string{"sec", "threshold", "delay", "weight"})
			}
		}
		if sec := options.Get("sec"); !absent(sec) {
			n.asSection(sec, "the option sec of n.NetCon")
		}
	}
	switch pre := n.rt.Host(args[0]).(type) {
	case *Ref:
		var key any = pre
		if at, ok, err := pre.Resolve(); err != nil {
			n.throw(err)
		} else if ok {
			key = at
		}
		var err error
		o.c, err = n.s.ConnectNumber(pre, key, target)
		n.check(err)
	case *pointObject:
		var err error
		o.c, err = n.s.ConnectInstance(n.target(pre, "the source of n.NetCon"), target)
		n.check(err)
	default:
		if !absent(args[0]) {
			n.throw(fault.New(fault.Type, "the source of n.NetCon must be a reference such as soma(0.5)._ref_v, an artificial cell or null, not %s", n.show(args[0])))
		}
		o.c = n.s.Connect(target)
	}
	if src := o.c.Source; src != nil {
		src.Origin = o.pre
	}
	o.register(c)
	made := false
	defer func() { // a refused number leaves no half-made connection
		if !made {
			o.remove()
		}
	}()
	for i, name := range []string{"threshold", "delay", "weight"} {
		if len(args) > i+2 && !absent(args[i+2]) {
			c.set(o, name, args[i+2], o.String)
		}
	}
	for _, key := range keys {
		if key != "sec" {
			c.set(o, key, options.Get(key), o.String)
		}
	}
	made = true
	return o.obj
}

// register numbers the connection and makes its object.
func (o *netConObject) register(c *class[*netConObject]) {
	n := o.n
	o.number = n.netConCount
	n.netConCount++
	o.obj = wrapObject(n.host, c, o)
	o.c.Object = o
}

// alive throws when the connection was deleted.
func (o *netConObject) alive() *solver.NetCon {
	if o.c.Deleted() {
		o.n.throw(fault.New(fault.Model, "%s was deleted", o))
	}
	return o.c
}

// gone tells whether the section was deleted whose variable is the source.
func (o *netConObject) gone() bool {
	r, ok := o.n.rt.Host(o.pre).(*Ref)
	return ok && r.Gone()
}

func (n *neuron) addNetCon() {
	vm := n.vm
	c := newObjectClass[*netConObject](n.host, "NetCon")
	number := func(name string, get func(*solver.NetCon) float64, set func(*netConObject, float64) error) {
		c.property(name, func(o *netConObject) goja.Value { return vm.ToValue(get(o.alive())) },
			func(o *netConObject, v goja.Value) {
				o.alive()
				n.check(set(o, n.number(v, func() string { return o.String() + "." + name })))
			})
	}
	number("delay", func(x *solver.NetCon) float64 { return x.Delay }, func(o *netConObject, x float64) error { return o.c.SetDelay(x) })
	number("threshold", func(x *solver.NetCon) float64 {
		if x.Source == nil {
			return solver.DefaultThreshold
		}
		return x.Source.Threshold
	}, (*netConObject).setThreshold)
	c.property("weight", func(o *netConObject) goja.Value { return vm.NewDynamicArray(&weights{o, false}) },
		func(o *netConObject, v goja.Value) {
			o.alive()
			if goja.IsNumber(v) {
				(&weights{o, false}).Set(0, v)
				return
			}
			k := 0
			n.eachItem(v, o.String()+".weight", func(x goja.Value) {
				(&weights{o, false}).Set(k, x)
				k++
			})
		})
	c.property("_ref_weight", func(o *netConObject) goja.Value { return vm.NewDynamicArray(&weights{o, true}) }, nil)
	c.property("x", func(o *netConObject) goja.Value {
		o.alive()
		if r, ok := n.rt.Host(o.pre).(*Ref); ok {
			x, err := r.Value()
			n.check(err)
			return vm.ToValue(x)
		}
		return vm.ToValue(0)
	}, nil)
	for name, x := range map[string]float64{"delay": 0, "threshold": 1} {
		c.property("_ref_"+name, func(o *netConObject) goja.Value {
			o.alive()
			return n.refTo(o.String()+"._ref_"+name, func() float64 {
				if x == 0 {
					return o.c.Delay
				}
				return c.members[name].get(o).ToFloat()
			}, func(y float64) error {
				c.members[name].set(o, vm.ToValue(y))
				return nil
			})
		}, nil)
	}
	method := func(name string, f func(o *netConObject, call goja.FunctionCall) goja.Value) {
		c.method(name, func(o *netConObject, call goja.FunctionCall) goja.Value {
			if name != "valid" && name != "delete" {
				o.alive()
			}
			return f(o, call)
		})
	}
	method("event", func(o *netConObject, call goja.FunctionCall) goja.Value {
		t := n.finiteArgument(call, 0, "the time of NetCon.event")
		if o.post == nil {
			n.throw(fault.New(fault.Model, "%s has no target to receive an event", o))
		}
		if f := call.Argument(1); !absent(f) {
			o.c.EventWithFlag(t, n.number(f, func() string { return "the flag of NetCon.event" }))
		} else {
			o.c.Event(t)
		}
		return vm.ToValue(0)
	})
	method("record", func(o *netConObject, call goja.FunctionCall) goja.Value { return o.record(call) })
	method("get_recordvec", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		if o.c.Source != nil && o.c.Source.Recording() != nil {
			if v := n.recordings[o.c.Source]; v != nil {
				return v
			}
		}
		return goja.Null()
	})
	method("active", func(o *netConObject, call goja.FunctionCall) goja.Value {
		old := o.c.Active
		if v := call.Argument(0); !absent(v) {
			o.c.SetActive(v.ToBoolean())
		}
		return vm.ToValue(old)
	})
	method("valid", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		return vm.ToValue(!o.c.Deleted() && o.c.Source != nil && !o.gone() && o.c.Target != nil && o.c.Target.Valid())
	})
	method("wcnt", func(o *netConObject, _ goja.FunctionCall) goja.Value { return vm.ToValue(len(o.c.Weight)) })
	method("pre", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		if p, ok := n.rt.Host(o.pre).(*pointObject); ok {
			return p.obj
		}
		return goja.Null()
	})
	method("syn", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		if o.post == nil {
			return goja.Null()
		}
		return o.post.obj
	})
	method("preseg", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		if r, ok := n.rt.Host(o.pre).(*Ref); ok && r.seg != nil && !r.Gone() {
			return n.segment(*r.seg).obj
		}
		return goja.Null()
	})
	method("postseg", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		if o.post != nil {
			if seg, ok := o.post.p.Segment(); ok {
				return n.segment(seg).obj
			}
		}
		return goja.Null()
	})
	cellOf := func(seg goja.Value) goja.Value {
		if s, ok := n.rt.Host(seg).(*segmentObject); ok {
			return cellOfSection(s.sec.s)
		}
		return goja.Null()
	}
	method("precell", func(o *netConObject, call goja.FunctionCall) goja.Value {
		return cellOf(c.members["preseg"].call(o.obj))
	})
	method("postcell", func(o *netConObject, call goja.FunctionCall) goja.Value {
		return cellOf(c.members["postseg"].call(o.obj))
	})
	method("srcgid", func(o *netConObject, _ goja.FunctionCall) goja.Value {
		if o.c.Source != nil {
			if gid, ok := o.c.Source.Gid(); ok {
				return vm.ToValue(gid)
			}
		}
		return vm.ToValue(-1)
	})
	method("setpost", func(o *netConObject, call goja.FunctionCall) goja.Value {
		if absent(call.Argument(0)) {
			o.post = nil
			o.c.SetTarget(nil)
			return vm.ToValue(0)
		}
		post, ok := n.rt.Host(call.Argument(0)).(*pointObject)
		if !ok {
			n.throw(fault.New(fault.Type, "the target of a NetCon must be a point process or an artificial cell, not %s", n.show(call.Argument(0))))
		}
		n.check(solver.CanReceive(post.p.Mech.Type))
		o.post = post
		o.c.SetTarget(n.target(post, "NetCon.setpost"))
		return vm.ToValue(0)
	})
	list := func(name string, same func(a, b *netConObject) bool) {
		method(name, func(o *netConObject, _ goja.FunctionCall) goja.Value {
			l := &objectList{n: n}
			for _, x := range n.s.NetCons() {
				if other, ok := x.Object.(*netConObject); ok && same(o, other) {
					l.items = append(l.items, other.obj)
				}
			}
			return wrapObject(n.host, n.objectLists, l)
		})
	}
	list("synlist", func(a, b *netConObject) bool { return a.post == b.post })
	list("prelist", func(a, b *netConObject) bool { return a.c.Source == b.c.Source })
	sameCell := func(name string) func(a, b *netConObject) bool {
		return func(a, b *netConObject) bool {
			cell := c.members[name].call(a.obj)
			return !goja.IsNull(cell) && cell.SameAs(c.members[name].call(b.obj))
		}
	}
	list("precelllist", sameCell("precell"))
	list("postcelllist", sameCell("postcell"))
	for method, segment := range map[string]string{"preloc": "preseg", "postloc": "postseg"} {
		c.method(method, func(o *netConObject, _ goja.FunctionCall) goja.Value {
			seg, ok := n.rt.Host(c.members[segment].call(o.obj)).(*segmentObject)
			if !ok {
				return vm.ToValue(-1)
			}
			n.stack = append(n.stack, seg.sec.s)
			return vm.ToValue(seg.x)
		})
	}
	name := func(o *netConObject, _ goja.FunctionCall) goja.Value { return vm.ToValue(o.String()) }
	for _, key := range []string{"hname", "name", "toString", "toJSON"} {
		c.method(key, name)
	}
	method("delete", func(o *netConObject, _ goja.FunctionCall) goja.Value { o.remove(); return goja.Undefined() })
	n.netConClass = c
	n.members["NetCon"] = n.constructor("NetCon", c.proto, func(args []goja.Value) *goja.Object { return n.newNetCon(c, args) })
}

// origin gives what a source was made of, or nil.
func origin(src *solver.EventSource) goja.Value {
	v, _ := src.Origin.(goja.Value)
	return v
}

// cellOfSection gives the cell that a section belongs to, or null.
func cellOfSection(s *section.Section) goja.Value {
	if cell, ok := s.Cell().(goja.Value); ok && cell != nil {
		return cell
	}
	return goja.Null()
}

// setThreshold sets the threshold of the source, which all NetCons of the
// source share. It warns when they had been given another.
func (o *netConObject) setThreshold(x float64) error {
	if x != x {
		return fault.New(fault.Range, "%s.threshold = NaN is not a number", o)
	}
	src := o.c.Source
	if src == nil {
		return nil
	}
	if o.n.thresholds[src] && src.Threshold != x {
		o.n.warn("%s.threshold = %g changes the threshold of all %d NetCons of the same source, from %g", o, x, len(src.Outputs()), src.Threshold)
	}
	o.n.thresholds[src] = true
	src.Threshold = x
	return nil
}

// record is record(times), record(times, ids), record(times, ids, id),
// record(function) and record(): a source has one recording.
func (o *netConObject) record(call goja.FunctionCall) goja.Value {
	n, src := o.n, o.c.Source
	if src == nil {
		n.throw(fault.New(fault.Model, "%s has no source to record", o))
	}
	first := call.Argument(0)
	if absent(first) {
		src.Record(nil, nil, 0)
		delete(n.recordings, src)
		return n.vm.ToValue(0)
	}
	if times := n.rt.toVector(first); times != nil {
		if old := src.Recording(); old != nil && old != times {
			n.warn("%s.record: the recording of the same source into another Vector ends", o)
		}
		var ids = n.rt.toVector(call.Argument(1))
		if ids == nil && !absent(call.Argument(1)) {
			n.throw(fault.New(fault.Type, "NetCon.record: the second argument must be a Vector for the ids, not %s", n.show(call.Argument(1))))
		}
		id := 0.0
		if v := call.Argument(2); !absent(v) {
			id = n.number(v, func() string { return "the id of NetCon.record" })
		}
		src.Record(times, ids, id)
		n.recordings[src] = first
		return n.vm.ToValue(0)
	}
	src.RecordCall(n.callable(first, "NetCon.record"))
	delete(n.recordings, src)
	return n.vm.ToValue(0)
}

// weights is nc.weight, or nc._ref_weight.
type weights struct {
	o    *netConObject
	refs bool
}

func (w *weights) Len() int { return len(w.o.alive().Weight) }

func (w *weights) inside(k int) {
	if k >= 0 && k < w.Len() {
		return
	}
	(&elements{h: w.o.n.host, name: w.o.String() + ".weight", size: w.Len()}).inside(k)
}

func (w *weights) Get(k int) goja.Value {
	w.inside(k)
	if !w.refs {
		return w.o.n.vm.ToValue(w.o.c.Weight[k])
	}
	return w.o.n.refTo(fmt.Sprintf("%s._ref_weight[%d]", w.o, k), func() float64 { return w.o.c.Weight[k] }, func(x float64) error {
		w.o.c.Weight[k] = x
		return nil
	})
}

func (w *weights) Set(k int, v goja.Value) bool {
	w.inside(k)
	name := func() string { return fmt.Sprintf("%s.weight[%d]", w.o, k) }
	x := w.o.n.number(v, name)
	if x != x {
		w.o.n.throw(fault.New(fault.Range, "%s = NaN is not a number", name()))
	}
	w.o.c.Weight[k] = x
	return true
}

func (w *weights) SetLen(k int) bool { return k == w.Len() }

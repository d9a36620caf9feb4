package script

import (
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/solver"
	"github.com/gneuron/gneuron/vector"
)

// parallel is the state of n.ParallelContext(), of which there is one for each
// runtime.
type parallel struct {
	class    *class[*parallel]
	stepTime time.Duration // spent in psolve
	timeout  float64       // [s]
	abort    bool          // mpiabort_on_error
	busywait bool
	bulletin
}

// addParallelContext makes n.ParallelContext: gids and parallel runs, transfer,
// what processes exchange (of which there is one), and jobs.
func (n *neuron) addParallelContext() {
	c := newObjectClass[*parallel](n.host, "ParallelContext")
	n.parallel = parallel{class: c, timeout: 20, abort: true}
	n.addGids()
	n.addParallelRun()
	n.addTransfer()
	n.addCollectives()
	n.addBoard()
	single := wrapObject(n.host, c, &n.parallel)
	n.members["ParallelContext"] = n.constructor("ParallelContext", c.proto, func([]goja.Value) *goja.Object { return single })
}

// pc adds a method of ParallelContext.
func (n *neuron) pc(name string, f func(call goja.FunctionCall) goja.Value) {
	n.parallel.class.method(name, func(_ *parallel, call goja.FunctionCall) goja.Value { return f(call) })
}

// pcInt takes argument i of a method of ParallelContext as a whole number.
func (n *neuron) pcInt(call goja.FunctionCall, i int, what string) int {
	if i >= len(call.Arguments) {
		n.throw(fault.New(fault.Type, "%s is missing", what))
	}
	return n.integer(call.Arguments[i], func() string { return what })
}

// pcVector takes argument i of a method of ParallelContext as a Vector.
func (n *neuron) pcVector(call goja.FunctionCall, i int, what string) *vector.Vector {
	v := n.rt.toVector(call.Argument(i))
	if v == nil {
		n.throw(fault.New(fault.Type, "%s must be a Vector, not %s", what, n.show(call.Argument(i))))
	}
	return v
}

// pcNetCon takes argument i of a method of ParallelContext as a NetCon.
func (n *neuron) pcNetCon(call goja.FunctionCall, i int, what string) *netConObject {
	o, ok := n.rt.Host(call.Argument(i)).(*classObject[*netConObject])
	if !ok {
		n.throw(fault.New(fault.Type, "%s must be a NetCon, not %s", what, n.show(call.Argument(i))))
	}
	o.self.alive()
	return o.self
}

func (n *neuron) addGids() {
	vm := n.vm
	gidOf := func(call goja.FunctionCall, name string) int { return n.pcInt(call, 0, "the gid of "+name) }
	n.pc("set_gid2node", func(call goja.FunctionCall) goja.Value {
		gid, node := gidOf(call, "set_gid2node"), n.pcInt(call, 1, "the process of set_gid2node")
		if node < 0 {
			n.throw(fault.Outside("the process of set_gid2node", float64(node), 0, solver.MaxGid))
		}
		if node == 0 {
			n.check(n.s.AddGid(gid))
		}
		return vm.ToValue(0)
	})
	n.pc("gid_exists", func(call goja.FunctionCall) goja.Value { return vm.ToValue(n.s.GidState(gidOf(call, "gid_exists"))) })
	n.pc("cell", func(call goja.FunctionCall) goja.Value {
		gid, c := gidOf(call, "cell"), n.pcNetCon(call, 1, "the second argument of cell")
		output := true
		if v := call.Argument(2); !absent(v) {
			output = v.ToBoolean()
		}
		if c.c.Source == nil {
			n.throw(fault.New(fault.Model, "cell(%d, %s): the NetCon has no source", gid, c).WithHint("n.NetCon(soma(0.5)._ref_v, null, {sec: soma}) has one"))
		}
		n.check(n.s.SetGidSource(gid, c.c.Source, output))
		return vm.ToValue(0)
	})
	source := func(call goja.FunctionCall, name string) *solver.EventSource {
		src, err := n.s.GidSource(gidOf(call, name))
		n.check(err)
		return src
	}
	n.pc("outputcell", func(call goja.FunctionCall) goja.Value {
		n.check(n.s.OutputGid(gidOf(call, "outputcell")))
		return vm.ToValue(0)
	})
	n.pc("gid2obj", func(call goja.FunctionCall) goja.Value { return n.sourceCell(source(call, "gid2obj"), false) })
	n.pc("gid2cell", func(call goja.FunctionCall) goja.Value { return n.sourceCell(source(call, "gid2cell"), true) })
	n.pc("threshold", func(call goja.FunctionCall) goja.Value {
		src := source(call, "threshold")
		if v := call.Argument(1); !absent(v) {
			src.Threshold = n.finiteArgument(call, 1, "the threshold")
		}
		return vm.ToValue(src.Threshold)
	})
	n.pc("gid_connect", func(call goja.FunctionCall) goja.Value { return n.gidConnect(gidOf(call, "gid_connect"), call) })
	n.pc("gid_clear", func(call goja.FunctionCall) goja.Value {
		kind := 0
		if v := call.Argument(0); !absent(v) {
			kind = n.pcInt(call, 0, "the type of gid_clear")
		}
		if kind < 0 || kind > 4 {
			n.throw(fault.Outside("the type of gid_clear", float64(kind), 0, 4))
		}
		if kind == 0 || kind >= 3 {
			n.s.ClearTransfer()
		}
		if kind != 2 && kind != 3 {
			n.s.ClearGids()
		}
		return vm.ToValue(0)
	})
	n.pc("spike_record", n.spikeRecord)
}

// sourceCell gives the cell that a source of events belongs to: the cell of the
// section that is watched, or the artificial cell or point process itself, or,
// with outer, the cell of the section that it is in.
func (n *neuron) sourceCell(src *solver.EventSource, outer bool) goja.Value {
	switch from := n.rt.Host(origin(src)).(type) {
	case *Ref:
		if from.seg != nil {
			return cellOfSection(from.seg.Sec)
		}
	case *pointObject:
		if seg, ok := from.p.Segment(); ok && outer {
			if cell := cellOfSection(seg.Sec); !goja.IsNull(cell) {
				return cell
			}
		}
		return from.obj
	}
	return goja.Null()
}

// gidConnect is gid_connect(gid, target) and gid_connect(gid, target, netcon).
func (n *neuron) gidConnect(gid int, call goja.FunctionCall) goja.Value {
	post, ok := n.rt.Host(call.Argument(1)).(*pointObject)
	if !ok {
		n.throw(fault.New(fault.Type, "the target of gid_connect must be a point process or an artificial cell, not %s", n.show(call.Argument(1))))
	}
	n.check(solver.CanReceive(post.p.Mech.Type))
	target := n.target(post, "the target of gid_connect")
	if !absent(call.Argument(2)) {
		o := n.pcNetCon(call, 2, "the third argument of gid_connect")
		if o.c.Target != target {
			n.throw(fault.New(fault.Model, "gid_connect(%d, %s, %s): the target of the NetCon is another", gid, post, o))
		}
		_, err := n.s.ConnectGid(gid, target, o.c)
		n.check(err)
		o.pre = origin(o.c.Source)
		return o.obj
	}
	c, err := n.s.ConnectGid(gid, target, nil)
	n.check(err)
	o := &netConObject{n: n, c: c, pre: origin(c.Source), post: post, born: n.birth()}
	o.register(n.netConClass)
	return o.obj
}

// spikeRecord is spike_record(gid, times, gids), for a gid, a Vector of gids or,
// with -1, all; null instead of the Vectors ends it.
func (n *neuron) spikeRecord(call goja.FunctionCall) goja.Value {
	var sources []*solver.EventSource
	var list []float64
	if v := n.rt.toVector(call.Argument(0)); v != nil {
		list = v.Data()
	} else if gid := n.pcInt(call, 0, "the gid of spike_record"); gid != -1 {
		list = []float64{float64(gid)}
	} else {
		sources = n.s.OutputSources()
	}
	for _, x := range list {
		src, err := n.s.GidSource(n.integer(n.vm.ToValue(x), func() string { return "a gid of spike_record" }))
		n.check(err)
		sources = append(sources, src)
	}
	var times, ids *vector.Vector
	if !absent(call.Argument(1)) || !absent(call.Argument(2)) {
		times = n.pcVector(call, 1, "the second argument of spike_record, for the times,")
		ids = n.pcVector(call, 2, "the third argument of spike_record, for the gids,")
		if times == ids {
			n.throw(fault.New(fault.Type, "spike_record needs two Vectors, for the times and for the gids"))
		}
	}
	for _, src := range sources {
		gid, _ := src.Gid()
		src.Record(times, ids, float64(gid))
		delete(n.recordings, src)
		if times != nil {
			n.recordings[src] = call.Argument(1)
		}
	}
	return n.vm.ToValue(0)
}

// addParallelRun makes psolve and what goes with it.
func (n *neuron) addParallelRun() {
	vm, p := n.vm, &n.parallel
	n.pc("set_maxstep", func(call goja.FunctionCall) goja.Value {
		x, err := n.s.SetMaxstep(n.argument(call, 0, "the argument of set_maxstep"))
		n.check(err)
		return vm.ToValue(x)
	})
	n.pc("psolve", func(call goja.FunctionCall) goja.Value {
		until := n.finiteArgument(call, 0, "the time of psolve")
		began := time.Now()
		defer func() { p.stepTime += time.Since(began) }()
		n.exclusive("ParallelContext.psolve", func() error {
			return n.watched(until, func() error { return n.s.Psolve(until) })
		})
		return vm.ToValue(0)
	})
	flag := func(name string, at *bool) {
		n.pc(name, func(call goja.FunctionCall) goja.Value {
			old := *at
			if v := call.Argument(0); !absent(v) {
				*at = v.ToBoolean()
			}
			return vm.ToValue(bit(old))
		})
	}
	n.pc("timeout", func(call goja.FunctionCall) goja.Value {
		old := p.timeout
		if p.timeout = 0; !absent(call.Argument(0)) {
			p.timeout = n.finiteArgument(call, 0, "the argument of timeout")
		}
		return vm.ToValue(old)
	})
	flag("mpiabort_on_error", &p.abort)
	flag("thread_busywait", &p.busywait)
	n.pc("nthread", func(call goja.FunctionCall) goja.Value {
		if !absent(call.Argument(0)) {
			n.check(n.s.SetThreads(n.argument(call, 0, "the argument of nthread")))
		}
		return vm.ToValue(n.s.Threads())
	})
	thread := func(name string, get func() float64) {
		n.pc(name, func(call goja.FunctionCall) goja.Value {
			if i := n.pcInt(call, 0, "the thread of "+name); i < 0 || i >= n.s.Threads() {
				n.throw(fault.Outside("the thread of "+name, float64(i), 0, float64(n.s.Threads()-1)))
			}
			return vm.ToValue(get())
		})
	}
	thread("t", func() float64 { return n.s.T() })
	thread("dt", func() float64 { return n.s.Dt() })
	n.pc("step_time", func(goja.FunctionCall) goja.Value { return vm.ToValue(p.stepTime.Seconds()) })
	n.pc("time", func(goja.FunctionCall) goja.Value { return vm.ToValue(float64(time.Now().UnixMicro()) / 1e6) })
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addTransfer makes source_var, target_var and setup_transfer.
func (n *neuron) addTransfer() {
	n.pc("source_var", func(call goja.FunctionCall) goja.Value {
		args, options := n.split(call.Arguments)
		call.Arguments = args
		r := n.asRef(call.Argument(0), "the first argument of source_var")
		sid := n.pcInt(call, 1, "the source identifier of source_var")
		if _, inTable, err := r.Resolve(); err != nil || !inTable {
			n.check(err)
			n.throw(fault.New(fault.Type, "source_var: %s is not a variable of the model", r).WithHint("the source is a variable of a section, such as soma(0.5)._ref_v"))
		}
		if options != nil {
			if sec := n.secOption(options, "source_var"); r.seg != nil && r.seg.Sec != sec {
				e := fault.New(fault.Model, "source_var: %s is not in the section %s", r, sec.Name())
				e.Section = sec.Name()
				n.throw(e)
			}
		}
		n.check(n.s.TransferSource(r, sid))
		return n.vm.ToValue(0)
	})
	n.pc("target_var", func(call goja.FunctionCall) goja.Value {
		var of *pointObject
		if p, ok := n.rt.Host(call.Argument(0)).(*pointObject); ok {
			of = p
			call.Arguments = call.Arguments[1:]
		}
		r := n.asRef(call.Argument(0), "the reference of target_var")
		sid := n.pcInt(call, 1, "the source identifier of target_var")
		if of != nil && !n.belongs(r, of) {
			n.throw(fault.New(fault.Model, "target_var: %s is not a variable of %s", r, of))
		}
		if r.unset != nil {
			n.feed(r)
		}
		n.check(n.s.TransferTarget(r, sid))
		return n.vm.ToValue(0)
	})
	n.pc("setup_transfer", func(goja.FunctionCall) goja.Value {
		n.check(n.s.SetupTransfer())
		return n.vm.ToValue(0)
	})
}

// belongs tells whether a reference is to a variable of a point process, or is
// what a POINTER variable of it points to.
func (n *neuron) belongs(r *Ref, to *pointObject) bool {
	mech, id := to.alive().Mech, to.p.ID
	if r.unset != nil {
		return r.unset.mech == mech && r.unset.id == id
	}
	for k := range mech.Type.Pointers {
		if n.pointers[pointerOf{mech, id, k}] == r {
			return true
		}
	}
	at, ok, err := r.Resolve()
	n.check(err)
	return ok && at.Table == mech.Table && at.ID == id
}

// feed lets the POINTER variable to which r refers point to a number of its
// own, which a transfer can set.
func (n *neuron) feed(r *Ref) {
	p := *r.unset
	r.at, r.free, r.unset = nil, new(float64), nil
	n.check(n.link(p.mech, p.id, p.k, r))
	n.pointers[p] = r
}

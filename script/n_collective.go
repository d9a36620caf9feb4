package script

import (
	"fmt"
	"runtime"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// refused are the methods of ParallelContext that gneuron does not have, with
// the reason and what to do instead.
var refused = map[string][2]string{
	"prcellstate":                {"does not write NEURON's files of cell states", "psection() gives the values as an object, which JSON.stringify writes"},
	"splitcell_connect":          {"runs in one process, so no cell can be split between two", ""},
	"mech_time":                  {"does not measure single mechanisms", "step_time() is the time spent in psolve"},
	"nrnbbcore_write":            {"writes no files for CoreNEURON", "run the model here"},
	"nrncore_write":              {"writes no files for CoreNEURON", "run the model here"},
	"nrncore_run":                {"needs no second engine", "psolve runs the model"},
	"nrnbbcore_register_mapping": {"writes no files for CoreNEURON", "run the model here"},
}

// addCollectives makes what processes exchange, which is plain where there is
// one: what it sends, it receives.
func (n *neuron) addCollectives() {
	vm := n.vm
	for name, x := range map[string]float64{
		"nhost": 1, "nhost_world": 1, "nhost_bbs": 1, "id": 0, "id_world": 0, "id_bbs": 0,
		"barrier": 0, "wait_time": 0, "send_time": 0, "event_time": 0, "integ_time": 0, "step_wait": 0, "vtransfer_time": 0, "thread_ctime": 0,
		"spike_compress": 0, "spike_statistics": 0, "max_histogram": 0, "thread_stat": 0, "sec_in_thread": 0, "multisplit": 0,
		"thread_how_many_proc": float64(runtime.GOMAXPROCS(0)),
	} {
		n.pc(name, func(goja.FunctionCall) goja.Value { return vm.ToValue(x) })
	}
	for name, why := range refused {
		n.pc(name, func(goja.FunctionCall) goja.Value {
			e := fault.New(fault.Model, "ParallelContext.%s: gneuron %s", name, why[0])
			if why[1] != "" {
				e = e.WithHint("%s", why[1])
			}
			n.throw(e)
			return nil
		})
	}
	n.pc("subworlds", func(call goja.FunctionCall) goja.Value {
		if k := n.pcInt(call, 0, "the argument of subworlds"); k != 1 {
			n.throw(fault.Outside("the argument of subworlds", float64(k), 1, 1))
		}
		return vm.ToValue(0)
	})
	n.pc("partition", func(call goja.FunctionCall) goja.Value {
		if !absent(call.Argument(0)) {
			if i := n.pcInt(call, 0, "the thread of partition"); i < 0 || i >= n.s.Threads() {
				n.throw(fault.Outside("the thread of partition", float64(i), 0, float64(n.s.Threads()-1)))
			}
		}
		if v := call.Argument(1); !absent(v) {
			if _, ok := n.rt.Host(v).(*classObject[*sectionList]); !ok {
				n.throw(fault.New(fault.Type, "the second argument of partition must be a SectionList, not %s", n.show(v)))
			}
		}
		return vm.ToValue(0)
	})
	n.pc("allreduce", func(call goja.FunctionCall) goja.Value {
		if !absent(call.Argument(1)) {
			if kind := n.pcInt(call, 1, "the type of allreduce"); kind < 1 || kind > 3 {
				n.throw(fault.Outside("the type of allreduce", float64(kind), 1, 3).WithHint("1 is the sum, 2 the maximum, 3 the minimum"))
			}
		}
		if n.rt.toVector(call.Argument(0)) != nil { // changed in place where there are several processes
			return vm.ToValue(0)
		}
		return vm.ToValue(n.argument(call, 0, "the first argument of allreduce"))
	})
	n.pc("allgather", func(call goja.FunctionCall) goja.Value {
		x, to := n.argument(call, 0, "the first argument of allgather"), n.pcVector(call, 1, "the second argument of allgather")
		to.Truncate(0)
		to.Append(x)
		return vm.ToValue(0)
	})
	n.pc("alltoall", func(call goja.FunctionCall) goja.Value {
		from, counts := n.pcVector(call, 0, "the source of alltoall"), n.pcVector(call, 1, "the counts of alltoall")
		to := n.pcVector(call, 2, "the destination of alltoall")
		if counts.Len() != 1 {
			n.throw(fault.New(fault.Range, "alltoall: there must be a count for each of 1 process, not %d", counts.Len()))
		}
		if counts.Data()[0] != float64(from.Len()) {
			n.throw(fault.New(fault.Range, "alltoall: the counts add up to %g, but the source has %d elements", counts.Data()[0], from.Len()))
		}
		data := append([]float64(nil), from.Data()...)
		to.Truncate(0)
		to.Append(data...)
		return vm.ToValue(0)
	})
	root := func(call goja.FunctionCall, name string) {
		if !absent(call.Argument(1)) {
			if r := n.pcInt(call, 1, "the process of "+name); r != 0 {
				n.throw(fault.Outside("the process of "+name, float64(r), 0, 0).WithHint("there is one process, 0"))
			}
		}
	}
	n.pc("broadcast", func(call goja.FunctionCall) goja.Value {
		root(call, "broadcast")
		if s, ok := call.Argument(0).Export().(string); ok {
			return vm.ToValue(len(s))
		}
		return vm.ToValue(n.pcVector(call, 0, "what broadcast sends, if it is no string,").Len())
	})
	one := func(call goja.FunctionCall, name string) goja.Value {
		var items []goja.Value
		n.eachItem(call.Argument(0), "the argument of "+name, func(v goja.Value) { items = append(items, v) })
		if len(items) != 1 {
			n.throw(fault.New(fault.Range, "%s needs one item for each of 1 process, not %d", name, len(items)))
		}
		return items[0]
	}
	n.pc("py_alltoall", func(call goja.FunctionCall) goja.Value { return vm.NewArray(one(call, "py_alltoall")) })
	n.pc("py_scatter", func(call goja.FunctionCall) goja.Value {
		root(call, "py_scatter")
		return one(call, "py_scatter")
	})
	n.pc("py_allgather", func(call goja.FunctionCall) goja.Value { return vm.NewArray(call.Argument(0)) })
	n.pc("py_gather", func(call goja.FunctionCall) goja.Value {
		root(call, "py_gather")
		return vm.NewArray(call.Argument(0))
	})
	n.pc("py_broadcast", func(call goja.FunctionCall) goja.Value {
		root(call, "py_broadcast")
		return call.Argument(0)
	})
	n.pc("hname", func(goja.FunctionCall) goja.Value { return vm.ToValue("ParallelContext[0]") })
}

// String names the one ParallelContext.
func (p *parallel) String() string { return fmt.Sprintf("%s[0]", p.class.name) }

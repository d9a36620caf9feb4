package script

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// ptrVector is n.PtrVector: references to numbers that are read and written
// together.
type ptrVector struct {
	n     *neuron
	refs  []*Ref
	label string
}

// Inspect shows what is referred to.
func (p *ptrVector) Inspect() string {
	text := fmt.Sprintf("PtrVector of %d [", len(p.refs))
	for i, r := range p.refs {
		if i > 0 {
			text += ", "
		}
		text += r.String()
	}
	return text + "]"
}

// resize keeps the first references; new ones lead to numbers of their own, which are 0.
func (p *ptrVector) resize(size int) {
	if size < 1 {
		p.n.throw(fault.New(fault.Range, "a PtrVector of %d elements: it needs at least 1", size))
	}
	p.n.check(vector.CheckLen(float64(size)))
	p.refs = p.refs[:min(size, len(p.refs))]
	for len(p.refs) < size {
		p.refs = append(p.refs, &Ref{h: p.n.host, name: "0", free: new(float64)})
	}
}

// at gives reference i of a call.
func (p *ptrVector) at(call goja.FunctionCall, what string) int {
	i := p.n.integer(call.Argument(0), func() string { return "the index of PtrVector." + what })
	if i < 0 || i >= len(p.refs) {
		p.n.throw(fault.Outside("the index of PtrVector."+what, float64(i), 0, float64(len(p.refs)-1)))
	}
	return i
}

// whole takes a Vector of the same size.
func (p *ptrVector) whole(call goja.FunctionCall, what string) *vector.Vector {
	v := p.n.rt.toVector(call.Argument(0))
	if v == nil {
		p.n.throw(fault.New(fault.Type, "PtrVector.%s needs a Vector, not %s", what, p.n.show(call.Argument(0))))
	}
	if v.Len() != len(p.refs) {
		p.n.throw(fault.New(fault.Range, "PtrVector.%s: the Vector has %d elements, the PtrVector %d", what, v.Len(), len(p.refs)))
	}
	return v
}

func (n *neuron) addPtrVector() {
	vm := n.vm
	c := newObjectClass[*ptrVector](n.host, "PtrVector")
	read := func(r *Ref) float64 {
		x, err := r.Value()
		n.check(err)
		return x
	}
	c.property("length", func(p *ptrVector) goja.Value { return vm.ToValue(len(p.refs)) }, nil)
	c.method("size", func(p *ptrVector, _ goja.FunctionCall) goja.Value { return vm.ToValue(len(p.refs)) })
	c.method("resize", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		p.resize(n.integer(call.Argument(0), func() string { return "the size of PtrVector.resize" }))
		return vm.ToValue(len(p.refs))
	})
	c.method("pset", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		i, r := p.at(call, "pset"), n.asRef(call.Argument(1), "the second argument of PtrVector.pset")
		p.refs[i] = r
		return vm.ToValue(read(r))
	})
	c.method("getval", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		return vm.ToValue(read(p.refs[p.at(call, "getval")]))
	})
	c.method("setval", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		i, x := p.at(call, "setval"), n.argument(call, 1, "the value of PtrVector.setval")
		n.check(p.refs[i].SetValue(x))
		return vm.ToValue(x)
	})
	c.method("scatter", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		for i, x := range p.whole(call, "scatter").Data() {
			n.check(p.refs[i].SetValue(x))
		}
		return vm.ToValue(0)
	})
	c.method("gather", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		data := p.whole(call, "gather").Data()
		for i, r := range p.refs {
			data[i] = read(r)
		}
		return vm.ToValue(0)
	})
	c.method("label", func(p *ptrVector, call goja.FunctionCall) goja.Value {
		if v := call.Argument(0); !absent(v) {
			p.label = n.textOf(v, "the label of a PtrVector")
		}
		return vm.ToValue(p.label)
	})
	// References stay right when the memory behind them moves, so that there is
	// never a reason to call the function.
	c.method("ptr_update_callback", func(_ *ptrVector, call goja.FunctionCall) goja.Value {
		n.callable(call.Argument(0), "PtrVector.ptr_update_callback")
		return vm.ToValue(0)
	})
	c.method("plot", func(*ptrVector, goja.FunctionCall) goja.Value {
		n.throw(fault.New(fault.Model, "gneuron has no Graph for PtrVector.plot").WithHint("gather(vector), then plt.plot(vector)"))
		return nil
	})
	n.members["PtrVector"] = n.constructor("PtrVector", c.proto, func(args []goja.Value) *goja.Object {
		p := &ptrVector{n: n}
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "n.PtrVector needs a size, such as n.PtrVector(10)"))
		}
		p.resize(n.integer(args[0], func() string { return "the size of n.PtrVector" }))
		return wrapObject(n.host, c, p)
	})
}

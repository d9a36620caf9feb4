package script

import (
	"math/cmplx"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

// addImpedance makes n.Impedance.
func (n *neuron) addImpedance() {
	c := newObjectClass[*solver.Impedance](n.host, "Impedance")
	number := func(name string, f func(z *solver.Impedance, at section.Segment) (float64, error)) {
		c.method(name, func(z *solver.Impedance, call goja.FunctionCall) goja.Value {
			x, err := f(z, n.segmentOrX(call, "Impedance."+name))
			n.check(err)
			return n.vm.ToValue(x)
		})
	}
	part := func(name string, of func(*solver.Impedance, section.Segment) (complex128, error), take func(complex128) float64) {
		number(name, func(z *solver.Impedance, at section.Segment) (float64, error) {
			x, err := of(z, at)
			return take(x), err
		})
	}
	part("input", (*solver.Impedance).Input, cmplx.Abs)
	part("input_phase", (*solver.Impedance).Input, cmplx.Phase)
	part("transfer", (*solver.Impedance).Transfer, cmplx.Abs)
	part("transfer_phase", (*solver.Impedance).Transfer, cmplx.Phase)
	number("ratio", (*solver.Impedance).Ratio)
	number("loc", func(z *solver.Impedance, at section.Segment) (float64, error) {
		z.Locate(at)
		return 0, nil
	})
	c.method("compute", func(z *solver.Impedance, call goja.FunctionCall) goja.Value {
		frequency := n.argument(call, 0, "the frequency of Impedance.compute")
		dynamic := !absent(call.Argument(1)) && call.Argument(1).ToBoolean()
		if !absent(call.Argument(2)) { // how often NEURON iterates through gap junctions at most
			if x := n.argument(call, 2, "the third argument of Impedance.compute"); !(x >= 1 && x <= 1e9) {
				n.throw(fault.Outside("the third argument of Impedance.compute", x, 1, 1e9))
			}
		}
		n.check(z.Compute(frequency, dynamic))
		return n.vm.ToValue(0)
	})
	c.method("deltafac", func(z *solver.Impedance, call goja.FunctionCall) goja.Value {
		if !absent(call.Argument(0)) {
			n.check(z.SetDeltaFac(n.argument(call, 0, "the argument of Impedance.deltafac")))
		}
		return n.vm.ToValue(z.DeltaFac)
	})
	n.members["Impedance"] = n.constructor("Impedance", c.proto, func(args []goja.Value) *goja.Object {
		if len(args) > 0 {
			n.throw(fault.New(fault.Type, "n.Impedance takes no arguments"))
		}
		return wrapObject(n.host, c, n.s.NewImpedance())
	})
}

// segmentOrX takes the first argument as a segment, or as the place on a
// section that {sec} or the section stack gives.
func (n *neuron) segmentOrX(call goja.FunctionCall, what string) section.Segment {
	if seg, ok := n.rt.Host(call.Argument(0)).(*segmentObject); ok {
		return seg.alive()
	}
	x := n.argument(call, 0, "the place of "+what)
	seg, err := n.sectionArgument(call, 1, what).At(x)
	n.check(err)
	return seg
}

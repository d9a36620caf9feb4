package nmodl

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
)

// slopesOf makes the program of Type.Slopes: of the one block that is solved by
// a METHOD which NEURON's variable step, too, takes for the derivatives.
func (c *compiler) slopesOf() *mechanism.Slopes {
	if c.Breakpoint == nil || len(c.Solves) != 1 || len(c.currents()) == 0 {
		return nil
	}
	s := c.Solves[0]
	if !slices.Contains([]string{"cnexp", "derivimplicit", "sparse"}, s.Method.Name) || s.Target.Kind != Derivative && s.Target.Kind != Kinetic {
		return nil
	}
	out := &mechanism.Slopes{}
	if err, beyond := attempt(func() {
		p := c.newPass(0)
		y := p.slopes(s.Target)
		for _, f := range y.at(y.start(p, s.Target), p.Const(0)) {
			p.Result(f)
		}
		for _, x := range y.states {
			state := mechanism.SlopeState{Ion: -1, Tolerance: 1}
			if x.sym.Tolerance != 0 {
				state.Tolerance = x.sym.Tolerance
			}
			if x.sym.Storage == IonStorage {
				state.Ion, state.Column = c.ionIndex[x.sym.Ion.Ion], ionColumns[x.sym.Ion.Part]
			} else {
				state.Column = c.column[x.sym] + x.k
			}
			out.States = append(out.States, state)
		}
		out.Program = p.Build()
	}); err != nil || beyond {
		out.States, out.Program = nil, nil
	}
	return out
}

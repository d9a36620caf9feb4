package solver

import (
	"errors"
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/mat"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// linearized takes the instances of a mechanism, one by one, as linear in the
// potential and the states, by difference quotients.
type linearized struct {
	p      *plan
	b      *boundMechanism
	delta  float64
	slopes *kernel.Kernel // nil: no dynamics
	states []slopeState
}

// slopeState is where a state is stored.
type slopeState struct {
	column []float64
	rowOf  []int32 // the row at a node; nil for the mechanism's own table
	delta  float64
}

func (x *slopeState) at(row, node int) *float64 {
	if x.rowOf != nil {
		row = int(x.rowOf[node])
	}
	return &x.column[row]
}

func (z *Impedance) linearize(b *boundMechanism) (*linearized, error) {
	p := z.s.plan
	l := &linearized{p: p, b: b, delta: z.DeltaFac}
	if b.m.Type.Slopes == nil {
		return l, nil
	}
	slopes := b.m.Type.Slopes()
	if slopes == nil {
		return l, nil
	}
	if slopes.Program == nil {
		e := fault.New(fault.Model, "Impedance.compute with the dynamics of states cannot take the equations of %s apart", b.m.Type.Name)
		e.Mechanism = b.m.Type.Name
		return nil, e.WithHint("compute(frequency) takes its states as constant")
	}
	l.slopes = slopes.Program.Bind(p.binding(z.s, b.m))
	for _, x := range slopes.States {
		state := slopeState{delta: z.DeltaFac * x.Tolerance}
		if x.Ion >= 0 {
			ion := p.ionsByName[b.m.Type.Ions[x.Ion].Ion+"_ion"]
			state.column, state.rowOf = ion.m.Table.Column(x.Column), p.rowOf(ion)
		} else {
			state.column = b.m.Table.Column(x.Column)
		}
		l.states = append(l.states, state)
	}
	return l, nil
}

// current is what an instance takes out of its node [mA/cm2].
func (l *linearized) current(row, node int) float64 {
	p, x := l.p, &l.b.current
	p.tree.rhs[node] = 0
	if x.kernel != nil {
		x.kernel.RunRows(&p.env, row, row+1)
	} else {
		x.in.Env = &p.env
		p.moveInstance(x.in, row)
		x.code.Run(x.in)
	}
	return -p.tree.rhs[node]
}

// quotients gives the derivatives of the current and of the slopes of the
// states by a number, of which they are i and f now.
func (l *linearized) quotients(row, node int, number *float64, delta, i float64, f []float64) (di float64, df []float64) {
	x := *number
	*number = x + delta
	di = (l.current(row, node) - i) / delta
	if l.slopes != nil {
		df = l.slopes.Call(&l.p.env, row)
		for k := range df {
			df[k] = (df[k] - f[k]) / delta
		}
	}
	*number = x
	return di, df
}

// admittance is Y of an instance [S/cm2]; NaN where the states may have any
// value at this frequency.
func (l *linearized) admittance(row, node int, omega float64) complex128 {
	v := &l.p.v[node]
	i := l.current(row, node)
	if l.slopes == nil {
		di, _ := l.quotients(row, node, v, l.delta, i, nil)
		return complex(di, 0)
	}
	f := l.slopes.Call(&l.p.env, row)
	y, byV := l.quotients(row, node, v, l.delta, i, f)
	n := len(f)
	// (iω - ∂f/∂s) x = ∂f/∂v in real numbers: first the real parts, then the imaginary ones.
	m, rhs := mat.NewDense(2*n, 2*n, nil), mat.NewVecDense(2*n, nil)
	byState := make([]float64, n)
	for k := range n {
		var df []float64
		byState[k], df = l.quotients(row, node, l.states[k].at(row, node), l.states[k].delta, i, f)
		for j, x := range df {
			m.Set(j, k, -x)
			m.Set(n+j, n+k, -x)
		}
		m.Set(k, n+k, -omega)
		m.Set(n+k, k, omega)
		rhs.SetVec(k, byV[k])
	}
	var x mat.VecDense
	var badly mat.Condition
	if err := x.SolveVec(m, rhs); err != nil && !(errors.As(err, &badly) && !math.IsInf(float64(badly), 0)) {
		return cmplx.NaN()
	}
	out := complex(y, 0)
	for k, g := range byState {
		out += complex(g, 0) * complex(x.AtVec(k), x.AtVec(n+k))
	}
	return out
}

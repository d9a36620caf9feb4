package solver

import (
	"math"
	"math/cmplx"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/section"
)

// Impedance tells how a model answers to a small sinusoidal current, of which
// every potential is then a multiple: at a frequency f, with ω = 2πf, the
// changes v of the potentials solve
//
//	(iω cm + Y) v_j + Σ g_axial (v_j - v_neighbour) = i_j
//
// Y is the admittance of the mechanisms: their conductance dI/dv, and with the
// dynamics of states s, where s' = f(s, v),
//
//	Y = ∂I/∂v + ∂I/∂s (iω - ∂f/∂s)⁻¹ ∂f/∂v
//
// As in NEURON, the conductance alone is what a step takes, and with dynamics all
// four derivatives are difference quotients over DeltaFac (1 mV, or the
// tolerance of a state, times that); mechanisms act on each other through the
// potential only.
//
// Results are in MOhm [mV/nA], as complex numbers: amplitude and phase. Agrees
// with NEURON 8.2.2 to 1e-9 (testdata/neuron/impedance_*).
type Impedance struct {
	DeltaFac float64 // default 0.001

	s       *Solver
	at      section.Segment // where the current goes in
	located bool

	model           int // Model.Version at Compute; 0: not computed
	site            int // node row of at then; -1: none
	area            []float64
	diagonal        []complex128 // the pivots
	transfer, input []complex128
}

// NewImpedance makes an Impedance that has computed nothing yet.
func (s *Solver) NewImpedance() *Impedance { return &Impedance{DeltaFac: 0.001, s: s} }

// Locate says where the current goes in, from the next Compute on.
func (z *Impedance) Locate(at section.Segment) { z.at, z.located = at, true }

// SetDeltaFac sets DeltaFac, from 1e-10 to 1.
func (z *Impedance) SetDeltaFac(x float64) error {
	if err := (&mechanism.Limits{Lo: 1e-10, Hi: 1}).Check("deltafac", x); err != nil {
		return err
	}
	z.DeltaFac = x
	return nil
}

// Compute solves for a frequency [Hz] in the present state of the model, with
// the dynamics of states or without. A place is needed for Transfer and Ratio,
// and always without dynamics.
//
// Where sections have extracellular, the outside is taken as ground; with
// dynamics that is an error.
func (z *Impedance) Compute(frequency float64, dynamic bool) error {
	if math.IsNaN(frequency) || math.IsInf(frequency, 0) {
		e := fault.New(fault.Range, "Impedance.compute: frequency = %g is not a number of Hz", frequency)
		e.Value = frequency
		return e
	}
	if !z.located && !dynamic {
		return z.notLocated("compute")
	}
	s := z.s
	s.Model.AskICap() // what it follows from goes
	if err := s.prepare(); err != nil {
		return err
	}
	p := s.plan
	if dynamic && p.layers != nil {
		return fault.New(fault.Model, "Impedance.compute with the dynamics of states does not work with extracellular").
			WithHint("compute(frequency) takes the outside as ground")
	}
	if dynamic && len(s.transfer.targets) > 0 {
		return fault.New(fault.Model, "Impedance.compute with the dynamics of states does not go through what setup_transfer couples").
			WithHint("compute(frequency) takes transferred numbers as constant, as NEURON does")
	}
	site := -1
	if z.located {
		id, err := z.at.Node()
		if err != nil {
			return err
		}
		site, _ = s.Model.Nodes.Row(id)
	}
	s.updateTables()
	z.currents()
	n := len(p.v)
	omega := 2 * math.Pi * frequency * 1e-3 // per ms
	cm := s.Model.OfNodes(mechanism.NodeCm)
	z.diagonal = make([]complex128, n)
	for i := range z.diagonal {
		z.diagonal[i] = complex(p.tree.d[i], 1e-3*omega*cm[i])
	}
	if dynamic {
		if err := z.admittances(omega); err != nil {
			return err
		}
	}
	if err := s.failure(); err != nil {
		return err
	}
	z.area = s.Model.OfNodes(mechanism.NodeArea)
	z.site, z.model = site, s.Model.Version()
	z.solve(&p.tree)
	return nil
}

// currents makes the matrix without the charging of the membrane.
func (z *Impedance) currents() {
	p := z.s.plan
	env := z.s.environment(z.s.t)
	env[kernel.Cj] = 0
	p.setEnv(env)
	p.do(p.setup)
}

// solve computes the response to 1 nA at the site, and the input impedances of
// all nodes. With M = L U along the tree, M⁻¹ has on its diagonal
//
//	z_i = (1 + z_p a_i b_i/d_i)/d_i
//
// where d are the pivots and p is the parent of i.
func (z *Impedance) solve(t *tree) {
	n := len(z.diagonal)
	z.transfer, z.input = make([]complex128, n), make([]complex128, n)
	if z.site >= 0 {
		z.transfer[z.site] = complex(100/z.area[z.site], 0)
	}
	d := z.diagonal
	order := fromRoots(t.parent)
	for _, i := range slices.Backward(order) {
		if p := t.parent[i]; p >= 0 {
			f := complex(t.a[i], 0) / d[i]
			d[p] -= f * complex(t.b[i], 0)
			z.transfer[p] -= f * z.transfer[i]
		}
	}
	for _, i := range order {
		z.input[i] = 1
		if p := t.parent[i]; p >= 0 {
			b := complex(t.b[i], 0)
			z.transfer[i] -= b * z.transfer[p]
			z.input[i] += z.input[p] * complex(t.a[i], 0) * b / d[i]
		}
		z.transfer[i] /= d[i]
		z.input[i] /= d[i]
	}
	for i := range z.input {
		z.input[i] *= complex(100/z.area[i], 0)
	}
}

// Transfer is the transfer impedance between a place and that of the current.
func (z *Impedance) Transfer(at section.Segment) (complex128, error) {
	i, err := z.node(at, "transfer")
	if err == nil && z.site < 0 {
		err = z.notLocated("transfer")
	}
	if err != nil {
		return 0, err
	}
	return z.transfer[i], nil
}

// Input is the input impedance of a place.
func (z *Impedance) Input(at section.Segment) (complex128, error) {
	i, err := z.node(at, "input")
	if err != nil {
		return 0, err
	}
	return z.input[i], nil
}

// Ratio is the amplitude of the potential at the place of Locate over that at
// a place, when the current goes in at the latter.
func (z *Impedance) Ratio(at section.Segment) (float64, error) {
	transfer, err := z.Transfer(at)
	if err != nil {
		return 0, err
	}
	input, err := z.Input(at)
	return cmplx.Abs(transfer / input), err
}

// node finds the row of a place among the results.
func (z *Impedance) node(at section.Segment, what string) (int, error) {
	id, err := at.Node()
	switch {
	case err != nil:
		return 0, err
	case z.model == 0:
		return 0, fault.New(fault.Model, "Impedance.%s: nothing was computed yet", what).WithHint("call compute(frequency) first")
	case z.model != z.s.Model.Version():
		return 0, fault.New(fault.Model, "Impedance.%s: the model has changed since compute", what).WithHint("call compute(frequency) again")
	}
	row, _ := z.s.Model.Nodes.Row(id)
	return row, nil
}

func (z *Impedance) notLocated(what string) error {
	return fault.New(fault.Model, "Impedance.%s: no place was given for the current", what).WithHint("call loc(segment) before compute")
}

// admittances replaces the conductances in the diagonal by admittances.
func (z *Impedance) admittances(omega float64) error {
	p := z.s.plan
	for i := range z.diagonal { // the axial couplings stay
		z.diagonal[i] = complex(0, imag(z.diagonal[i]))
	}
	for i, up := range p.tree.parent {
		if up >= 0 {
			z.diagonal[i] -= complex(p.tree.b[i], 0)
			z.diagonal[up] -= complex(p.tree.a[i], 0)
		}
	}
	for _, b := range p.mechs {
		if b.current.kernel == nil && b.current.code == nil {
			continue
		}
		b.fetch()
		l, err := z.linearize(b)
		if err != nil {
			return err
		}
		for r, i := range p.nodesOf[b.m] {
			y := l.admittance(r, int(i), omega)
			if cmplx.IsNaN(y) {
				z.currents()
				e := fault.New(fault.Model, "Impedance.compute: at this frequency the states of %s have no determined value", z.s.instance(b.m, r))
				e.Mechanism = b.m.Type.Name
				return e.WithHint("a frequency above 0 determines them")
			}
			z.diagonal[i] += y
		}
	}
	z.currents() // what scripts see of the currents is as it was
	return nil
}

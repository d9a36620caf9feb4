package solver

import (
	"github.com/gneuron/gneuron/internal/simd"
)

// membraneCurrent computes what flows through the membrane of each node: ions
// and charging, without electrodes (NEURON's fast_imem). With the conductance
// g and the current i of the membrane at the start of a step, and the change dv
// that the matrix equation gives,
//
//	i_membrane_ = (i + g dv) area/100   [nA; g in S/cm2, i in mA/cm2, area in um2]
type membraneCurrent struct {
	on        bool
	out, area []float64
	i, g      []float64
	rhs, d    []float64 // the matrix as it was before the last mechanism
}

func newMembraneCurrent(on bool, out, area []float64) membraneCurrent {
	m := membraneCurrent{on: on, out: out, area: area}
	if on {
		n := len(out)
		m.i, m.g, m.rhs, m.d = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	}
	return m
}

// begin starts with a matrix that has nothing but the charging of the membrane.
func (m *membraneCurrent) begin(d []float64, at shard) {
	simd.Fill(m.i[at.lo:at.hi], 0)
	simd.Fill(m.rhs[at.lo:at.hi], 0)
	copy(m.g[at.lo:at.hi], d[at.lo:at.hi])
	copy(m.d[at.lo:at.hi], d[at.lo:at.hi])
}

// add takes over what a mechanism has added to the matrix.
func (m *membraneCurrent) add(t *tree, electrode bool, at shard) {
	for k := at.lo; k < at.hi; k++ {
		if !electrode {
			m.i[k] -= t.rhs[k] - m.rhs[k]
			m.g[k] += t.d[k] - m.d[k]
		}
	}
	copy(m.rhs[at.lo:at.hi], t.rhs[at.lo:at.hi])
	copy(m.d[at.lo:at.hi], t.d[at.lo:at.hi])
}

// initial gives the current of finitialize, when nothing is charging yet.
func (m *membraneCurrent) initial() {
	for k, i := range m.i {
		m.out[k] = i * m.area[k] * 0.01
	}
}

// solved gives the current of a step.
func (m *membraneCurrent) solved(dv []float64, at shard) {
	for k := at.lo; k < at.hi; k++ {
		m.out[k] = (m.i[k] + float64(m.g[k]*dv[k])) * m.area[k] * 0.01
	}
}

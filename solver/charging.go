package solver

import (
	"slices"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// charging is the charging of membranes.
type charging struct {
	cm, icap []float64 // icap is nil where nobody asks for it; cm, too, where it is
	uniform  bool      // the same everywhere
	all      float64   // where it is this
	ends     [][]shard // but at ends of sections, which have none: of each shard
	factor   float64   // of cm and the change of the potential, in the last step
}

// bindCharging joins the charging with the columns of the nodes. It needs the shards.
func (p *plan) bindCharging(ends []int32) {
	cm, icap := p.nodes.Values(mechanism.NodeCm), p.nodes.Values(mechanism.NodeICap)
	x := &p.charging
	if !icap.Uniform {
		x.icap = icap.X
	}
	if !cm.Uniform {
		x.cm = cm.X
		return
	}
	x.uniform, x.all = true, cm.X[0]
	for _, at := range p.shards {
		first, _ := slices.BinarySearch(ends, int32(at.lo))
		var rows []shard
		for _, row := range ends[first:] {
			if int(row) >= at.hi {
				break
			}
			if n := len(rows) - 1; n >= 0 && rows[n].hi == int(row) {
				rows[n].hi++
			} else {
				rows = append(rows, shard{int(row), int(row) + 1})
			}
		}
		x.ends = append(x.ends, rows)
	}
}

// initial sets the capacitive current of finitialize, when nothing is charging.
func (x *charging) initial() {
	x.factor = 0
	simd.Fill(x.icap, 0)
}

// fillICap fills the column of the capacitive current after a step that did not.
func (s *Solver) fillICap(icap []float64) {
	if s.plan == nil {
		return
	}
	cm, rhs := s.Model.OfNodes(mechanism.NodeCm), s.Model.Nodes.Values(mechanism.NodeRhs)
	for i := range icap {
		icap[i] = s.plan.charging.factor * cm[i] * rhs.At(i)
	}
}

// begin starts a new matrix equation in a shard: with what the charging of the
// membrane takes.
func (p *plan) begin(k int) {
	at, factor := p.shards[k], 0.001*p.envs[k].now[kernel.Cj]
	rhs, d, x := p.tree.rhs[at.lo:at.hi], p.tree.d[at.lo:at.hi], &p.charging
	if x.uniform {
		simd.Fill(rhs, 0)
		simd.Fill(d, factor*x.all)
		for _, end := range x.ends[k] {
			simd.Fill(p.tree.d[end.lo:end.hi], 0)
		}
		return
	}
	cm := x.cm[at.lo:at.hi]
	if len(cm) < few {
		for i, c := range cm {
			rhs[i], d[i] = 0, factor*c
		}
		return
	}
	simd.Fill(rhs, 0)
	simd.For(len(d)).MulS(d, cm, factor)
}

// move moves the potential by the solution, and computes the capacitive current.
func (p *plan) move(at shard, factor float64, secondorder int) {
	dv, v := p.tree.rhs[at.lo:at.hi], p.v[at.lo:at.hi]
	scale := 1.0
	if secondorder != 0 {
		scale = 2
	}
	if p.charging.icap == nil {
		if secondorder == 0 {
			simd.For(len(v)).Add(v, v, dv)
			return
		}
		for i, x := range dv {
			v[i] += float64(scale * x)
		}
		return
	}
	icap, cm := p.charging.icap[at.lo:at.hi], p.charging.cm[at.lo:at.hi]
	if len(dv) < few {
		for i, x := range dv {
			v[i] += float64(scale * x)
			icap[i] = factor * cm[i] * x
		}
		return
	}
	simd.For(len(dv)).Move(v, icap, v, dv, cm, scale, factor)
}

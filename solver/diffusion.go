package solver

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/section"
)

// diffusion is LONGITUDINAL_DIFFUSION of one mechanism: its states move between
// neighbouring segments that have the mechanism.
type diffusion struct {
	of     *boundMechanism
	pass   pass // computes rates and volumes
	states []diffusingState

	parent []int32 // of each instance, or -1
	order  []int32 // of the instances: parents first
	place  []int32 // of each instance in sections
	joint  []bool  // it is the first one of its section
	// sections are those that have the mechanism, and dx the lengths of their
	// segments [um].
	sections []*section.Section
	dx       []float64

	a, b, d, rhs []float64
}

// diffusingState is a state or an element of an array of states.
type diffusingState struct {
	x            []float64 // a column
	at           []int32   // the row in it of each instance
	rate, volume []float64
}

// bindDiffusion prepares what diffuses in a mechanism; nil where nothing does.
func (p *plan) bindDiffusion(s *Solver, bm *boundMechanism, coefficients pass) *diffusion {
	t := bm.m.Type
	if len(t.Diffusions) == 0 || p.nodesOf[bm.m] == nil {
		return nil
	}
	n := bm.m.Table.Len()
	f := &diffusion{of: bm, pass: coefficients, parent: make([]int32, n), place: make([]int32, n), joint: make([]bool, n),
		a: make([]float64, n), b: make([]float64, n), d: make([]float64, n), rhs: make([]float64, n)}
	own := make([]int32, n)
	for r := range own {
		own[r] = int32(r)
	}
	for _, x := range t.Diffusions {
		state := diffusingState{at: own, rate: bm.m.Table.Column(x.Rate), volume: bm.m.Table.Column(x.Volume)}
		if x.Ion < 0 {
			state.x = bm.m.Table.Column(x.Column)
		} else {
			ion := p.ionsByName[t.Ions[x.Ion].Ion+"_ion"]
			state.x = ion.m.Table.Column(x.Column)
			state.at = make([]int32, n)
			rowOf := p.rowOf(ion)
			for r, node := range p.nodesOf[bm.m] {
				state.at[r] = rowOf[node]
			}
		}
		f.states = append(f.states, state)
	}
	f.neighbours(s, p)
	return f
}

// neighbours finds the parent of each instance. As in NEURON that is the
// instance in the parent node; where that node is an end, the one in the
// segment before, or else in the first segment of the parent section.
func (f *diffusion) neighbours(s *Solver, p *plan) {
	rows := map[int32]int32{} // by node
	for r, node := range p.nodesOf[f.of.m] {
		rows[node] = int32(r)
	}
	first := map[*section.Section]int32{} // the node of the segment nearest to the root
	for _, sec := range s.Model.Sections() {
		nseg := sec.Nseg()
		for k := range nseg {
			x := (float64(k) + 0.5) / float64(nseg)
			g, err := sec.At(x)
			if err != nil {
				continue
			}
			id, err := g.Node()
			node, ok := s.Model.Nodes.Row(id)
			if err != nil || !ok {
				continue
			}
			joint := g.Index() == 0
			if joint {
				first[sec] = int32(node)
			}
			if r, ok := rows[int32(node)]; ok {
				if k := len(f.sections); k == 0 || f.sections[k-1] != sec {
					f.sections = append(f.sections, sec)
				}
				f.place[r], f.joint[r] = int32(len(f.sections)-1), joint
			}
		}
	}
	f.dx = make([]float64, len(f.sections))
	for r, node := range p.nodesOf[f.of.m] {
		parentSection, _, _ := f.sections[f.place[r]].ParentSeg()
		f.parent[r] = -1
		candidates := []int32{p.tree.parent[node]}
		if up := candidates[0]; up >= 0 && p.tree.parent[up] >= 0 {
			candidates = append(candidates, p.tree.parent[up])
		}
		if parentSection != nil {
			candidates = append(candidates, first[parentSection])
		}
		for _, c := range candidates {
			if to, ok := rows[c]; ok {
				f.parent[r] = to
				break
			}
		}
	}
	f.order = fromRoots(f.parent)
}

// step makes one implicit step of diffusion over dt for each state: for an instance i
// with parent p and children k,
//
//	(x_i' - x_i)/dt = b_i (x_p' - x_i') + Σ a_k (x_k' - x_i')
//	b_i = D·2/(dx_i (dx_i + dx_p))/volume_i,  a_k = rall·D·2/(dx_i (dx_i + dx_k))/volume_i
//
// where D is the mean of the rates (diffusion constant times cross section) of
// both, and rall that of a section whose first segment is the child.
func (f *diffusion) step(p *plan, env *[kernel.NumEnv]float64) {
	f.pass.run(p, env)
	for i, sec := range f.sections {
		f.dx[i] = sec.L() / float64(sec.Nseg())
	}
	for k := range f.states {
		f.states[k].solve(f, env[kernel.Dt])
	}
}

func (s *diffusingState) solve(f *diffusion, dt float64) {
	for i, up := range f.parent {
		f.d[i] = 1. / dt
		f.rhs[i] = s.x[s.at[i]] / dt
		if up < 0 {
			continue
		}
		rall := 1.
		if f.joint[i] {
			rall = f.sections[f.place[i]].Rallbranch()
		}
		child, parent := f.dx[f.place[i]], f.dx[f.place[up]]
		rate := (s.rate[i] + s.rate[up]) / 2.
		f.a[i] = -(2 * rall / parent / (child + parent)) * rate / s.volume[up]
		f.b[i] = -(2 / child / (child + parent)) * rate / s.volume[i]
	}
	for i, up := range f.parent {
		if up >= 0 {
			f.d[i] -= f.b[i]
			f.d[up] -= f.a[i]
		}
	}
	for _, i := range slices.Backward(f.order) {
		if up := f.parent[i]; up >= 0 {
			q := f.a[i] / f.d[i]
			f.d[up] -= float64(q * f.b[i])
			f.rhs[up] -= float64(q * f.rhs[i])
		}
	}
	for _, i := range f.order {
		if up := f.parent[i]; up >= 0 {
			f.rhs[i] -= float64(f.b[i] * f.rhs[up])
		}
		f.rhs[i] /= f.d[i]
	}
	for i, x := range f.rhs {
		s.x[s.at[i]] = x
	}
}

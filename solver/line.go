package solver

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// line is a step of a model that is one shard, as two lists of all that it does:
// up to the new potentials, and from there on.
type line struct {
	solve, advance *kernel.Sequence
	secondorder    int  // for which it was made
	played         bool // a Vector is played into something: all may change in a stretch
}

// joinStages joins what the stages do in the only shard.
func (p *plan) joinStages(list stages) *kernel.Sequence {
	x := kernel.NewSequence(&p.envs[0].now[kernel.T])
	for _, stage := range list {
		for _, part := range stage.parts {
			if part.join == nil || !part.join(x) {
				x.Call(func() { part.run(0) })
			}
		}
	}
	return x
}

// start prepares steps: it makes the line anew where that is needed.
func (p *plan) start(s *Solver) *line {
	env, played := &p.envs[0].now, len(s.players) > 0
	if x := p.line; x == nil || x.secondorder != s.secondorder || x.played != played || !x.solve.Start(env) || !x.advance.Start(env) {
		p.line = &line{secondorder: s.secondorder, played: played}
		p.line.solve, p.line.advance = p.joinStages(p.solve), p.joinStages(p.advance)
		p.line.solve.Start(env)
		p.line.advance.Start(env)
	}
	return p.line
}

// zero is what sums begin from.
var zero float64

// joinBegin adds what begin and the clearing of the sums of ions do.
func (p *plan) joinBegin(x *kernel.Sequence) (ok bool) {
	if p.layers != nil || p.line.played || p.charging.cm == nil || len(p.v) > few || slices.ContainsFunc(p.ions, func(ion *boundIon) bool { return ion.anyAdvance }) {
		return false
	}
	for i := range p.v {
		x.Begin(&p.tree.rhs[i], &zero)
		x.Begin(&p.tree.d[i], p.charge(x, i))
	}
	for _, ion := range p.ions {
		for r := range ion.nodes {
			x.Begin(&ion.i[r], &zero)
			x.Begin(&ion.didv[r], &zero)
		}
	}
	return true
}

// charge is what the charging of the membrane adds to the diagonal of a node.
func (p *plan) charge(x *kernel.Sequence, node int) *float64 {
	factor := 0.001
	return x.Product(x.Product(&factor, &p.envs[0].now[kernel.Cj]), &p.charging.cm[node])
}

// joinSolve adds what solvePart does.
func (p *plan) joinSolve(x *kernel.Sequence, secondorder int) (ok bool) {
	if p.layers != nil || p.line.played || p.imem.on || p.charging.icap == nil || secondorder != 0 || len(p.v) > few {
		return false
	}
	for _, way := range p.paths[0] {
		if slices.ContainsFunc(way.parts, func(x span) bool { return x.long != nil }) {
			return false
		}
	}
	t := &p.tree
	node := func(i int32) kernel.Node {
		return kernel.Node{A: &t.a[i], B: &t.b[i], D: &t.d[i], Rhs: &t.rhs[i], V: &p.v[i]}
	}
	for _, way := range p.paths[0] {
		var children, parents []kernel.Node // in the order of simd.Substitute
		for _, part := range way.parts {
			for _, r := range part.runs {
				for level := range r.Levels {
					row, parent := r.Level(level)
					for k := range r.N {
						children, parents = append(children, node(row+k)), append(parents, node(parent+k))
					}
				}
			}
		}
		for k := range slices.Backward(children) {
			x.Child(children[k], parents[k])
		}
		for _, at := range way.roots {
			for i := at.lo; i < at.hi; i++ {
				x.Root(&t.d[i], &t.rhs[i])
			}
		}
		for k := range children {
			x.Back(children[k], parents[k])
		}
		for _, at := range way.bare {
			for k := range at.N {
				i, up := at.Row+k, at.Parent+k
				x.End(&t.rhs[i], &t.rhs[up], &p.v[up], &p.v[i])
			}
		}
		for i := way.rows.lo; i < way.rows.hi; i++ {
			x.Move(&p.v[i], &p.charging.icap[i], &t.rhs[i], p.charge(x, i))
		}
	}
	return true
}

// fixed tells which columns that a mechanism reads nothing changes within a stretch:
// parameters, if neither an event nor a Vector that is played may set them.
func (p *plan) fixed(m *mechanism.Mechanism) kernel.Fixed {
	written := map[int]bool{}
	for _, program := range programs(m.Type) {
		for _, w := range program.Writes() {
			written[w.Column] = written[w.Column] || w.External < 0
		}
	}
	return func(external, column int) bool {
		switch {
		case p.line.played:
			return false
		case external >= 0:
			return external == 0 && p.nodesOf[m] != nil && column == mechanism.NodeArea
		}
		return m.Type.Receive == nil && !written[column]
	}
}

// finish does what is needed after the last of some steps.
func (x *line) finish() {
	x.solve.Finish()
	x.advance.Finish()
}

package solver

import (
	"fmt"
	"maps"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// layers is what lies outside of the membrane of the nodes that have
// extracellular. There, v is the potential across the membrane, and that of the
// inside is
//
//	vi = v + vext[0]
//
// With the current i(v) through the membrane, is(vi) of electrodes into the
// inside, and e the potential of ground, the balances of the inside and of the
// two layers are
//
//	cm dv/dt + i(v) - is(vi)                     = Σ g_axial (vi' - vi)
//	xc0 du/dt + xg0 u - (cm dv/dt + i(v))        = Σ g_0 (vext0' - vext0)     u = vext0 - vext1
//	xc1 dvext1/dt + xg1 (vext1 - e) - xc0 du/dt - xg0 u = Σ g_1 (vext1' - vext1)
//
// where ' marks the neighbours in the tree. A neighbour without extracellular
// has ground outside: its vi is its v, and the layers end there, sealed.
//
// A step solves for the changes of vi, vext0 and vext1 at once. Nodes of the tree
// are coupled within each of the three only, so that the matrix is a tree of
// blocks: 3×3 for a node with layers, one number for another. Elimination
// goes from the leaves to the roots, as in tree.solve, with block inverses in
// place of reciprocals. The blocks are symmetric and stay so: the
// couplings a and b of a node differ by the ratio of two areas, the same in all
// layers.
//
// Source: Hines (1984), Int. J. Bio-Medical Computing 15:69-76, for trees. Agrees
// with NEURON 8.2.2 to 1e-9 mV (testdata/neuron/extracellular_*).
type layers struct {
	node   []int32 // of each row of the table of extracellular, ascending
	parent []int32 // row of the parent node; noLayers or root
	row    []int32 // of each node; noLayers
	// borders are the nodes without layers whose parent has some.
	borders []int32
	// rows and bordersOf are those of each shard.
	rows, bordersOf []shard
	order           [][]int32 // nodes of each shard, parents first
	// first is the first of the rows that are joined to each row, and trees the
	// root of its tree.
	first, trees []int32
	mixed        map[int32]bool // trees in which some nodes have no layers

	xg, xc, vext, a, b [mechanism.Layers][]float64
	e, current         []float64

	// The blocks of the matrix; the inside's own elements are in tree.d and
	// tree.rhs. invert replaces them, and tree.d, by the blocks' inverses.
	d01, d02, d11, d12, d22 []float64
	rhs                     [mechanism.Layers][]float64

	conductance    []float64 // dI/dv of the membrane, charging included [S/cm2]
	atStart        []float64 // current of the membrane at the start of the step [mA/cm2]
	fromRhs, fromD []float64 // what electrodes added to the inside
}

const (
	noLayers int32 = -1
	root     int32 = -2
)

// bindLayers finds out which nodes have extracellular.
func (p *plan) bindLayers(s *Solver) {
	mech := s.Model.Mechs.Get(mechanism.Extracellular)
	if mech == nil || mech.Table.Len() == 0 {
		return
	}
	n := mech.Table.Len()
	x := &layers{node: p.nodesOf[mech], parent: make([]int32, n), row: make([]int32, len(p.tree.parent)),
		e: mech.Table.Column(mechanism.ExtE), current: mech.Table.Column(mechanism.ExtCurrent)}
	for k := range mechanism.Layers {
		x.xg[k], x.xc[k] = mech.Table.Column(mechanism.ExtG+k), mech.Table.Column(mechanism.ExtC+k)
		x.a[k], x.b[k] = mech.Table.Column(mechanism.ExtA+k), mech.Table.Column(mechanism.ExtB+k)
		x.vext[k] = mech.Table.Column(mechanism.ExtV + k)
		x.rhs[k] = make([]float64, n)
	}
	for _, f := range []*[]float64{&x.d01, &x.d02, &x.d11, &x.d12, &x.d22, &x.conductance, &x.atStart, &x.fromRhs, &x.fromD} {
		*f = make([]float64, n)
	}
	for i := range x.row {
		x.row[i] = noLayers
	}
	for r, i := range x.node {
		x.row[i] = int32(r)
	}
	for r, i := range x.node {
		x.parent[r] = root
		if q := p.tree.parent[i]; q >= 0 {
			x.parent[r] = x.row[q]
		}
	}
	x.first, x.trees, x.mixed = make([]int32, n), make([]int32, n), map[int32]bool{}
	treeOf := make([]int32, len(x.row))
	order := fromRoots(p.tree.parent)
	for _, i := range order {
		r, q := x.row[i], p.tree.parent[i]
		treeOf[i] = i
		if q >= 0 {
			treeOf[i] = treeOf[q]
		}
		switch {
		case r == noLayers:
			x.mixed[treeOf[i]] = true
			if q >= 0 && x.row[q] != noLayers {
				x.borders = append(x.borders, i)
			}
		default:
			x.trees[r], x.first[r] = treeOf[i], r
			if q := x.parent[r]; q >= 0 {
				x.first[r] = x.first[q]
			}
		}
	}
	slices.Sort(x.borders)
	x.rows, x.bordersOf = p.rowsOf(x.node), p.rowsOf(x.borders)
	x.order = make([][]int32, len(p.shards))
	for _, i := range order {
		k := slices.IndexFunc(p.shards, func(at shard) bool { return int(i) < at.hi })
		x.order[k] = append(x.order[k], i)
	}
	p.layers = x
	for _, b := range p.mechs {
		if b.m.Type.Electrode {
			b.inside = p.bindInside(p.nodesOf[b.m])
		}
	}
}

// inside lets a mechanism that is an electrode work on the potential of the
// inside, in the nodes that have layers.
type inside struct {
	rows      []int32   // of the layers, each once
	parts     []shard   // of rows, for each shard
	v, rhs, d []float64 // of these nodes, put aside
}

func (p *plan) bindInside(nodes []int32) *inside {
	in := &inside{}
	var at []int32
	last := noLayers
	for _, i := range nodes { // ascending
		if r := p.layers.row[i]; r != noLayers && r != last {
			in.rows, at, last = append(in.rows, r), append(at, i), r
		}
	}
	n := len(in.rows)
	if n == 0 {
		return nil
	}
	in.parts = p.rowsOf(at)
	in.v, in.rhs, in.d = make([]float64, n), make([]float64, n), make([]float64, n)
	return in
}

// enter shows the potential of the inside as v, and an empty matrix.
func (in *inside) enter(p *plan, part int) {
	for k := in.parts[part].lo; k < in.parts[part].hi; k++ {
		r := in.rows[k]
		i := p.layers.node[r]
		in.v[k], in.rhs[k], in.d[k] = p.v[i], p.tree.rhs[i], p.tree.d[i]
		p.v[i] += p.layers.vext[0][r]
		p.tree.rhs[i], p.tree.d[i] = 0, 0
	}
}

// leave ends what enter began. What was added to the matrix is kept apart, too,
// since it does not flow through the membrane.
func (in *inside) leave(p *plan, part int) {
	for k := in.parts[part].lo; k < in.parts[part].hi; k++ {
		r := in.rows[k]
		i := p.layers.node[r]
		p.v[i] = in.v[k]
		p.layers.fromRhs[r] += p.tree.rhs[i]
		p.layers.fromD[r] += p.tree.d[i]
		p.tree.rhs[i] += in.rhs[k]
		p.tree.d[i] += in.d[k]
	}
}

// add puts one of the mechanism's passes into the list, as pass.add does. An
// electrode works on the potential of the inside.
func (b *boundMechanism) add(x *pass, list *stages, p *plan, then func(k int)) {
	in := b.inside
	if in == nil || x.kernel == nil && x.code == nil {
		x.add(list, p, then)
		return
	}
	list.part(func(k int) { in.enter(p, k) }, nil)
	x.add(list, p, func(k int) { in.leave(p, k) })
	if then != nil {
		list.part(then, nil)
	}
}

// initialize sets the layers to ground at finitialize.
func (x *layers) initialize(s *Solver) {
	for _, col := range [][]float64{x.vext[0], x.vext[1], x.current} {
		simd.Fill(col, 0)
	}
	if s.secondorder != 0 {
		s.Model.Warn(fmt.Sprintf("secondorder = %d does not go with extracellular: as in NEURON, v is then wrong wherever vext changes; set it to 0", s.secondorder))
	}
}

// begin forgets what electrodes added in a shard.
func (x *layers) begin(part int) {
	at := x.rows[part]
	simd.Fill(x.fromRhs[at.lo:at.hi], 0)
	simd.Fill(x.fromD[at.lo:at.hi], 0)
}

// setup makes the rows of the layers, and what they add to those of the inside,
// from a matrix that holds the mechanisms and the capacity of the membrane, but
// no axial terms, for a shard.
func (x *layers) setup(p *plan, part int) {
	t, at := &p.tree, x.rows[part]
	factor := 0.001 * p.envs[part].now[kernel.Cj] // a capacity of 1 uF/cm2 as a conductance [S/cm2]
	for r := at.lo; r < at.hi; r++ {
		i := x.node[r]
		g := t.d[i] - x.fromD[r]
		x.atStart[r] = x.fromRhs[r] - t.rhs[i]
		x.conductance[r] = g
		g0, g1 := x.xg[0][r]+float64(factor*x.xc[0][r]), x.xg[1][r]+float64(factor*x.xc[1][r])
		x.d01[r], x.d02[r], x.d12[r] = -g, 0, -g0
		x.d11[r], x.d22[r] = g+g0, g0+g1
		across := float64(x.xg[0][r] * (x.vext[0][r] - x.vext[1][r]))
		x.rhs[0][r] = x.atStart[r] - across
		x.rhs[1][r] = across - float64(x.xg[1][r]*(x.vext[1][r]-x.e[r]))
	}
	for r := at.lo; r < at.hi; r++ {
		i, q := x.node[r], x.parent[r]
		if q == root {
			continue
		}
		dv := -x.vext[0][r]
		if q != noLayers {
			dv += x.vext[0][q]
			x.axial(0, r, int(q), x.d11)
			x.axial(1, r, int(q), x.d22)
		}
		t.rhs[i] -= float64(t.b[i] * dv)
		t.rhs[t.parent[i]] += float64(t.a[i] * dv)
	}
	at = x.bordersOf[part]
	for _, i := range x.borders[at.lo:at.hi] {
		q := t.parent[i]
		dv := x.vext[0][x.row[q]]
		t.rhs[i] -= float64(t.b[i] * dv)
		t.rhs[q] += float64(t.a[i] * dv)
	}
}

// axial adds the current along layer k between row r and its parent q.
func (x *layers) axial(k, r, q int, d []float64) {
	a, b := x.a[k][r], x.b[k][r]
	dv := x.vext[k][q] - x.vext[k][r]
	x.rhs[k][r] -= float64(b * dv)
	x.rhs[k][q] += float64(a * dv)
	d[r] -= b
	d[q] -= a
}

// solve overwrites t.rhs and x.rhs of a shard with the changes of vi and vext.
func (x *layers) solve(t *tree, part int) {
	a, b, d, rhs := t.a, t.b, t.d, t.rhs
	for _, i := range slices.Backward(x.order[part]) {
		p, r := t.parent[i], x.row[i]
		if r == noLayers {
			d[i] = 1 / d[i]
			if p >= 0 {
				f := a[i] * d[i]
				d[p] -= float64(f * b[i])
				rhs[p] -= float64(f * rhs[i])
			}
			continue
		}
		x.invert(r, &d[i])
		if p < 0 {
			continue
		}
		r0, r1 := x.rhs[0][r], x.rhs[1][r]
		d[p] -= float64(a[i] * d[i] * b[i])
		rhs[p] -= float64(a[i] * (float64(d[i]*rhs[i]) + float64(x.d01[r]*r0) + float64(x.d02[r]*r1)))
		if q := x.parent[r]; q != noLayers {
			a0, a1, b0, b1 := x.a[0][r], x.a[1][r], x.b[0][r], x.b[1][r]
			x.d01[q] -= float64(a[i] * x.d01[r] * b0)
			x.d02[q] -= float64(a[i] * x.d02[r] * b1)
			x.d11[q] -= float64(a0 * x.d11[r] * b0)
			x.d12[q] -= float64(a0 * x.d12[r] * b1)
			x.d22[q] -= float64(a1 * x.d22[r] * b1)
			x.rhs[0][q] -= float64(a0 * (float64(x.d01[r]*rhs[i]) + float64(x.d11[r]*r0) + float64(x.d12[r]*r1)))
			x.rhs[1][q] -= float64(a1 * (float64(x.d02[r]*rhs[i]) + float64(x.d12[r]*r0) + float64(x.d22[r]*r1)))
		}
	}
	for _, i := range x.order[part] {
		p, y := t.parent[i], rhs[i]
		if p >= 0 {
			y -= float64(b[i] * rhs[p])
		}
		r := x.row[i]
		if r == noLayers {
			rhs[i] = y * d[i]
			continue
		}
		y0, y1 := x.rhs[0][r], x.rhs[1][r]
		if q := x.parent[r]; q >= 0 {
			y0 -= float64(x.b[0][r] * x.rhs[0][q])
			y1 -= float64(x.b[1][r] * x.rhs[1][q])
		}
		rhs[i] = float64(d[i]*y) + float64(x.d01[r]*y0) + float64(x.d02[r]*y1)
		x.rhs[0][r] = float64(x.d01[r]*y) + float64(x.d11[r]*y0) + float64(x.d12[r]*y1)
		x.rhs[1][r] = float64(x.d02[r]*y) + float64(x.d12[r]*y0) + float64(x.d22[r]*y1)
	}
}

// invert replaces the block of row r, with its first element in d00, by its
// inverse, through the factors L D Lᵀ.
func (x *layers) invert(r int32, d00 *float64) {
	m01, m02, m12 := x.d01[r], x.d02[r], x.d12[r]
	p0 := 1 / *d00
	l10, l20 := m01*p0, float64(m02*p0)
	m11 := x.d11[r] - float64(l10*m01)
	m12 -= float64(l20 * m01)
	l21 := m12 / m11
	p1, p2 := 1/m11, 1/(x.d22[r]-float64(l20*m02)-float64(l21*m12))
	n20 := float64(l10*l21) - l20 // the inverse of L has -l10, n20, -l21 below its diagonal
	*d00 = p0 + float64(l10*l10*p1) + float64(n20*n20*p2)
	x.d01[r] = -float64(l10*p1) - float64(n20*l21*p2)
	x.d02[r] = n20 * p2
	x.d11[r] = p1 + float64(l21*l21*p2)
	x.d12[r] = -l21 * p2
	x.d22[r] = p2
}

// update moves the potentials of the layers in a shard, where v already moved
// as vi does, and computes the currents through the membrane. Afterwards t.rhs
// is the change of v.
func (x *layers) update(p *plan, factor float64, part int) {
	rhs, at := p.tree.rhs, x.rows[part]
	for r := at.lo; r < at.hi; r++ {
		i := x.node[r]
		dv := x.rhs[0][r]
		x.vext[0][r] += dv
		x.vext[1][r] += x.rhs[1][r]
		p.v[i] -= dv
		rhs[i] -= dv
		p.charging.icap[i] = factor * p.charging.cm[i] * rhs[i]
		x.current[r] = float64(x.conductance[r]*rhs[i]) + x.atStart[r]
	}
}

// checkGround says whether a path leads to ground from outside of every
// membrane: through the layers, or through the inside of the tree to where it has no
// layers or to an electrode. Without, no potential is determined.
func (s *Solver) checkGround() error {
	x := s.plan.layers
	if x == nil {
		return nil
	}
	n := len(x.node)
	toGround, between := make([]bool, n), make([]bool, n) // by x.first: some xg[1], some xg[0]
	inside := maps.Clone(x.mixed)                         // by tree
	for r, first := range x.first {
		toGround[first] = toGround[first] || x.xg[1][r] > 0 || x.xc[1][r] > 0
		between[first] = between[first] || x.xg[0][r] > 0 || x.xc[0][r] > 0
	}
	for r, first := range x.first {
		if x.fromD[r] > 0 || toGround[first] && between[first] {
			inside[x.trees[r]] = true
		}
	}
	for _, i := range slices.Concat(x.order...) {
		r := x.row[i]
		if r == noLayers {
			continue
		}
		first := x.first[r]
		if inside[x.trees[r]] && (toGround[first] || between[first]) {
			continue
		}
		place, sec := s.Model.NodeName(s.Model.Nodes.ID(int(i)))
		variable := "xg[0]"
		if !toGround[first] {
			variable = "xg[1]"
		}
		e := fault.New(fault.Model, "no path leads from outside of %s to ground: %s and the capacity beside it are 0 everywhere", place, variable)
		e.Section, e.Mechanism, e.Variable = sec, mechanism.Extracellular, "xg"
		return e.WithHint("xg[0] and xg[1] must be greater than 0 somewhere in each tree")
	}
	return nil
}

package nmodl

import (
	"cmp"
	"maps"
	"slices"

	"github.com/gneuron/gneuron/mechanism/kernel"
)

// scheme is a KINETIC block as a system of equations. While the block is
// lowered, its reactions fill in the right-hand side and the matrix of
//
//	(volume/h - ∂flux/∂x)·Δx = -volume·(x - x0)/h + flux(x)
//
// where rates are taken as constants, and mass action gives the derivatives.
// A row that CONSERVE took over holds its equation instead.
//
// States have the order that NEURON gives them, and sums are made in its order:
// steady states are so badly conditioned that the last digits matter.
type scheme struct {
	p         *pass
	block     *CodeBlock
	states    []slot
	number    map[slot]int
	conserved map[*Conserve]int  // the row of each
	volumes   map[*Symbol]volume // of the states that COMPARTMENT names
	spacious  []*Symbol          // those states, in the order of their first mention
	linear    bool               // no reaction has two molecules on one side
	branches  bool               // some reaction is inside an if

	// Names that stand for numbers in the environment of the pass, so that
	// the branches of an if are joined as for other variables.
	rhs, matrix, forward, backward *Symbol

	touched  [][2]int // elements of the matrix, in the order of their first use
	seen     map[[2]int]bool
	explicit bool // make derivatives only: no matrix, no CONSERVE
}

// volume is a COMPARTMENT.
type volume struct {
	of   *Compartment
	each []num // one number, or one for each element of an array
}

// kinetic makes the scheme of a KINETIC block.
func (p *pass) kinetic(b *CodeBlock) *scheme {
	local := func(name string) *Symbol { return &Symbol{Name: name, Storage: LocalStorage} }
	k := &scheme{p: p, block: b, number: map[slot]int{}, conserved: map[*Conserve]int{}, volumes: map[*Symbol]volume{},
		rhs: local("right-hand side"), matrix: local("matrix"), forward: local("f_flux"), backward: local("b_flux"), linear: true}
	for _, s := range []*Symbol{k.rhs, k.matrix, k.forward, k.backward} {
		p.see(s)
	}
	used := map[*Symbol]bool{}
	use := func(list []*Reactant) {
		for _, r := range list {
			if k.isState(symbolOf(r.Var)) {
				used[symbolOf(r.Var)] = true
			}
		}
	}
	var conserves []*Conserve
	walkStmts(b.Body, func(s Stmt) {
		switch s := s.(type) {
		case *Reaction:
			use(s.Left)
			use(s.Right)
			k.linear = k.linear && (s.Kind == Flux || k.isLinear(s.Left) && k.isLinear(s.Right))
		case *Conserve:
			use(s.Left)
			conserves = append(conserves, s)
		case *Compartment:
			for _, n := range s.States {
				if _, again := k.volumes[n.Sym]; !again {
					k.spacious = append(k.spacious, n.Sym)
				}
				k.volumes[n.Sym] = volume{of: s}
			}
		case *If:
			walkStmts(slices.Concat(s.Then, s.Else), func(s Stmt) {
				if _, ok := s.(*Reaction); ok {
					k.branches = true
				}
			})
		}
	})
	k.order(used, conserves)
	return k
}

// isState reports whether the block solves for a variable.
func (k *scheme) isState(s *Symbol) bool {
	return s != nil && s.Role == State &&
		(len(k.block.SolveFor) == 0 || slices.ContainsFunc(k.block.SolveFor, func(id Ident) bool { return id.Name == s.Name }))
}

// isLinear reports whether one side of a reaction has a single molecule, or no
// state at all.
func (k *scheme) isLinear(side []*Reactant) bool {
	states, molecules := 0, 0
	for _, r := range side {
		molecules += r.Count
		if k.isState(symbolOf(r.Var)) {
			states++
		}
	}
	return states == 0 || molecules == 1
}

// order numbers the states: first one for each CONSERVE, then the others.
func (k *scheme) order(used map[*Symbol]bool, conserves []*Conserve) {
	add := func(s *Symbol) {
		for e := range max(s.Size, 1) {
			k.number[slot{sym: s, k: e}] = len(k.states)
			k.states = append(k.states, slot{sym: s, k: e})
		}
		delete(used, s)
	}
	for _, c := range slices.Backward(conserves) {
		row := -1
		for i, r := range slices.Backward(c.Left) {
			if s := symbolOf(r.Var); used[s] && s.Size == 0 {
				row = i
				break
			}
		}
		if row < 0 {
			k.p.c.fail(c.Pos, "this CONSERVE needs a state that is no array and that no other CONSERVE names last")
		}
		k.conserved[c] = len(k.states)
		add(symbolOf(c.Left[row].Var))
	}
	rest := slices.SortedFunc(maps.Keys(used), func(a, b *Symbol) int {
		if n := cmp.Compare(a.Name[0], b.Name[0]); n != 0 {
			return n
		}
		return cmp.Or(cmp.Compare(b.Pos.Line, a.Pos.Line), cmp.Compare(b.Pos.Column, a.Pos.Column), cmp.Compare(a.Name, b.Name))
	})
	for _, s := range rest {
		add(s)
	}
	if len(k.states) == 0 {
		k.p.c.fail(k.block.Pos, "KINETIC %s has no reaction of a STATE", k.block.Name)
	}
}

// equations are the scheme at some values of the states.
type equations struct {
	rhs    []kernel.Value
	matrix map[[2]int]kernel.Value
	left   map[slot]num // what the block leaves in its variables
}

// at lowers the block at states x with x0 at the beginning of a step h; with
// fresh, x is x0.
func (k *scheme) at(x, x0 []kernel.Value, h kernel.Value, fresh bool) equations {
	p := k.p
	n := len(k.states)
	outer := p.scheme
	p.scheme, k.touched, k.seen = k, nil, map[[2]int]bool{}
	var eq equations
	eq.left = p.with(func() {
		for i, s := range k.states {
			p.see(s.sym)
			p.env.set(s, num{v: x[i]})
		}
		p.env.set(slot{sym: k.forward}, p.constant(0))
		p.env.set(slot{sym: k.backward}, p.constant(0))
		if k.branches && !k.explicit {
			for i := range n * n {
				p.env.set(slot{sym: k.matrix, k: i}, p.constant(0))
			}
		}
		k.capacities(x, x0, h, fresh)
		p.block(k.block.Body)
		eq.matrix = map[[2]int]kernel.Value{}
		for i, s := range k.states {
			rhs := p.env.at(slot{sym: k.rhs, k: i}).v
			if k.explicit {
				rhs = p.Div(rhs, k.volume(s))
			}
			eq.rhs = append(eq.rhs, rhs)
		}
		for _, e := range k.touched {
			eq.matrix[e] = p.env.at(slot{sym: k.matrix, k: e[0]*n + e[1]}).v
		}
	})
	p.scheme = outer
	maps.DeleteFunc(eq.left, func(s slot, _ num) bool {
		return s.sym == k.rhs || s.sym == k.matrix || s.sym == k.forward || s.sym == k.backward
	})
	return eq
}

// capacities starts the equations with what the states hold: volume/h in the
// diagonal, and the change since x0.
func (k *scheme) capacities(x, x0 []kernel.Value, h kernel.Value, fresh bool) {
	p := k.p
	for _, s := range k.spacious {
		v := k.volumes[s]
		v.each = nil
		for e := range max(s.Size, 1) {
			if v.of.IndexSym != nil {
				p.see(v.of.IndexSym)
				p.env.set(slot{sym: v.of.IndexSym}, p.constant(float64(e)))
			}
			v.each = append(v.each, p.expr(v.of.Volume))
		}
		k.volumes[s] = v
	}
	rate := p.Div(p.Const(1), h)
	for i, s := range k.states {
		rhs := p.Const(0)
		if i >= len(k.conserved) && !k.explicit {
			v := k.volume(s)
			k.add(i, i, p.Mul(rate, v), false)
			if !fresh {
				rhs = p.Mul(p.Mul(p.Neg(rate), p.Sub(x[i], x0[i])), v)
			}
		}
		p.env.set(slot{sym: k.rhs, k: i}, num{v: rhs})
	}
}

// volume gives the volume of a state's compartment; 1 without COMPARTMENT.
func (k *scheme) volume(s slot) kernel.Value {
	if v, ok := k.volumes[s.sym]; ok {
		return v.each[s.k].v
	}
	return k.p.Const(1)
}

// add adds to an element of the matrix, or subtracts from it.
func (k *scheme) add(row, col int, x kernel.Value, minus bool) {
	p := k.p
	s := slot{sym: k.matrix, k: row*len(k.states) + col}
	if e := [2]int{row, col}; !k.seen[e] {
		k.seen[e] = true
		k.touched = append(k.touched, e)
	}
	old := p.Const(0)
	if y, ok := p.env.get(s); ok {
		old = y.v
	}
	switch {
	case !minus:
		x = p.Add(old, x)
	case p.isZero(old):
		x = p.Neg(x)
	default:
		x = p.Sub(old, x)
	}
	p.env.set(s, num{v: x})
}

// flow adds count molecules of a flux to the equation of a state.
func (k *scheme) flow(row, count int, flux kernel.Value, in bool) {
	p := k.p
	if !k.explicit && row < len(k.conserved) {
		return
	}
	s := slot{sym: k.rhs, k: row}
	if count > 1 {
		flux = p.Mul(p.Const(float64(count)), flux)
	}
	old := p.env.at(s).v
	switch {
	case in:
		flux = p.Add(old, flux)
	case p.isZero(old):
		flux = p.Neg(flux)
	default:
		flux = p.Sub(old, flux)
	}
	p.env.set(s, num{v: flux})
}

// molecule is a reactant of which the element is known.
type molecule struct {
	slot
	count int
	row   int // -1: no state of the scheme
	value kernel.Value
}

// molecules resolves one side of a reaction, the last reactant first.
func (k *scheme) molecules(side []*Reactant) []molecule {
	p := k.p
	var out []molecule
	for _, r := range slices.Backward(side) {
		m := molecule{slot: slot{sym: symbolOf(r.Var)}, count: r.Count, row: -1}
		if x, ok := r.Var.(*Index); ok {
			i, known := p.ConstValue(p.index(p.expr(x.Index)).v)
			if !known {
				p.c.beyond(x.Pos, "a reaction of %s[i] with an index that is not a constant", x.Name)
			}
			m.k = p.within(x, i)
		}
		m.value = p.expr(r.Var).v
		if row, ok := k.number[m.slot]; ok {
			m.row = row
		}
		out = append(out, m)
	}
	return out
}

// reaction adds a reaction to the equations.
func (k *scheme) reaction(r *Reaction) {
	p := k.p
	left, right := k.molecules(r.Left), k.molecules(r.Right)
	zero := p.Const(0)
	flux := func(forward, backward kernel.Value) {
		p.env.set(slot{sym: k.forward}, num{v: forward})
		p.env.set(slot{sym: k.backward}, num{v: backward})
	}
	if r.Kind == Flux {
		if left[0].row < 0 {
			p.c.fail(r.Left[0].Pos, "%s is no state of this block: only a STATE can have a flux", left[0].sym.Name)
		}
		if !k.explicit && left[0].row < len(k.conserved) {
			p.c.fail(r.Left[0].Pos, "%s has a flux, but a CONSERVE determines it", left[0].sym.Name)
		}
		flux(zero, zero)
		in := p.expr(r.Forward).v
		flux(zero, in)
		k.flow(left[0].row, 1, in, true)
		return
	}
	rates := [2]kernel.Value{p.expr(r.Forward).v, zero}
	if r.Backward != nil {
		rates[1] = p.expr(r.Backward).v
	}
	sides := [2][]molecule{left, right}
	var fluxes [2]kernel.Value
	for j := range sides {
		fluxes[j] = rates[j]
		for _, m := range sides[j] {
			for range m.count {
				fluxes[j] = p.Mul(fluxes[j], m.value)
			}
		}
		if j == 1 && r.Kind == Irreversible {
			fluxes[j] = zero
		}
	}
	flux(fluxes[0], fluxes[1])
	net := p.Sub(fluxes[0], fluxes[1])
	for j, side := range sides {
		for _, m := range side {
			if m.row >= 0 {
				k.flow(m.row, m.count, net, j == 1)
			}
		}
	}
	if k.explicit {
		return
	}
	for j, side := range sides {
		for at, by := range side {
			if by.row < 0 {
				continue
			}
			term := rates[j]
			if by.count > 1 {
				term = p.Mul(term, p.Const(float64(by.count)))
			}
			for i, m := range side {
				power := m.count
				if i == at {
					power--
				}
				for range power {
					term = p.Mul(term, m.value)
				}
			}
			for j1, side := range sides {
				for _, m := range side {
					if m.row < len(k.conserved) {
						continue
					}
					x := term
					if m.count > 1 {
						x = p.Mul(p.Const(float64(m.count)), x)
					}
					k.add(m.row, by.row, x, j1 != j)
				}
			}
		}
	}
}

// conserve writes the equation of a CONSERVE into its row.
func (k *scheme) conserve(c *Conserve) {
	p := k.p
	if k.explicit {
		return // integration keeps what reactions keep
	}
	row := k.conserved[c]
	rhs := p.expr(c.Value).v
	for _, m := range k.molecules(c.Left) {
		if m.row < 0 {
			p.c.fail(c.Pos, "%s is no state of this block: CONSERVE takes states only", m.sym.Name)
		}
		v := k.volume(m.slot)
		count := p.Const(float64(m.count))
		k.add(row, m.row, p.Mul(count, v), false)
		rhs = p.Sub(rhs, p.Mul(p.Mul(m.value, v), count))
	}
	p.env.set(slot{sym: k.rhs, k: row}, num{v: rhs})
}

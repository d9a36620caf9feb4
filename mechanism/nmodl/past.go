package nmodl

import "fmt"

// pasts makes the hidden variables that keep what x@1, x@2, ... of a STATE
// stand for, as far back as code asks: x@n is in past[x][n-1], and of an array
// element i of x@n in past[x][(n-1)*size+i].
//
// Each instance has its own. NEURON keeps one history for all instances, so that
// it has these numbers where there is a single one.
func (c *compiler) pasts() {
	c.past = map[*Symbol]*Symbol{}
	depth := map[*Symbol]int{}
	note := func(x Expr) {
		s, back := symbolOf(x), 0
		switch x := x.(type) {
		case *Name:
			back = x.Back
		case *Index:
			back = x.Back
		}
		if s != nil && back > depth[s] {
			depth[s] = back
		}
	}
	for _, b := range c.File.Blocks {
		if b, ok := b.(*CodeBlock); ok {
			walkStmts(b.Body, func(s Stmt) { eachExpr(s, note) })
		}
	}
	for _, s := range c.States {
		if n := depth[s]; n > 0 {
			past := &Symbol{Name: "past of " + s.Name, Pos: s.Pos, Role: Assigned, Storage: InstanceStorage, Size: n * max(s.Size, 1)}
			c.past[s] = past
			c.Assigned = append(c.Assigned, past)
		}
	}
}

// pastElement is an element of an array as it was some steps ago.
func (c *compiler) pastElement(x *Index) *Index {
	before := &Number{At: x.At, Value: float64((x.Back - 1) * x.Sym.Size)}
	return &Index{At: x.At, Name: x.Name, Sym: c.past[x.Sym], Index: &Binary{At: x.At, Op: Add, X: x.Index, Y: before}}
}

// discrete is the body of a DISCRETE block: first, the states that it assigns to
// become those of one step ago, and so on.
func (c *compiler) discrete(b *CodeBlock) []Stmt {
	assigned := map[*Symbol]bool{}
	walkStmts(b.Body, func(s Stmt) {
		if a, ok := s.(*Assign); ok {
			assigned[symbolOf(a.Target)] = true
		}
	})
	var list []Stmt
	for _, s := range c.States {
		past := c.past[s]
		if past == nil || !assigned[s] {
			continue
		}
		at := At{b.Pos}
		element := func(s *Symbol, k int) Expr {
			if s.Size == 0 {
				return &Name{At: at, Name: s.Name, Sym: s}
			}
			return &Index{At: at, Name: s.Name, Sym: s, Index: &Number{At: at, Value: float64(k), Text: fmt.Sprint(k)}}
		}
		n := max(s.Size, 1)
		for k := past.Size - 1; k >= n; k-- {
			list = append(list, &Assign{At: at, Target: element(past, k), Value: element(past, k-n)})
		}
		for k := range n {
			list = append(list, &Assign{At: at, Target: element(past, k), Value: element(s, k)})
		}
	}
	return append(list, b.Body...)
}

// solveOf is the SOLVE of a block of equations that code calls like a
// PROCEDURE, and whether the call makes its step.
//
// As in NEURON, it does for cnexp and for a DISCRETE block. With the other
// methods a call only computes the derivatives, and so what else the block
// assigns.
func (c *compiler) solveOf(x *Call) (s *Solve, steps bool) {
	s = &Solve{At: x.At, Block: Ident{At: x.At, Name: x.Name}, Target: x.Target}
	for _, of := range c.Solves {
		if of.Target == x.Target {
			s.Method = of.Method
		}
	}
	return s, x.Target.Kind == Discrete || s.Method.Name == "cnexp" && c.isLinear(x.Target)
}

// callEquations lowers the call of a DERIVATIVE or DISCRETE block.
func (p *pass) callEquations(x *Call) {
	s, steps := p.c.solveOf(x)
	if steps {
		p.solve(s)
		return
	}
	y := p.system(x.Target)
	y.settle(y.start())
}

// callEquations compiles the call of a DERIVATIVE or DISCRETE block.
func (x *scope) callEquations(e *Call) action {
	s, steps := x.u.c.solveOf(e)
	if steps {
		return x.solve(s)
	}
	q := x.u.stateEquations(s)
	return func(m *machine) control {
		y := q.start(m)
		q.at(m, y, make([]float64, len(y)))
		return next
	}
}

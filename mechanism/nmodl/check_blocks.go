package nmodl

import "github.com/gneuron/gneuron/fault"

// blocks enters every code block under its name or its kind.
func (c *checker) blocks() {
	for _, b := range c.File.Blocks {
		b, ok := b.(*CodeBlock)
		if !ok {
			continue
		}
		switch b.Kind {
		case Initial:
			c.Initial = joined(c.Initial, b)
		case Breakpoint:
			c.Breakpoint = joined(c.Breakpoint, b)
		case Constructor:
			c.Constructor = joined(c.Constructor, b)
		case Destructor:
			if c.Kind == Density {
				c.syntax(b.Pos, "a DESTRUCTOR belongs to a POINT_PROCESS or ARTIFICIAL_CELL; %s is a density mechanism", c.Suffix)
			}
			c.Destructor = joined(c.Destructor, b)
		case NetReceive:
			if c.NetReceive != nil {
				c.syntax(b.Pos, "there are two NET_RECEIVE blocks; the first is at line %d", c.NetReceive.Pos.Line)
				continue
			}
			c.NetReceive = b
			if len(b.Args) == 0 {
				c.syntax(b.Pos, "NET_RECEIVE needs at least one argument, the weight")
			}
		case Before, After:
			c.BeforeAfter = append(c.BeforeAfter, b)
		case Function, Procedure, FunctionTable:
			c.enter(c.Routines, b)
		case Derivative, Kinetic, Linear, Nonlinear, Discrete:
			c.enter(c.Solvables, b)
		}
	}
}

// joined makes one block of two of a kind, which run one after the other.
func joined(first, second *CodeBlock) *CodeBlock {
	if first == nil {
		return second
	}
	both := *first
	both.Body = []Stmt{
		&BlockStmt{At: first.At, Body: first.Body},
		&BlockStmt{At: second.At, Body: second.Body},
	}
	return &both
}

// enter adds a named block.
func (c *checker) enter(to map[string]*CodeBlock, b *CodeBlock) {
	for _, m := range []map[string]*CodeBlock{c.Routines, c.Solvables} {
		if old := m[b.Name]; old != nil {
			c.twice(b.NamePos, b.Name, "a "+old.Kind.String(), old.NamePos)
			return
		}
	}
	if old := c.Symbols[b.Name]; old != nil && old.Pos != (fault.Pos{}) && !c.isStart(old) {
		c.twice(b.NamePos, b.Name, old.Role.String(), old.Pos)
		return
	}
	if builtins[b.Name] != nil && !optionalBuiltins[b.Name] {
		c.syntax(b.NamePos, "%s is a built-in function and cannot be defined again", b.Name).
			WithHint("leave it out, or give it another name")
		return
	}
	to[b.Name] = b
}

// isStart says whether a symbol is a starting value x0 that nothing declares.
func (c *checker) isStart(s *Symbol) bool {
	return s.Role == Predeclared && s.Storage == GlobalStorage
}

// code checks one block.
func (c *checker) code(b *CodeBlock) {
	c.block, c.tables = b, 0
	c.push()
	c.arguments(b.Args)
	switch b.Kind {
	case Function:
		b.Result = &Symbol{Name: b.Name, Pos: b.NamePos, Role: FunctionValue, Storage: LocalStorage, Unit: b.Unit.Text}
		if c.local(b.Name) == nil {
			c.bind(b.Result)
		}
	case NetReceive:
		// Also where an argument has the name, as in NEURON.
		c.bind(&Symbol{Name: "flag", Pos: b.Pos, Role: Argument, Storage: LocalStorage})
	}
	for _, id := range b.SolveFor {
		if s := c.Symbols[id.Name]; s == nil || s.Role != State {
			c.fail(fault.Reference, id.Pos, "SOLVEFOR %s is not a STATE", id.Name)
		}
	}
	c.statements(b.Body)
	c.pop()
	c.block = nil
}

func (c *checker) push() { c.scopes = append(c.scopes, map[string]*Symbol{}) }
func (c *checker) pop()  { c.scopes = c.scopes[:len(c.scopes)-1] }

// bind adds a local variable to the innermost scope.
func (c *checker) bind(s *Symbol) { c.scopes[len(c.scopes)-1][s.Name] = s }

// local is the local variable of a name, or nil.
func (c *checker) local(name string) *Symbol {
	for i := len(c.scopes) - 1; i >= 0; i-- {
		if s := c.scopes[i][name]; s != nil {
			return s
		}
	}
	return nil
}

func (c *checker) arguments(args []*Arg) {
	for _, a := range args {
		if old := c.scopes[len(c.scopes)-1][a.Name]; old != nil {
			c.twice(a.Pos, a.Name, old.Role.String(), old.Pos)
			continue
		}
		a.Sym = &Symbol{Name: a.Name, Pos: a.Pos, Role: Argument, Storage: LocalStorage, Unit: a.Unit.Text}
		c.bind(a.Sym)
	}
}

// inner checks statements in a scope of their own.
func (c *checker) inner(list []Stmt) {
	c.push()
	c.statements(list)
	c.pop()
}

func (c *checker) statements(list []Stmt) {
	for _, s := range list {
		c.statement(s)
	}
}

func (c *checker) statement(s Stmt) {
	switch s := s.(type) {
	case *Assign:
		c.assign(s)
	case *CallStmt:
		c.call(s.Call, true)
	case *Local:
		c.locals(s)
	case *If:
		c.expr(s.Cond)
		c.inner(s.Then)
		c.inner(s.Else)
	case *While:
		c.expr(s.Cond)
		c.inner(s.Body)
	case *From:
		c.expr(s.Lo)
		c.expr(s.Hi)
		if s.By != nil {
			c.expr(s.By)
		}
		c.push()
		s.Sym = c.loopVariable(s.Var)
		c.statements(s.Body)
		c.pop()
	case *BlockStmt:
		c.inner(s.Body)
	case *Protect:
		c.assign(s.Assign)
	case *Solve:
		c.solve(s)
	case *Table:
		c.table(s)
	case *Conductance:
		c.conductance(s)
	case *Reaction:
		c.reactants(s.Left, true)
		c.reactants(s.Right, true)
		c.expr(s.Forward)
		if s.Backward != nil {
			c.expr(s.Backward)
		}
	case *Compartment:
		c.push()
		if s.Index.Name != "" {
			s.IndexSym = c.loopVariable(s.Index)
		}
		c.expr(s.Volume)
		c.pop()
		s.States = c.perState(s.States)
	case *LongitudinalDiffusion:
		c.push()
		if s.Index.Name != "" {
			s.IndexSym = c.loopVariable(s.Index)
		}
		c.expr(s.Rate)
		c.pop()
		s.States = c.perState(s.States)
	case *Conserve:
		c.reactants(s.Left, false)
		c.expr(s.Value)
	case *Equation:
		c.expr(s.Left)
		c.expr(s.Right)
		c.equationStates(s.Left)
		c.equationStates(s.Right)
	case *Lag:
		c.lag(s)
	case *Watch:
		if c.block.Kind != NetReceive {
			c.syntax(s.Pos, "WATCH belongs in NET_RECEIVE, not in %s", c.block.heading())
		}
		c.expr(s.Left)
		c.expr(s.Right)
	case *ForNetCons:
		c.forNetCons(s)
	case *NetInitial:
		c.inner(s.Body)
	}
}

func (c *checker) loopVariable(id Ident) *Symbol {
	s := &Symbol{Name: id.Name, Pos: id.Pos, Role: LoopVariable, Storage: LocalStorage}
	c.bind(s)
	return s
}

// locals makes the variables of a LOCAL. They may hide variables of the file
// and of blocks around, but not an argument of the same routine.
func (c *checker) locals(l *Local) {
	for _, v := range l.Vars {
		if old := c.scopes[len(c.scopes)-1][v.Name]; old != nil && old.Role != FunctionValue {
			c.twice(v.Pos, v.Name, old.Role.String(), old.Pos)
			continue
		}
		v.Sym = &Symbol{Name: v.Name, Pos: v.Pos, Role: BlockLocal, Storage: LocalStorage, Size: v.Size}
		c.bind(v.Sym)
	}
}

func (c *checker) forNetCons(s *ForNetCons) {
	if c.block.Kind != NetReceive {
		c.syntax(s.Pos, "FOR_NETCONS belongs in NET_RECEIVE, not in %s", c.block.heading())
	} else if len(s.Args) != len(c.block.Args) {
		c.syntax(s.Pos, "FOR_NETCONS has %s but NET_RECEIVE has %d", count(len(s.Args), "argument"), len(c.block.Args))
	}
	c.push()
	c.arguments(s.Args)
	c.statements(s.Body)
	c.pop()
}

func (c *checker) conductance(s *Conductance) {
	s.Var.Sym = c.variable(s.Var.Name, s.Var.Pos)
	if s.Ion.Name == "" {
		return
	}
	for _, u := range c.Ions {
		if u.Ion.Name == s.Ion.Name {
			return
		}
	}
	c.fail(fault.Reference, s.Ion.Pos, "the NEURON block has no USEION %s", s.Ion.Name).
		WithHint("for a current of no ion, CONDUCTANCE %s stands alone", s.Var.Name)
}

// lag declares the delayed variable of a LAG.
func (c *checker) lag(l *Lag) {
	l.VarSym, l.DelaySym = c.variable(l.Var.Name, l.Var.Pos), c.variable(l.Delay.Name, l.Delay.Pos)
	read(l.VarSym)
	read(l.DelaySym)
	if l.VarSym != nil && l.VarSym.Size > 0 {
		c.syntax(l.Var.Pos, "LAG takes a single variable, and %s is an array", l.Var.Name)
	}
	name := "lag_" + l.Var.Name + "_" + l.Delay.Name
	if l.Sym = c.Symbols[name]; l.Sym == nil {
		l.Sym = &Symbol{Name: name, Pos: l.Pos, Role: Assigned, Storage: InstanceStorage, Assigned: true}
		if l.VarSym != nil {
			l.Sym.Unit = l.VarSym.Unit
		}
		c.Symbols[name] = l.Sym
		c.Assigned = append(c.Assigned, l.Sym)
	}
}

// reactants checks one side of a reaction or of CONSERVE.
func (c *checker) reactants(list []*Reactant, changes bool) {
	for _, r := range list {
		if n, ok := r.Var.(*Name); ok && !changes {
			n.Sym = c.variable(n.Name, n.Pos) // CONSERVE may name a whole array
		} else {
			c.expr(r.Var)
		}
		if s := symbolOf(r.Var); s != nil && changes && s.Role == State {
			s.Assigned = true
			c.hasEquation(s)
		}
	}
}

// perState resolves the states that a COMPARTMENT or LONGITUDINAL_DIFFUSION
// lists; these may be arrays, and variables that are no STATE are allowed. As
// in NEURON, a name that nothing declares is left out.
func (c *checker) perState(list []*Name) []*Name {
	var known []*Name
	for _, n := range list {
		if c.local(n.Name) == nil && c.Symbols[n.Name] == nil && !simulatorVariables[n.Name] {
			c.warn(n.Pos, "%s is not defined; it is left out here", n.Name)
			continue
		}
		n.Sym = c.variable(n.Name, n.Pos)
		known = append(known, n)
	}
	return known
}

// equationStates notes which states a "~" equation solves for.
func (c *checker) equationStates(x Expr) {
	switch x := x.(type) {
	case *Name, *Index:
		if s := symbolOf(x); s != nil && s.Role == State {
			s.Assigned = true
			c.hasEquation(s)
		}
	case *Unary:
		c.equationStates(x.X)
	case *Binary:
		c.equationStates(x.X)
		c.equationStates(x.Y)
	case *Call:
		for _, a := range x.Args {
			c.equationStates(a)
		}
	}
}

// hasEquation notes that the block being checked determines a state.
func (c *checker) hasEquation(s *Symbol) {
	if c.equations == nil {
		c.equations = map[*CodeBlock][]*Symbol{}
	}
	c.equations[c.block] = append(c.equations[c.block], s)
}

package nmodl

import (
	"fmt"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Equations is a .mod text read as a system of differential equations that stands
// alone, without a section around it:
//
//	x' = f(t, x; parameters)
//
// f is the DERIVATIVE (or KINETIC) block. Every PARAMETER and ASSIGNED variable and every
// STATE is a column with a value for each instance. v, area and diam are names like any
// other. A WATCH of NET_RECEIVE is a threshold, and what NET_RECEIVE does for its flag is
// what happens there. A TABLE is not used.
type Equations struct {
	Name    string
	Title   string // after TITLE, or ""
	Doc     string // the text's first COMMENT
	Vars    []mechanism.Var
	Columns int       // those of the variables; programs may use more behind them
	Globals []float64 // values of what code keeps outside of instances
	States  []EquationState
	Watches []EquationWatch

	c      *compiler
	blocks []*CodeBlock
}

// EquationState is an unknown: a STATE, or an element of one that is an array.
type EquationState struct {
	Name      string // "v", or "x[2]"
	Column    int
	Tolerance float64 // absolute, of its declaration; 0 where there is none
}

// EquationWatch is the condition of a WATCH: it holds where its margin is above 0.
type EquationWatch struct {
	Flag  float64
	watch *Watch
}

// CompileEquations reads a text as equations that stand alone. Its NEURON block may be
// missing, and so may its BREAKPOINT: then all its DERIVATIVE blocks count. See Compile
// for the arguments and errors.
func CompileEquations(filename, text string, include func(name string) (string, error)) (*Equations, []*fault.Error) {
	file, errs := Parse(filename, text, include)
	if len(errs) > 0 {
		return nil, errs
	}
	checker := newChecker(file)
	checker.alone = true
	checked, errs := checker.check()
	if len(errs) > 0 {
		return nil, errs
	}
	c, err := newCompiler(checked, text)
	if err != nil {
		return nil, []*fault.Error{err}
	}
	for _, s := range c.hidden() {
		c.kept[s] = true
	}
	c.layout(filename, text, c.kept)
	e := &Equations{Name: c.Suffix, Title: c.typ.Title, Doc: c.comment, Vars: c.typ.Vars, Columns: c.typ.Columns, c: c}
	for _, g := range c.typ.Globals {
		for range max(g.Size, 1) {
			e.Globals = append(e.Globals, g.Default)
		}
	}
	if err := try(e.find); err != nil {
		return nil, []*fault.Error{err}
	}
	return e, nil
}

// find looks for the blocks with the equations and for the WATCHes, and refuses what
// needs a section around it.
func (e *Equations) find() {
	c := e.c
	for _, u := range c.Ions {
		panic(failure{err: c.errorAt(u.Pos, "equations that stand alone have no ions").
			WithHint("declare e%s and what else they need in PARAMETER", u.Ion.Name)})
	}
	for _, s := range c.Pointers {
		panic(failure{err: c.errorAt(s.Pos, "equations that stand alone have no POINTER %s", s.Name).
			WithHint("declare it in PARAMETER")})
	}
	for _, s := range c.Solves {
		if k := s.Target.Kind; k != Derivative && k != Kinetic {
			panic(failure{err: c.errorAt(s.Pos, "SOLVE %s: its %s block has no derivatives to integrate", s.Block.Name, k).
				WithHint("write the equations as x' = ... in a DERIVATIVE block")})
		}
		if !slices.Contains(e.blocks, s.Target) {
			e.blocks = append(e.blocks, s.Target)
		}
	}
	if len(e.blocks) == 0 {
		for _, b := range c.File.Blocks {
			if b, ok := b.(*CodeBlock); ok && (b.Kind == Derivative || b.Kind == Kinetic) {
				e.blocks = append(e.blocks, b)
			}
		}
	}
	if len(e.blocks) == 0 && (c.Breakpoint == nil || len(c.States) > 0) {
		panic(failure{err: c.errorAt(fault.Pos{File: c.File.Name, Line: 1, Column: 1}, "there are no equations to integrate").
			WithHint("write them as DERIVATIVE name { x' = ... }")})
	}
	probe := e.pass(false)
	for _, y := range e.slopes(probe) {
		for _, s := range y.states {
			e.States = append(e.States, EquationState{element(s), c.column[s.sym] + s.k, s.sym.Tolerance})
		}
	}
	for _, s := range c.States {
		for k := range max(s.Size, 1) {
			if at := c.column[s] + k; !slices.ContainsFunc(e.States, func(x EquationState) bool { return x.Column == at }) {
				err := c.errorAt(s.Pos, "the STATE %s has no equation", element(slot{sym: s, k: k}))
				panic(failure{err: err.WithHint("write %s' = ... in the DERIVATIVE block, or declare %s in ASSIGNED", s.Name, s.Name)})
			}
		}
	}
	if c.NetReceive != nil {
		walkStmts(c.NetReceive.Body, func(s Stmt) {
			if w, ok := s.(*Watch); ok {
				e.Watches = append(e.Watches, EquationWatch{w.Flag.Value, w})
			}
		})
	}
}

func element(s slot) string {
	if s.sym.Size == 0 {
		return s.sym.Name
	}
	return fmt.Sprintf("%s[%d]", s.sym.Name, s.k)
}

func (e *Equations) pass(single bool) *pass {
	p := e.c.newPass(0)
	p.alone = true
	if single {
		p.Single()
	}
	return p
}

func (e *Equations) slopes(p *pass) []slopes {
	var list []slopes
	for _, b := range e.blocks {
		list = append(list, p.slopes(b))
	}
	return list
}

// EquationPass is a program in the making, of what a step does with the states.
type EquationPass struct {
	*kernel.Builder
	X []kernel.Value // the states as they are

	e    *Equations
	p    *pass
	list []slopes
}

// Program makes a program of what build does. With single, every operation is rounded to
// single precision.
func (e *Equations) Program(single bool, build func(*EquationPass)) (program *kernel.Program, err *fault.Error) {
	err = try(func() {
		p := e.pass(single)
		b := &EquationPass{Builder: p.Builder, e: e, p: p, list: e.slopes(p)}
		for _, s := range e.States {
			b.X = append(b.X, p.Column(s.Column))
		}
		build(b)
		program = p.Build()
	})
	return program, err
}

// Slopes gives the derivatives of all states where they have the values x, a time after t.
func (b *EquationPass) Slopes(x []kernel.Value, after kernel.Value) (f []kernel.Value) {
	b.move(x)
	k := 0
	for _, s := range b.list {
		f = append(f, s.at(x[k:k+len(s.states)], after)...)
		k += len(s.states)
	}
	return f
}

// Margin gives by how much the condition of a WATCH holds for the states x, a time after
// t: it is above 0 where it does.
func (b *EquationPass) Margin(watch int, x []kernel.Value, after kernel.Value) kernel.Value {
	b.move(x)
	outer := b.p.later
	b.p.later = &after
	w := b.e.Watches[watch].watch
	high, low := b.p.expr(w.Left).v, b.p.expr(w.Right).v
	if !w.Greater {
		high, low = low, high
	}
	b.p.later = outer
	return b.Sub(high, low)
}

// move lets all code see the states as x.
func (b *EquationPass) move(x []kernel.Value) {
	k := 0
	for _, s := range b.list {
		for i, sl := range s.states {
			b.p.see(sl.sym)
			b.p.env.set(sl, num{v: x[k+i]})
		}
		k += len(s.states)
	}
}

// Initial makes the program that gives all states and variables their starting values:
// those of STATE and INITIAL.
func (e *Equations) Initial(single bool) (*kernel.Program, *fault.Error) {
	return e.code(single, (*pass).begin)
}

// Observe makes the program that computes the ASSIGNED variables from the states: those
// that the equations set, and those that the rest of BREAKPOINT does.
func (e *Equations) Observe(single bool) (*kernel.Program, *fault.Error) {
	return e.code(single, func(p *pass) {
		for _, s := range e.slopes(p) {
			x := make([]kernel.Value, len(s.states))
			for i, sl := range s.states {
				x[i] = p.Column(e.c.column[sl.sym] + sl.k)
			}
			s.settle(x)
		}
		p.block(e.c.afterSolve())
	})
}

// Receive makes the program of what NET_RECEIVE does for the flag of a WATCH, in the
// instances where the column mask is not 0.
func (e *Equations) Receive(watch, mask int, single bool) (*kernel.Program, *fault.Error) {
	b := e.c.NetReceive
	return e.code(single, func(p *pass) {
		for _, a := range b.Args { // the weights of a connection that is none
			p.write(a.Sym, 0, p.constant(0), a.Pos)
		}
		walkStmts(b.Body, func(s Stmt) {
			eachExpr(s, func(x Expr) {
				if n, ok := x.(*Name); ok && n.Name == "flag" && n.Sym != nil && n.Sym.Role == Argument {
					p.env.set(slot{sym: n.Sym}, p.constant(e.Watches[watch].Flag))
				}
			})
		})
		p.choice(num{v: p.Column(mask)}, b.Pos, func() { p.block(b.Body) }, func() {})
	})
}

// code makes a program that stores what the code leaves.
func (e *Equations) code(single bool, body func(*pass)) (program *kernel.Program, err *fault.Error) {
	err = try(func() {
		p := e.pass(single)
		body(p)
		p.storeOwn()
		program = p.Build()
	})
	return program, err
}

// sendAlone lowers net_send and net_event. The first send of 0 delay is how code comes to
// its WATCHes, which stand from the start; a spike is what a WATCH finds.
func (p *pass) sendAlone(x *Call) {
	if x.Name == "net_event" {
		return
	}
	if delay, ok := p.ConstValue(p.expr(x.Args[0]).v); ok && delay == 0 {
		return
	}
	panic(failure{err: p.c.errorAt(x.Pos, "equations that stand alone have no self events: net_send with a delay does nothing here").
		WithHint("keep the time of the last spike in an ASSIGNED variable and compare it with t")})
}

// Variable finds a variable by name; the error knows a near one.
func (e *Equations) Variable(name string) (*mechanism.Var, *fault.Error) {
	var names []string
	for i := range e.Vars {
		if v := &e.Vars[i]; v.Name == name && !v.Hidden {
			return v, nil
		} else if !v.Hidden {
			names = append(names, v.Name)
		}
	}
	err := fault.New(fault.Reference, "%s has no variable %q", e.Name, name)
	err.Mechanism, err.Variable = e.Name, name
	return nil, err.DidYouMean(spell.Nearest(name, names))
}

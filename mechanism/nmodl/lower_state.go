package nmodl

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// initial makes the program of INITIAL: states get their starting values, then
// the block runs.
func (c *compiler) initial() *kernel.Program {
	p := c.newPass(0)
	p.begin()
	p.storeOwn()
	p.storeIons()
	p.storeReversal()
	return p.finish()
}

// begin gives states their starting values and runs INITIAL.
func (p *pass) begin() {
	c := p.c
	for _, s := range c.States {
		if s.Storage != InstanceStorage {
			continue // an ion's concentration starts as the ion's
		}
		start := p.constant(rounded(s.Default))
		if s.Start != nil {
			start = p.initial(s.Start, 0, s.Pos)
		}
		for k := range max(s.Size, 1) {
			p.write(s, k, start, s.Pos)
		}
		if past := c.past[s]; past != nil {
			for k := range past.Size {
				p.write(past, k, start, s.Pos)
			}
		}
	}
	p.block(c.forget())
	if c.Initial != nil {
		p.block(c.Initial.Body)
	}
}

// state makes the program of the SOLVEs of BREAKPOINT; where there are no
// currents, the rest of the block follows.
func (c *compiler) state() *kernel.Program {
	if c.Breakpoint == nil || len(c.Solves) == 0 && len(c.currents()) > 0 {
		return nil
	}
	p := c.newPass(0)
	// As NEURON's, a SOLVE inside an if runs in any case.
	walkStmts(c.Breakpoint.Body, func(s Stmt) {
		if s, ok := s.(*Solve); ok {
			p.solve(s)
		}
	})
	if len(c.currents()) == 0 {
		p.block(c.afterSolve())
	}
	p.storeOwn()
	p.storeIons()
	return p.finish()
}

// solve lowers a SOLVE. Where it fails, IFERROR runs; without it the states
// become NaN, which ends the run.
func (p *pass) solve(s *Solve) {
	before := map[slot]num{} // the states
	for sl, x := range p.env.now {
		if sl.sym.Role == State {
			before[sl] = x
		}
	}
	failed := p.Const(0)
	method := s.Method.Name
	if method == "after_cvode" || method == "cvode_t" || method == "cvode_t_v" {
		method = ""
	}
	switch kind := s.Target.Kind; {
	case kind == Procedure && method == "" && !s.SteadyState:
		p.inline(s.Target, nil, s.Pos)
	case kind == Kinetic && (method == "" || method == "sparse"):
		failed = p.sparse(s.Target, s.SteadyState)
	case s.SteadyState && kind == Derivative && (method == "derivimplicit" || method == ""):
		failed = p.derivimplicit(s.Target, true)
	case s.SteadyState:
		p.c.beyond(s.Pos, "SOLVE %s STEADYSTATE %s", s.Block.Name, method)
	case kind == Derivative && method == "cnexp" && p.c.isLinear(s.Target):
		p.cnexp(s.Target)
	case kind == Derivative && (method == "cnexp" || method == "derivimplicit"):
		failed = p.derivimplicit(s.Target, false)
	case (kind == Derivative || kind == Kinetic) && explicit(method) != nil && !s.SteadyState:
		explicit(method)(p, s.Target)
	case kind == Linear && (method == "" || method == "simeq"):
		failed = p.linear(s.Target)
	case kind == Nonlinear && (method == "" || method == "newton"):
		failed = p.nonlinear(s.Target)
	case kind == Discrete && method == "":
		p.block(p.c.discrete(s.Target))
	default:
		p.c.beyond(s.Method.Pos, "METHOD %s", method)
	}
	switch known, ok := p.ConstValue(failed); {
	case ok && known == 0:
	case s.IfError != nil:
		p.choice(num{v: failed}, s.Pos, func() { p.block(s.IfError) }, func() {})
	default:
		nan := num{v: p.Div(p.Const(0), p.Const(0))}
		for _, sl := range inOrder(p, p.env.now) {
			if x := p.env.at(sl); sl.sym.Role == State && x.v != before[sl].v {
				x.v = p.Select(failed, nan.v, x.v)
				p.env.set(sl, x)
			}
		}
	}
}

// storeIons writes the concentrations and reversal potentials that the code
// set to the ions. A reversal potential that the mechanism writes is its own,
// and the ion gets it in every pass. A current that the mechanism reads is
// copied for scripts, if RANGE names it; and what GLOBAL names, of the last
// instance.
func (p *pass) storeIons() {
	for _, u := range p.c.Ions {
		for _, id := range slices.Concat(u.Read, u.Write) {
			s := p.c.Symbols[id.Name]
			if i, ok := p.c.global[s]; ok {
				p.SetGlobal(i, p.read(s, 0, s.Pos).v)
			}
		}
		s := p.c.Symbols["i"+u.Ion.Name]
		if s != nil && s.Ion != nil && s.Ion.Read && p.c.ownCurrent(s) && !p.written[s] {
			p.Store(p.c.column[s], p.ion(s))
		}
	}
	for _, u := range p.c.Ions {
		for _, id := range u.Write {
			s := p.c.Symbols[id.Name]
			if s.Ion.Part == IonCurrent || s.Ion.Part != IonReversal && !p.written[s] {
				continue
			}
			p.ExternalStore(mechanism.FirstIon+p.c.ionIndex[u.Ion.Name], ionColumns[s.Ion.Part], p.read(s, 0, s.Pos).v)
		}
	}
}

// storeReversal computes the reversal potential of an ion whose concentration
// INITIAL may have changed, when the ion's style asks for it.
func (p *pass) storeReversal() {
	for _, u := range p.c.Ions {
		if !writesConcentration(p.c.Checked, u) {
			continue
		}
		ion := mechanism.FirstIon + p.c.ionIndex[u.Ion.Name]
		now := func(name string, column int) kernel.Value {
			if x, ok := p.env.get(slot{sym: p.c.Symbols[name]}); ok {
				return x.v
			}
			return p.External(ion, column)
		}
		in, out := now(u.Ion.Name+"i", mechanism.IonIn), now(u.Ion.Name+"o", mechanism.IonOut)
		e := now("e"+u.Ion.Name, mechanism.IonE)
		if s := p.c.Symbols["e"+u.Ion.Name]; s != nil && s.Ion != nil && s.Ion.Write {
			e = p.read(s, 0, s.Pos).v // what storeIons has written
		}
		half, _ := p.Call("floor", p.Div(p.External(ion, mechanism.IonStyle), p.Const(mechanism.StyleEInit)))
		asked, _ := p.Call("fmod", half, p.Const(2))
		p.ExternalStore(ion, mechanism.IonE, p.Select(asked, p.nernst(in, out, p.charge(u.Ion.Name)), e))
	}
}

// nernst is mechanism.Nernst as operations.
func (p *pass) nernst(in, out, z kernel.Value) kernel.Value {
	kelvin := p.Add(p.Env(kernel.Celsius), p.Const(mechanism.Zero))
	log, _ := p.Call("log", p.Div(out, in))
	zero := p.Const(0)
	e := p.Mul(p.Div(p.Div(p.Mul(p.Const(1000*mechanism.GasR), kelvin), p.Const(mechanism.Faraday)), z), log)
	e = p.Select(p.LessEq(out, zero), p.Const(-1e6), e)
	e = p.Select(p.LessEq(in, zero), p.Const(1e6), e)
	return p.Select(z, e, zero)
}

// charge gives the charge of an ion, which the model knows.
func (p *pass) charge(ion string) kernel.Value {
	return p.Global(p.c.typ.Ions[p.c.ionIndex[ion]].Charge)
}

func writesConcentration(c *Checked, u *UseIon) bool {
	for _, id := range u.Write {
		if part := c.Symbols[id.Name].Ion.Part; part == IonInside || part == IonOutside {
			return true
		}
	}
	return false
}

// finish builds the program, or gives nil if it would do nothing.
func (p *pass) finish() *kernel.Program {
	for s := range p.keep() {
		p.c.kept[s] = true
	}
	program := p.Build()
	if n, _ := program.Operations(); n == 0 {
		return nil
	}
	return program
}

package nmodl

import (
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// currents lists the membrane currents of the mechanism: of its ions, in the
// order of the USEIONs, then the others in the order of their declaration.
func (c *compiler) currents() []*Symbol {
	var list []*Symbol
	for _, u := range c.Ions {
		if s := c.Symbols["i"+u.Ion.Name]; s != nil && s.Ion != nil && s.Ion.Write {
			list = append(list, s)
		}
	}
	for _, group := range [][]*Symbol{c.Parameters, c.Assigned, c.States} {
		for _, s := range group {
			if s.Current != NotCurrent {
				list = append(list, s)
			}
		}
	}
	return list
}

// current makes the program of BREAKPOINT: the currents at v, what they add to
// the node's right-hand side and diagonal, and to the ions.
//
// A current that is a + g·v with a and g independent of v has the conductance
// g. For others it is the difference quotient over 0.001 mV, as in NEURON:
// the block runs at v + 0.001 first and then at v. Code that changes a variable
// by what it was before runs twice there, too, which the quotients feel.
func (c *compiler) current() *kernel.Program {
	probe := c.newPass(0)
	probe.runAt(probe.unknown(probe.node(mechanism.NodeV), 0, 1))
	accumulates := probe.accumulates()
	affine := !accumulates
	for _, s := range c.currents() {
		affine = affine && probe.read(s, 0, s.Pos).affine()
	}

	p := c.newPass(0)
	v := p.node(mechanism.NodeV)
	above := map[*Symbol]kernel.Value{}
	if !affine {
		p.runAt(num{v: p.Add(v, p.Const(dv))})
		for _, s := range c.currents() {
			above[s] = p.read(s, 0, s.Pos).v
		}
		p.reload()
	}
	p.runAt(p.unknown(v, 0, 1))

	total, slope := p.Const(0), p.Const(0)
	perArea := p.perArea()
	for _, s := range c.currents() {
		i := p.read(s, 0, s.Pos)
		g := p.partValue(i.partial(0))
		if accumulates || !i.affine() {
			g = p.Div(p.Sub(above[s], i.v), p.Const(dv))
		}
		total, slope = p.Add(total, i.v), p.Add(slope, g)
		if s.Ion != nil {
			ion := mechanism.FirstIon + c.ionIndex[s.Ion.Ion]
			p.ExternalAdd(ion, mechanism.IonI, p.Mul(i.v, perArea))
			if !p.isZero(g) {
				p.ExternalAdd(ion, mechanism.IonDidv, p.Mul(g, perArea))
			}
		}
	}
	add, sub := p.ExternalAdd, p.ExternalSub
	if c.typ.Electrode {
		add, sub = sub, add
	}
	sub(mechanism.NodeTable, mechanism.NodeRhs, p.Mul(total, perArea))
	if !p.isZero(slope) {
		add(mechanism.NodeTable, mechanism.NodeD, p.Mul(slope, perArea))
	}
	p.storeOwn()
	p.storeIons()
	return p.finish()
}

const dv = 0.001 // mV

// node gives a column of the node.
func (p *pass) node(column int) kernel.Value {
	p.instance = true
	return p.External(mechanism.NodeTable, column)
}

// perArea is what makes mA/cm2 of the currents: 1 in a density mechanism,
// 100/area for the nA of a point process.
func (p *pass) perArea() kernel.Value {
	if p.c.typ.Kind != mechanism.PointProcess {
		return p.Const(1)
	}
	return p.Div(p.Const(100), p.node(mechanism.NodeArea))
}

// runAt runs BREAKPOINT without its SOLVEs at a membrane potential.
func (p *pass) runAt(v num) {
	p.env.drop(slot{sym: p.c.Symbols["v"]}) // the code may have changed it
	p.v, p.seeded = &v, v.depends
	p.block(p.c.afterSolve())
	p.seeded = false
}

// afterSolve is BREAKPOINT without its SOLVEs.
func (c *compiler) afterSolve() []Stmt {
	var strip func(list []Stmt) []Stmt
	strip = func(list []Stmt) []Stmt {
		var out []Stmt
		for _, s := range list {
			switch s := s.(type) {
			case *Solve:
			case *BlockStmt:
				out = append(out, &BlockStmt{At: s.At, Body: strip(s.Body)})
			case *If:
				x := *s
				if x.Then = strip(s.Then); s.Else != nil {
					x.Else = strip(s.Else)
				}
				out = append(out, &x)
			default:
				out = append(out, s)
			}
		}
		return out
	}
	if c.Breakpoint == nil {
		return nil
	}
	return strip(c.Breakpoint.Body)
}

// accumulates reports whether the code read a variable and then changed it, so
// that it matters how often the code runs.
func (p *pass) accumulates() bool {
	for s := range p.first {
		if p.written[s] {
			return true
		}
	}
	return false
}

// reload forgets what was written to variables that are loaded from an ion.
func (p *pass) reload() {
	for s := range p.env.now {
		if s.sym.Storage == IonStorage && !p.c.private(s.sym) && s.sym.Ion.Part != IonCurrent {
			p.env.drop(s)
		}
	}
}

package nmodl

// tilde parses what starts with "~": a reaction in a KINETIC block, an equation
// in a LINEAR, NONLINEAR or DERIVATIVE block.
func (p *parser) tilde() Stmt {
	t := p.advance()
	switch p.kind {
	case Kinetic:
		if t.text == "~+" {
			p.failAt(t.pos, "", "~+ adds to an equation of a LINEAR or NONLINEAR block; a reaction starts with ~")
		}
		return p.reaction(At{t.pos})
	case Linear, Nonlinear, Derivative:
		e := &Equation{At: At{t.pos}, Add: t.text == "~+"}
		e.Left = p.binary(additive)
		p.expect("=", "in the equation")
		e.Right = p.binary(additive)
		return e
	}
	p.failAt(t.pos, "", "~ starts a reaction of a KINETIC block or an equation of a LINEAR or NONLINEAR block, not a statement of %s", p.kind)
	return nil
}

// reaction parses what follows "~" in a KINETIC block.
func (p *parser) reaction(at At) *Reaction {
	r := &Reaction{At: at, Left: p.reactants()}
	arrow := p.tok
	switch {
	case p.accept("<->"):
		r.Kind = Reversible
		r.Right = p.reactants()
		p.expect("(", "and the two rates after the reaction")
		r.Forward = p.expr()
		p.expect(",", "between the two rates of a reaction with <->")
		r.Backward = p.expr()
	case p.accept("->"):
		r.Kind = Irreversible
		if !p.is("(") {
			p.expectedHint(`"(" and a rate after ->`, "what A -> (k) turns into is not written; use <-> with a backward rate of 0 to name it")
		}
		p.advance()
		r.Forward = p.expr()
	case p.accept("<<"):
		r.Kind = Flux
		p.expect("(", "and a flux after <<")
		r.Forward = p.expr()
	default:
		p.expected(`"<->", "->" or "<<" in the reaction`)
	}
	if r.Kind != Reversible && p.is(",") {
		p.failAt(p.tok.pos, "", "a reaction with %s takes one rate", arrow.text)
	}
	p.expect(")", "after the rates of the reaction")
	return r
}

// reactants parses A + 2 B.
func (p *parser) reactants() []*Reactant {
	var list []*Reactant
	for {
		r := &Reactant{At: At{p.tok.pos}, Count: 1}
		if p.tok.kind == tokNumber || p.tok.kind == tokName && p.defines[p.tok.text] != nil {
			n := p.integer("a whole number of molecules")
			if n.Value < 1 {
				p.failAt(n.Pos, "", "a reaction takes at least one molecule of each kind")
			}
			r.Count = int(n.Value)
		}
		r.Var = p.variableUse("a variable of the reaction")
		list = append(list, r)
		if !p.accept("+") {
			return list
		}
	}
}

// kineticStatement parses COMPARTMENT, LONGITUDINAL_DIFFUSION and CONSERVE.
func (p *parser) kineticStatement() Stmt {
	t := p.advance()
	if p.kind != Kinetic {
		p.failAt(t.pos, "", "%s belongs in a KINETIC block, not in %s", t.text, p.kind)
	}
	switch t.text {
	case "CONSERVE":
		c := &Conserve{At: At{t.pos}, Left: p.reactants()}
		p.expect("=", "in CONSERVE")
		c.Value = p.expr()
		return c
	case "COMPARTMENT":
		c := &Compartment{At: At{t.pos}}
		c.Index, c.Volume, c.States = p.perState(t.text, "the volume")
		return c
	default:
		d := &LongitudinalDiffusion{At: At{t.pos}}
		d.Index, d.Rate, d.States = p.perState(t.text, "the rate")
		return d
	}
}

// perState parses index, value { states } behind COMPARTMENT and
// LONGITUDINAL_DIFFUSION; the index and its comma may be missing.
func (p *parser) perState(word, what string) (index Ident, value Expr, states []*Name) {
	if p.tok.kind == tokName {
		if next := p.peek(); next.kind == tokPunct && next.text == "," {
			index = p.ident("an index")
			p.advance()
		}
	}
	value = p.expr()
	p.expect("{", "and the states after "+what+" of "+word)
	for {
		name := p.ident("the name of a state in " + word)
		states = append(states, &Name{At: name.At, Name: name.Name})
		if p.accept("}") {
			return index, value, states
		}
	}
}

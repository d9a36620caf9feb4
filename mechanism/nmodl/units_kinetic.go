package nmodl

// compartments notes the volumes of the states of a KINETIC block.
func (c *unitChecker) compartments(body []Stmt) {
	was := c.on
	c.on = false // what their expressions tell, is told when their turn comes
	walkStmts(body, func(s Stmt) {
		if s, ok := s.(*Compartment); ok {
			volume := c.expr(s.Volume)
			for _, n := range s.States {
				if n.Sym != nil {
					c.volumes[n.Sym] = volume
				}
			}
		}
	})
	c.on = was
}

// amount is the unit of how much there is of a reactant: its own, times the
// volume that COMPARTMENT gives it.
func (c *unitChecker) amount(x Expr) quantity {
	q := c.expr(x)
	if volume, ok := c.volumes[symbolOf(x)]; ok && !volume.number {
		return q.times(volume, 1)
	}
	return q
}

// reaction checks that both rates times their reactants give an amount per ms.
func (c *unitChecker) reaction(r *Reaction) {
	text := stmtText(r)
	forward := c.expr(r.Forward)
	backward := anything
	if r.Backward != nil {
		backward = c.expr(r.Backward)
	}
	all := append(append([]*Reactant{}, r.Left...), r.Right...)
	amount := c.amount(all[0].Var)
	for _, other := range all[1:] {
		amount = c.compare(other.Pos, text, amount, c.amount(other.Var), "the amount of "+PrintExpr(all[0].Var), "that of "+PrintExpr(other.Var), false)
	}
	ms, _ := c.table.quantity("ms")
	c.flux = amount.times(ms, -1)
	c.flux.number = false
	if r.Kind == Flux {
		c.compare(r.Forward.Position(), text, c.flux, forward, "the flux", PrintExpr(r.Forward), true)
		return
	}
	side := func(list []*Reactant) quantity {
		q := noUnit
		for _, x := range list {
			q = q.times(c.expr(x.Var), x.Count)
		}
		return q
	}
	c.compare(r.Forward.Position(), text, c.flux.times(side(r.Left), -1), forward, "the rate", PrintExpr(r.Forward), true)
	if r.Backward != nil {
		c.compare(r.Backward.Position(), text, c.flux.times(side(r.Right), -1), backward, "the rate", PrintExpr(r.Backward), true)
	}
}

package nmodl

import (
	"fmt"
	"strings"
)

func (p *printer) stmts(list []Stmt) {
	for i, s := range list {
		if w, ok := s.(*Watch); ok {
			p.watch(list, i, w)
			continue
		}
		p.stmt(s)
	}
}

func (p *printer) stmt(s Stmt) {
	switch s := s.(type) {
	case *Assign:
		p.line("%s", assignText(s))
	case *CallStmt:
		p.line("%s", PrintExpr(s.Call))
	case *Local:
		p.line("%s", localText(s))
	case *If:
		p.ifStmt(s)
	case *While:
		p.body("while ("+PrintExpr(s.Cond)+")", s.Body)
	case *From:
		heading := fmt.Sprintf("FROM %s = %s TO %s", s.Var.Name, exprText(s.Lo, additive), exprText(s.Hi, additive))
		if s.By != nil {
			heading += " BY " + exprText(s.By, additive)
		}
		p.body(heading, s.Body)
	case *BlockStmt:
		p.body("", s.Body)
	case *Solve:
		p.solve(s)
	case *Table:
		p.line("%s", tableText(s))
	case *Verbatim:
		p.verbatim(s)
	case *UnitsSwitch:
		p.line("%s", switchText(s))
	case *Protect:
		p.line("PROTECT %s", assignText(s.Assign))
	case *Mutex:
		p.line("%s", map[bool]string{true: "MUTEXLOCK", false: "MUTEXUNLOCK"}[s.Lock])
	case *Conductance:
		ion := ""
		if s.Ion.Name != "" {
			ion = " USEION " + s.Ion.Name
		}
		p.line("CONDUCTANCE %s%s", s.Var.Name, ion)
	case *Reaction:
		p.line("%s", reactionText(s))
	case *Compartment:
		p.line("COMPARTMENT %s", perStateText(s.Index, s.Volume, s.States))
	case *LongitudinalDiffusion:
		p.line("LONGITUDINAL_DIFFUSION %s", perStateText(s.Index, s.Rate, s.States))
	case *Conserve:
		p.line("CONSERVE %s = %s", reactantText(s.Left), PrintExpr(s.Value))
	case *Equation:
		p.line("%s %s = %s", map[bool]string{true: "~+", false: "~"}[s.Add], exprText(s.Left, additive), exprText(s.Right, additive))
	case *Lag:
		p.line("LAG %s BY %s", s.Var.Name, s.Delay.Name)
	case *ForNetCons:
		p.body("FOR_NETCONS "+argText(s.Args), s.Body)
	case *NetInitial:
		p.body("INITIAL", s.Body)
	}
}

func assignText(a *Assign) string {
	return PrintExpr(a.Target) + " = " + PrintExpr(a.Value)
}

// ifStmt writes a chain of if, else if and else.
func (p *printer) ifStmt(s *If) {
	p.line("if (%s) {", PrintExpr(s.Cond))
	for {
		p.level++
		p.stmts(s.Then)
		p.level--
		if s.Else == nil {
			break
		}
		var chained *If
		if len(s.Else) == 1 {
			chained, _ = s.Else[0].(*If)
		}
		if chained == nil || !chained.Chained {
			p.line("} else {")
			p.level++
			p.stmts(s.Else)
			p.level--
			break
		}
		p.line("} else if (%s) {", PrintExpr(chained.Cond))
		s = chained
	}
	p.line("}")
}

func (p *printer) solve(s *Solve) {
	text := "SOLVE " + s.Block.Name
	if s.Method.Name != "" {
		text += map[bool]string{true: " STEADYSTATE ", false: " METHOD "}[s.SteadyState] + s.Method.Name
	}
	if s.IfError != nil {
		p.body(text+" IFERROR", s.IfError)
		return
	}
	p.line("%s", text)
}

func nameText(list []*Name, separator string) string {
	names := make([]string, len(list))
	for i, n := range list {
		names[i] = n.Name
	}
	return strings.Join(names, separator)
}

func tableText(t *Table) string {
	s := "TABLE"
	if len(t.Names) > 0 {
		s += " " + nameText(t.Names, ", ")
	}
	if len(t.Depend) > 0 {
		s += " DEPEND " + nameText(t.Depend, ", ")
	}
	return fmt.Sprintf("%s FROM %s TO %s WITH %s", s, exprText(t.Lo, additive), exprText(t.Hi, additive), numberText(t.N))
}

// watch writes a WATCH with those that continue it, at the first of them.
func (p *printer) watch(list []Stmt, i int, w *Watch) {
	if w.More {
		return
	}
	s := "WATCH " + watchText(w)
	for _, next := range list[i+1:] {
		more, ok := next.(*Watch)
		if !ok || !more.More {
			break
		}
		s += ", " + watchText(more)
	}
	p.line("%s", s)
}

func watchText(w *Watch) string {
	op := map[bool]string{true: ">", false: "<"}[w.Greater]
	return fmt.Sprintf("(%s %s %s) %s", exprText(w.Left, additive), op, exprText(w.Right, additive), numberText(w.Flag))
}

func reactantText(list []*Reactant) string {
	terms := make([]string, len(list))
	for i, r := range list {
		if terms[i] = PrintExpr(r.Var); r.Count != 1 {
			terms[i] = fmt.Sprintf("%d %s", r.Count, terms[i])
		}
	}
	return strings.Join(terms, " + ")
}

func reactionText(r *Reaction) string {
	left, forward := reactantText(r.Left), PrintExpr(r.Forward)
	switch r.Kind {
	case Reversible:
		return fmt.Sprintf("~ %s <-> %s (%s, %s)", left, reactantText(r.Right), forward, PrintExpr(r.Backward))
	case Irreversible:
		return fmt.Sprintf("~ %s -> (%s)", left, forward)
	}
	return fmt.Sprintf("~ %s << (%s)", left, forward)
}

func perStateText(index Ident, value Expr, states []*Name) string {
	s := ""
	if index.Name != "" {
		s = index.Name + ", "
	}
	return s + PrintExpr(value) + " {" + nameText(states, " ") + "}"
}

// exprText gives an expression that stands where operators bind at least as
// tightly as level, with parentheses if it is looser than that.
func exprText(x Expr, level int) string {
	s, binds := "", 9
	switch x := x.(type) {
	case *Number:
		if s = numberText(x) + unitText(x.Unit); x.Factor {
			s = "(" + s + ")"
		}
	case *String:
		s = `"` + x.Value + `"`
	case *Name:
		s = x.Name + backText(x.Back)
	case *Index:
		s = x.Name + backText(x.Back) + "[" + exprText(x.Index, additive) + "]"
	case *Prime:
		if s = x.Name + strings.Repeat("'", x.Order); x.Index != nil {
			s += "[" + exprText(x.Index, additive) + "]"
		}
	case *Call:
		args := make([]string, len(x.Args))
		for i, a := range x.Args {
			args[i] = PrintExpr(a)
		}
		s = x.Name + "(" + strings.Join(args, ", ") + ")"
	case *Unary:
		binds = x.Op.precedence()
		s = x.Op.String() + exprText(x.X, binds)
	case *Binary:
		binds = x.Op.precedence()
		switch x.Op {
		case Pow:
			// The right side may also be a sign, which the grammar takes there.
			s = exprText(x.X, binds+1) + "^" + exprText(x.Y, Neg.precedence())
		case Mul, Div:
			s = exprText(x.X, binds) + x.Op.String() + exprText(x.Y, binds+1)
		default:
			s = exprText(x.X, binds) + " " + x.Op.String() + " " + exprText(x.Y, binds+1)
		}
	}
	if binds < level {
		return "(" + s + ")"
	}
	return s
}

func backText(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("@%d", n)
}

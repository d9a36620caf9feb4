package nmodl

var codeKinds = map[string]CodeKind{
	"INITIAL": Initial, "BREAKPOINT": Breakpoint, "DERIVATIVE": Derivative, "KINETIC": Kinetic,
	"LINEAR": Linear, "NONLINEAR": Nonlinear, "DISCRETE": Discrete, "FUNCTION": Function,
	"PROCEDURE": Procedure, "FUNCTION_TABLE": FunctionTable, "NET_RECEIVE": NetReceive,
	"BEFORE": Before, "AFTER": After, "CONSTRUCTOR": Constructor, "DESTRUCTOR": Destructor,
	"TERMINAL": Terminal,
}

var codeWords = func() map[CodeKind]string {
	m := map[CodeKind]string{}
	for word, kind := range codeKinds {
		m[kind] = word
	}
	return m
}()

// String is the keyword of the block.
func (k CodeKind) String() string { return codeWords[k] }

var blockEvents = map[string]BlockEvent{
	"INITIAL": AtInitial, "BREAKPOINT": AtBreakpoint, "SOLVE": AtSolve, "STEP": AtStep,
}

// String is the keyword of the event.
func (e BlockEvent) String() string {
	return [...]string{AtInitial: "INITIAL", AtBreakpoint: "BREAKPOINT", AtSolve: "SOLVE", AtStep: "STEP"}[e]
}

// codeBlock parses a block of code with its heading.
func (p *parser) codeBlock(kind CodeKind) Block {
	b := &CodeBlock{At: At{p.advance().pos}, Kind: kind}
	p.kind = kind
	switch kind {
	case Before, After:
		event, ok := blockEvents[p.tok.text]
		if !ok || p.tok.kind != tokKeyword {
			p.expected("INITIAL, BREAKPOINT, SOLVE or STEP after " + kind.String())
		}
		p.advance()
		b.Event = event
	case Function, Procedure, FunctionTable:
		p.blockName(b)
		b.Args = p.arguments("after " + kind.String() + " " + b.Name)
		b.Unit = p.unit()
	case NetReceive:
		b.Args = p.arguments("after NET_RECEIVE")
	case Derivative, Discrete:
		p.blockName(b)
	case Kinetic, Linear, Nonlinear:
		p.blockName(b)
		if p.accept("SOLVEFOR") {
			b.SolveFor = p.identList("the name of a state after SOLVEFOR")
		}
	}
	if kind != FunctionTable {
		b.Body = p.statements(b.heading())
	}
	return b
}

func (p *parser) blockName(b *CodeBlock) {
	name := p.ident("a name after " + b.Kind.String())
	b.Name, b.NamePos = name.Name, name.Pos
}

// heading is how messages call a block: "PROCEDURE rates".
func (b *CodeBlock) heading() string {
	switch b.Kind {
	case Before, After:
		return b.Kind.String() + " " + b.Event.String()
	}
	if b.Name == "" {
		return b.Kind.String()
	}
	return b.Kind.String() + " " + b.Name
}

// arguments parses (a, b (unit), ...).
func (p *parser) arguments(where string) []*Arg {
	p.mark("(", callOpen)
	if p.is("{") {
		p.expectedHint(`"(" `+where, "arguments stand in parentheses; ( ) is none")
	}
	p.expect("(", where)
	var args []*Arg
	if p.accept(")") {
		return args
	}
	for {
		name := p.ident("the name of an argument")
		args = append(args, &Arg{At: name.At, Name: name.Name, Unit: p.unit()})
		if !p.accept(",") {
			break
		}
	}
	p.expect(")", "after the arguments")
	return args
}

// statements parses { ... }.
func (p *parser) statements(owner string) []Stmt {
	list := []Stmt{}
	p.body(owner, func() {
		p.statement(&list)
	})
	return list
}

// statement parses one statement and appends it to the list.
func (p *parser) statement(list *[]Stmt) {
	t := p.tok
	add := func(s Stmt) { *list = append(*list, s) }
	switch t.kind {
	case tokVerbatim:
		add(p.verbatim())
		return
	case tokName:
		if t.primes == 0 && p.called() {
			add(&CallStmt{At: At{t.pos}, Call: p.call()})
			return
		}
		add(p.assignment())
		return
	case tokPunct:
		switch t.text {
		case "{":
			add(&BlockStmt{At: At{t.pos}, Body: p.statements("inner")})
			return
		case "~", "~+":
			add(p.tilde())
			return
		}
	case tokKeyword:
		if s := p.keywordStatement(list); s != nil {
			add(s)
			return
		}
	}
	p.expected("a statement")
}

// keywordStatement parses a statement that starts with a keyword; nil if none
// does. Statements that read as a list are appended but for the last.
func (p *parser) keywordStatement(list *[]Stmt) Stmt {
	at := At{p.tok.pos}
	switch p.tok.text {
	case "LOCAL":
		return p.local()
	case "if":
		return p.ifStatement()
	case "while":
		p.advance()
		cond := p.condition("while")
		return &While{At: at, Cond: cond, Body: p.statements("while")}
	case "FROM":
		return p.fromStatement()
	case "SOLVE":
		return p.solveStatement()
	case "TABLE":
		return p.tableStatement()
	case "PROTECT":
		p.advance()
		return &Protect{At: at, Assign: p.assignment()}
	case "MUTEXLOCK", "MUTEXUNLOCK":
		return &Mutex{At: at, Lock: p.advance().text == "MUTEXLOCK"}
	case "UNITSON", "UNITSOFF":
		return p.unitsSwitch()
	case "CONDUCTANCE":
		p.advance()
		name := p.ident("the name of a conductance")
		c := &Conductance{At: at, Var: &Name{At: name.At, Name: name.Name}}
		if p.accept("USEION") {
			c.Ion = p.ident("the name of an ion after USEION")
		}
		return c
	case "WATCH":
		return p.watchStatement(list)
	case "FOR_NETCONS":
		p.advance()
		args := p.arguments("after FOR_NETCONS")
		return &ForNetCons{At: at, Args: args, Body: p.statements("FOR_NETCONS")}
	case "INITIAL":
		if p.kind != NetReceive {
			return nil
		}
		p.advance()
		return &NetInitial{At: at, Body: p.statements("INITIAL")}
	case "COMPARTMENT", "LONGITUDINAL_DIFFUSION", "CONSERVE":
		return p.kineticStatement()
	case "LAG":
		p.advance()
		l := &Lag{At: at, Var: p.ident("the name of a variable after LAG")}
		p.expect("BY", "after LAG "+l.Var.Name)
		l.Delay = p.ident("the name of a constant after BY")
		return l
	}
	return nil
}

// assignment parses target = value.
func (p *parser) assignment() *Assign {
	at := At{p.tok.pos}
	target := p.variableUse("a variable to assign to")
	if !p.is("=") {
		hint := ""
		if n, ok := target.(*Name); ok {
			hint = nearestWord(n.Name, `LOCAL SOLVE TABLE VERBATIM COMMENT PROTECT CONDUCTANCE WATCH FROM CONSERVE COMPARTMENT`)
		}
		p.expectedHint(`"=" or "(" after `+targetText(target), hint)
	}
	p.advance()
	return &Assign{At: at, Target: target, Value: p.expr()}
}

func targetText(x Expr) string {
	switch x := x.(type) {
	case *Name:
		return x.Name
	case *Index:
		return x.Name + "[]"
	case *Prime:
		return x.Name + "'"
	}
	return "it"
}

// condition parses ( expr ).
func (p *parser) condition(word string) Expr {
	p.expect("(", "after "+word)
	x := p.expr()
	if !p.is(")") {
		p.expectedHint(`")" after the condition`, p.operatorHint())
	}
	p.advance()
	return x
}

// ifStatement parses if (c) { } else if (c) { } else { }.
func (p *parser) ifStatement() *If {
	first := &If{At: At{p.advance().pos}}
	first.Cond = p.condition("if")
	first.Then = p.statements("if")
	last := first
	for n := 0; p.accept("else"); n++ {
		if n == maxTerms {
			p.errorAt(first.Pos, "", "more than %d else if in one statement", maxTerms)
			panic(giveUp{})
		}
		at := At{p.tok.pos}
		if !p.accept("if") {
			last.Else = p.statements("else")
			break
		}
		next := &If{At: at, Chained: true, Cond: p.condition("if")}
		next.Then = p.statements("else if")
		last.Else = []Stmt{next}
		last = next
	}
	return first
}

// fromStatement parses FROM i = a TO b BY c { }.
func (p *parser) fromStatement() *From {
	f := &From{At: At{p.advance().pos}}
	f.Var = p.ident("the loop variable after FROM")
	p.expect("=", "after FROM "+f.Var.Name)
	f.Lo = p.binary(additive)
	p.expect("TO", "in FROM "+f.Var.Name)
	f.Hi = p.binary(additive)
	if p.accept("BY") {
		f.By = p.binary(additive)
	}
	f.Body = p.statements("FROM")
	return f
}

// solveStatement parses SOLVE block METHOD method IFERROR { }.
func (p *parser) solveStatement() *Solve {
	s := &Solve{At: At{p.advance().pos}}
	s.Block = p.ident("the name of a block after SOLVE")
	if p.is("METHOD") || p.is("STEADYSTATE") {
		word := p.advance().text
		s.SteadyState = word == "STEADYSTATE"
		s.Method = p.ident("the name of a method after " + word)
	}
	if p.accept("IFERROR") {
		s.IfError = p.statements("IFERROR")
	}
	return s
}

// tableStatement parses TABLE a, b DEPEND c FROM lo TO hi WITH n.
func (p *parser) tableStatement() *Table {
	t := &Table{At: At{p.advance().pos}}
	if p.kind != Function && p.kind != Procedure {
		p.errorAt(t.Pos, "", "TABLE belongs in a FUNCTION or a PROCEDURE, not in %s", p.kind)
	}
	names := func(what string) (list []*Name) {
		for _, id := range p.identList(what) {
			list = append(list, &Name{At: id.At, Name: id.Name})
		}
		return list
	}
	if p.tok.kind == tokName {
		t.Names = names("the name of a variable after TABLE")
	}
	if p.accept("DEPEND") {
		t.Depend = names("the name of a variable after DEPEND")
	}
	p.expect("FROM", "in TABLE")
	t.Lo = p.binary(additive)
	p.expect("TO", "in TABLE")
	t.Hi = p.binary(additive)
	p.expect("WITH", "in TABLE")
	t.N = p.integer("the number of intervals after WITH")
	if t.N.Value < 1 {
		p.failAt(t.N.Pos, "", "a TABLE needs at least one interval")
	}
	if t.N.Value > maxTable {
		p.failAt(t.N.Pos, "", "%s intervals are too many for a TABLE, which has at most %d", t.N.Text, maxTable)
	}
	return t
}

// watchStatement parses WATCH (a > b) flag, (c < d) flag and appends all but
// the last to the list.
func (p *parser) watchStatement(list *[]Stmt) Stmt {
	at := At{p.advance().pos}
	for more := false; ; more = true {
		w := &Watch{At: at, More: more}
		p.expect("(", "in WATCH")
		w.Left = p.binary(additive)
		if !p.is("<") && !p.is(">") {
			p.expected(`"<" or ">" in WATCH`)
		}
		w.Greater = p.advance().text == ">"
		w.Right = p.binary(additive)
		p.expect(")", "in WATCH")
		w.Flag = p.number("the flag number after WATCH ( )")
		if !p.accept(",") {
			return w
		}
		*list = append(*list, w)
		at = At{p.tok.pos}
	}
}

package nmodl

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// ShowKernels lists the programs that a .mod text compiles to, with the names
// of its variables.
func ShowKernels(filename, text string, include func(name string) (string, error)) (string, []*fault.Error) {
	typ, errs := Compile(filename, text, include)
	if len(errs) > 0 {
		return "", errs
	}
	return kernelText(typ), nil
}

// ShowPasses follows a .mod text through the passes of the compiler: its
// tokens, its tree, its symbols, what solves its equations, and its programs.
func ShowPasses(filename, text string, include func(name string) (string, error)) (string, []*fault.Error) {
	src, tokens, errs := words(filename, text, include)
	if len(errs) > 0 {
		return "", errs
	}
	typ, errs := Compile(filename, text, include)
	if len(errs) > 0 {
		return "", errs
	}
	file, _ := Parse(filename, text, include)
	checked, _ := Check(file)
	s := &shower{Checked: checked}
	s.printf("1. Text: %s, %s\n", count(strings.Count(src, "\n"), "line"), count(len(text), "byte"))
	s.tokens(tokens)
	s.tree()
	s.symbols(typ)
	s.solvers()
	s.printf("\n6. Programs\n\n%s", kernelText(typ))
	return s.out.String(), nil
}

// tokens counts the kinds of tokens.
func (s *shower) tokens(tokens []token) {
	kinds := map[tokenKind]int{}
	for _, t := range tokens {
		kinds[t.kind]++
	}
	s.printf("\n2. Tokens: %d (%d names, %d keywords, %d numbers, %d units, %d signs)\n", len(tokens),
		kinds[tokName], kinds[tokKeyword], kinds[tokNumber], kinds[tokUnit], kinds[tokPunct])
}

// tree writes the statements of all code blocks in prefix form.
func (s *shower) tree() {
	s.printf("\n3. Tree\n")
	for _, b := range s.File.Blocks {
		switch b := b.(type) {
		case *DeclBlock:
			s.printf("  %s of %s\n", [...]string{"PARAMETER", "CONSTANT", "ASSIGNED", "STATE", "INDEPENDENT", "STEPPED"}[b.Kind], count(len(b.Decls), "variable"))
		case *CodeBlock:
			s.printf("  %s\n", b.heading())
			s.branch(b.Body, 2)
		}
	}
}

func (s *shower) branch(list []Stmt, depth int) {
	for _, st := range list {
		text := ""
		switch st := st.(type) {
		case *Assign:
			text = "(= " + prefix(st.Target) + " " + prefix(st.Value) + ")"
		case *CallStmt:
			text = prefix(st.Call)
		case *If:
			text = "(if " + prefix(st.Cond) + ")"
		case *While:
			text = "(while " + prefix(st.Cond) + ")"
		case *Verbatim:
			text = "VERBATIM"
		case *From, *BlockStmt, *ForNetCons, *NetInitial:
			text, _, _ = strings.Cut(stmtText(st), "\n")
		default:
			text = stmtText(st)
		}
		s.printf("%s%s\n", strings.Repeat("  ", depth), text)
		for _, inner := range innerLists(st) {
			s.branch(inner, depth+1)
		}
	}
}

// prefix writes an expression with its operators in front.
func prefix(x Expr) string {
	switch x := x.(type) {
	case *Unary:
		return "(" + x.Op.String() + " " + prefix(x.X) + ")"
	case *Binary:
		return "(" + x.Op.String() + " " + prefix(x.X) + " " + prefix(x.Y) + ")"
	case *Call:
		s := "(" + x.Name
		for _, a := range x.Args {
			s += " " + prefix(a)
		}
		return s + ")"
	}
	return PrintExpr(x)
}

var storageTexts = map[Storage]string{GlobalStorage: "global", InstanceStorage: "instance", IonStorage: "ion",
	SimulatorStorage: "simulator", PointerStorage: "pointer", RandomStorage: "random", ConstantStorage: "constant",
	LocalStorage: "local", ExternalStorage: "external", VerbatimStorage: "C"}

// symbols lists the variables of the file and where they live.
func (s *shower) symbols(typ *mechanism.Type) {
	place := map[string]string{}
	for _, v := range typ.Vars {
		place[v.Name] = fmt.Sprintf("column %d", v.Column)
	}
	for _, g := range typ.Globals {
		place[g.Name] = fmt.Sprintf("global %d", g.Index)
	}
	list := []*Symbol{}
	for _, v := range s.Symbols {
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b *Symbol) int {
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return strings.Compare(a.Name, b.Name)
	})
	var rows [][]string
	for _, v := range list {
		marks := []string{}
		for _, m := range []struct {
			on   bool
			text string
		}{{v.Range, "RANGE"}, {v.Global, "GLOBAL"}, {v.Read, "read"}, {v.Assigned, "assigned"}, {v.Solved, "solved"}} {
			if m.on {
				marks = append(marks, m.text)
			}
		}
		rows = append(rows, []string{v.Name + sizeText(v.Size), v.Role.String(), storageTexts[v.Storage], place[v.Name], strings.Join(marks, " ")})
	}
	s.table("4. Symbols", rows)
}

var methodTexts = map[string]string{
	"cnexp":         "each x' = A + B x becomes x += (1 - exp(dt B)) (-A/B - x)",
	"euler":         "each x' = f becomes x += dt f",
	"derivimplicit": "Newton's iteration for x(t+dt) = x(t) + dt f(x(t+dt))",
	"sparse":        "Newton's iteration for x(t+dt) = x(t) + dt f(x(t+dt)), with the matrix of all states",
	"runge":         "four evaluations of f per step",
}

// solvers tells what becomes of the equations.
func (s *shower) solvers() {
	s.printf("\n5. Equations\n")
	if len(s.Solves) == 0 {
		s.printf("  none to solve\n")
	}
	for _, v := range s.Solves {
		text := methodTexts[v.Method.Name]
		if text != "" {
			text = ": " + text
		}
		s.printf("  %s%s\n", strings.TrimSpace(strings.SplitN(stmtText(v), "\n", 2)[0]), text)
		if v.Target == nil {
			continue
		}
		walkStmts(v.Target.Body, func(st Stmt) {
			switch st := st.(type) {
			case *Assign:
				if _, ok := st.Target.(*Prime); ok {
					s.printf("    %s\n", assignText(st))
				}
			case *Reaction, *Equation, *Conserve:
				s.printf("    %s\n", stmtText(st))
			}
		})
	}
}

// kernelText lists the programs of a type.
func kernelText(typ *mechanism.Type) string {
	var out strings.Builder
	names := kernelNames(typ)
	list := func(what string, p *kernel.Program, code mechanism.Code) {
		switch {
		case p != nil:
			block, once := p.Operations()
			fmt.Fprintf(&out, "%s: %s per block, %s per pass\n", what, count(block, "operation"), count(once, "operation"))
			for _, line := range strings.Split(strings.TrimRight(p.Text(names), "\n"), "\n") {
				fmt.Fprintf(&out, "  %s\n", line)
			}
		case code != nil:
			fmt.Fprintf(&out, "%s: runs on one instance at a time\n", what)
		}
	}
	list("INITIAL", typ.Init, typ.InitCode)
	list("currents", typ.Current, typ.CurrentCode)
	list("states", typ.State, typ.StateCode)
	if typ.Receive != nil {
		list("NET_RECEIVE", nil, typ.Receive.Receive)
	}
	for i := range typ.Tables {
		if t := &typ.Tables[i]; t.Fill != nil {
			names := kernel.Names{Columns: []string{"argument"}, Globals: names.Globals}
			for o := range t.Outputs {
				names.Columns = append(names.Columns, fmt.Sprintf("output %d", o))
			}
			block, once := t.Fill.Operations()
			fmt.Fprintf(&out, "TABLE of %s: %s per block, %s per pass\n", t.Procedure, count(block, "operation"), count(once, "operation"))
			for _, line := range strings.Split(strings.TrimRight(t.Fill.Text(names), "\n"), "\n") {
				fmt.Fprintf(&out, "  %s\n", line)
			}
		}
	}
	return out.String()
}

// kernelNames gives the names of what the programs of a type work on.
func kernelNames(typ *mechanism.Type) kernel.Names {
	n := kernel.Names{Columns: make([]string, typ.Columns), Globals: make([]string, typ.NumGlobals)}
	put := func(list []string, at, size int, name string) {
		for k := range max(size, 1) {
			if at+k < len(list) {
				if list[at+k] = name; size > 0 {
					list[at+k] = fmt.Sprintf("%s[%d]", name, k)
				}
			}
		}
	}
	for _, v := range typ.Vars {
		put(n.Columns, v.Column, v.Size, v.Name)
	}
	for _, g := range typ.Globals {
		put(n.Globals, g.Index, g.Size, g.Name+"_"+typ.Name)
	}
	n.Externals = [][]string{make([]string, mechanism.NumNodeColumns)}
	for at, name := range map[int]string{mechanism.NodeV: "node.v", mechanism.NodeArea: "node.area", mechanism.NodeDiam: "node.diam",
		mechanism.NodeCm: "node.cm", mechanism.NodeRhs: "node.rhs", mechanism.NodeD: "node.d"} {
		n.Externals[0][at] = name
	}
	for _, u := range typ.Ions {
		cols := make([]string, mechanism.NumIonColumns)
		cols[mechanism.IonE], cols[mechanism.IonI] = "ion.e"+u.Ion, "ion.i"+u.Ion
		cols[mechanism.IonIn], cols[mechanism.IonOut] = "ion."+u.Ion+"i", "ion."+u.Ion+"o"
		cols[mechanism.IonDidv], cols[mechanism.IonStyle] = "ion.di"+u.Ion+"/dv", "ion."+u.Ion+".style"
		n.Externals = append(n.Externals, cols)
	}
	for _, t := range typ.Tables {
		n.Tables = append(n.Tables, "table of "+t.Procedure)
	}
	return n
}

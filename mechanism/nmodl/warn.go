package nmodl

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// oddities are warnings about what a file declares and does: see Examine.
func oddities(checked *Checked) []*fault.Error {
	w := &warner{Checked: checked, cwords: cWords(checked.Verbatims)}
	w.variables()
	w.states()
	w.currents()
	w.routines()
	w.globals()
	for _, b := range w.File.Blocks {
		if b, ok := b.(*CodeBlock); ok {
			w.locals(b)
			w.numbers(b)
		}
	}
	return w.warnings
}

type warner struct {
	*Checked
	cwords   map[string]bool // words of the C texts
	warnings []*fault.Error
}

func (w *warner) warn(pos fault.Pos, format string, args ...any) *fault.Error {
	e := warning(w.Checked, pos, format, args...)
	w.warnings = append(w.warnings, e)
	return e
}

// cWords are the words of C texts, where variables may be read and set.
func cWords(texts []*Verbatim) map[string]bool {
	words := map[string]bool{}
	for _, v := range texts {
		for _, word := range strings.FieldsFunc(v.Text, func(r rune) bool {
			return r > 127 || !isAlpha(byte(r)) && !isDigit(byte(r))
		}) {
			words[word] = true
		}
	}
	return words
}

// inC says whether C text may use a variable: by its name, or as _lname.
func (w *warner) inC(name string) bool {
	return w.cwords[name] || w.cwords["_l"+name] || w.cwords["_p_"+name]
}

// own says whether a variable is the mechanism's own and seen by NMODL only.
func (w *warner) own(s *Symbol) bool {
	return s.Ion == nil && (s.Storage == GlobalStorage || s.Storage == InstanceStorage) && !w.inC(s.Name) && s.Pos.File == w.File.Name
}

// variables finds parameters and assigned variables without a use.
func (w *warner) variables() {
	for _, s := range w.Parameters {
		if w.own(s) && !s.Read && !s.Assigned && s.Role == Parameter && !w.isDependOrStart(s) {
			w.warn(s.Pos, "the parameter %s is not used", s.Name)
		}
	}
	for _, s := range w.Assigned {
		visible := s.Range || s.Global
		switch {
		case !w.own(s) || s.Current != NotCurrent || s.Role != Assigned:
		case !s.Read && !s.Assigned && !visible:
			w.warn(s.Pos, "%s is not used", s.Name)
		case s.Read && !s.Assigned && !visible:
			w.warn(s.Pos, "%s is read, but nothing sets it: it is always 0", s.Name).
				WithHint("RANGE or GLOBAL %s lets scripts set it", s.Name)
		case s.Assigned && !s.Read && !visible:
			w.warn(s.Pos, "%s is set, but nothing reads it and scripts do not see it", s.Name).
				WithHint("RANGE %s lets scripts see it", s.Name)
		}
	}
	for _, s := range w.Constants {
		if s.Role == Constant && !s.Read && !w.inC(s.Name) && s.Pos.File == w.File.Name {
			w.warn(s.Pos, "the constant %s is not used", s.Name)
		}
	}
}

// isDependOrStart says whether a parameter is the starting value of a state.
func (w *warner) isDependOrStart(s *Symbol) bool {
	for _, state := range w.States {
		if state.Start == s {
			return true
		}
	}
	return false
}

// states finds states without a starting value or without an equation.
func (w *warner) states() {
	set := w.setIn(w.Initial)
	for _, s := range w.Solves {
		if s.Target != nil && (s.Target.Kind == Linear || s.Target.Kind == Nonlinear) {
			for found := range w.setIn(s.Target) {
				set[found] = true // its equations need no starting value
			}
		}
	}
	for _, s := range w.States {
		if w.inC(s.Name) {
			continue
		}
		if !set[s] && s.Ion == nil && !s.HasDefault && (s.Start == nil || s.Start.Role == Predeclared && !s.Start.Range && !s.Start.Global && !s.Start.Assigned) && w.Initial != nil {
			w.warn(s.Pos, "INITIAL does not set the state %s: it starts at 0", s.Name)
		}
		if !s.Solved && !w.setOutsideInitial(s) {
			w.warn(s.Pos, "the state %s has no equation that a SOLVE runs", s.Name)
		}
	}
	solved := map[*CodeBlock]bool{}
	for _, s := range w.Solves {
		solved[s.Target] = true
	}
	for _, b := range w.Solvables {
		if !solved[b] && b.Pos.File == w.File.Name && !w.inC(b.Name) {
			w.warn(b.NamePos, "no SOLVE names %s", b.heading())
		}
	}
}

// setIn gives the variables that a block sets, also through the routines that
// it calls and the blocks that it solves.
func (w *warner) setIn(b *CodeBlock) map[*Symbol]bool {
	set := map[*Symbol]bool{}
	seen := map[*CodeBlock]bool{}
	var visit func(b *CodeBlock)
	visit = func(b *CodeBlock) {
		if b == nil || seen[b] {
			return
		}
		seen[b] = true
		note := func(x Expr) {
			if s := symbolOf(x); s != nil {
				set[s] = true
			}
		}
		walkStmts(b.Body, func(s Stmt) {
			switch s := s.(type) {
			case *Assign:
				note(s.Target)
			case *Protect:
				note(s.Assign.Target)
			case *Solve:
				visit(s.Target)
			case *Reaction:
				for _, r := range append(append([]*Reactant{}, s.Left...), s.Right...) {
					note(r.Var)
				}
			case *Equation:
				eachExpr(s, note)
			case *CallStmt:
				if len(s.Call.Args) > 0 && s.Call.Name == "state_discontinuity" {
					note(s.Call.Args[0])
				}
			case *Table:
				for _, n := range s.Names {
					note(n)
				}
			}
			eachExpr(s, func(x Expr) {
				if c, ok := x.(*Call); ok {
					visit(c.Target)
				}
			})
		})
	}
	visit(b)
	return set
}

// setOutsideInitial says whether code other than INITIAL sets a variable.
func (w *warner) setOutsideInitial(s *Symbol) bool {
	for _, b := range w.File.Blocks {
		if b, ok := b.(*CodeBlock); ok && b.Kind != Initial && w.setHere(b, s) {
			return true
		}
	}
	return false
}

func (w *warner) setHere(b *CodeBlock, s *Symbol) (found bool) {
	if w.Solvables[b.Name] == b {
		return false // an equation, of a block that nothing solves
	}
	walkStmts(b.Body, func(st Stmt) {
		switch st := st.(type) {
		case *Assign:
			found = found || symbolOf(st.Target) == s
		case *CallStmt:
			if st.Call.Name == "state_discontinuity" && len(st.Call.Args) > 0 {
				found = found || symbolOf(st.Call.Args[0]) == s
			}
		}
	})
	return found
}

// currents finds currents and concentrations that the mechanism says to write
// but does not compute.
func (w *warner) currents() {
	for _, b := range w.File.Blocks {
		n, ok := b.(*NeuronBlock)
		if !ok {
			continue
		}
		for _, u := range n.Ions {
			for _, id := range u.Write {
				if s := w.Symbols[id.Name]; s != nil && !s.Assigned && !w.inC(s.Name) {
					w.warn(id.Pos, "USEION %s WRITEs %s, but no code computes it", u.Ion.Name, s.Name)
				}
			}
		}
		for _, list := range [][]Ident{n.NonspecificCurrent, n.ElectrodeCurrent} {
			for _, id := range list {
				if s := w.Symbols[id.Name]; s != nil && !s.Assigned && !w.inC(s.Name) {
					w.warn(id.Pos, "no code computes the current %s", s.Name)
				}
			}
		}
	}
}

// routines finds functions without a value and procedures without a call.
func (w *warner) routines() {
	called := map[*CodeBlock]bool{}
	for _, b := range w.File.Blocks {
		if b, ok := b.(*CodeBlock); ok {
			walkStmts(b.Body, func(s Stmt) {
				if s, ok := s.(*Solve); ok {
					called[s.Target] = true
				}
				eachExpr(s, func(x Expr) {
					if c, ok := x.(*Call); ok && c.Target != b {
						called[c.Target] = true
					}
				})
			})
		}
	}
	for _, b := range w.Routines {
		if b.Pos.File != w.File.Name || hasVerbatim(b) {
			continue
		}
		switch {
		case b.Kind == Function && b.Result != nil && !b.Result.Assigned && len(b.Body) > 0:
			w.warn(b.NamePos, "FUNCTION %s never sets %s: its value is 0", b.Name, b.Name).
				WithHint("a PROCEDURE has no value")
		case b.Kind == Procedure && w.Kind == Density && !called[b] && !w.inC(b.Name) && len(b.Body) > 0:
			w.warn(b.NamePos, "nothing in the file calls PROCEDURE %s", b.Name)
		}
	}
}

func hasVerbatim(b *CodeBlock) (found bool) {
	walkStmts(b.Body, func(s Stmt) {
		if _, ok := s.(*Verbatim); ok {
			found = true
		}
	})
	return found
}

// globals finds GLOBAL variables into which every instance writes.
func (w *warner) globals() {
	if !w.ThreadSafe {
		return
	}
	tabulated := map[*Symbol]bool{}
	for _, b := range w.Routines {
		if t := tableOf(b); t != nil {
			for _, n := range t.Names {
				tabulated[n.Sym] = true
			}
		}
	}
	for _, list := range [][]*Symbol{w.Parameters, w.Assigned} {
		for _, s := range list {
			if s.Global && s.Assigned && s.Storage == GlobalStorage && !tabulated[s] && w.own(s) {
				w.warn(s.Pos, "every instance sets the GLOBAL %s, which keeps the value of the last one", s.Name).
					WithHint("RANGE %s gives each instance its own", s.Name)
			}
		}
	}
}

// locals finds LOCALs that hide a variable or have no use.
func (w *warner) locals(b *CodeBlock) {
	verbatim := hasVerbatim(b)
	outer := map[string]*Symbol{}
	for _, a := range b.Args {
		outer[a.Name] = a.Sym
	}
	var visit func(list []Stmt, around map[string]*Symbol)
	visit = func(list []Stmt, around map[string]*Symbol) {
		here := map[string]*Symbol{}
		for name, s := range around {
			here[name] = s
		}
		for _, s := range list {
			if l, ok := s.(*Local); ok {
				for _, v := range l.Vars {
					if v.Sym != nil {
						w.local(v, here[v.Name], verbatim)
						here[v.Name] = v.Sym
					}
				}
			}
			for _, inner := range innerLists(s) {
				visit(inner, here)
			}
		}
	}
	visit(b.Body, outer)
}

func (w *warner) local(v *LocalVar, around *Symbol, verbatim bool) {
	s := v.Sym
	if around == nil {
		around = w.Symbols[v.Name]
	}
	switch {
	case around != nil && around != s && around.Pos.Line > 0:
		w.warn(v.Pos, "LOCAL %s hides %s, which is %s at line %d", v.Name, v.Name, around.Role, around.Pos.Line)
	}
	switch {
	case verbatim || w.inC(v.Name):
	case !s.Read && !s.Assigned:
		w.warn(v.Pos, "LOCAL %s is not used", v.Name)
	case !s.Assigned:
		w.warn(v.Pos, "LOCAL %s is read, but nothing sets it", v.Name)
	case !s.Read:
		w.warn(v.Pos, "LOCAL %s is set, but nothing reads it", v.Name)
	}
}

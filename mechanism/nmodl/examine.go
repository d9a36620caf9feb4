package nmodl

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Examine tells what is wrong with a .mod text, and what is odd: the errors of
// Compile and, where the text parses, warnings about variables that are not
// used or not set, states without a starting value, divisions by zero and
// overflows that wait to happen, and units that do not fit. A text with
// warnings only compiles. Both lists are in the order of the text.
//
// The arguments are those of Parse.
func Examine(filename, text string, include func(name string) (string, error)) (errs, warnings []*fault.Error) {
	c, errs := compile(filename, text, include)
	file, syntax := Parse(filename, text, include)
	if len(syntax) > 0 {
		return errs, nil
	}
	checked, wrong := Check(file)
	if len(wrong) > 0 {
		return errs, nil
	}
	var unrun []*fault.Error
	if c != nil {
		unrun = c.unrun
	}
	list := slices.Concat(unrun, checked.Warnings, oddities(checked), checkUnits(checked), curved(checked, text))
	slices.SortStableFunc(list, func(a, b *fault.Error) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Msg, b.Msg))
	})
	list = slices.CompactFunc(list, func(a, b *fault.Error) bool { return a.Pos == b.Pos && a.Msg == b.Msg })
	return errs, list
}

// warning makes a warning with its source line.
func warning(c *Checked, pos fault.Pos, format string, args ...any) *fault.Error {
	w := &fault.Error{Kind: fault.Syntax, Pos: pos, Mechanism: c.Suffix, Msg: fmt.Sprintf(format, args...)}
	if lines := c.File.Lines[pos.File]; pos.Line >= 1 && pos.Line <= len(lines) {
		w.Source = lines[pos.Line-1]
	}
	return w
}

// curved warns of equations that METHOD cnexp is to solve and cannot.
func curved(checked *Checked, text string) (warnings []*fault.Error) {
	c, err := newCompiler(checked, text)
	if err != nil {
		return nil
	}
	all := map[*Symbol]bool{}
	for _, s := range c.hidden() {
		all[s] = true
	}
	c.layout(checked.File.Name, text, all)
	for _, b := range checked.File.Blocks {
		b, ok := b.(*CodeBlock)
		if !ok {
			continue
		}
		walkStmts(b.Body, func(st Stmt) {
			solve, ok := st.(*Solve)
			if !ok || solve.Method.Name != "cnexp" || solve.Target == nil || solve.Target.Kind != Derivative {
				return
			}
			if why, beyond := attempt(func() { c.newPass(0).cnexp(solve.Target) }); why != nil && !beyond {
				w := warning(checked, why.Pos, "%s, which cnexp needs: it is solved by derivimplicit", why.Msg)
				warnings = append(warnings, w.WithHint("write METHOD derivimplicit; NEURON 8.2.2 takes a product of states for something else, without a word"))
			}
		})
	}
	return warnings
}

package nmodl

import (
	"cmp"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// functionTables gives the FUNCTION_TABLEs their places.
func (c *compiler) functionTables() {
	c.lookup = map[*CodeBlock]int{}
	var list []*CodeBlock
	for _, b := range c.Routines {
		if b.Kind == FunctionTable {
			list = append(list, b)
		}
	}
	slices.SortFunc(list, func(a, b *CodeBlock) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Name, b.Name))
	})
	for i, b := range list {
		c.lookup[b] = i
		t := mechanism.FunctionTable{Name: b.Name}
		for _, a := range b.Args {
			t.Args = append(t.Args, a.Name)
		}
		c.typ.FunctionTables = append(c.typ.FunctionTables, t)
	}
}

// lookUp lowers a call of a FUNCTION_TABLE.
func (p *pass) lookUp(b *CodeBlock, args []num, pos fault.Pos) num {
	depends := false
	for _, a := range args {
		depends = depends || a.depends
	}
	y := num{depends: depends, lost: depends}
	switch k := p.c.lookup[b]; len(args) {
	case 1:
		y.v = p.Lookup(k, args[0].v, -1)
	case 2:
		y.v = p.Lookup(k, args[0].v, args[1].v)
	default:
		p.c.beyond(pos, "a FUNCTION_TABLE of %s", count(len(args), "argument"))
	}
	return y
}

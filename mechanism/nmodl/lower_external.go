package nmodl

import (
	"cmp"
	"slices"

	"github.com/gneuron/gneuron/mechanism"
)

// externals gives the EXTERNAL variables that code reads their places.
func (c *compiler) externals() {
	var list []*Symbol
	for _, s := range c.Symbols {
		if s.Storage == ExternalStorage && s.Read {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b *Symbol) int { return cmp.Compare(a.Name, b.Name) })
	for _, s := range list {
		c.typ.Externals = append(c.typ.Externals, mechanism.External{Name: s.Name, Global: c.addGlobal(s, true)})
	}
}

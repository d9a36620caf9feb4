package script

import (
	"github.com/dop251/goja"
)

// addSectionFunctions makes NEURON's functions for a section that is given by
// {sec: section}, older names of what sections do themselves:
// n.pt3dadd(x, y, z, d, {sec}) is section.pt3dadd(x, y, z, d).
func (n *neuron) addSectionFunctions() {
	for _, name := range []string{"n3d", "x3d", "y3d", "z3d", "diam3d", "arc3d", "spine3d",
		"pt3dadd", "pt3dinsert", "pt3dchange", "pt3dremove", "pt3dclear", "pt3dstyle", "psection"} {
		n.sectionFunction(name, name, nil)
	}
	number := func(v goja.Value) goja.Value { return n.vm.ToValue(v.ToInteger()) }
	n.sectionFunction("ismembrane", "has_membrane", number)
	n.sectionFunction("section_orientation", "orientation", number)
	n.class.method("parent_connection", func(_ *neuron, call goja.FunctionCall) goja.Value {
		_, x, _ := n.sectionArgument(call, 0, "n.parent_connection").ParentSeg()
		return n.vm.ToValue(x)
	})
}

// sectionFunction makes n.NAME(..., {sec}) call a method of the section; result
// converts what it gives, where it is not nil.
func (n *neuron) sectionFunction(name, method string, result func(goja.Value) goja.Value) {
	n.class.method(name, func(_ *neuron, call goja.FunctionCall) goja.Value {
		args, options := n.split(call.Arguments)
		s := n.sectionFrom(options, "n."+name)
		f, _ := goja.AssertFunction(n.sectionClass.members[method].method)
		v, err := f(n.section(s).obj, args...)
		if err != nil {
			panic(err)
		}
		if result != nil {
			v = result(v)
		}
		return v
	})
}

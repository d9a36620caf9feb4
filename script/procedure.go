package script

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// callProcedure runs a FUNCTION or PROCEDURE of a mechanism with the numbers of
// the instance id, or of none (mechanism.NoRow). what names it in errors.
func (h *host) callProcedure(mech *mechanism.Mechanism, id mechanism.RowID, p *mechanism.Procedure, what string, args []goja.Value) goja.Value {
	if p.Code != nil {
		return h.callCode(mech, id, p, what, args)
	}
	if p.Err != nil {
		h.throw(p.Err)
	}
	if len(args) != len(p.Args) {
		h.throw(fault.New(fault.Type, "%s takes %s, not %d", what, argumentList(p.Args), len(args)))
	}
	x := make([]float64, len(args))
	for i, v := range args {
		x[i] = h.number(v, func() string { return "argument " + p.Args[i] + " of " + what })
	}
	b := kernel.Binding{Globals: mech.Globals}
	row, ok := mech.Table.Row(id)
	switch {
	case ok:
		h.bindRow(&b, p.Program, mech, row)
		row = 0
	case p.NeedsInstance:
		h.throw(fault.New(fault.Model, "%s uses variables of an instance of %s", what, mech.Type.Name))
	default: // one row of zeros, at a node of zeros
		b.Rows = 1
		b.Columns = zeros(mech.Type.Columns)
		b.Externals = append(b.Externals, kernel.NewExternal(zeros(mechanism.NumNodeColumns), []int32{0}))
		for range mech.Type.Ions {
			b.Externals = append(b.Externals, kernel.NewExternal(zeros(mechanism.NumIonColumns), []int32{0}))
		}
	}
	env := h.env()
	mech.UpdateTables(&env)
	b.Tables, b.Lookups = mech.Tables, mech.Lookups
	out := p.Program.Bind(b).Call(&env, row, x...)
	if !p.IsFunction || len(out) == 0 {
		return h.vm.ToValue(1) // as NEURON
	}
	return h.vm.ToValue(out[0])
}

// callCode runs a FUNCTION or PROCEDURE that works on single instances. With C
// in it, it may take more arguments than it declares: numbers, texts, Vectors
// Randoms and references to numbers.
func (h *host) callCode(mech *mechanism.Mechanism, id mechanism.RowID, p *mechanism.Procedure, what string, args []goja.Value) goja.Value {
	if len(args) < len(p.Args) {
		h.throw(fault.New(fault.Type, "%s takes %s, not %d", what, argumentList(p.Args), len(args)))
	}
	list := make([]any, len(args))
	var back []func() error
	for i, v := range args {
		switch x := h.rt.Host(v).(type) {
		case *vectorObject:
			list[i] = x.v
		case *classObject[*randomObject]:
			list[i] = x.self.alive()
		case *Ref:
			y, err := x.Value()
			h.check(err)
			list[i] = &y
			was := y
			back = append(back, func() error {
				if y == was {
					return nil
				}
				return x.SetValue(y)
			})
		default:
			if i >= len(p.Args) && goja.IsString(v) {
				list[i] = v.String()
				continue
			}
			if _, isObject := v.(*goja.Object); isObject {
				h.throw(fault.New(fault.Type, "argument %d of %s must be a number, a Vector, a Random or a reference, not %s", i+1, what, h.show(v)))
			}
			list[i] = h.number(v, func() string { return fmt.Sprintf("argument %d of %s", i+1, what) })
		}
	}
	y, err := h.call(mech, id, p.Code, list)
	h.check(err)
	for _, set := range back {
		h.check(set())
	}
	return h.vm.ToValue(y)
}

// bindRow binds one instance of a mechanism to a program, with its node and ions.
func (h *host) bindRow(b *kernel.Binding, program *kernel.Program, mech *mechanism.Mechanism, row int) {
	t := mech.Table
	b.Rows = 1
	bind := func(of *mechanism.Table, number int) ([][]float64, []bool) {
		return of.Bind(func(c int) bool {
			return slices.Contains(program.Writes(), kernel.Written{External: number, Column: c})
		})
	}
	b.Columns, b.Uniform = bind(t, -1)
	for c, uniform := range b.Uniform {
		if !uniform {
			b.Columns[c] = b.Columns[c][row : row+1]
		}
	}
	external := func(of *mechanism.Table, at int) {
		cols, uniform := bind(of, len(b.Externals))
		e := kernel.NewExternal(cols, []int32{int32(at)})
		e.Uniform = uniform
		b.Externals = append(b.Externals, e)
	}
	node := t.Owner(row)
	at, _ := h.m.Nodes.Row(node)
	external(h.m.Nodes, at)
	for _, use := range mech.Type.Ions {
		ion := h.m.Mechs.Get(use.Ion + "_ion").Table
		external(ion, rowAtNode(ion, node, row))
	}
}

// rowAtNode finds the row of a table that sits at a node; guess is where to
// look first.
func rowAtNode(t *mechanism.Table, node mechanism.RowID, guess int) int {
	if guess < t.Len() && t.Owner(guess) == node {
		return guess
	}
	for r := range t.Len() {
		if t.Owner(r) == node {
			return r
		}
	}
	return 0
}

func zeros(columns int) [][]float64 {
	out := make([][]float64, columns)
	for c := range out {
		out[c] = []float64{0}
	}
	return out
}

func argumentList(names []string) string {
	switch len(names) {
	case 0:
		return "no argument"
	case 1:
		return "1 argument (" + names[0] + ")"
	}
	text := ""
	for i, n := range names {
		if i > 0 {
			text += ", "
		}
		text += n
	}
	return strconv.Itoa(len(names)) + " arguments (" + text + ")"
}

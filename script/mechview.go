package script

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// nodeVariables are the range variables that every segment has.
var nodeVariables = []string{"v", "diam", "cm", "i_cap", "i_membrane_"}

// nodeVariables are those that have a value now.
func (h *host) nodeVariables() []string {
	if h.m.FastIMem {
		return nodeVariables
	}
	return slices.DeleteFunc(slices.Clone(nodeVariables), func(name string) bool { return name == "i_membrane_" })
}

// rangeName is what a name means in a segment: a mechanism (view), or a range
// variable of a mechanism or, with mech nil, of the node.
type rangeName struct {
	mech  *mechanism.Mechanism
	view  bool
	size  int    // of an array
	units string // the name for n.units
	// A value within limits can be stored without further ado, unless careful
	// is set.
	limits  *mechanism.Limits
	careful bool
}

// plain tells whether assigning x has no other effect than storing it.
func (n *rangeName) plain(x float64) bool {
	return !n.careful && x-x == 0 && (n.limits == nil || x >= n.limits.Lo && x <= n.limits.Hi)
}

// nameTable knows the names that segments and sections can have, and those
// within each mechanism.
type nameTable struct {
	mechanisms int // that were compiled when the table was made
	segment    map[string]*rangeName
	within     map[*mechanism.Mechanism]map[string]*mechanism.Var
}

// lookup says what a name means in a segment, or nil. Before it says nil it has
// all mechanisms compiled, for names that one of them may have.
func (h *host) lookup(name string) *rangeName {
	if n := h.nameTable().segment[name]; n != nil || strings.HasPrefix(name, "_") || foreign[name] {
		return n
	}
	h.m.Mechs.All()
	return h.nameTable().segment[name]
}

func (h *host) nameTable() *nameTable {
	t := &h.names
	all := h.m.Mechs.Made()
	if t.segment != nil && t.mechanisms == len(all) {
		return t
	}
	*t = nameTable{mechanisms: len(all), segment: map[string]*rangeName{}, within: map[*mechanism.Mechanism]map[string]*mechanism.Var{}}
	for _, name := range nodeVariables {
		t.segment[name] = &rangeName{units: name, careful: name == "diam" || name == "cm"}
	}
	for _, mech := range all {
		within := map[string]*mechanism.Var{}
		t.within[mech] = within
		inSegments := !mech.Type.Kind.IsObject()
		if inSegments {
			t.segment[mech.Type.Name] = &rangeName{mech: mech, view: true}
		}
		for i := range mech.Type.Vars {
			v := &mech.Type.Vars[i]
			if v.Hidden {
				continue
			}
			within[v.Name] = v
			if inSegments {
				full := qualified(mech.Type, v.Name)
				t.segment[full] = &rangeName{mech: mech, size: v.Size, units: full, limits: v.Limits}
			}
		}
		if del := within["del"]; del != nil {
			within[optionName(mech.Type, "del")] = del
		}
	}
	return t
}

// mechView is a mechanism at a segment: seg.hh, seg.na_ion.
type mechView struct {
	h    *host
	seg  *segmentObject
	mech *mechanism.Mechanism
	vars map[string]*mechanism.Var
}

func (h *host) view(seg *segmentObject, mech *mechanism.Mechanism) goja.Value {
	m := &mechView{h: h, seg: seg, mech: mech, vars: h.nameTable().within[mech]}
	obj := h.vm.NewDynamicObject(m)
	if err := obj.SetPrototype(h.mechClass.proto); err != nil {
		panic(err)
	}
	return obj
}

// String is soma(0.5).hh.
func (m *mechView) String() string { return m.seg.String() + "." + m.mech.Type.Name }

func (h *host) initMechanisms() {
	c := newClass[*mechView](h, "mechanism")
	h.mechClass = c
	h.noNumber(c.proto, "its variables are numbers, such as soma(0.5).hh.m", false)
	name := func(m *mechView, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(m.mech.Type.Name) }
	c.method("name", name)
	c.method("toString", name)
	c.method("is_ion", func(m *mechView, _ goja.FunctionCall) goja.Value {
		return h.vm.ToValue(m.mech.Type.Kind == mechanism.IonKind)
	})
	c.method("segment", func(m *mechView, _ goja.FunctionCall) goja.Value { return m.seg.obj })
	c.method("toJSON", func(m *mechView, _ goja.FunctionCall) goja.Value {
		out := h.vm.NewObject()
		for _, v := range visible(m.mech.Type) {
			h.rt.set(out, v.Name, h.numbers(m.values(v)))
		}
		return out
	})
	c.iterator(func(m *mechView) []any {
		var out []any
		for _, v := range visible(m.mech.Type) {
			out = append(out, h.rangeVar(m, v))
		}
		return out
	})

	r := newClass[*rangeVar](h, "range variable")
	h.rangeClass = r
	full := func(r *rangeVar, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(r.name()) }
	r.method("name", full)
	r.method("toString", full)
	r.method("mech", func(r *rangeVar, _ goja.FunctionCall) goja.Value { return h.view(r.m.seg, r.m.mech) })
	r.method("toJSON", func(r *rangeVar, _ goja.FunctionCall) goja.Value { return h.numbers(r.m.values(r.v)) })
	r.property("length", func(r *rangeVar) goja.Value { return h.vm.ToValue(max(r.v.Size, 1)) }, nil)
	r.property("value", func(r *rangeVar) goja.Value { return r.m.Get(r.v.Name) },
		func(r *rangeVar, v goja.Value) { r.m.Set(r.v.Name, v) })
}

// visible lists the variables of a mechanism that scripts see: parameters,
// assigned, states.
func visible(t *mechanism.Type) []*mechanism.Var {
	var out []*mechanism.Var
	for _, role := range []mechanism.Role{mechanism.Parameter, mechanism.Assigned, mechanism.State} {
		for i := range t.Vars {
			if v := &t.Vars[i]; v.Role == role && !v.Hidden {
				out = append(out, v)
			}
		}
	}
	return out
}

// firstVar names a variable for a hint.
func firstVar(mech *mechanism.Mechanism) string {
	for _, v := range visible(mech.Type) {
		return v.Name
	}
	return "variable"
}

// row finds the instance; it throws when the mechanism is no longer there.
func (m *mechView) row() mechanism.RowID {
	id, ok := m.seg.alive().MechRow(m.mech)
	if !ok {
		m.seg.has(m.mech)
	}
	return id
}

func (m *mechView) values(v *mechanism.Var) []float64 {
	return columnValues(m.mech, v, m.row())
}

// columnValues gives the number, or the elements of an array.
func columnValues(mech *mechanism.Mechanism, v *mechanism.Var, id mechanism.RowID) []float64 {
	out := make([]float64, max(v.Size, 1))
	for k := range out {
		out[k] = mechanism.Handle{Table: mech.Table, Col: v.Column + k, ID: id}.Get()
	}
	return out
}

// numbers gives one number as itself and several as an array.
func (h *host) numbers(x []float64) goja.Value {
	if len(x) == 1 {
		return h.vm.ToValue(x[0])
	}
	return h.array(x)
}

// array makes a JavaScript array of numbers.
func (h *host) array(x []float64) goja.Value {
	items := make([]any, len(x))
	for i, v := range x {
		items[i] = v
	}
	return h.vm.NewArray(items...)
}

// Get gives a variable, a reference to one, a FUNCTION or PROCEDURE, or a
// method.
func (m *mechView) Get(key string) goja.Value {
	h := m.h
	if v := m.vars[key]; v != nil {
		if v.Size > 0 {
			return h.elements(m.elementsOf(v))
		}
		return h.vm.ToValue(mechanism.Handle{Table: m.mech.Table, Col: v.Column, ID: m.row()}.Get())
	}
	if f := h.mechClass.get(m, key); f != nil {
		return f
	}
	if name, ok := strings.CutPrefix(key, "_ref_"); ok {
		if v := m.vars[name]; v != nil {
			return m.reference(v)
		}
	}
	if len(m.mech.Type.Pointers) > 0 {
		if v := h.pointerValue(m.mech, m.row(), key, m.String()); v != nil {
			return v
		}
	}
	if p := m.mech.Type.Procedure(key); p != nil {
		return h.function(key, func(call goja.FunctionCall) goja.Value {
			return h.callProcedure(m.mech, m.row(), p, m.String()+"."+key, call.Arguments)
		})
	}
	if !foreign[key] {
		m.unknown(key)
	}
	return nil
}

func (m *mechView) reference(v *mechanism.Var) goja.Value {
	full := qualified(m.mech.Type, v.Name)
	m.row()
	return m.seg.reference(full, m.h.lookup(full))
}

func (m *mechView) elementsOf(v *mechanism.Var) *elements {
	return m.seg.arrayOf(qualified(m.mech.Type, v.Name), v.Size)
}

// Set writes a variable.
func (m *mechView) Set(key string, x goja.Value) bool {
	h := m.h
	where := func() string { return m.String() + "." + key }
	v := m.vars[key]
	switch {
	case v == nil && len(m.mech.Type.Pointers) > 0 && h.setPointer(m.mech, m.row(), key, x, m.String()):
		return true
	case v == nil && h.mechClass.set(m, key, x, m.String):
		return true
	case v == nil && strings.HasPrefix(key, "_ref_") && m.Has(key):
		h.noAssign(m.String(), key)
	case v == nil:
		m.unknown(key)
	case v.Size > 0:
		h.throw(wholeArray(where(), v.Size))
	}
	id, y := m.row(), h.number(x, where)
	if y-y == 0 && (v.Limits == nil || y >= v.Limits.Lo && y <= v.Limits.Hi) {
		mechanism.Handle{Table: m.mech.Table, Col: v.Column, ID: id}.Set(y)
	} else {
		h.check(m.seg.at().Set(qualified(m.mech.Type, v.Name), y))
	}
	return true
}

func (m *mechView) unknown(key string) {
	m.h.noProperty(m.String(), key, append(m.h.mechClass.names(), m.Keys()...))
}

// Has tells whether a name is a variable.
func (m *mechView) Has(key string) bool { return m.vars[strings.TrimPrefix(key, "_ref_")] != nil }

// Delete refuses.
func (m *mechView) Delete(key string) bool { return m.h.noDelete(m.String(), key) }

// Keys lists the variables, and what can be called.
func (m *mechView) Keys() []string {
	var out []string
	for _, v := range visible(m.mech.Type) {
		out = append(out, v.Name)
	}
	for _, p := range m.mech.Type.Procedures {
		out = append(out, p.Name)
	}
	return out
}

// wholeArray says that an array cannot be set as a whole.
func wholeArray(where string, size int) *fault.Error {
	return fault.New(fault.Type, "%s is an array of %d", where, size).
		WithHint("set its elements: %s[0] = ...", where)
}

// rangeVar is a variable of a mechanism at a segment, as iteration gives it.
type rangeVar struct {
	m *mechView
	v *mechanism.Var
}

func (h *host) rangeVar(m *mechView, v *mechanism.Var) goja.Value {
	obj := h.vm.NewDynamicObject(&rangeVar{m, v})
	if err := obj.SetPrototype(h.rangeClass.proto); err != nil {
		panic(err)
	}
	return obj
}

func (r *rangeVar) name() string { return qualified(r.m.mech.Type, r.v.Name) }

// String is soma(0.5).hh.gnabar.
func (r *rangeVar) String() string { return r.m.String() + "." + r.v.Name }

// Get gives a method, value, length, or an element.
func (r *rangeVar) Get(key string) goja.Value {
	if v := r.m.h.rangeClass.get(r, key); v != nil {
		return v
	}
	if isIndex(key) {
		k := r.m.h.index(key, max(r.v.Size, 1), r.String())
		return r.m.h.vm.ToValue(r.m.values(r.v)[k])
	}
	if !foreign[key] {
		r.m.h.noProperty(r.String(), key, r.m.h.rangeClass.names())
	}
	return nil
}

// Set writes value or an element.
func (r *rangeVar) Set(key string, v goja.Value) bool {
	switch {
	case isIndex(key):
		k := r.m.h.index(key, max(r.v.Size, 1), r.String())
		if r.v.Size == 0 {
			return r.m.Set(r.v.Name, v)
		}
		e := r.m.elementsOf(r.v)
		e.set(k, v)
	case !r.m.h.rangeClass.set(r, key, v, r.String):
		r.m.h.noProperty(r.String(), key, r.m.h.rangeClass.names())
	}
	return true
}

// Has tells the fixed properties and the elements.
func (r *rangeVar) Has(key string) bool {
	if isIndex(key) {
		k, err := strconv.Atoi(key)
		return err == nil && k < max(r.v.Size, 1)
	}
	return key == "value" || key == "length"
}

// Delete refuses.
func (r *rangeVar) Delete(key string) bool { return r.m.h.noDelete(r.String(), key) }

// Keys lists value.
func (r *rangeVar) Keys() []string { return []string{"value"} }

// Inspect shows the name with its value.
func (r *rangeVar) Inspect() string {
	return r.name() + " = " + r.m.h.rt.Inspect(r.m.h.numbers(r.m.values(r.v)))
}

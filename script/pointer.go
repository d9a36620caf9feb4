package script

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// pointerOf names a POINTER variable of an instance.
type pointerOf struct {
	mech *mechanism.Mechanism
	id   mechanism.RowID
	k    int // in Type.Pointers
}

// pointer finds a POINTER variable of an instance by name.
func (h *host) pointer(mech *mechanism.Mechanism, id mechanism.RowID, name string) (pointerOf, bool) {
	k := slices.IndexFunc(mech.Type.Pointers, func(p mechanism.Pointer) bool { return p.Name == name })
	return pointerOf{mech, id, k}, k >= 0
}

// pointerValue gives what a property of an instance reads when it is a POINTER
// variable: NAME is the number that it points to, _ref_NAME the reference. It
// is nil for any other name. The reference to one that is not set can only be
// given to target_var.
func (h *host) pointerValue(mech *mechanism.Mechanism, id mechanism.RowID, key, what string) goja.Value {
	name, isRef := strings.CutPrefix(key, "_ref_")
	p, ok := h.pointer(mech, id, name)
	if !ok {
		return nil
	}
	r := h.pointers[p]
	if r == nil {
		e := fault.New(fault.Model, "the POINTER %s of %s points to nothing", name, what)
		e.Mechanism, e.Variable = mech.Type.Name, name
		e = e.WithHint("assign a reference: %s._ref_%s = soma(0.5)._ref_v", what, name)
		if !isRef {
			h.throw(e)
		}
		return h.refObject(&Ref{name: what + "." + key, unset: &p, at: func() (mechanism.Handle, error) { return mechanism.Handle{}, e }})
	}
	if isRef {
		return h.refObject(r)
	}
	x, err := r.Value()
	h.check(err)
	return h.vm.ToValue(x)
}

// setPointer lets a POINTER variable point to a number, when the property
// _ref_NAME of an instance is assigned; false means that it is none.
func (h *host) setPointer(mech *mechanism.Mechanism, id mechanism.RowID, key string, v goja.Value, what string) bool {
	name, isRef := strings.CutPrefix(key, "_ref_")
	p, ok := h.pointer(mech, id, name)
	if !ok {
		return false
	}
	if !isRef {
		if r := h.pointers[p]; r != nil {
			h.check(r.SetValue(h.number(v, func() string { return what + "." + key })))
			return true
		}
		h.pointerValue(mech, id, key, what)
	}
	r := h.asRef(v, what+"."+key)
	h.check(h.link(mech, id, p.k, r))
	h.pointers[p] = r
	return true
}

// addPointers makes n.setpointer(ref, "NAME", instance).
func (n *neuron) addPointers() {
	n.class.method("setpointer", func(_ *neuron, call goja.FunctionCall) goja.Value {
		name := call.Argument(1).String()
		var mech *mechanism.Mechanism
		var id mechanism.RowID
		var what string
		switch target := n.rt.Host(call.Argument(2)).(type) {
		case *pointObject:
			mech, id, what = target.p.Mech, target.alive().ID, target.String()
		case *mechView:
			mech, id, what = target.mech, target.row(), target.String()
		default:
			n.throw(fault.New(fault.Type, "n.setpointer: the third argument must be a point process or a mechanism such as soma(0.5).gap, not %s", n.show(call.Argument(2))))
		}
		if !n.setPointer(mech, id, "_ref_"+name, call.Argument(0), what) {
			n.throw(fault.New(fault.Reference, "n.setpointer: %s has no POINTER %q", what, name))
		}
		return n.vm.ToValue(0)
	})
}

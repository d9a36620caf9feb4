package script

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// textRef is n.ref("text"): where NEURON's functions put a string, because HOC
// has no other way to give one back. In JavaScript most of them return it, too.
type textRef struct{ text string }

// Inspect shows the text.
func (r *textRef) Inspect() string { return "Ref " + strconv.Quote(r.text) }

func (h *host) initTextRef() {
	c := newObjectClass[*textRef](h, "text Ref")
	h.textClass = c
	get := func(r *textRef) goja.Value { return h.vm.ToValue(r.text) }
	set := func(r *textRef, v goja.Value) {
		if !goja.IsString(v) {
			h.throw(fault.New(fault.Type, "the value of n.ref(%q) must be a string, not %s", r.text, h.show(v)))
		}
		r.text = v.String()
	}
	c.property("value", get, set)
	c.property("0", get, set)
	for _, name := range []string{"valueOf", "toString", "toJSON"} {
		c.method(name, func(r *textRef, _ goja.FunctionCall) goja.Value { return get(r) })
	}
}

// giveText puts a text into v, which must be n.ref(""). what names the argument
// in the error.
func (h *host) giveText(v goja.Value, what, text string) {
	r, ok := h.textClass.self(v)
	if !ok {
		h.throw(fault.New(fault.Type, "%s must be a reference to a string, not %s", what, h.show(v)).
			WithHint(`make one with n.ref("")`))
	}
	r.text = text
}

// textOf reads a string, or a reference to one.
func (h *host) textOf(v goja.Value, what string) string {
	if r, ok := h.textClass.self(v); ok {
		return r.text
	}
	if !goja.IsString(v) {
		h.throw(fault.New(fault.Type, "%s must be a string, not %s", what, h.show(v)))
	}
	return v.String()
}

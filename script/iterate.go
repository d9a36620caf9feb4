package script

import "github.com/dop251/goja"

// iteration walks over a list of values: what for-of asks for the next. The
// engine's own array iterator makes an ordinary object for every element, which
// takes longer than all else that a loop over segments does.
type iteration struct {
	h     *host
	items []any
	next  int
}

// iterate gives an iterator over values.
func (h *host) iterate(items []any) goja.Value {
	obj := h.vm.NewDynamicObject(&iteration{h: h, items: items})
	if err := obj.SetPrototype(h.iterators()); err != nil {
		panic(err)
	}
	return obj
}

// iterators is the prototype of iterators.
func (h *host) iterators() *goja.Object {
	if h.iteratorProto != nil {
		return h.iteratorProto
	}
	p := h.vm.NewObject()
	h.hide(p, "next", h.function("next", func(call goja.FunctionCall) goja.Value {
		s := &iterationStep{h: h, done: true}
		if obj, ok := call.This.(*goja.Object); ok {
			if it, ok := h.rt.handler(obj).(*iteration); ok && it.next < len(it.items) {
				s.value, s.done = h.vm.ToValue(it.items[it.next]), false
				it.next++
			}
		}
		return h.vm.NewDynamicObject(s)
	}))
	self := h.function("[Symbol.iterator]", func(call goja.FunctionCall) goja.Value { return call.This })
	if err := p.DefineDataPropertySymbol(goja.SymIterator, self, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
	h.iteratorProto = p
	return p
}

// Get gives nothing of its own: next is in the prototype.
func (it *iteration) Get(string) goja.Value { return nil }

// Set refuses.
func (it *iteration) Set(string, goja.Value) bool { return false }

// Has tells nothing.
func (it *iteration) Has(string) bool { return false }

// Delete refuses.
func (it *iteration) Delete(string) bool { return false }

// Keys lists nothing.
func (it *iteration) Keys() []string { return nil }

// iterationStep is what next() gives: {value, done}.
type iterationStep struct {
	h     *host
	value goja.Value
	done  bool
}

// Get gives value and done.
func (s *iterationStep) Get(key string) goja.Value {
	switch key {
	case "done":
		return s.h.vm.ToValue(s.done)
	case "value":
		if s.value == nil {
			return goja.Undefined()
		}
		return s.value
	}
	return nil
}

// Set refuses.
func (s *iterationStep) Set(string, goja.Value) bool { return false }

// Has tells value and done.
func (s *iterationStep) Has(key string) bool { return key == "value" || key == "done" }

// Delete refuses.
func (s *iterationStep) Delete(string) bool { return false }

// Keys lists value and done.
func (s *iterationStep) Keys() []string { return []string{"value", "done"} }

package script

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// vectorElement is element i of a Vector, behind a Ref. It is element i of what
// the Vector holds at the time, also after the Vector was resized.
type vectorElement struct {
	v *vector.Vector
	i int
}

// vectorRefs is v._ref_x: references to the elements of a Vector, by index.
type vectorRefs struct{ of *vectorObject }

// refs makes the object v._ref_x.
func (o *vectorObject) refs() goja.Value { return o.rt.vm.NewDynamicObject(vectorRefs{o}) }

// Get gives the reference to an element.
func (r vectorRefs) Get(key string) goja.Value {
	if i, ok := r.of.index(key); ok {
		name := r.of.name + "._ref_x[" + strconv.Itoa(i) + "]"
		return r.of.rt.neuron.refObject(&Ref{name: name, element: &vectorElement{r.of.v, i}})
	}
	if !foreign[key] {
		r.of.rt.Throw(fault.New(fault.Type, "%s._ref_x has no property %q", r.of.name, key).WithHint("give it an index: _ref_x[0]"))
	}
	return nil
}

// Set refuses.
func (r vectorRefs) Set(key string, _ goja.Value) bool {
	r.of.rt.Throw(fault.New(fault.Type, "%s._ref_x[%s] is a reference and cannot be set", r.of.name, key).
		WithHint("set the number itself: %s[%s] = ...", r.of.name, key))
	return false
}

// Has tells whether there is such an element.
func (r vectorRefs) Has(key string) bool {
	i, err := strconv.Atoi(key)
	return err == nil && i >= 0 && i < r.of.v.Len()
}

// Delete refuses.
func (vectorRefs) Delete(string) bool { return false }

// Keys lists the indices.
func (r vectorRefs) Keys() []string { return r.of.Keys() }

// Inspect shows whose references they are.
func (r vectorRefs) Inspect() string {
	return "references to the " + strconv.Itoa(r.of.v.Len()) + " elements of " + r.of.name
}

// fromDouble is v.from_double(n, source): the first n numbers at the source, an
// array, a Vector, or a reference to the first of them.
func fromDouble(c vectorCall) error {
	n := c.size(0)
	ref, isRef := c.rt.Host(argument(c.args, 1)).(*Ref)
	var xs []float64
	switch {
	case isRef && ref.element != nil:
		if i := ref.element.i; i < ref.element.v.Len() {
			xs = ref.element.v.Data()[i:]
		}
	case isRef:
		x, err := ref.Value()
		if err != nil {
			return err
		}
		xs = []float64{x}
	default:
		xs = c.needVector(1).Data()
	}
	if n > len(xs) {
		return fault.New(fault.Range, "Vector.from_double: %d numbers of a source that has %d", n, len(xs))
	}
	c.v.CopyFrom(vector.Of(xs[:n]))
	return nil
}

package vector

import (
	"fmt"

	"github.com/gneuron/gneuron/fault"
)

// span gives the elements that bounds select for a method: all without bounds,
// else those from bounds[0] to bounds[1], both included.
func (v *Vector) span(method string, bounds []int) ([]float64, error) {
	switch len(bounds) {
	case 0:
		return v.data, nil
	case 2:
	default:
		return nil, fault.New(fault.Type, "Vector.%s takes a range as first and last index; only one was given", method)
	}
	first, last := bounds[0], bounds[1]
	if err := v.check(method, first, len(v.data)-1); err != nil {
		return nil, err
	}
	if err := v.check(method, last, len(v.data)-1); err != nil {
		return nil, err
	}
	if last < first {
		return nil, fault.New(fault.Range, "Vector.%s: the last index %d is before the first, %d", method, last, first)
	}
	return v.data[first : last+1], nil
}

// check refuses an index outside 0 to last for a method.
func (v *Vector) check(method string, i, last int) error {
	if i >= 0 && i <= last {
		return nil
	}
	e := fault.Outside("index", float64(i), 0, float64(last))
	if len(v.data) == 0 {
		e.Msg = fmt.Sprintf("Vector.%s: index %d of an empty Vector", method, i)
	} else {
		e.Msg = fmt.Sprintf("Vector.%s: index %d is outside 0 to %d", method, i, last)
	}
	return e
}

// same refuses a second operand of another length.
func (v *Vector) same(method string, w *Vector) error {
	if len(w.data) == len(v.data) {
		return nil
	}
	return fault.New(fault.Range, "Vector.%s: the Vectors differ in size: %d and %d", method, len(v.data), len(w.data))
}

// set makes the receiver hold a copy of xs, in its own memory where that is
// large enough.
func (v *Vector) set(xs []float64) { v.data = append(v.data[:0], xs...) }

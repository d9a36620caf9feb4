package vector

import (
	"cmp"
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Sort puts the elements in ascending order, NaN at the end.
func (v *Vector) Sort() *Vector {
	sortNumbers(v.data)
	return v
}

// SortIndex gives a new Vector of the indices that sort v: v[index[0]] is the
// smallest. Equal elements keep their order; NaN comes last.
func (v *Vector) SortIndex() *Vector {
	out := &Vector{data: make([]float64, len(v.data))}
	for i, k := range sortedIndex(v.data) {
		out.data[i] = float64(k)
	}
	return out
}

// compare orders numbers with NaN behind all others.
func compare(a, b float64) int {
	switch an, bn := math.IsNaN(a), math.IsNaN(b); {
	case an && bn:
		return 0
	case an:
		return 1
	case bn:
		return -1
	}
	return cmp.Compare(a, b)
}

// Reverse turns the order of the elements round.
func (v *Vector) Reverse() *Vector {
	slices.Reverse(v.data)
	return v
}

// Rotate moves every element n places towards the end; those that fall off
// come in again at the start. A negative n moves towards the start.
func (v *Vector) Rotate(n int) *Vector {
	size := len(v.data)
	if size == 0 {
		return v
	}
	n = ((n % size) + size) % size
	v.set(append(slices.Clone(v.data[size-n:]), v.data[:size-n]...))
	return v
}

// Shift is Rotate with zeros for the elements that come in again. As in NEURON,
// n counts modulo the size, except that a whole turn leaves only zeros.
func (v *Vector) Shift(n int) *Vector {
	size := len(v.data)
	if size == 0 || n == 0 {
		return v
	}
	by := n % size
	v.Rotate(by)
	switch {
	case by == 0:
		clear(v.data)
	case by > 0:
		clear(v.data[:by])
	default:
		clear(v.data[size+by:])
	}
	return v
}

// Insrt puts xs before element at, which may be the size: at the end.
func (v *Vector) Insrt(at int, xs ...float64) error {
	if err := v.check("insrt", at, len(v.data)); err != nil {
		return err
	}
	if err := CheckLen(float64(len(v.data) + len(xs))); err != nil {
		return err
	}
	v.data = slices.Insert(v.data, at, slices.Clone(xs)...)
	return nil
}

// Remove takes out the elements from first to last, both included.
func (v *Vector) Remove(first, last int) error {
	if _, err := v.span("remove", []int{first, last}); err != nil {
		return err
	}
	v.data = append(v.data[:first], v.data[last+1:]...)
	return nil
}

// Indgen sets the elements to start, start+step, start+2·step, ...; the size
// stays.
func (v *Vector) Indgen(start, step float64) *Vector {
	for i := range v.data {
		v.data[i] = start + float64(float64(i)*step)
	}
	return v
}

// IndgenTo makes the Vector start, start+step, ... up to stop, which is met
// where it is a whole number of steps away (to 1e-9 of a step).
func (v *Vector) IndgenTo(start, stop, step float64) error {
	steps := (stop - start) / step
	if !(steps >= 0) { // also for NaN: step 0 from start to start
		return fault.New(fault.Range, "Vector.indgen: steps of %g do not lead from %g to %g", step, start, stop)
	}
	n := math.Floor(steps+1e-9) + 1
	if err := CheckLen(n); err != nil {
		return err
	}
	if err := v.Resize(int(n)); err != nil {
		return err
	}
	v.Indgen(start, step)
	return nil
}

// Package vector is NEURON's Vector: a growing array of float64 with the
// numerics that NEURON's class has. It knows nothing of scripts or of runs;
// recording and playing belong to the solver.
//
// Where NEURON changes a Vector in place, so does the method here. A method with
// a src argument makes the receiver from src, which may be the receiver itself.
// A range is given by no bounds (all elements) or by two (first and last index,
// both included). A mistake of the caller is a *fault.Error, and the Vector is
// then as it was before.
//
// Sums run from the first to the last element with one accumulator, as NEURON's
// do, so that results agree with it to the last bit on every processor.
//
// For the range forms of mean (which returns sum/end-start+1), max_ind and
// min_ind (which count the start twice) and median (which does not heed the
// range) the methods here do what NEURON documents instead.
//
// Source: the documentation of class Vector, and what NEURON 8.2.2 answers
// (testdata/oracle.py).
package vector

import (
	"fmt"

	"github.com/gneuron/gneuron/fault"
)

// MaxLen is the largest number of elements that a Vector can be asked to have:
// 2^28, which are 2 GiB. A greater request is taken for a mistake, because
// memory that runs out cannot be reported as an error.
const MaxLen = 1 << 28

// Vector is a one-dimensional array of numbers.
type Vector struct {
	// Label is the title that a plot of the Vector shows; NEURON's label().
	Label string

	data []float64
}

// New makes a Vector of n elements, each with the value fill. It returns a
// *fault.Error for n outside 0 to MaxLen.
func New(n int, fill float64) (*Vector, error) {
	if err := CheckLen(float64(n)); err != nil {
		return nil, err
	}
	v := &Vector{data: make([]float64, n)}
	if fill != 0 {
		for i := range v.data {
			v.data[i] = fill
		}
	}
	return v, nil
}

// Of makes a Vector with a copy of xs.
func Of(xs []float64) *Vector {
	v := &Vector{data: make([]float64, len(xs))}
	copy(v.data, xs)
	return v
}

// CheckLen says whether a Vector of n elements may be made. It takes a float64
// so that a request of 1e12 arrives here as what it is; a fraction is cut off
// by whoever makes the Vector, as in NEURON.
func CheckLen(n float64) error {
	if n >= 0 && n < MaxLen+1 {
		return nil
	}
	e := fault.Outside("Vector size", n, 0, MaxLen)
	e.Msg = fmt.Sprintf("a Vector of %.15g elements: the size must be from 0 to %d", n, MaxLen)
	return e
}

// Len is the number of elements.
func (v *Vector) Len() int { return len(v.data) }

// Data is the live memory of the Vector, not a copy: what is written there is
// in the Vector. It stays the Vector's memory until the Vector grows.
func (v *Vector) Data() []float64 { return v.data }

// Append adds elements at the end. The cost per element does not depend on the
// length of the Vector (the memory grows by a factor).
func (v *Vector) Append(x ...float64) { v.data = append(v.data, x...) }

// Reserve makes room for n further elements, so that appending them needs no
// new memory.
func (v *Vector) Reserve(n int) {
	if need := len(v.data) + n; need > cap(v.data) {
		grown := make([]float64, len(v.data), need)
		copy(grown, v.data)
		v.data = grown
	}
}

// Capacity is how many elements the Vector can have before it needs new memory.
func (v *Vector) Capacity() int { return cap(v.data) }

// Truncate cuts the Vector to its first n elements and keeps the memory, so
// that a recording that starts anew needs no new one. A Vector that is not
// longer than n stays as it is.
func (v *Vector) Truncate(n int) {
	if n < len(v.data) {
		v.data = v.data[:max(n, 0)]
	}
}

// Resize sets the number of elements: the first ones stay, new ones are 0. It
// returns a *fault.Error for n outside 0 to MaxLen.
func (v *Vector) Resize(n int) error {
	if err := CheckLen(float64(n)); err != nil {
		return err
	}
	old := len(v.data)
	if n <= old {
		v.data = v.data[:n]
		return nil
	}
	if n > cap(v.data) {
		grown := make([]float64, n)
		copy(grown, v.data)
		v.data = grown
		return nil
	}
	v.data = v.data[:n]
	clear(v.data[old:])
	return nil
}

// Get is element i, 0 <= i < Len.
func (v *Vector) Get(i int) (float64, error) {
	if err := v.check("get", i, len(v.data)-1); err != nil {
		return 0, err
	}
	return v.data[i], nil
}

// Set sets element i, 0 <= i < Len, to x.
func (v *Vector) Set(i int, x float64) error {
	if err := v.check("set", i, len(v.data)-1); err != nil {
		return err
	}
	v.data[i] = x
	return nil
}

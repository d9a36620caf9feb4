// Package vector is NEURON's Vector: a growing array of float64 with the
// numerics that NEURON's class has. It knows nothing of scripts or of runs;
// recording and playing belong to the solver.
//
// Where NEURON changes a Vector in place, so does the method here, and it
// returns the Vector itself so that calls chain in the same way. Where NEURON
// writes into a second Vector (obj.deriv(src)), the receiver is the
// destination. A mistake of the caller is a *fault.Error, and the Vector is
// then as it was before.
package vector

import (
	"fmt"
	"math"

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
	return &Vector{data: append([]float64(nil), xs...)}
}

// CheckLen says whether a Vector of n elements may be made: n must be a whole
// number from 0 to MaxLen. It takes a float64 so that a request of 1e12 arrives
// here as what it is.
func CheckLen(n float64) error {
	if n >= 0 && n <= MaxLen && n == math.Trunc(n) {
		return nil
	}
	e := fault.Outside("Vector size", n, 0, MaxLen)
	if n >= 0 && n <= MaxLen {
		e.Msg = fmt.Sprintf("Vector size = %g is not a whole number", n)
		return e
	}
	e.Msg = fmt.Sprintf("Vector size = %.15g is outside 0 to %d elements", n, MaxLen)
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

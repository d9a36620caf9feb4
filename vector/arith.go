package vector

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// Fill sets all elements of the range to x.
func (v *Vector) Fill(x float64, bounds ...int) error {
	xs, err := v.span("fill", bounds)
	for i := range xs {
		xs[i] = x
	}
	return err
}

// AddScalar adds x to every element.
func (v *Vector) AddScalar(x float64) *Vector {
	for i := range v.data {
		v.data[i] += x
	}
	return v
}

// SubScalar subtracts x from every element.
func (v *Vector) SubScalar(x float64) *Vector { return v.AddScalar(-x) }

// MulScalar multiplies every element by x.
func (v *Vector) MulScalar(x float64) *Vector {
	for i := range v.data {
		v.data[i] *= x
	}
	return v
}

// DivScalar divides every element by x; a division by 0 gives ±Inf or NaN.
func (v *Vector) DivScalar(x float64) *Vector {
	for i := range v.data {
		v.data[i] /= x
	}
	return v
}

// Add adds w element by element; the sizes must be equal.
func (v *Vector) Add(w *Vector) error {
	return v.combine("add", w, func(a, b float64) float64 { return a + b })
}

// Sub subtracts w element by element; the sizes must be equal.
func (v *Vector) Sub(w *Vector) error {
	return v.combine("sub", w, func(a, b float64) float64 { return a - b })
}

// Mul multiplies by w element by element; the sizes must be equal.
func (v *Vector) Mul(w *Vector) error {
	return v.combine("mul", w, func(a, b float64) float64 { return a * b })
}

// Div divides by w element by element; the sizes must be equal.
func (v *Vector) Div(w *Vector) error {
	return v.combine("div", w, func(a, b float64) float64 { return a / b })
}

func (v *Vector) combine(method string, w *Vector, f func(a, b float64) float64) error {
	if err := v.same(method, w); err != nil {
		return err
	}
	for i, b := range w.data {
		v.data[i] = f(v.data[i], b)
	}
	return nil
}

// Scale maps the elements linearly so that the smallest becomes low and the
// largest high, and returns the factor (high-low)/(max-min). Elements that are
// all the same stay as they are, with the factor 0.
func (v *Vector) Scale(low, high float64) (float64, error) {
	if _, err := v.atLeast("scale", 1, nil); err != nil {
		return 0, err
	}
	least, err := v.Min()
	if err != nil {
		return 0, err
	}
	most, err := v.Max()
	if err != nil {
		return 0, err
	}
	if most == least {
		return 0, nil
	}
	factor := (high - low) / (most - least)
	for i, x := range v.data {
		v.data[i] = float64((x-least)*factor) + low
	}
	return factor, nil
}

// Apply replaces every element x of the range by f(x).
func (v *Vector) Apply(f func(float64) float64, bounds ...int) error {
	xs, err := v.span("apply", bounds)
	for i, x := range xs {
		xs[i] = f(x)
	}
	return err
}

// Reduce gives base + Σ f(x) over the elements of the range.
func (v *Vector) Reduce(f func(float64) float64, base float64, bounds ...int) (float64, error) {
	xs, err := v.span("reduce", bounds)
	for _, x := range xs {
		base += f(x)
	}
	return base, err
}

// Abs makes the receiver the magnitudes of src.
func (v *Vector) Abs(src *Vector) *Vector { return v.each(src, math.Abs) }

// Floor makes the receiver src rounded down to whole numbers.
func (v *Vector) Floor(src *Vector) *Vector { return v.each(src, math.Floor) }

// Log makes the receiver the natural logarithms of src; that of 0 is -Inf, of a
// negative number NaN.
func (v *Vector) Log(src *Vector) *Vector { return v.each(src, math.Log) }

// Log10 makes the receiver the decimal logarithms of src (see Log).
func (v *Vector) Log10(src *Vector) *Vector { return v.each(src, math.Log10) }

// Tanh makes the receiver the hyperbolic tangents of src.
func (v *Vector) Tanh(src *Vector) *Vector { return v.each(src, math.Tanh) }

// Sqrt makes the receiver the square roots of src, none of which may be
// negative.
func (v *Vector) Sqrt(src *Vector) error {
	if err := src.refuse("sqrt", "negative", func(x float64) bool { return x < 0 }); err != nil {
		return err
	}
	v.each(src, math.Sqrt)
	return nil
}

// Pow makes the receiver src to the power p. For p = -1 no element may be 0, for
// p = 0.5 none negative.
func (v *Vector) Pow(src *Vector, p float64) error {
	f := func(x float64) float64 { return math.Pow(x, p) }
	switch p {
	case -1:
		if err := src.refuse("pow", "0", func(x float64) bool { return x == 0 }); err != nil {
			return err
		}
		f = func(x float64) float64 { return 1 / x }
	case 0.5:
		if err := src.refuse("pow", "negative", func(x float64) bool { return x < 0 }); err != nil {
			return err
		}
		f = math.Sqrt
	case 2:
		f = func(x float64) float64 { return x * x }
	}
	v.each(src, f)
	return nil
}

// Sin fills the Vector with a sine wave of the given frequency:
//
//	v_i = sin(2π·freq/1000·i·dt + phase)
//
// Units: freq [Hz]; phase [rad]; dt [ms].
func (v *Vector) Sin(freq, phase, dt float64) *Vector {
	period := 2 * math.Pi / 1000 * freq * dt
	for i := range v.data {
		v.data[i] = math.Sin(float64(period*float64(i)) + phase)
	}
	return v
}

// refuse names the first element of v that is outside the domain of a method.
func (v *Vector) refuse(method, what string, bad func(float64) bool) error {
	for i, x := range v.data {
		if bad(x) {
			e := fault.New(fault.Range, "Vector.%s: element %d is %s (%g)", method, i, what, x)
			if what == "0" {
				e.Msg = fault.New(fault.Range, "Vector.%s: element %d is 0", method, i).Msg
			}
			e.Value = x
			return e
		}
	}
	return nil
}

// each makes the receiver f of the elements of src.
func (v *Vector) each(src *Vector, f func(float64) float64) *Vector {
	if v != src {
		v.set(src.data)
	}
	for i, x := range v.data {
		v.data[i] = f(x)
	}
	return v
}

package kernel

import (
	"math"
	"strings"
	"testing"
)

// TestFormsOfExponentials: the forms in which rates and their equations are
// written become the operation that is named, and give the numbers of the
// operations one by one, but for rounding.
func TestFormsOfExponentials(t *testing.T) {
	type build struct {
		*Builder
		v, x Value // two columns
		dt   Value
	}
	c := func(b *build, x float64) Value { return b.Const(x) }
	fabs := func(b *build, x Value) Value { y, _ := b.Call("fabs", x); return y }
	for _, test := range []struct {
		name, operation string
		make            func(b *build) Value
	}{
		{"hh: x/(e^(x/y) - 1), guard by <", "|r0 + 40| < ", func(b *build) Value {
			x := b.Sub(c(b, -40), b.v)
			u := b.Div(x, c(b, 10))
			near := b.Mul(c(b, 10), b.Sub(c(b, 1), b.Div(u, c(b, 2))))
			return b.Mul(c(b, 0.1), b.Select(b.Less(fabs(b, u), c(b, 1e-6)), near, b.Div(x, b.Sub(b.Exp(u), c(b, 1)))))
		}},
		{"x/(1 - e^-x), guard by >", "|r0 + 30| < ", func(b *build) Value {
			x := b.Div(b.Add(b.v, c(b, 30)), c(b, 9))
			far := b.Div(x, b.Sub(c(b, 1), b.Exp(b.Neg(x))))
			return b.Select(b.Less(c(b, 1e-5), fabs(b, x)), far, b.Add(c(b, 1), b.Div(x, c(b, 2))))
		}},
		{"constant field", "|r0| < ", func(b *build) Value {
			z := b.Mul(b.v, b.Div(c(b, 2), b.Env(Celsius)))
			return b.Select(b.LessEq(fabs(b, z), c(b, 1e-4)), b.Sub(c(b, 1), b.Div(z, c(b, 2))), b.Div(z, b.Sub(b.Exp(z), c(b, 1))))
		}},
		{"logistic", "1/(exp(-0.2*(r0 + 20)) + 1)", func(b *build) Value {
			return b.Div(c(b, 1), b.Add(c(b, 1), b.Exp(b.Div(b.Neg(b.Add(b.v, c(b, 20))), c(b, 5)))))
		}},
		{"falling rate", "0.07*exp(-0.05*(r0 + 65))", func(b *build) Value {
			return b.Mul(c(b, 0.07), b.Exp(b.Div(b.Sub(c(b, -65), b.v), c(b, 20))))
		}},
		{"step with tau from rates", "r0 + (r1 - r0)*(1 - exp(", func(b *build) Value {
			tau := b.Div(c(b, 1), b.Mul(c(b, 3), b.v))
			return b.Add(b.v, b.Mul(b.Sub(c(b, 1), b.Exp(b.Div(b.Neg(b.dt), tau))), b.Sub(b.x, b.v)))
		}},
		{"step with tau", "r0 + (r1 - r0)*(1 - exp(", func(b *build) Value {
			return b.Add(b.v, b.Mul(b.Sub(c(b, 1), b.Exp(b.Div(b.Neg(b.dt), b.x))), b.Sub(b.x, b.v)))
		}},
		{"decay", "r0 + (0 - r0)*(1 - exp(", func(b *build) Value {
			return b.Add(b.v, b.Mul(b.Sub(c(b, 1), b.Exp(b.Div(b.Neg(b.dt), b.x))), b.Neg(b.v)))
		}},
	} {
		const rows = 1000
		v := sequence(rows, func(i int) float64 { return -80 + 0.1*float64(i) })
		x := sequence(rows, func(i int) float64 { return 0.1 + float64(i%17) })
		v[400] = -40 - 1e-7 // within the guards
		results := [2][]float64{}
		for k, exact := range []bool{true, false} {
			b := NewBuilder(0, 0)
			b.exact = exact
			b.Store(0, test.make(&build{b, b.External(0, 0), b.External(0, 1), b.Env(Dt)}))
			p := b.Build()
			if text := p.String(); !exact {
				text = strings.NewReplacer("x0.0", "r0", "x0.1", "r1").Replace(text)
				if !strings.Contains(text, test.operation) {
					t.Errorf("%s: no %q in\n%s", test.name, test.operation, p)
				}
			}
			out, index := make([]float64, rows), make([]int32, rows)
			for i := range index {
				index[i] = int32(i)
			}
			run(p, [][]float64{out}, []External{NewExternal([][]float64{v, x}, index)}, nil)
			results[k] = out
		}
		for i, want := range results[0] {
			if got := results[1][i]; math.Abs(got-want) > 1e-12*math.Abs(want) {
				t.Errorf("%s at v = %g: %g, one by one %g", test.name, v[i], got, want)
			}
		}
	}
}

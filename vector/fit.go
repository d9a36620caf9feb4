package vector

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"gonum.org/v1/gonum/optimize"
)

// FitFunction is a function of x with parameters p that Fit adapts to data. An
// error that it returns ends the fit.
type FitFunction func(x float64, p []float64) (float64, error)

// fitForms are the functions that Fit knows by name, with what their parameters
// are called.
var fitForms = map[string]struct {
	parameters []string
	f          func(x float64, p []float64) float64
}{
	"line": {[]string{"slope", "intercept"}, func(x float64, p []float64) float64 { return p[0]*x + p[1] }},
	"quad": {[]string{"a", "b", "c"}, func(x float64, p []float64) float64 { return p[0]*x*x + p[1]*x + p[2] }},
	"exp1": {[]string{"amp", "tau"}, func(x float64, p []float64) float64 { return p[0] * math.Exp(-x/p[1]) }},
	"exp2": {[]string{"amp1", "tau1", "amp2", "tau2"}, func(x float64, p []float64) float64 {
		return p[0]*math.Exp(-x/p[1]) + p[2]*math.Exp(-x/p[3])
	}},
	"charging": {[]string{"amp1", "tau1", "amp2", "tau2"}, func(x float64, p []float64) float64 {
		return p[0]*(1-math.Exp(-x/p[1])) + p[2]*(1-math.Exp(-x/p[3]))
	}},
}

// FitForm gives one of the functions that NEURON has by name, for n parameters:
//
//	line      p0·x + p1
//	quad      p0·x² + p1·x + p2
//	exp1      p0·exp(-x/p1)
//	exp2      p0·exp(-x/p1) + p2·exp(-x/p3)
//	charging  p0·(1-exp(-x/p1)) + p2·(1-exp(-x/p3))
func FitForm(name string, n int) (FitFunction, error) {
	form, ok := fitForms[name]
	if !ok {
		names := make([]string, 0, len(fitForms))
		for known := range fitForms {
			names = append(names, known)
		}
		slices.Sort(names)
		return nil, fault.New(fault.Reference, "Vector.fit knows no function %q", name).DidYouMean(spell.Nearest(name, names)).
			WithHint("it has %s; or give it a function of x and the parameters", strings.Join(names, ", "))
	}
	if n != len(form.parameters) {
		return nil, fault.New(fault.Type, "Vector.fit: %q has %d parameters (%s), not %d", name, len(form.parameters), strings.Join(form.parameters, ", "), n)
	}
	return func(x float64, p []float64) (float64, error) { return form.f(x, p), nil }, nil
}

// Fit adapts the parameters p of f so that the mean square difference
//
//	Σ (f(x_i, p) - v_i)²/n
//
// between f and the n elements of the receiver is least, and returns it. p is
// where the search starts, none of it 0, and is overwritten with the best;
// fitted becomes f at each x. The search is Nelder and Mead's simplex, of which
// the corners start at p and at 1.2 times each parameter in turn; it starts
// anew at the best point until that no longer helps. It finds a minimum near the
// start, not always the least of all. (NEURON's search gives up after one simplex
// and has to be called again until the error no longer falls.)
//
// Source: Nelder and Mead (1965), Computer Journal 7:308-313, as
// gonum.org/v1/gonum/optimize has it. On data with one clear minimum the
// parameters agree with NEURON's to about 1e-6 of their value, which is as
// sharply as either search ends.
func (v *Vector) Fit(fitted *Vector, f FitFunction, x *Vector, p []float64) (float64, error) {
	xs, ys := x.data, v.data
	switch {
	case len(xs) != len(ys):
		return 0, fault.New(fault.Range, "Vector.fit: %d data with %d x values", len(ys), len(xs))
	case len(ys) == 0:
		return 0, fault.New(fault.Range, "Vector.fit: there are no data")
	case len(p) == 0:
		return 0, fault.New(fault.Type, "Vector.fit: there is no parameter to adapt")
	}
	for i, x := range p {
		if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
			e := fault.New(fault.Range, "Vector.fit: parameter %d starts at %g, from where the search finds no scale", i+1, x)
			e.Value = x
			return 0, e.WithHint("start it at its order of magnitude, with its sign")
		}
	}
	s := fitSearch{f: f, xs: xs, ys: ys, start: slices.Clone(p), p: make([]float64, len(p))}
	best, err := s.run()
	if err != nil {
		return 0, err
	}
	curve := make([]float64, len(xs))
	for i, x := range xs {
		if curve[i], err = f(x, s.p); err != nil {
			return 0, err
		}
	}
	copy(p, s.p)
	fitted.set(curve)
	return best, nil
}

// fitSearch is one Fit under way. The search sees each parameter in units of
// its first value.
type fitSearch struct {
	f      FitFunction
	xs, ys []float64
	start  []float64
	p      []float64 // the parameters in their own units
	failed error     // what f returned
}

// run searches until a search that starts at the best point finds none that is
// better by a millionth.
func (s *fitSearch) run() (float64, error) {
	const searches = 50
	at := make([]float64, len(s.start))
	for i := range at {
		at[i] = 1
	}
	best := s.meanSquare(at)
	if s.failed == nil && math.IsInf(best, 1) {
		return 0, fault.New(fault.Range, "Vector.fit: with the first parameters (%s) the function is not finite at every x", list(s.start))
	}
	for range searches {
		found, err := optimize.Minimize(optimize.Problem{Func: s.meanSquare, Status: s.status}, at, &optimize.Settings{
			Converger:       &optimize.FunctionConverge{Relative: 1e-14, Iterations: 40 * len(at)},
			FuncEvaluations: 20000 * len(at),
		}, &optimize.NelderMead{SimplexSize: 0.2})
		if s.failed != nil {
			return 0, s.failed
		}
		if err != nil {
			return 0, fault.New(fault.Range, "Vector.fit: the search ended with an error: %v", err)
		}
		before := best
		if found.F < best {
			at, best = found.X, found.F
		}
		if before-best <= 1e-6*before {
			break
		}
	}
	s.scale(at)
	return best, nil
}

// meanSquare is what is to be least, +Inf where it is not finite.
func (s *fitSearch) meanSquare(at []float64) float64 {
	if s.failed != nil {
		return math.Inf(1)
	}
	s.scale(at)
	sum := 0.0
	for i, x := range s.xs {
		y, err := s.f(x, s.p)
		if err != nil {
			s.failed = err
			return math.Inf(1)
		}
		sum += (y - s.ys[i]) * (y - s.ys[i])
	}
	if math.IsNaN(sum) {
		return math.Inf(1)
	}
	return sum / float64(len(s.xs))
}

func (s *fitSearch) status() (optimize.Status, error) {
	if s.failed != nil {
		return optimize.Failure, s.failed
	}
	return optimize.NotTerminated, nil
}

func (s *fitSearch) scale(at []float64) {
	for i, x := range at {
		s.p[i] = x * s.start[i]
	}
}

// list shows numbers with commas between.
func list(xs []float64) string {
	words := make([]string, len(xs))
	for i, x := range xs {
		words[i] = fmt.Sprintf("%g", x)
	}
	return strings.Join(words, ", ")
}

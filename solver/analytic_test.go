package solver

import (
	"errors"
	"math"
	"testing"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/vector"
)

// place is a number of the model as a recording sees it.
type place struct {
	seg  section.Segment
	name string
}

func (p place) Resolve() (mechanism.Handle, bool, error) {
	h, err := p.seg.Var(p.name)
	return h, true, err
}
func (p place) Value() (float64, error) { return 0, nil }
func (p place) SetValue(float64) error  { return nil }
func (p place) IsTime() bool            { return false }
func (p place) String() string          { return p.seg.String() + "." + p.name }

// passiveSoma is a sphere-like compartment of 20 x 20 um with pas and a
// constant current of amp nA from t = 0 on.
func passiveSoma(t *testing.T, amp float64) (*Solver, section.Segment) {
	t.Helper()
	m := section.New()
	s := m.NewSection("soma")
	seg, _ := s.At(0.5)
	clamp, err := m.NewPointProcess("IClamp")
	for _, err := range []error{err, s.SetL(20), s.Set("diam", 20), s.Insert("pas"), clamp.Locate(seg), clamp.Set("dur", 1e9), clamp.Set("amp", amp)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return New(m), seg
}

// TestAnalytic_ImplicitEulerOfAnRC compares each step with the recursion that
// implicit Euler is, for C dv/dt = g (e - v) + i: the two differ by rounding.
func TestAnalytic_ImplicitEulerOfAnRC(t *testing.T) {
	s, seg := passiveSoma(t, 0.05)
	v := vector.Of(nil)
	if _, err := s.Record(v, place{seg, "v"}, 0, nil); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Finitialize(-65, true), s.Continuerun(40)); err != nil {
		t.Fatal(err)
	}
	const g, e, cm = 0.001, -70.0, 1.0
	i := 100 * 0.05 / (math.Pi * 400) // mA/cm2
	want := -65.0
	if v.Len() != 1601 {
		t.Fatalf("%d samples", v.Len())
	}
	for k, x := range v.Data() {
		if math.Abs(x-want) > 1e-11 {
			t.Fatalf("step %d: %.15g, want %.15g", k, x, want)
		}
		c := 0.001 * cm / s.Dt()
		want = (c*want + g*e + i) / (c + g)
	}
}

// TestAnalytic_OrderOfTheMethods halves dt and sees the error against the
// exact charging curve fall two-fold (implicit Euler) and four-fold
// (Crank-Nicolson).
func TestAnalytic_OrderOfTheMethods(t *testing.T) {
	for _, c := range []struct {
		secondorder float64
		ratio       float64
	}{{0, 2}, {1, 4}, {2, 4}} {
		var last float64
		for _, dt := range []float64{0.1, 0.05, 0.025} {
			s, seg := passiveSoma(t, 0)
			if err := errors.Join(s.SetDt(dt), s.SetSecondorder(c.secondorder), s.Finitialize(-65, true), s.Continuerun(1)); err != nil {
				t.Fatal(err)
			}
			h, _ := seg.Var("v")
			// the membrane's time constant is cm/g = 1 ms
			e := math.Abs(h.Get() - (-70 + 5*math.Exp(-s.T())))
			if last > 0 && math.Abs(last/e-c.ratio) > 0.2 {
				t.Errorf("secondorder %g, dt %g: the error fell %.3g-fold, not %g-fold", c.secondorder, dt, last/e, c.ratio)
			}
			last = e
		}
	}
}

// TestAnalytic_SteadyCable compares the steady potential along a sealed cable
// with cosh((L-x)/lambda)/cosh(L/lambda). The error of the second-order
// discretisation falls with 1/nseg^2.
func TestAnalytic_SteadyCable(t *testing.T) {
	var last float64
	for _, nseg := range []int{25, 75, 225} {
		m := section.New()
		s := m.NewSection("dend")
		if err := errors.Join(s.SetNseg(nseg), s.SetL(1000), s.Set("diam", 2), s.SetRa(100), s.Insert("pas"), s.Set("e_pas", 0)); err != nil {
			t.Fatal(err)
		}
		clamp, _ := m.NewPointProcess("IClamp")
		end, _ := s.At(0)
		if err := errors.Join(clamp.Locate(end), clamp.Set("dur", 1e9), clamp.Set("amp", 0.01)); err != nil {
			t.Fatal(err)
		}
		solver := New(m)
		if err := errors.Join(solver.SetDt(1e6), solver.Finitialize(0, true), solver.Continuerun(2e7)); err != nil {
			t.Fatal(err)
		}
		lambda := math.Sqrt(2e-4/(4*0.001*100)) * 1e4 // um: sqrt(diam/(4 g Ra))
		get := func(x float64) float64 {
			seg, _ := s.At(x)
			h, _ := seg.Var("v")
			return h.Get()
		}
		worst := 0.0
		for _, x := range []float64{0.1, 0.3, 0.5, 0.7, 0.9} { // centres of segments for odd nseg divisible by 5
			got := get(x) / get(0)
			want := math.Cosh((1-x)*1000/lambda) / math.Cosh(1000/lambda)
			worst = max(worst, math.Abs(got-want))
		}
		if last > 0 && last/worst < 8 {
			t.Errorf("nseg %d: the error fell only %.2f-fold, to %g", nseg, last/worst, worst)
		}
		last = worst
	}
	// h²/24 per length constant, with h = L/(nseg·lambda) = 0.02, over 4.5 of them.
	if last > 0.02*0.02/24*4.5 {
		t.Errorf("nseg 225: error %g", last)
	}
}

// TestNotFiniteNamesTheFirstBadStep runs a state that grows without bound and
// expects the error at the step at which it overflows, wherever that falls
// between two looks.
func TestNotFiniteNamesTheFirstBadStep(t *testing.T) {
	const mod = `
NEURON { SUFFIX boom  RANGE rate }
PARAMETER { rate = 1 (/ms) }
STATE { x }
INITIAL { x = 1 }
BREAKPOINT { SOLVE grow METHOD cnexp }
DERIVATIVE grow { x' = rate*x }
`
	for _, rate := range []float64{700, 900, 3000} {
		m := section.New()
		if _, err := m.Load(section.ModFile{Name: "boom.mod", Text: mod}); err != nil {
			t.Fatal(err)
		}
		s := m.NewSection("soma")
		if err := errors.Join(s.Insert("pas"), s.Insert("boom"), s.Set("rate_boom", rate)); err != nil {
			t.Fatal(err)
		}
		solver := New(m)
		seg, _ := s.At(0.5)
		v := vector.Of(nil)
		if _, err := solver.Record(v, place{seg, "v"}, 0, nil); err != nil {
			t.Fatal(err)
		}
		if err := solver.Finitialize(-65, true); err != nil {
			t.Fatal(err)
		}
		err := solver.Continuerun(100)
		e := fault.As(err)
		if e == nil {
			t.Fatalf("rate %g: %v", rate, err)
		}
		// x is exp(rate t) and leaves the finite numbers at exp(709.78).
		steps := math.Floor(709.78/(rate*solver.Dt())) + 1
		if e.Mechanism != "boom" || e.Variable != "x" || e.Section != "soma" || math.Abs(e.Time-steps*solver.Dt()) > 1e-9 {
			t.Errorf("rate %g: %+v, want x of boom at t = %g", rate, e, steps*solver.Dt())
		}
		if v.Len() != int(steps)+1 {
			t.Errorf("rate %g: %d samples, want those of %g steps", rate, v.Len(), steps)
		}
	}
}

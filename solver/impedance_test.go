package solver

import (
	"math"
	"math/cmplx"
	"testing"

	"github.com/gneuron/gneuron/section"
)

// TestAnalytic_ImpedanceOfACable compares with a passive cable of length l,
// sealed at both ends, at any frequency:
//
//	γ = sqrt(1 + iωτ)/λ,  Z(x) = (r λ/sqrt(1 + iωτ)) cosh(γ (l - x))/sinh(γ l)
//
// is the transfer impedance from 0 to x, r the axial resistance per length.
// Segments of length h err by (|γ| h)²/24 of γ, and what grows as exp(γ l) by up
// to |γ| l times as much; either end, which has no membrane within h/2, by
// cosh(|γ| h/2) - 1 = (|γ| h)²/8.
func TestAnalytic_ImpedanceOfACable(t *testing.T) {
	const l, diam, ra, cm, g = 1000.0, 2.0, 100.0, 1.0, 1e-4 // um, um, ohm cm, uF/cm2, S/cm2
	const nseg = 201
	m := section.New()
	s := m.NewSection("cable")
	for _, err := range []error{s.SetL(l), s.SetNseg(nseg), s.Set("diam", diam), s.SetRa(ra), s.Insert("pas"), s.Set("g_pas", g)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	sim := New(m)
	if err := sim.Finitialize(-70, true); err != nil {
		t.Fatal(err)
	}
	lambda := 1e4 * math.Sqrt(diam*1e-4/(4*ra*g)) // um
	r := ra * 1e-2 / (math.Pi * diam * diam / 4)  // MOhm/um
	tau := cm / g * 1e-3                          // ms
	place := func(x float64) section.Segment { return section.Segment{Sec: s, X: x} }
	z := sim.NewImpedance()
	z.Locate(place(0))
	for _, f := range []float64{0, 1, 10, 100, 1000} {
		for _, dynamic := range []bool{false, true} {
			if err := z.Compute(f, dynamic); err != nil {
				t.Fatal(err)
			}
			root := cmplx.Sqrt(complex(1, 2*math.Pi*f*1e-3*tau))
			gamma := root / complex(lambda, 0)
			step := cmplx.Abs(gamma) * l / nseg
			bound := step * step * ((1+cmplx.Abs(gamma)*l)/24 + 2./8)
			for _, x := range []float64{0, 0.5, 1} {
				want := complex(r*lambda, 0) / root * cmplx.Cosh(gamma*complex(l*(1-x), 0)) / cmplx.Sinh(gamma*complex(l, 0))
				got, err := z.Transfer(place(x))
				if err != nil {
					t.Fatal(err)
				}
				if cmplx.Abs(got-want) > bound*cmplx.Abs(want) {
					t.Errorf("%g Hz, x = %g: %v, want %v", f, x, got, want)
				}
			}
			a, _ := z.Input(place(1))
			b, _ := z.Input(place(0))
			if cmplx.Abs(a-b) > 1e-9*cmplx.Abs(a) { // the cable is the same from both ends
				t.Errorf("%g Hz: input impedances of the ends %v and %v", f, a, b)
			}
			ratio, _ := z.Ratio(place(1))
			want := 1 / cmplx.Abs(cmplx.Cosh(gamma*complex(l, 0)))
			if math.Abs(ratio-want) > bound*want {
				t.Errorf("%g Hz: ratio %g, want %g", f, ratio, want)
			}
		}
	}
}

package solver

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/vector"
)

// adaptive holds what the cases of TestAnalytic_AdExpIF change; the rest has
// the defaults of AdExpIF.
type adaptive struct{ a, b, tref float64 }

// spikes gives the spike times [ms] of the equations of AdExpIF with an input
// of 1000 pA, by the classic Runge-Kutta method with a short step.
func (c adaptive) spikes(until float64) (times []float64) {
	const h = 0.0005
	slope := func(V, w float64, held bool) (dV, dw float64) {
		V = math.Min(V, 20) // a spike is cut off there
		if !held {
			dV = (30*(-70.6-V) + 60*math.Exp((V+50.4)/2) - w + 1000) / 281
		}
		return dV, (c.a*(V+70.6) - w) / 144
	}
	V, w, free := -70.6, 0.0, 0.0
	for k := range int(until / h) {
		held := float64(k)*h < free-h/2
		v1, w1 := slope(V, w, held)
		v2, w2 := slope(V+h/2*v1, w+h/2*w1, held)
		v3, w3 := slope(V+h/2*v2, w+h/2*w2, held)
		v4, w4 := slope(V+h*v3, w+h*w3, held)
		V += h / 6 * (v1 + 2*v2 + 2*v3 + v4)
		w += h / 6 * (w1 + 2*w2 + 2*w3 + w4)
		if V >= 20 {
			t := float64(k+1) * h
			times = append(times, t)
			V, w, free = -70.6, w+c.b, t+c.tref
		}
	}
	return times
}

// simulated gives the spike times of the built-in cell.
func (c adaptive) simulated(t *testing.T, dt, until float64) []float64 {
	t.Helper()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	m := section.New()
	at, err := m.NewSection("s").At(0.5)
	check(err)
	p, err := m.NewPointProcess("AdExpIF")
	check(err)
	check(p.Locate(at))
	for name, x := range map[string]float64{"a": c.a, "b": c.b, "tref": c.tref, "Iin": 1000} {
		check(p.Set(name, x))
	}
	s := New(m)
	check(s.SetDt(dt))
	nc, err := s.ConnectInstance(s.Target(p.Mech, p.ID), nil)
	check(err)
	times := &vector.Vector{}
	nc.Source.Record(times, nil, 0)
	check(s.Finitialize(-65, true))
	check(s.Continuerun(until))
	return times.Data()
}

// TestAnalytic_AdExpIF compares spike times with those of the equations: a
// method of first order leaves a quarter of the error with a quarter of the
// step. Spikes lie on whole steps, which adds up to one for each spike so far,
// since each starts the next interval.
func TestAnalytic_AdExpIF(t *testing.T) {
	const until, coarse, fine = 100, 0.05, 0.0125
	for _, c := range []adaptive{{4, 80.5, 0}, {4, 80.5, 5}, {0, 20, 0}, {-3, 150, 2.5}} {
		want := c.spikes(until)
		if len(want) < 4 {
			t.Fatalf("%+v: only %d spikes", c, len(want))
		}
		off := func(dt float64) []float64 {
			got := c.simulated(t, dt, until)
			if len(got) != len(want) {
				t.Fatalf("%+v, dt %g: spikes at %v, want %v", c, dt, got, want)
			}
			errors := make([]float64, len(got))
			for i := range got {
				errors[i] = math.Abs(got[i] - want[i])
			}
			return errors
		}
		far, near := off(coarse), off(fine)
		for i := range far {
			if steps := float64(i + 1); near[i] > far[i]/4+steps*fine || far[i] > 2*steps*coarse {
				t.Errorf("%+v: spike %d at %g ms is off by %g ms with dt %g, by %g ms with dt %g", c, i, want[i], far[i], coarse, near[i], fine)
			}
		}
	}
}

package ode

import (
	"errors"
	"math"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

func mustNamed(t testing.TB, name string) *Model {
	t.Helper()
	m, err := Named(name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func newBatch(t testing.TB, m *Model, n int, single bool) *Batch {
	t.Helper()
	b, err := m.NewBatch(n, single)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Initialize(0); err != nil {
		t.Fatal(err)
	}
	return b
}

func set(t testing.TB, b *Batch, name string, instance int, x float64) {
	t.Helper()
	column, _, err := b.Model().Variable(name)
	if err == nil {
		err = b.Set(column, instance, x)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, b *Batch, name string, instance int) float64 {
	t.Helper()
	column, _, err := b.Model().Variable(name)
	if err != nil {
		t.Fatal(err)
	}
	return b.Get(column, instance)
}

// oscillator is x” = -x with a frequency, of which every instance has its own, as a text
// and as a function. Its time enters, too: it is driven by cos(t) where drive is 1.
const oscillatorText = `PARAMETER { w = 1  drive = 0 } STATE { x y } INITIAL { x = 1 }
DERIVATIVE d { x' = w*y  y' = -w*x + drive*cos(t) }`

func oscillators(t *testing.T) map[string]*Model {
	text, err := FromText("oscillator.mod", oscillatorText)
	if err != nil {
		t.Fatal(err)
	}
	f := FromFunc("oscillator", []string{"x", "y"}, []Parameter{{"w", 1}, {"drive", 0}}, func(t float64, x, p, dx []float64) error {
		dx[0], dx[1] = p[0]*x[1], -p[0]*x[0]+p[1]*math.Cos(t)
		return nil
	})
	return map[string]*Model{"text": text, "function": f}
}

// The error at a fixed time goes with the step to the order of the method. The library's
// RK6 has six stages and is of fifth order.
func TestOrder(t *testing.T) {
	order := map[*Method]float64{Euler: 1, RK4: 4, RK6: 5}
	for kind, m := range oscillators(t) {
		for method, want := range order {
			var errs []float64
			for _, h := range []float64{0.05, 0.025} {
				b := newBatch(t, m, 1, false)
				set(t, b, "x", 0, 1)
				set(t, b, "drive", 0, 1) // at resonance: x = cos t + t sin(t)/2
				if _, err := b.Run(Run{To: 2, Method: method, Step: h}); err != nil {
					t.Fatal(err)
				}
				x, y := math.Cos(2)+math.Sin(2), -math.Sin(2)/2+math.Cos(2)
				errs = append(errs, math.Hypot(get(t, b, "x", 0)-x, get(t, b, "y", 0)-y))
			}
			if got := math.Log2(errs[0] / errs[1]); math.Abs(got-want) > 0.15 {
				t.Errorf("%s of a %s has order %.3f, not %g", method.Name, kind, got, want)
			}
		}
	}
}

// The pair keeps its tolerance at its steps and between them.
func TestDormandPrince(t *testing.T) {
	for kind, m := range oscillators(t) {
		worst := map[float64]float64{}
		for _, tolerance := range []float64{1e-5, 1e-8} {
			b := newBatch(t, m, 2, false)
			for i := range 2 {
				set(t, b, "x", i, 1)
				set(t, b, "w", i, float64(1+9*i))
			}
			r, err := b.Run(Run{To: 10, RTol: tolerance, ATol: tolerance, Record: []int{m.States[0].Column}, Every: 0.013})
			if err != nil {
				t.Fatal(err)
			}
			for i := range 2 {
				for k, at := range r.T {
					worst[tolerance] = max(worst[tolerance], math.Abs(r.Samples[0][i][k]-math.Cos(float64(1+9*i)*at)))
				}
			}
		}
		// The errors of the steps add up: 100 radians are some hundred steps.
		for tolerance, e := range worst {
			if e > 300*tolerance {
				t.Errorf("%s: with a tolerance of %g the error is %g", kind, tolerance, e)
			}
		}
		if worst[1e-8] > worst[1e-5]/100 {
			t.Errorf("%s: a tolerance a thousandth as large gives %g after %g", kind, worst[1e-8], worst[1e-5])
		}
	}
}

// What an instance does depends neither on the others nor on how many threads there are.
func TestBatchIsItsInstances(t *testing.T) {
	for _, method := range Methods {
		for _, name := range []string{"HH", "Izhikevich"} {
			m := mustNamed(t, name)
			const n = 300 // three blocks
			run := func(n int, current func(int) float64) *Result {
				b := newBatch(t, m, n, false)
				for i := range n {
					set(t, b, "I", i, current(i))
				}
				r, err := b.Run(Run{To: 20, Method: method, Step: 0.02, Record: []int{m.States[0].Column}, Every: 1,
					Events: []Event{{State: 0, Threshold: 0}}})
				if err != nil {
					t.Fatal(err)
				}
				return r
			}
			current := func(i int) float64 { return 0.001 * float64(i) * map[string]float64{"HH": 1, "Izhikevich": 100}[name] }
			all := run(n, current)
			for _, i := range []int{0, 127, 128, 200, 299} {
				one := run(1, func(int) float64 { return current(i) })
				for k, x := range one.Samples[0][0] {
					if y := all.Samples[0][i][k]; math.Float64bits(x) != math.Float64bits(y) {
						t.Fatalf("%s, %s: instance %d at t = %g is %v alone and %v in the batch", name, method.Name, i, one.T[k], x, y)
					}
				}
				for w := range one.Times {
					if len(one.Times[w][0]) != len(all.Times[w][i]) {
						t.Fatalf("%s, %s: instance %d has %d events alone and %d in the batch", name, method.Name, i, len(one.Times[w][0]), len(all.Times[w][i]))
					}
				}
			}
			if len(all.Times[0][n-1]) == 0 {
				t.Errorf("%s, %s: no spikes", name, method.Name)
			}
		}
	}
}

// Every shipped model starts where it can and stays finite.
func TestModels(t *testing.T) {
	if len(Models()) != 8 {
		t.Errorf("there are %d models: %v", len(Models()), Models())
	}
	for _, name := range Models() {
		m := mustNamed(t, name)
		if m.Name != name || m.Doc == "" {
			t.Errorf("%s is called %q; doc %q", name, m.Name, m.Doc)
		}
		b := newBatch(t, m, 1, false)
		if len(m.States) == 0 {
			continue
		}
		if _, err := b.Run(Run{To: 50}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The lag of an event: found on the interpolation it is where the solution has it.
func TestEvents(t *testing.T) {
	for kind, m := range oscillators(t) {
		b := newBatch(t, m, 1, false)
		set(t, b, "x", 0, 1)
		r, err := b.Run(Run{To: 10, RTol: 1e-11, ATol: 1e-12, Events: []Event{
			{State: 0, Threshold: 0, Direction: 1}, {State: 0, Threshold: 0, Direction: -1}, {State: 0, Threshold: 0.5},
			{Margin: func(t float64, x, _ []float64) (float64, error) { return t - 3, nil }, Direction: 1}}})
		if err != nil {
			t.Fatal(err)
		}
		want := [][]float64{{1.5 * math.Pi}, {0.5 * math.Pi, 2.5 * math.Pi},
			{math.Pi / 3, 5 * math.Pi / 3, 7 * math.Pi / 3}, {3}}
		for w, times := range want {
			got := r.Times[w][0]
			if len(got) != len(times) {
				t.Fatalf("%s: event %d at %v, not %v", kind, w, got, times)
			}
			for i := range times {
				if math.Abs(got[i]-times[i]) > 1e-8 {
					t.Errorf("%s: event %d at %v, not %v", kind, w, got, times)
				}
			}
		}
	}
}

func TestErrors(t *testing.T) {
	hh := mustNamed(t, "HH")
	broken := errors.New("broken")
	for _, c := range []struct {
		run  func() error
		want string
	}{
		{func() error { _, err := Named("Izikevich"); return err }, `there is no point model "Izikevich"; did you mean "Izhikevich"?`},
		{func() error { _, err := hh.NewBatch(0, false); return err }, "the number of instances of HH = 0 is outside 1 to 4.194304e+06"},
		{func() error { _, err := newBatch(t, hh, 1, false).Run(Run{To: 1, Method: RK4}); return err }, "the step is 0; it must be finite and greater than 0"},
		{func() error { _, err := newBatch(t, hh, 1, false).Run(Run{To: 1, RTol: -1}); return err }, "rtol is -1; it must be finite and greater than 0"},
		{func() error { return newBatch(t, hh, 1, false).Set(0, 0, math.Inf(1)) }, "cm of HH is +Inf, which is no finite number"},
		{func() error {
			f := FromFunc("f", []string{"x"}, nil, func(t float64, x, p, dx []float64) error { return broken })
			_, err := newBatch(t, f, 1, false).Run(Run{To: 1})
			return err
		}, "broken"},
		{func() error {
			f := FromFunc("f", []string{"x"}, nil, func(t float64, x, p, dx []float64) error { dx[0] = 1 / (1 - t); return nil })
			b := newBatch(t, f, 3, false)
			_, err := b.Run(Run{To: 2})
			return err
		}, "the step became too small at t = 1 ms of instance 0, for x"},
	} {
		err := c.run()
		if err == nil {
			t.Errorf("no error instead of %q", c.want)
			continue
		}
		got := err.Error()
		if f := fault.As(err); f != nil {
			got = f.Msg
			if f.Hint != "" && len(f.Hint) < 40 {
				got += "; " + f.Hint
			}
		}
		if got != c.want {
			t.Errorf("the error is %q, not %q", got, c.want)
		}
	}
}

// A run stops when it is asked to.
func TestPoll(t *testing.T) {
	stop := errors.New("stop")
	for _, method := range Methods {
		asked := 0
		b := newBatch(t, mustNamed(t, "HR"), 1, false)
		_, err := b.Run(Run{To: 1e6, Method: method, Step: 0.01, MaxStep: 1, Poll: func() error {
			if asked++; asked == 3 {
				return stop
			}
			return nil
		}})
		if !errors.Is(err, stop) {
			t.Errorf("%s: %v", method.Name, err)
		}
	}
}

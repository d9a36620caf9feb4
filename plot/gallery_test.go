package plot

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

// gallery makes one figure of each kind that has gone wrong in plotting before.
func gallery(t testing.TB) map[string]*Figure {
	t.Helper()
	out := map[string]*Figure{}
	figure := func(name string, rows, cols int) *Figure {
		f, err := New(rows, cols)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = f
		return f
	}
	add := func(a *Axes, s Series) {
		if err := a.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	ts, spikes := action(1601)

	a := figure("spikes", 1, 1).Axes[0]
	a.Title, a.XLabel, a.YLabel = "Somatic membrane potential", "t (ms)", "v (mV)"
	add(a, Series{X: ts, Y: spikes, Line: "-", Label: "soma(0.5)"})
	delayed := make([]float64, len(spikes))
	for i := range delayed {
		delayed[i] = spikes[max(i-120, 0)]
	}
	add(a, Series{X: ts, Y: delayed, Line: "--", Label: "dend(0.9)"})

	f := figure("grid", 2, 2)
	for i, a := range f.Axes {
		a.Title, a.XLabel, a.YLabel = []string{"Sodium", "Potassium", "Leak", "All of the membrane currents of the cell together"}[i], "t (ms)", "i (mA/cm²)"
		ys := make([]float64, len(spikes))
		for j := range ys {
			ys[j] = (spikes[j] + 65) * math.Pow(10, float64(3*i-6))
		}
		add(a, Series{X: ts, Y: ys, Line: "-", Label: "i"})
	}

	a = figure("cycle", 1, 1).Axes[0]
	a.XLabel, a.YLabel = "x", "y"
	for k := range len(Cycle) {
		xs, ys := make([]float64, 50), make([]float64, 50)
		for i := range xs {
			xs[i] = float64(i) / 5
			ys[i] = math.Sin(xs[i]-float64(k)/4) + float64(k)/8
		}
		add(a, Series{X: xs, Y: ys, Line: []string{"-", "--", ":", "-."}[k%4], Label: "series " + string(rune('A'+k)), Width: 2})
	}

	a = figure("markers", 1, 1).Axes[0]
	a.Title = "Markers"
	for k, m := range markerSigns {
		add(a, Series{X: []float64{float64(k), float64(k) + 0.4, float64(k) + 0.9}, Y: []float64{1, 2, 3}, Marker: string(m), MarkerSize: 12})
	}

	a = figure("gap", 1, 1).Axes[0]
	a.XLabel, a.YLabel = "frequency (Hz)", "|Z| (MΩ)"
	xs, ys := make([]float64, 200), make([]float64, 200)
	for i := range xs {
		xs[i], ys[i] = float64(i), math.Sqrt(float64(i))
		if i > 80 && i < 100 {
			ys[i] = math.NaN()
		}
	}
	ys[150] = math.Inf(1)
	add(a, Series{X: xs, Y: ys, Line: "-", Marker: ".", MarkerSize: 3})

	constant := make([]float64, len(ts))
	for i := range constant {
		constant[i] = -65 + 1e-13*math.Sin(float64(i))
	}
	a = figure("constant", 1, 1).Axes[0]
	add(a, Series{X: ts, Y: constant, Line: "-", Width: 6})

	figure("empty", 1, 1).Axes[0].XLabel = "t (ms)"

	a = figure("limits", 1, 1).Axes[0]
	a.Title, a.XLabel, a.YLabel = "A window on the second spike", "t (ms)", "v (mV)"
	if err := a.XLimits.SetLimits("x", 10, 20); err != nil {
		t.Fatal(err)
	}
	if err := a.YLimits.SetLimits("y", -50, 20); err != nil {
		t.Fatal(err)
	}
	add(a, Series{X: ts, Y: spikes, Line: "-", Width: 8, Label: "thick"})

	a = figure("many", 1, 1).Axes[0]
	a.Title, a.XLabel = "A million points with one peak", "samples"
	n := 1000000
	xs, ys = make([]float64, n), make([]float64, n)
	for i := range xs {
		xs[i], ys[i] = float64(i), math.Sin(float64(i)*0.37)*math.Exp(-float64(i)/6e5)
	}
	ys[777777] = 3
	add(a, Series{X: xs, Y: ys, Line: "-", Label: "signal"})

	a = figure("phase", 1, 1).Axes[0]
	a.Title, a.XLabel, a.YLabel = "Phase plane", "v (mV)", "dv/dt (mV/ms)"
	dv := make([]float64, len(spikes))
	for i := range dv {
		dv[i] = (spikes[min(i+1, len(spikes)-1)] - spikes[max(i-1, 0)]) / 0.05
	}
	add(a, Series{X: spikes, Y: dv, Line: "-"})
	add(a, Series{X: spikes[:1], Y: dv[:1], Marker: "o", Label: "start"})
	return out
}

// action is a train of spikes, sampled every 0.025 ms.
func action(n int) (ts, vs []float64) {
	for i := range n {
		t := float64(i) * 0.025
		v := -65.0
		for _, at := range []float64{5, 16, 30} {
			d := t - at
			v += 105*math.Exp(-d*d/0.18) - 11*math.Exp(-(d-2.5)*(d-2.5)/4)
		}
		ts, vs = append(ts, t), append(vs, v)
	}
	return ts, vs
}

// TestGallery writes every figure in every format; with PLOT_GALLERY=folder the
// files stay there to be looked at.
func TestGallery(t *testing.T) {
	dir := os.Getenv("PLOT_GALLERY")
	if dir == "" {
		dir = t.TempDir()
	}
	for name, f := range gallery(t) {
		for _, format := range Formats {
			path := filepath.Join(dir, name+"."+format)
			if err := f.Save(path); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

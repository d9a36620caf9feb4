package plot

import (
	"image/color"
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
	a.Title, a.X.Label, a.Y.Label = "Somatic membrane potential", "t (ms)", "v (mV)"
	add(a, Series{X: ts, Y: spikes, Line: "-", Label: "soma(0.5)"})
	delayed := make([]float64, len(spikes))
	for i := range delayed {
		delayed[i] = spikes[max(i-120, 0)]
	}
	add(a, Series{X: ts, Y: delayed, Line: "--", Label: "dend(0.9)"})

	f := figure("grid", 2, 2)
	for i, a := range f.Axes {
		a.Title, a.X.Label, a.Y.Label = []string{"Sodium", "Potassium", "Leak", "All of the membrane currents of the cell together"}[i], "t (ms)", "i (mA/cm²)"
		ys := make([]float64, len(spikes))
		for j := range ys {
			ys[j] = (spikes[j] + 65) * math.Pow(10, float64(3*i-6))
		}
		add(a, Series{X: ts, Y: ys, Line: "-", Label: "i"})
	}

	a = figure("cycle", 1, 1).Axes[0]
	a.X.Label, a.Y.Label = "x", "y"
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
	a.X.Label, a.Y.Label = "frequency (Hz)", "|Z| (MΩ)"
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

	figure("empty", 1, 1).Axes[0].X.Label = "t (ms)"

	a = figure("limits", 1, 1).Axes[0]
	a.Title, a.X.Label, a.Y.Label = "A window on the second spike", "t (ms)", "v (mV)"
	if err := a.X.Limits.SetLimits("x", 10, 20); err != nil {
		t.Fatal(err)
	}
	if err := a.Y.Limits.SetLimits("y", -50, 20); err != nil {
		t.Fatal(err)
	}
	add(a, Series{X: ts, Y: spikes, Line: "-", Width: 8, Label: "thick"})

	a = figure("many", 1, 1).Axes[0]
	a.Title, a.X.Label = "A million points with one peak", "samples"
	n := 1000000
	xs, ys = make([]float64, n), make([]float64, n)
	for i := range xs {
		xs[i], ys[i] = float64(i), math.Sin(float64(i)*0.37)*math.Exp(-float64(i)/6e5)
	}
	ys[777777] = 3
	add(a, Series{X: xs, Y: ys, Line: "-", Label: "signal"})

	a = figure("phase", 1, 1).Axes[0]
	a.Title, a.X.Label, a.Y.Label = "Phase plane", "v (mV)", "dv/dt (mV/ms)"
	dv := make([]float64, len(spikes))
	for i := range dv {
		dv[i] = (spikes[min(i+1, len(spikes)-1)] - spikes[max(i-1, 0)]) / 0.05
	}
	add(a, Series{X: spikes, Y: dv, Line: "-"})
	add(a, Series{X: spikes[:1], Y: dv[:1], Marker: "o", Label: "start"})
	more(t, figure, add)
	return out
}

// more makes the figures of other things than lines and markers.
func more(t testing.TB, figure func(string, int, int) *Figure, add func(*Axes, Series)) {
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	f := figure("log", 2, 2)
	var xs, ys, small []float64
	for i := range 400 {
		x := math.Pow(10, float64(i)/100)
		xs, ys, small = append(xs, x), append(ys, 1/(1+x/50)), append(small, x*1e-9)
	}
	for i, a := range f.Axes {
		a.X.Log, a.Y.Log = i%2 == 1, i >= 2
		a.Title = []string{"linear", "semilogx", "semilogy", "loglog"}[i]
		add(a, Series{X: xs, Y: ys, Line: "-", Label: "low pass"})
		add(a, Series{X: xs, Y: small, Line: "--", Label: "a line"})
	}
	a := figure("decade", 1, 1).Axes[0]
	a.X.Log, a.Y.Log = true, true
	add(a, Series{X: []float64{0, 1, 3, 12}, Y: []float64{1, 2, -3, 5}, Marker: "o", Line: "-"})

	a = figure("field", 1, 1).Axes[0]
	a.Title, a.X.Label, a.Y.Label = "FitzHugh-Nagumo", "v", "w"
	var arrows Arrows
	for i := range 21 {
		for j := range 15 {
			v, w := -2.5+0.25*float64(i), -1+0.2*float64(j)
			dv, dw := v-v*v*v/3-w+0.5, 0.08*(v+0.7-0.8*w)
			size := math.Hypot(dv, dw)
			arrows.X, arrows.Y = append(arrows.X, v), append(arrows.Y, w)
			arrows.U, arrows.V = append(arrows.U, dv/size), append(arrows.V, dw/size)
		}
	}
	arrows.DataAngle, arrows.Pivot = true, "mid"
	check(a.AddArrows(arrows))
	xs, ys, small = nil, nil, nil
	for i := range 201 {
		v := -2.5 + 0.025*float64(i)
		xs, ys, small = append(xs, v), append(ys, v-v*v*v/3+0.5), append(small, (v+0.7)/0.8)
	}
	check(a.Y.Limits.SetLimits("y", -1, 2))
	add(a, Series{X: xs, Y: ys, Line: "-", Label: "dv/dt = 0"})
	add(a, Series{X: xs, Y: small, Line: "-", Label: "dw/dt = 0"})
	check(a.AddText(Text{X: -1.2, Y: -0.6, Text: "rest", Arrow: true, TipX: -0.8, TipY: -0.13}))

	a = figure("image", 1, 1).Axes[0]
	a.Title, a.X.Label, a.Y.Label = "A spike travels", "t (ms)", "distance (µm)"
	img := Image{Bar: true, BarLabel: "v (mV)"}
	const n, rows = 4000, 60
	for j := range rows {
		for i := range n {
			d := float64(i)*0.01 - 10 - float64(j)*0.2
			img.Values = append(img.Values, -65+100*math.Exp(-d*d*8)-8*math.Exp(-(d-1.5)*(d-1.5)))
		}
	}
	for i := range n + 1 {
		img.XEdges = append(img.XEdges, float64(i)*0.01)
	}
	for j := range rows + 1 {
		img.YEdges = append(img.YEdges, float64(j)*10)
	}
	check(a.AddImage(img))

	f = figure("twin", 2, 1)
	ts, vs := action(1601)
	for i, a := range f.Axes {
		a.X.Group = 1
		a.X.Ticks.Hidden = i == 0
		add(a, Series{X: ts, Y: vs, Line: "-", Label: "v"})
	}
	f.Title = "Axes that share time"
	a = f.Axes[1]
	a.X.Label, a.Y.Label = "t (ms)", "v (mV)"
	check(a.AddSpan(Span{Vertical: true, Lo: 4, Hi: 10, Color: Cycle[4], Alpha: 0.3, Label: "stimulus"}))
	check(a.AddSpan(Span{Lo: 0, Hi: 0, Color: ink, Line: "--"}))
	twin := a.AddTwin()
	twin.Y.Label = "current (nA)"
	twin.coloured = 1
	current := make([]float64, len(ts))
	for i, t := range ts {
		if t > 4 && t < 10 {
			current[i] = 0.5
		}
	}
	add(twin, Series{X: ts, Y: current, Line: "-", Label: "i"})
	check(twin.Y.Limits.SetLimits("y", -0.1, 2))

	f = figure("errors", 1, 2)
	xs, ys = []float64{1, 2, 3, 4}, []float64{0.5, 2, 4.5, 9}
	e := []float64{0.6, 0.5, 1, 2}
	add(f.Axes[0], Series{X: xs, Y: ys, YErr: Errors{e, e}, XErr: Errors{Low: []float64{0.3, 0.3, 0.3, 0.3}}, Marker: "o", Label: "mean ± s.d."})
	f.Axes[1].Y.Log = true
	add(f.Axes[1], Series{X: xs, Y: ys, YErr: Errors{e, e}, Line: "-", Label: "mean ± s.d."})
	check(f.Axes[1].AddArea(Area{X: xs, Lo: []float64{0.1, 1.8, 4, 6}, Hi: []float64{1, 2.5, 5, 10}, Color: Cycle[1], Alpha: 0.3, Label: "range"}))
	f.Axes[1].Legend.Place = "outside"
	check(f.Axes[1].X.SetTicks([]float64{1, 2, 3, 4}, []string{"soma", "trunk", "tuft", "axon"}))

	a = figure("bars", 1, 1).Axes[0]
	nan := math.NaN()
	check(a.AddArea(Area{X: []float64{0, 0.8, nan, 1, 1.8, nan, 2, 2.8}, Lo: []float64{0, 0, nan, 0, 0, nan, 0, 0}, Hi: []float64{3, 3, nan, 5, 5, nan, 2, 2}, Label: "spikes", Edge: ink}))
	add(a, Series{X: []float64{0.4, 1.4, 2.4}, Y: []float64{4, 6, 3}, Marker: "o", Sizes: []float64{4, 8, 12}, Tint: &Tint{Values: []float64{1, nan, 3}, Bar: true, BarLabel: "z"}, Label: "points"})

	a = figure("equal", 1, 1).Axes[0]
	a.Aspect = EqualRange
	xs, ys = nil, nil
	for i := range 101 {
		sin, cos := math.Sincos(float64(i) / 50 * math.Pi)
		xs, ys = append(xs, cos), append(ys, sin)
	}
	add(a, Series{X: xs, Y: ys, Line: "-", Label: "circle"})

	f = figure("mosaic", 1, 1)
	f.Axes = nil
	for _, k := range [][4]int{{2, 2, 1, 1}, {2, 2, 2, 2}, {2, 1, 2, 2}} {
		a, err := f.AddAxes(k[0], k[1], k[2], k[3])
		check(err)
		add(a, Series{X: ts, Y: vs, Line: "-", Label: "potential"})
		a.Legend.Place = "outside"
	}

	a = figure("shape", 1, 1).Axes[0]
	a.Title = "A cell"
	shape := Shape{Label: "v (mV)", Times: []float64{0, 1}}
	for k := range 5 {
		sin, cos := math.Sincos(float64(k) * 1.3)
		shape.Sticks = append(shape.Sticks,
			Stick{A: [3]float64{}, B: [3]float64{50 * cos, 50 * sin, 10}, DA: 8, DB: 4, Place: k, Name: "dend"},
			Stick{A: [3]float64{50 * cos, 50 * sin, 10}, B: [3]float64{120 * cos, 90 * sin, 40}, DA: 4, DB: 0.5, Place: k, Name: "dend"})
		shape.Values = append(shape.Values, -70+10*float64(k))
	}
	shape.Frames = [][]float64{{-70, -70, -70, -70, -70}, shape.Values}
	check(a.AddShape(shape))
	check(a.AddMark(Mark{At: [3]float64{}, Label: "electrode"}))

	f = figure("contour", 1, 2)
	lines, bands := bowl(41), bowl(41)
	lines.Levels, lines.Text, lines.Ink = NiceLevels(lines.Values, 7, false), 8, []color.Color{ink}
	check(f.Axes[0].AddContour(lines))
	bands.Filled, bands.Bar, bands.BarLabel = true, true, "z"
	bands.Levels = NiceLevels(bands.Values, 7, true)
	bands.Values[300] = nan
	check(f.Axes[1].AddContour(bands))

	a = figure("shapes", 1, 1).Axes[0]
	for k, name := range []string{"dend", "axon"} {
		x := float64(100 - 200*k)
		check(a.AddShape(Shape{Label: name, Values: []float64{float64(-65 + k), -60}, Times: []float64{0, 1}, Frames: [][]float64{{-70, -70}, {-60, -65}},
			Sticks: []Stick{{B: [3]float64{x, 0, 0}, DA: 9, DB: 9, Name: name}, {A: [3]float64{x, 0, 0}, B: [3]float64{x, 50, 0}, DA: 3, DB: 3, Place: 1, Name: name}}}))
		check(a.AddMark(Mark{At: [3]float64{x, 0, 0}, Label: "synapse", Marker: []string{"^", ""}[k]}))
	}

	a = figure("raster", 1, 1).Axes[0]
	xs, ys = nil, nil
	for i := range 30000 {
		x, row := math.Mod(float64(i)*0.618034, 1)*1000, float64(i%100)
		xs, ys = append(xs, x, x, nan), append(ys, row-0.4, row+0.4, nan)
	}
	add(a, Series{X: xs, Y: ys, Line: "-", Width: 0.5, Color: ink})
	a.Y.Inverted = true
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

package plot

import (
	"io"
	"math"
	"math/rand/v2"
	"testing"
)

// million makes figures of a million points: a trace, a line of which each point is
// far from the one before, and a cloud.
func million(b *testing.B) map[string]*Figure {
	const n = 1_000_000
	r := rand.New(rand.NewPCG(1, 2))
	x, trace, u, v := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		x[i], trace[i] = float64(i)*0.025, math.Sin(float64(i)*0.01)+0.3*r.NormFloat64()
		u[i], v[i] = r.Float64(), r.Float64()
	}
	out := map[string]*Figure{}
	for name, s := range map[string]Series{
		"trace": {X: x, Y: trace, Line: "-"}, "tangle": {X: u, Y: v, Line: "-"}, "cloud": {X: u, Y: v, Marker: "o"},
	} {
		f, err := New(1, 1)
		if err == nil {
			err = f.Axes[0].Add(s)
		}
		if err != nil {
			b.Fatal(err)
		}
		out[name] = f
	}
	return out
}

// BenchmarkMillion draws a million points in every form.
func BenchmarkMillion(b *testing.B) {
	figures := million(b)
	for _, name := range []string{"trace", "tangle", "cloud"} {
		f := figures[name]
		for _, format := range Formats {
			b.Run(name+"/"+format, func(b *testing.B) {
				for b.Loop() {
					if err := f.Encode(io.Discard, format); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(name+"/notebook", func(b *testing.B) {
			for b.Loop() {
				if err := f.EncodeNotebook(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/terminal", func(b *testing.B) {
			for b.Loop() {
				if err := f.WriteText(io.Discard, Terminal{Cols: 100, Rows: 30}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package ode

import "testing"

// A step of a point model: of one neuron, and of a thousand as one batch. The time is that
// of a step of a neuron.
func BenchmarkStep(b *testing.B) {
	for _, name := range []string{"HH", "HR"} {
		for _, count := range []struct {
			name string
			n    int
		}{{"one", 1}, {"thousand", 1000}} {
			for _, single := range []bool{false, true} {
				precision := map[bool]string{false: "double", true: "float"}[single]
				b.Run(name+"/"+count.name+"/"+precision, func(b *testing.B) {
					batch := newBatch(b, mustNamed(b, name), count.n, single)
					for i := range count.n {
						set(b, batch, "I", i, 0.1)
					}
					steps := 0
					for b.Loop() {
						if err := batch.Step(RK4, 0, 0.001); err != nil {
							b.Fatal(err)
						}
						steps++
					}
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps*count.n), "ns/neuron")
				})
			}
		}
	}
}

package simd

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkOperations measures the operations on all paths, in nanoseconds per
// element, over a block (128), a cable (1001), and what a single compartment
// and its like ask for.
func BenchmarkOperations(b *testing.B) {
	const rows, stride = 200, 6
	r := rand.New(rand.NewPCG(1, 1))
	table := make([]float64, (rows+2)*stride)
	index := make([]int32, 1001)
	for i := range index {
		index[i] = int32(i)
	}
	all := append(operations[:len(operations):len(operations)], []struct {
		name string
		do   func(l *Loops, x columns)
	}{
		{"TableRead", func(l *Loops, x columns) { l.TableRead(x.dst, x.c, x.b, table, 3, stride) }},
		{"Any", func(l *Loops, x columns) { l.Any(x.dst2) }},
		{"Gather", func(_ *Loops, x columns) { Gather(x.dst, x.a, index) }},
		{"ScatterAdd", func(_ *Loops, x columns) { ScatterAdd(x.dst, index, x.a) }},
	}...)
	for _, op := range all {
		for _, n := range []int{1, 2, 4, 8, 16, 128, 1001} {
			m := newMemory(n)
			for i := range m.a {
				m.a[i], m.b[i], m.c[i] = r.NormFloat64()*3, r.NormFloat64(), float64(r.IntN(rows))
			}
			x := m.columns([7]int{}, n)
			x.s, x.k, x.add, x.o = -0.3, 1.5, 0.25, 0.1
			for _, p := range paths {
				if !p.has {
					continue
				}
				b.Run(fmt.Sprintf("%s/n=%d/%s", op.name, n, p.name), func(b *testing.B) {
					defer func(before *path) { current = before }(current)
					current = &p
					for b.Loop() {
						op.do(For(n), x)
					}
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/element")
				})
			}
		}
	}
}

// BenchmarkMemory measures how fast sums of two columns go through memory that no
// cache holds, which is what bounds a step of a very large model.
func BenchmarkMemory(b *testing.B) {
	const n = 8 << 20
	dst, x, y := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range x {
		dst[i], x[i], y[i] = 1, 2, 3 // pages that are there
	}
	for b.Loop() {
		For(n).Add(dst, x, y)
	}
	b.ReportMetric(24*n*float64(b.N)/b.Elapsed().Seconds()/1e9, "GB/s")
}

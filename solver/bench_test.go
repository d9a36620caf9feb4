package solver

import (
	"fmt"
	"testing"

	"github.com/gneuron/gneuron/section"
)

// hhCable makes an hh cable of one section, 10 um per segment.
func hhCable(tb testing.TB, nseg int, useTable bool) *Solver {
	m := section.New()
	s := m.NewSection("axon")
	for _, err := range []error{s.SetNseg(nseg), s.SetL(10 * float64(nseg)), s.Set("diam", 1), s.Insert("hh")} {
		if err != nil {
			tb.Fatal(err)
		}
	}
	if !useTable {
		hh := m.Mechs.Get("hh")
		if err := hh.SetGlobal(hh.Type.Global("usetable"), 0, 0); err != nil {
			tb.Fatal(err)
		}
	}
	clamp, err := m.NewPointProcess("IClamp")
	if err != nil {
		tb.Fatal(err)
	}
	seg, _ := s.At(0.5 / float64(nseg))
	for _, err := range []error{clamp.Locate(seg), clamp.Set("dur", 1e9), clamp.Set("amp", 0.3)} {
		if err != nil {
			tb.Fatal(err)
		}
	}
	solver := New(m)
	if err := solver.Finitialize(-65, true); err != nil {
		tb.Fatal(err)
	}
	return solver
}

// BenchmarkHHCable measures a step of an hh cable, per segment.
func BenchmarkHHCable(b *testing.B) {
	for _, nseg := range []int{1, 1001} {
		for _, table := range []bool{true, false} {
			b.Run(fmt.Sprintf("nseg=%d/table=%v", nseg, table), func(b *testing.B) {
				s := hhCable(b, nseg, table)
				steps := 0
				for b.Loop() {
					if err := s.Continuerun(s.T() + 1000*s.Dt()); err != nil {
						b.Fatal(err)
					}
					steps += 1000
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps*nseg), "ns/segment")
			})
		}
	}
}

// cells makes n unconnected hh cells of nseg segments, each with a clamp of
// its own strength.
func cells(tb testing.TB, n, nseg int) *Solver {
	m := section.New()
	for k := range n {
		s := m.NewSection("axon")
		clamp, err := m.NewPointProcess("IClamp")
		if err != nil {
			tb.Fatal(err)
		}
		for _, err := range []error{s.SetNseg(nseg), s.SetL(10 * float64(nseg)), s.Set("diam", 2), s.Insert("hh")} {
			if err != nil {
				tb.Fatal(err)
			}
		}
		seg, _ := s.At(0.5 / float64(nseg))
		for _, err := range []error{clamp.Locate(seg), clamp.Set("dur", 1e9), clamp.Set("amp", 0.1+0.001*float64(k))} {
			if err != nil {
				tb.Fatal(err)
			}
		}
	}
	return New(m)
}

// BenchmarkThreads measures a step of 100 hh cables of 99 segments, per
// segment, shared by one and by two threads.
func BenchmarkThreads(b *testing.B) {
	for _, n := range []float64{1, 2} {
		b.Run(fmt.Sprintf("threads=%g", n), func(b *testing.B) {
			s := cells(b, 100, 99)
			if err := s.SetThreads(n); err != nil {
				b.Fatal(err)
			}
			if err := s.Finitialize(-65, true); err != nil {
				b.Fatal(err)
			}
			steps := 0
			for b.Loop() {
				if err := s.Continuerun(s.T() + 100*s.Dt()); err != nil {
					b.Fatal(err)
				}
				steps += 100
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps*100*99), "ns/segment")
		})
	}
}

// binaryTree makes an hh soma with a binary tree of 127 sections of nseg segments.
func binaryTree(tb testing.TB, nseg int, mechanism string) *Solver {
	m := section.New()
	soma := m.NewSection("soma")
	for _, err := range []error{soma.SetL(20), soma.Set("diam", 20), soma.Insert("hh")} {
		if err != nil {
			tb.Fatal(err)
		}
	}
	all := []*section.Section{soma}
	for k := range 127 {
		s := m.NewSection("dend")
		for _, err := range []error{s.SetNseg(nseg), s.SetL(50), s.Set("diam", 1), s.Insert(mechanism), s.Connect(all[(k+1)/2], 1, 0)} {
			if err != nil {
				tb.Fatal(err)
			}
		}
		all = append(all, s)
	}
	return New(m)
}

// BenchmarkShapes measures a step of models of different shape, and of it the
// matrix alone, per segment: an hh cable; an hh soma with a passive binary tree; single
// hh compartments; short and long hh cables.
func BenchmarkShapes(b *testing.B) {
	for _, model := range []struct {
		name     string
		segments int
		build    func() *Solver
	}{
		{"cable", 1001, func() *Solver { return hhCable(b, 1001, true) }},
		{"tree", 127*11 + 1, func() *Solver { return binaryTree(b, 11, "pas") }},
		{"hhtree", 127*79 + 1, func() *Solver { return binaryTree(b, 79, "hh") }},
		{"1000x1", 1000, func() *Solver { return cells(b, 1000, 1) }},
		{"1x1", 1, func() *Solver { return cells(b, 1, 1) }},
		{"200x1001", 200200, func() *Solver { return cells(b, 200, 1001) }},
		{"128x6", 128 * 6, func() *Solver { return cells(b, 128, 6) }},
		{"100x99", 9900, func() *Solver { return cells(b, 100, 99) }},
	} {
		var s *Solver
		begin := func(b *testing.B) {
			if s == nil {
				s = model.build()
				s.DefaultThreads = 1
			}
			if err := s.Finitialize(-65, true); err != nil {
				b.Fatal(err)
			}
			b.ResetTimer()
		}
		b.Run(model.name+"/step", func(b *testing.B) {
			begin(b)
			steps := 0
			for b.Loop() {
				if err := s.Continuerun(s.T() + 100*s.Dt()); err != nil {
					b.Fatal(err)
				}
				steps += 100
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps*model.segments), "ns/segment")
		})
		b.Run(model.name+"/matrix", func(b *testing.B) {
			begin(b)
			s.setup(s.t)
			for b.Loop() {
				for k := range s.plan.shards {
					s.plan.begin(k)
					s.plan.solvePart(k, 0)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*model.segments), "ns/segment")
		})
	}
}

// ring makes n cells of a soma with hh and a passive dendrite of 5 segments, with
// a synapse each, connected in a ring; as many spikes as kicked go round.
func ring(tb testing.TB, n, kicked int) *Solver {
	tb.Helper()
	try := func(errs ...error) {
		tb.Helper()
		for _, err := range errs {
			if err != nil {
				tb.Fatal(err)
			}
		}
	}
	m := section.New()
	s := New(m)
	var somas []section.Segment
	var synapses []*Target
	put := func(mech string, at section.Segment, set map[string]float64) *Target {
		p, err := m.NewPointProcess(mech)
		try(err, p.Locate(at))
		for name, x := range set {
			try(p.Set(name, x))
		}
		return s.Target(p.Mech, p.ID)
	}
	for range n {
		soma, dend := m.NewSection("soma"), m.NewSection("dend")
		try(dend.Connect(soma, 1, 0), soma.SetL(12.6157), soma.Set("diam", 12.6157), dend.SetL(200), dend.Set("diam", 1), dend.SetNseg(5))
		try(soma.Insert("hh"), dend.Insert("pas"))
		at, err := soma.At(0.5)
		try(err)
		somas = append(somas, at)
		at, err = dend.At(0.5)
		try(err)
		synapses = append(synapses, put("ExpSyn", at, map[string]float64{"tau": 2}))
	}
	for k, at := range somas {
		c, err := s.ConnectNumber(place{at, "v"}, k, synapses[(k+1)%n])
		try(err, c.SetDelay(5))
		c.Weight[0] = 0.01
		if k < kicked {
			put("IClamp", at, map[string]float64{"dur": 1, "amp": 1})
		}
	}
	return s
}

// BenchmarkRing measures a step of a ring of 128 cells, shared by threads.
func BenchmarkRing(b *testing.B) {
	for _, threads := range []float64{1, 2} {
		b.Run(fmt.Sprintf("threads=%g", threads), func(b *testing.B) {
			s := ring(b, 128, 2)
			for _, err := range []error{s.SetThreads(threads), s.Finitialize(-65, true)} {
				if err != nil {
					b.Fatal(err)
				}
			}
			steps := 0
			for b.Loop() {
				if err := s.Continuerun(s.T() + 400*s.Dt()); err != nil {
					b.Fatal(err)
				}
				steps += 400
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps), "ns/step")
		})
	}
}

// dense makes 500 cells with 50,000 NetCons of several delays between them.
func dense(tb testing.TB) *Solver {
	tb.Helper()
	const cells, netcons = 500, 50_000
	s := ring(tb, cells, 0)
	out, all := s.net.sources.all(), s.net.netcons.all()
	for k := range netcons - cells {
		c, err := s.ConnectNumber(out[k%cells].watched, k%cells, all[(7*k+k/cells)%cells].Target)
		if err != nil {
			tb.Fatal(err)
		}
		c.Weight[0] = 1e-6
		c.Delay = 1 + float64(k/cells%8)/2
	}
	return s
}

// BenchmarkDelivery measures, per event, sending spikes through all NetCons of a cell
// in turn and delivering what is due.
func BenchmarkDelivery(b *testing.B) {
	s := dense(b)
	if err := s.Finitialize(-65, true); err != nil {
		b.Fatal(err)
	}
	sources, k := s.net.sources.all(), 0
	for b.Loop() {
		sources[k%len(sources)].send(s, s.t)
		s.t += 0.001
		s.deliver(s.t)
		k++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(100*b.N), "ns/event")
}

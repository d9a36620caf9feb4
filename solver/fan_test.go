package solver

import (
	"math/rand/v2"
	"testing"

	"github.com/gneuron/gneuron/solver/event"
)

// TestFansKeepTheOrder sends spikes through NetCons with few and with many delays,
// some of which end at the same time, and compares the events that wait with those
// of NetCons that send one after the other.
func TestFansKeepTheOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	s := ring(t, 4, 0)
	sources, targets := s.net.sources.all(), s.net.netcons.all()
	for range 60 {
		k := r.IntN(3)
		c, err := s.ConnectNumber(sources[k].watched, k, targets[r.IntN(4)].Target)
		if err != nil {
			t.Fatal(err)
		}
		c.Delay = []float64{0, 1, 2, 1 + 1e-17, 1.5, 1 + 0.25*float64(r.IntN(9))}[r.IntN(6)]
	}
	for name, change := range map[string]func(*NetCon) error{
		"nothing": func(*NetCon) error { return nil },
		"active":  func(c *NetCon) error { c.SetActive(r.IntN(2) > 0); return nil },
		"delay":   func(c *NetCon) error { return c.SetDelay(float64(r.IntN(3))) },
		"target":  func(c *NetCon) error { c.SetTarget([]*Target{nil, c.Target}[r.IntN(2)]); return nil },
		"delete":  func(c *NetCon) error { c.Delete(); return nil },
	} {
		var want event.Queue
		s.clearEvents()
		together := 0
		for step := range 300 {
			now := float64(step) / 4
			for {
				at, e, ok := s.queue.Pop(now)
				wantAt, wantE, wantOk := want.Pop(now)
				if at != wantAt || e != wantE || ok != wantOk {
					t.Fatalf("%s, step %d: %v at %g, want %v at %g", name, step, e, at, wantE, wantAt)
				}
				if !ok {
					break
				}
			}
			if step == 150 {
				all := s.net.netcons.all()
				c := all[4+r.IntN(len(all)-4)]
				want.Remove(func(e eventOf) bool { return name == "delete" && e == eventOf(c) })
				if err := change(c); err != nil {
					t.Fatal(err)
				}
			}
			src := sources[r.IntN(4)]
			for _, c := range src.Outputs() {
				if c.Active && c.Target != nil {
					want.Put(now+c.Delay, c)
				}
			}
			before := src.due
			src.send(s, now)
			if src.due > before {
				together++
			}
		}
		if together < 50 {
			t.Errorf("%s: only %d spikes went together", name, together)
		}
	}
}

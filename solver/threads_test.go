package solver

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/gneuron/gneuron/section"
)

// TestThreadsGiveTheSameBits runs trees of different size and mechanisms with
// one thread and with several, and compares every number of the model.
func TestThreadsGiveTheSameBits(t *testing.T) {
	build := func(layers bool, cells int) *Solver {
		m := section.New()
		m.Warn = func(string) {}
		try := func(errs ...error) {
			t.Helper()
			for _, err := range errs {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		for k := range cells {
			soma, dend := m.NewSection(fmt.Sprintf("soma%d", k)), m.NewSection(fmt.Sprintf("dend%d", k))
			if cells == 1 {
				for branch := range 5 {
					more := m.NewSection(fmt.Sprintf("branch%d", branch))
					try(more.Connect(dend, 1, 0), more.SetNseg(301), more.SetL(3000), more.Insert("hh"))
				}
			}
			try(dend.Connect(soma, 1, 0), soma.SetL(20+float64(k%11)), soma.Set("diam", 20), dend.SetNseg(1+7*(k%4)), dend.Set("diam", 2))
			try(soma.Insert("hh"), dend.Insert("pas"))
			if k%3 == 0 {
				try(dend.Insert("hh"))
			}
			if layers && k%4 > 0 {
				try(dend.Insert("extracellular"), dend.SetElement("xg", 0, 1e-3), dend.SetElement("xraxial", 0, 1e5))
			}
			clamp, err := m.NewPointProcess("IClamp")
			try(err)
			at, _ := dend.At(0.4)
			try(clamp.Locate(at), clamp.Set("del", float64(k%5)/2), clamp.Set("dur", 3), clamp.Set("amp", 0.3+0.1*float64(k%11)))
		}
		return New(m)
	}
	numbers := func(threads float64, secondorder float64, imem, layers bool, cells int) []float64 {
		s := build(layers, cells)
		s.Model.FastIMem = imem
		for _, err := range []error{s.SetThreads(threads), s.SetSecondorder(secondorder), s.Finitialize(-65, true), s.Continuerun(2)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		n, groups := len(s.plan.shards), len(s.Model.Groups())
		if cells == 1 && !layers && (n != int(threads) || s.plan.cut != (threads > 1)) {
			t.Fatalf("%d shards of a cell for %g threads", n, threads)
		}
		if want := min(int(threads), groups); cells > 1 && (groups < 8 || n > want || n < (want+1)/2) {
			t.Fatalf("%d shards for %g threads and %d groups of trees", n, threads, groups)
		}
		return allNumbers(s)
	}
	for i := range 16 {
		secondorder, imem, layers, cells := float64(i&1*2), i&2 > 0, i&4 > 0, 1+i&8/8*499
		want := numbers(1, secondorder, imem, layers, cells)
		for _, threads := range []float64{2, 3, 8, 40} {
			got := numbers(threads, secondorder, imem, layers, cells)
			for i := range want {
				if math.Float64bits(got[i]) != math.Float64bits(want[i]) {
					t.Fatalf("%d cells, secondorder %g, i_membrane_ %v, extracellular %v: number %d is %v with %g threads, %v with one", cells, secondorder, imem, layers, i, got[i], threads, want[i])
				}
			}
		}
	}
}

// TestTeam has a team do many jobs, with pauses after which its goroutines are
// gone, and a job that panics.
func TestTeam(t *testing.T) {
	team := newTeam(4)
	var did [4]int
	for i := range 2000 {
		team.do(func(k int) { did[k]++ })
		if i%500 == 499 {
			wait(t, team)
		}
	}
	if did != [4]int{2000, 2000, 2000, 2000} {
		t.Errorf("jobs done: %v", did)
	}
	func() {
		defer func() {
			if x := recover(); x != "broken" {
				t.Errorf("recovered %v", x)
			}
		}()
		team.do(func(k int) {
			if k == 2 {
				panic("broken")
			}
		})
	}()
	team.do(func(k int) { did[k]++ })
	if did != [4]int{2001, 2001, 2001, 2001} {
		t.Errorf("jobs done: %v", did)
	}
}

// wait returns when the members of a team have ended.
func wait(t *testing.T, team *team) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		there := false
		for i := range team.members {
			there = there || team.members[i].state.Load() != away
		}
		if !there {
			return
		}
		if time.Now().After(end) {
			t.Fatal("the members of an idle team do not end")
		}
	}
}

// TestShardsFitIntoTheCache runs a model on one thread in one shard and in several,
// which take their steps one after the other, and compares all numbers.
func TestShardsFitIntoTheCache(t *testing.T) {
	defer func(before int) { cacheBytes = before }(cacheBytes)
	numbers := func(bytes, shards int) (out []float64) {
		cacheBytes = bytes
		s := cells(t, 90, 40)
		for _, err := range []error{s.SetThreads(1), s.Finitialize(-65, true), s.Continuerun(3)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if n := len(s.plan.shards); n != shards || s.plan.threads != 1 {
			t.Fatalf("%d shards for %d bytes and %d threads, want %d and 1", n, bytes, s.plan.threads, shards)
		}
		s.eachColumn(s.Model.Mechs.Made(), func(col []float64) { out = append(out, col...) })
		return out
	}
	want := numbers(1<<30, 1)
	for i, x := range numbers(1<<12, 4) {
		if math.Float64bits(x) != math.Float64bits(want[i]) {
			t.Fatalf("number %d is %v in several shards, %v in one", i, x, want[i])
		}
	}
}

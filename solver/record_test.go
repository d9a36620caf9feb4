package solver

import (
	"errors"
	"runtime"
	"slices"
	"testing"

	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/vector"
)

// recordV records the potential of n segments of a cable, spread evenly.
func recordV(tb testing.TB, s *Solver, n int, every float64, at *vector.Vector) []*vector.Vector {
	axon := s.Model.Sections()[0]
	out := make([]*vector.Vector, n)
	for k := range out {
		out[k] = vector.Of(nil)
		g := section.Segment{Sec: axon, X: (float64(k) + 0.5) / float64(n)}
		if _, err := s.Record(out[k], variable{g, "v"}, every, at); err != nil {
			tb.Fatal(err)
		}
	}
	return out
}

// BenchmarkRecord measures what 1000 recordings cost, for each sample, beside the
// 10,000 segments of hh that they may be taken from in as many steps.
func BenchmarkRecord(b *testing.B) {
	const n, steps = 1000, 400
	for _, how := range []struct {
		name  string
		every float64
		at    *vector.Vector
	}{{"steps", 0, nil}, {"interval", 0.025, nil}, {"times", 0, times(steps)}} {
		b.Run(how.name, func(b *testing.B) {
			s := hhCable(b, 10*n, true)
			recordV(b, s, n, how.every, how.at)
			if err := s.Finitialize(-65, true); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s.clearEvents()
				s.t = 0
				s.startRecorders()
				for k := range steps {
					s.t = 0.025 * float64(k)
					s.sample()
					s.deliver(s.t + 0.001)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n*steps), "ns/sample")
		})
	}
}

// times gives n times, 0.025 ms apart.
func times(n int) *vector.Vector {
	v := vector.Of(nil)
	for k := range n {
		v.Append(0.025 * float64(k))
	}
	return v
}

// TestRecordingsTogether compares samples that are written together with those
// that are written one by one, over runs that scripts interrupt in all ways.
func TestRecordingsTogether(t *testing.T) {
	try := func(errs ...error) {
		t.Helper()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	run := func(n int) []*vector.Vector {
		s := hhCable(t, 64, true)
		vs := recordV(t, s, 4, 0, nil)
		more := recordV(t, s, n, 0, nil)
		clock := vector.Of(nil)
		_, err := s.Record(clock, now{}, 0, nil)
		try(err)
		seen := vector.Of(nil) // what a function sees of the others during the run
		_, err = s.Record(seen, computed{func() float64 { return float64(vs[1].Len()) }}, 0.1, nil)
		try(err)
		last := vector.Of(nil)
		_, err = s.Record(last, variable{section.Segment{Sec: s.Model.Sections()[0], X: 0.5}, "v"}, 0, times(30))
		try(err)
		counts := vector.Of(nil)
		count := func() error {
			counts.Append(float64(vs[0].Len()), float64(clock.Len()))
			return nil
		}
		try(s.Finitialize(-65, true), count(), s.Fadvance(), count())
		s.At(1, count)
		s.At(2, func() error { s.StopRecording(vs[3]); return count() })
		try(s.Continuerun(2.5), count())
		_, err = s.SetMaxstep(10)
		try(err, s.Psolve(7), count())
		state, err := s.Save()
		try(err, s.Psolve(8), count(), s.Restore(state, false), s.Psolve(7.5), count())
		s.Poll = func() error {
			if s.T() > 8 {
				return errors.New("enough")
			}
			return nil
		}
		if err := s.Continuerun(9); err == nil {
			t.Error("the run was not interrupted")
		}
		s.Poll = nil
		try(count(), s.RestartRecordings(), count(), s.Continuerun(9), count(), s.Step(), count())
		if n > fewSamples && (len(s.samples.together) == 0 || vs[0].Len() != more[n-1].Len()) {
			t.Errorf("%d samples are taken together, %d and %d elements", len(s.samples.together), vs[0].Len(), more[n-1].Len())
		}
		return append(vs, clock, seen, last, counts)
	}
	want, got := run(0), run(100)
	for i := range want {
		if !slices.Equal(want[i].Data(), got[i].Data()) || want[i].Len() == 0 {
			t.Errorf("vector %d: %v, want %v", i, got[i].Data(), want[i].Data())
		}
	}
}

// now is the time as a Source.
type now struct{ computed }

func (now) IsTime() bool { return true }

// TestARecordingEndsAtOnce ends recordings and playing in the middle of a run.
func TestARecordingEndsAtOnce(t *testing.T) {
	s := hhCable(t, 3, true)
	step, interval, times := recordV(t, s, 1, 0, nil)[0], recordV(t, s, 1, 0.1, nil)[0], recordV(t, s, 1, 0, times(100))[0]
	amp := variable{section.Segment{Sec: s.Model.Sections()[0], X: 0.5}, "gl_hh"}
	played := vector.Of([]float64{1e-4, 2e-4, 3e-4, 4e-4})
	if _, err := s.Play(played, amp, nil, 0.5, false); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Finitialize(-65, true), s.Continuerun(0.6)); err != nil {
		t.Fatal(err)
	}
	lengths := func() [3]int { return [3]int{step.Len(), interval.Len(), times.Len()} }
	before := lengths()
	for _, v := range []*vector.Vector{step, interval, times, played} {
		s.StopRecording(v)
	}
	if err := s.Continuerun(2); err != nil {
		t.Fatal(err)
	}
	if after := lengths(); after != before || before[1] == 0 {
		t.Errorf("%v samples, before the end of recording %v", after, before)
	}
	if g, _ := amp.Value(); g != 2e-4 {
		t.Errorf("gl is %v: it was played into after the end", g)
	}
	for range s.Waiting() {
		t.Error("an event waits")
	}
}

// TestALongRecordingGrowsByItsSamples checks what a long run that records at an
// interval allocates.
func TestALongRecordingGrowsByItsSamples(t *testing.T) {
	s := hhCable(t, 1, true)
	recordV(t, s, 1, 10, nil)
	allocated := func(until float64) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := s.Continuerun(until); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	if err := s.Finitialize(-65, true); err != nil {
		t.Fatal(err)
	}
	allocated(100)
	// 40,000 steps and 100 samples of 8 bytes, which a growing Vector copies: twice
	// their size, and twice that for what else runs in the test.
	if bytes := allocated(1100); bytes > 4*8*110 {
		t.Errorf("100 samples over 40,000 steps took %g bytes", bytes)
	}
}

// TestRoomForTheSamples runs on in many short pieces: a Vector that records must
// not be copied in each of them, nor take more than it needs in a single run.
func TestRoomForTheSamples(t *testing.T) {
	s := hhCable(t, 1, true)
	step := recordV(t, s, 1, 0, nil)[0]
	if err := s.Finitialize(-65, true); err != nil {
		t.Fatal(err)
	}
	if err := s.Continuerun(100); err != nil {
		t.Fatal(err)
	}
	if step.Len() != 4001 || step.Capacity() > step.Len()+2 {
		t.Errorf("%d samples, room for %d", step.Len(), step.Capacity())
	}
	grown, was := 0, step.Capacity()
	for range 400 {
		if err := s.Continuerun(s.T() + 1); err != nil {
			t.Fatal(err)
		}
		if step.Capacity() != was {
			grown, was = grown+1, step.Capacity()
		}
	}
	if grown > 8 { // 1.25^8 = 6 times the 4001 samples
		t.Errorf("the Vector moved %d times for %d samples", grown, step.Len())
	}
}

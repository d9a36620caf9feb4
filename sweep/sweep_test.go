package sweep

import (
	"errors"
	"slices"
	"testing"

	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

var errBad = errors.New("bad")

// cells are variants of one compartment of some nodes each, which note what was
// asked of them.
type cells struct {
	t        *testing.T
	nseg     int
	bad      func(i int) bool // whether the run of variant i fails
	stop     bool             // the error is not that of a variant
	now      *section.Model
	batch    []int
	batches  [][]int
	finished []int
	failed   []int
}

func (c *cells) Begin(s *solver.Solver) error {
	if len(s.Model.Sections()) > 0 {
		c.t.Error("a batch does not start with an empty model")
	}
	if s.Dt() != 0.05 || s.Model.Celsius != 20 {
		c.t.Errorf("a batch starts with dt %g, celsius %g", s.Dt(), s.Model.Celsius)
	}
	c.batch = nil
	c.now = s.Model
	return nil
}

func (c *cells) Build(i int) error {
	c.batch = append(c.batch, i)
	return c.now.NewSection("soma").SetNseg(c.nseg)
}

func (c *cells) Run(*solver.Solver) error {
	c.batches = append(c.batches, c.batch)
	if c.bad != nil && slices.ContainsFunc(c.batch, c.bad) {
		return errBad
	}
	return nil
}

func (c *cells) Splits(error) bool { return !c.stop }

func (c *cells) Finish(i int) error {
	c.finished = append(c.finished, i)
	return nil
}

func (c *cells) Failed(i int, err error) error {
	c.failed = append(c.failed, i)
	return nil
}

func numbers(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func like(t *testing.T) *solver.Solver {
	s := solver.New(section.New())
	if err := errors.Join(s.SetDt(0.05), s.Model.SetCelsius(20)); err != nil {
		t.Fatal(err)
	}
	s.Model.NewSection("mine")
	return s
}

func TestBatches(t *testing.T) {
	for _, test := range []struct{ nseg, variants, batch int }{
		{1, 100, 100},              // all in one
		{1, 5000, MaxNodes / 3},    // a segment and two ends each
		{998, 20, MaxNodes / 1000}, // few large ones
		{10 * MaxNodes / 2, 3, 1},  // too large for a batch
	} {
		if test.nseg > section.MaxNseg {
			test.nseg = section.MaxNseg
		}
		c := &cells{t: t, nseg: test.nseg}
		s := like(t)
		if err := Run(s, numbers(test.variants), c); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(c.finished, numbers(test.variants)) {
			t.Errorf("%d segments: not all variants finished, in their order", test.nseg)
		}
		if len(c.batches[0]) != min(test.batch, maxVariants) {
			t.Errorf("%d segments: the first batch has %d variants, want %d", test.nseg, len(c.batches[0]), test.batch)
		}
		if len(s.Model.Sections()) != 1 {
			t.Error("the model that a sweep starts from has changed")
		}
	}
}

func TestFailing(t *testing.T) {
	c := &cells{t: t, nseg: 1, bad: func(i int) bool { return i == 37 || i == 80 }}
	if err := Run(like(t), numbers(100), c); err != nil {
		t.Fatal(err)
	}
	want := slices.DeleteFunc(numbers(100), c.bad)
	if !slices.Equal(c.failed, []int{37, 80}) || !slices.Equal(c.finished, want) {
		t.Errorf("failed: %v, finished: %v", c.failed, c.finished)
	}
	runs := 0
	for _, b := range c.batches {
		runs += len(b)
	}
	if runs > 5*100 {
		t.Errorf("two failures of 100 took runs of %d variants", runs)
	}
}

func TestStopped(t *testing.T) {
	c := &cells{t: t, nseg: 1, bad: func(i int) bool { return i == 37 }, stop: true}
	if err := Run(like(t), numbers(100), c); err != errBad || len(c.batches) != 1 {
		t.Errorf("%v after %d batches: want the error after the first", err, len(c.batches))
	}
}

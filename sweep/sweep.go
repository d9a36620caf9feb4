// Package sweep runs many variants of a model side by side: as cells of one model,
// which share the passes over vector lanes and the threads, while no variant
// knows of another.
package sweep

import (
	"github.com/gneuron/gneuron/solver"
)

// MaxNodes is how many nodes a batch has at most, unless a single variant has
// more: enough to fill the vector lanes and to keep the threads busy, and so few
// that a batch stays in the second cache.
const MaxNodes = 6000

// maxVariants bounds a batch of variants that have few nodes or none, as
// artificial cells.
const maxVariants = 2000

// Variants is what a sweep goes through, by their numbers. Any error ends it.
type Variants interface {
	// Begin is given the solver of the next batch, with an empty model.
	Begin(s *solver.Solver) error
	// Build makes variant i in the model of the batch.
	Build(i int) error
	// Run runs the batch.
	Run(s *solver.Solver) error
	// Splits says whether an error of Run may come from one variant alone. If so,
	// the variants are built again and run in smaller batches.
	Splits(err error) bool
	// Finish takes what variant i gave out of a batch that has run.
	Finish(i int) error
	// Failed is given the error of a run of variant i alone.
	Failed(i int, err error) error
}

// Run runs variants in batches, in their order. like is the solver whose settings,
// mechanisms and globals each batch starts with; it and its model stay as they are.
//
// A variant whose run fails takes no other along: its batch is halved, and both
// halves are run, until it is alone. One such variant costs about three runs of
// its batch.
func Run(like *solver.Solver, variants []int, v Variants) error {
	x := batches{like, v}
	for len(variants) > 0 {
		s, built, err := x.build(variants)
		if err != nil {
			return err
		}
		if err := x.finish(s, variants[:built]); err != nil {
			return err
		}
		variants = variants[built:]
	}
	return nil
}

type batches struct {
	like *solver.Solver
	v    Variants
}

// build makes as many of the variants as one batch takes.
func (x batches) build(variants []int) (s *solver.Solver, built int, err error) {
	s = x.like.Beside(x.like.Model.Beside())
	if err := x.v.Begin(s); err != nil {
		return nil, 0, err
	}
	for k, i := range variants {
		before := s.Model.Nodes.Len()
		if err := x.v.Build(i); err != nil {
			return nil, 0, err
		}
		after := s.Model.Nodes.Len()
		if k+1 == maxVariants || after+(after-before) > MaxNodes {
			return s, k + 1, nil
		}
	}
	return s, len(variants), nil
}

// finish runs a batch and takes the results.
func (x batches) finish(s *solver.Solver, batch []int) error {
	err := x.v.Run(s)
	switch {
	case err == nil:
		for _, i := range batch {
			if err := x.v.Finish(i); err != nil {
				return err
			}
		}
		return nil
	case !x.v.Splits(err):
		return err
	case len(batch) == 1:
		return x.v.Failed(batch[0], err)
	}
	half := len(batch) / 2
	for _, part := range [][]int{batch[:half], batch[half:]} {
		if err := Run(x.like, part, x.v); err != nil {
			return err
		}
	}
	return nil
}

package solver

import (
	"slices"
)

// Handler is a function that Finitialize calls (FInitializeHandler).
type Handler struct {
	kind int
	fn   func() error
}

// OnInitialize adds a function that every Finitialize calls:
//
//	type 3  before anything else, with the old t and v
//	type 0  after v is set, before the INITIAL blocks
//	type 1  after the INITIAL blocks (NEURON's default)
//	type 2  at the end, after the first samples
func (s *Solver) OnInitialize(kind int, fn func() error) *Handler {
	h := &Handler{kind, fn}
	s.handlers = append(s.handlers, h)
	return h
}

// RemoveHandler takes a handler out.
func (s *Solver) RemoveHandler(h *Handler) {
	s.handlers = slices.DeleteFunc(s.handlers, func(x *Handler) bool { return x == h })
}

func (s *Solver) callHandlers(kind int) error {
	for _, h := range slices.Clone(s.handlers) {
		if h.kind == kind {
			if err := h.fn(); err != nil {
				return err
			}
		}
	}
	return nil
}

// callback is a function to be called at a time (CVode.event).
type callback struct {
	t  float64
	fn func() error
}

// callbackSlack: a callback up to this time [ms] after a step counts as due at it.
const callbackSlack = 1e-8

// At has fn called once after the step in which time t [ms] falls, with the
// values of that step's end; what it changes acts from the next step on.
// Finitialize forgets what is still waiting.
func (s *Solver) At(t float64, fn func() error) {
	i, _ := slices.BinarySearchFunc(s.callbacks, t, func(c *callback, t float64) int {
		if c.t <= t {
			return -1
		}
		return 1
	})
	s.callbacks = slices.Insert(s.callbacks, i, &callback{t, fn})
}

func (s *Solver) callbackDue() bool {
	return len(s.callbacks) > 0 && s.callbacks[0].t <= s.t+callbackSlack
}

// runCallbacks calls the functions that are due.
func (s *Solver) runCallbacks() error {
	for s.callbackDue() {
		c := s.callbacks[0]
		s.callbacks = s.callbacks[1:]
		if err := c.fn(); err != nil {
			return err
		}
	}
	return nil
}

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
	t    float64
	fn   func() error
	turn int // among those of its time: when the queue handed it out; 0: not yet
	s    *Solver
}

// Deliver notes the turn of the callback: those of one time run in the order of
// the queue.
func (c *callback) Deliver(float64) {
	c.s.turns++
	c.turn = c.s.turns
}

// callbackSlack: a callback up to this part of dt after a step counts as due at it.
const callbackSlack = 1e-6

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
	c := &callback{t: t, fn: fn, s: s}
	s.callbacks = slices.Insert(s.callbacks, i, c)
	s.put(t, c)
}

func (s *Solver) callbackDue() bool {
	return len(s.callbacks) > 0 && s.callbacks[0].t <= s.t+float64(callbackSlack*s.dt)
}

// runCallbacks calls the functions that are due.
func (s *Solver) runCallbacks() error {
	for s.callbackDue() {
		c := s.nextCallback()
		s.callbacks = slices.DeleteFunc(s.callbacks, func(x *callback) bool { return x == c })
		if err := c.fn(); err != nil {
			return err
		}
	}
	return nil
}

// nextCallback chooses among the callbacks of the earliest time.
func (s *Solver) nextCallback() *callback {
	t := s.callbacks[0].t
	n := 1
	for n < len(s.callbacks) && s.callbacks[n].t == t {
		n++
	}
	if n == 1 {
		return s.callbacks[0]
	}
	if s.callbacks[0].turn == 0 { // due a little after this step
		for _, e := range s.queue.At(t) {
			if c, ok := e.(*callback); ok && c.turn == 0 {
				c.Deliver(t)
			}
		}
	}
	first := s.callbacks[0]
	for _, c := range s.callbacks[1:n] {
		if c.turn != 0 && (first.turn == 0 || c.turn < first.turn) {
			first = c
		}
	}
	return first
}

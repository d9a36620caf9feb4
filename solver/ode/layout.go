package ode

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// A batch has columns behind those of the model's variables, for what programs and the
// control of a run tell each other. Those of a state follow each other in the order of
// Model.States.
type layout struct {
	time   int // where an instance is, for methods that choose steps
	length int // of its step
	mask   int // whether it is reset
	slope  int // of each state
	next   int // each state at the end of a step on trial
	off    int // the error that it has there
	first  int // h·k of the first stage
	last   int // and of the last
	bend   int // the term of highest order of the interpolation
	margin int // of each WATCH, at the end of a step
	total  int
}

func (m *Model) layout() layout {
	n, at := len(m.States), m.columns
	take := func(k int) int { at += k; return at - k }
	return layout{time: take(1), length: take(1), mask: take(1), slope: take(n), next: take(n), off: take(n),
		first: take(n), last: take(n), bend: take(n), margin: take(m.Watches()), total: at}
}

// programKey names a program of a model.
type programKey struct {
	what   string // a method, or one of the words below
	watch  int
	single bool
}

// What programs there are besides those of the methods.
const (
	initialProgram = "initial"
	slopesProgram  = "slopes"
	observeProgram = "observe"
	marginProgram  = "margin"
	receiveProgram = "receive"
)

// program gives a program of a model that is a text.
func (m *Model) program(key programKey) (*kernel.Program, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p := m.programs[key]; p != nil {
		return p, nil
	}
	p, err := m.build(key)
	if err != nil {
		return nil, err
	}
	m.programs[key] = p
	return p, nil
}

func (m *Model) build(key programKey) (p *kernel.Program, err error) {
	at := m.layout()
	var failed *fault.Error
	switch key.what {
	case initialProgram:
		p, failed = m.eq.Initial(key.single)
	case observeProgram:
		p, failed = m.eq.Observe(key.single)
	case receiveProgram:
		p, failed = m.eq.Receive(key.watch, at.mask, key.single)
	default:
		p, failed = m.equationProgram(key, at)
	}
	if failed != nil {
		return nil, failed
	}
	return p, nil
}

func (m *Model) equationProgram(key programKey, at layout) (*kernel.Program, *fault.Error) {
	return m.eq.Program(key.single, func(b *nmodlPass) {
		switch key.what {
		case slopesProgram:
			for i, f := range b.Slopes(b.X, b.Const(0)) {
				b.Store(at.slope+i, f)
			}
		case marginProgram:
			b.Store(at.margin+key.watch, b.Margin(key.watch, b.X, b.Const(0)))
		default:
			m.stepProgram(b, Methods[key.what], at)
		}
	})
}

// stepProgram makes a whole step of a method one program. A method with a step of its own
// choice leaves the new states aside and says how good they are; t is 0 for it, and time
// a column.
func (m *Model) stepProgram(b *nmodlPass, method *Method, at layout) {
	h, start := b.Env(kernel.Dt), b.Const(0)
	if method.Adaptive() {
		h, start = b.Column(at.length), b.Column(at.time)
	}
	k := stages[kernel.Value](method, b, b.X, h, func(x []kernel.Value, after kernel.Value) []kernel.Value {
		return b.Slopes(x, b.Add(start, after))
	})
	next := along[kernel.Value](b, b.X, h, method.b, k)
	end := b.Add(start, h)
	for w := range m.Watches() {
		b.Store(at.margin+w, b.Margin(w, next, end))
	}
	if !method.Adaptive() {
		for i, s := range m.States {
			b.Store(s.Column, next[i])
		}
		return
	}
	off, bend := sum[kernel.Value](b, h, method.e, k), sum[kernel.Value](b, h, method.d, k)
	for i := range m.States {
		b.Store(at.next+i, next[i])
		b.Store(at.off+i, off[i])
		b.Store(at.first+i, b.Mul(h, k[0][i]))
		b.Store(at.last+i, b.Mul(h, k[len(k)-1][i]))
		b.Store(at.bend+i, bend[i])
	}
}

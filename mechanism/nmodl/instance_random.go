package nmodl

import (
	"math"

	"github.com/gneuron/gneuron/internal/random123"
	"github.com/gneuron/gneuron/mechanism"
)

// stream gives the first column of a RANDOM variable.
func (x *scope) stream(e Expr) int {
	if n, ok := e.(*Name); ok && n.Sym != nil && n.Sym.Storage == RandomStorage {
		return x.u.c.column[n.Sym]
	}
	x.u.c.fail(e.Position(), "the first argument must be a RANDOM variable")
	return 0
}

// drawn compiles the functions that draw from a RANDOM variable.
func (x *scope) drawn(e *Call) value {
	at, a := x.stream(e.Args[0]), x.values(e.Args[1:])
	var draw func(s *random123.Stream, m *machine) float64
	switch e.Name {
	case "random_uniform":
		draw = func(s *random123.Stream, m *machine) float64 {
			if len(a) == 2 {
				lo, hi := a[0](m), a[1](m)
				return lo + float64(s.Float64()*(hi-lo))
			}
			return s.Float64()
		}
	case "random_negexp":
		draw = func(s *random123.Stream, m *machine) float64 {
			if len(a) == 1 {
				return s.NegExp() * a[0](m)
			}
			return s.NegExp()
		}
	case "random_normal":
		draw = func(s *random123.Stream, m *machine) float64 {
			if len(a) == 2 {
				mean, deviation := a[0](m), a[1](m)
				return mean + float64(s.Normal()*deviation)
			}
			return s.Normal()
		}
	case "random_ipick":
		draw = func(s *random123.Stream, _ *machine) float64 { return float64(s.Uint32()) }
	case "random_dpick":
		draw = func(s *random123.Stream, _ *machine) float64 { return s.Float64() }
	}
	return func(m *machine) float64 {
		s := m.in.Mech.LoadStream(m.cols, at, m.row)
		y := draw(&s, m)
		mechanism.StoreStream(m.cols, at, m.row, &s)
		return y
	}
}

// setSequence moves a stream to the place 4·group + number, as NEURON encodes it.
func setSequence(s *random123.Stream, place float64) {
	if !(place >= 0 && place <= 0xffffffffff) {
		place = 0
	}
	k := uint64(place) & 0x3ffffffff
	s.SetSeq(uint32(k>>2), int(k&3))
}

// word makes an unsigned integer of 32 bits.
func word(x float64) uint32 {
	if math.IsNaN(x) || math.Abs(x) >= 1<<63 {
		return 0
	}
	return uint32(int64(x))
}

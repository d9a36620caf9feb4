// Package random is NEURON's Random: generators of random numbers, and the
// distributions that are drawn from them. Equal generators and distributions
// give NEURON 8.2's numbers.
package random

import (
	"math"

	"github.com/gneuron/gneuron/internal/random123"
)

// Generator is a sequence of random numbers of equal probability.
type Generator interface {
	// Uint32 gives the next integer.
	Uint32() uint32
	// Float64 gives a number from 0 to 1. It may use up more than one integer.
	Float64() float64
	// Reset goes back to the start of the sequence.
	Reset()
	// Copy gives a generator that goes on with the same numbers.
	Copy() Generator
}

// Shared is what all generators of a model have in common. The zero value is
// ready to use.
type Shared struct {
	// Low is the second seed of the Ran4 generators that have none of their own
	// (NEURON's mcell_ran4_init).
	Low uint32
	// Global is the global index of all Random123 streams: another one gives
	// other numbers in all of them.
	Global uint32

	ran4, isaac uint32 // generators made so far: they count for those without a seed
}

// Counter is the Random123 generator.
type Counter struct{ s random123.Stream }

// NewCounter makes the Random123 generator with three identifiers, at its start.
func NewCounter(id1, id2, id3 uint32, shared *Shared) *Counter {
	c := &Counter{random123.Stream{ID1: id1, ID2: id2, ID3: id3, Global: &shared.Global}}
	c.s.Fill()
	return c
}

// Stream is the stream behind it.
func (c *Counter) Stream() *random123.Stream { return &c.s }

// Uint32 gives the next integer.
func (c *Counter) Uint32() uint32 {
	x := c.s.Uint32()
	c.s.Fill() // at once, as NEURON: a change of the global index comes too late for these
	return x
}

// Float64 gives a number of the open interval from 0 to 1.
func (c *Counter) Float64() float64 { return random123.Unit(c.Uint32()) }

// Reset goes back to the start.
func (c *Counter) Reset() { c.SetSeq(0) }

// MaxSeq is the last place in a Random123 sequence.
const MaxSeq = 1<<34 - 1

// Seq gives the place in the sequence: how many integers come before the next.
func (c *Counter) Seq() uint64 {
	group, which := c.s.Seq()
	return uint64(group)<<2 | uint64(which)
}

// SetSeq moves to a place in the sequence, from 0 to MaxSeq.
func (c *Counter) SetSeq(place uint64) {
	c.s.SetSeq(uint32(place>>2), int(place&3))
	c.s.Fill()
}

// Copy gives a generator that goes on with the same numbers.
func (c *Counter) Copy() Generator {
	other := *c
	return &other
}

// Ran4 is MCell's Ran4 generator: a hash of a seed that counts up and of a
// second one that stays.
type Ran4 struct {
	// Seq is the place in the sequence: the seed of the next number.
	Seq uint32

	start, low uint32
	shared     *Shared
}

// NewRan4 makes a Ran4 generator. A high of 0 stands for a seed that differs
// from generator to generator; a low of 0 for the one that all share.
func NewRan4(high, low uint32, shared *Shared) *Ran4 {
	shared.ran4++
	g := &Ran4{Seq: high, low: low, shared: shared}
	if high == 0 {
		g.Seq = shared.ran4
		g.Seq = g.Uint32()
	}
	g.start = g.Seq
	return g
}

// Start is the seed of the first number.
func (g *Ran4) Start() uint32 { return g.start }

// Uint32 gives the next integer.
func (g *Ran4) Uint32() uint32 {
	if g.low == 0 {
		return Ran4Int(&g.Seq, g.shared.Low)
	}
	return Ran4Int(&g.Seq, g.low)
}

// Float64 gives a number from 0 up to but not including 1.
func (g *Ran4) Float64() float64 { return float64(g.Uint32()) / (1 << 32) }

// Reset goes back to the start.
func (g *Ran4) Reset() { g.Seq = g.start }

// Copy gives a generator that goes on with the same numbers.
func (g *Ran4) Copy() Generator {
	other := *g
	return &other
}

// Ran4Float is the number of the Ran4 generator for two seeds, from 0 up to but
// not including 1. It adds 1 to the first seed.
func Ran4Float(high *uint32, low uint32) float64 { return float64(Ran4Int(high, low)) / (1 << 32) }

// Ran4Int is Ran4Float as an integer of 32 bits.
//
// Source: the pseudo-DES hash of Press et al., Numerical Recipes in C, 2nd ed.,
// section 7.5, with two rounds, as NEURON's mcell_ran4.
func Ran4Int(high *uint32, low uint32) uint32 {
	n, m := *high, low
	*high++
	scramble := func(x, key, other uint32) uint32 {
		w := x ^ key
		hi, lo := w>>16, w&0xffff
		u := ^((hi - lo) * (hi + lo))
		return ((u>>16 | u<<16) ^ other) + lo*hi
	}
	m ^= scramble(n, 0xbaa96887, 0x4b0f3b58)
	n ^= scramble(m, 0x1e17d32c, 0xe874f0c3)
	return n
}

// mantissa makes a number from 0 up to but not including 1 of the 52 low bits
// of two integers.
func mantissa(low, high uint32) float64 {
	return math.Float64frombits(1023<<52|uint64(high&0xfffff)<<32|uint64(low)) - 1
}

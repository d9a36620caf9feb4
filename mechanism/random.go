package mechanism

import (
	"math"

	"github.com/gneuron/gneuron/internal/libm"
	"github.com/gneuron/gneuron/internal/random"
	"github.com/gneuron/gneuron/internal/random123"
)

// Random is a sequence of random numbers that a script made and handed to an
// instance (n.Random): nrn_random_pick draws from it.
type Random interface {
	// Pick gives the next number of its distribution.
	Pick() float64
	// Reset goes back to the start of its sequence.
	Reset()
}

// Random123 is a Random that may draw from a Random123 stream.
type Random123 interface {
	Random
	// Stream is that stream, or nil.
	Stream() *random123.Stream
}

// ScopRandom is the sequence behind scop_random, exprand, normrand and poisrand,
// which all mechanisms of a model share, and what the model's other generators
// have in common. The zero value is not ready to use.
type ScopRandom struct {
	random.Shared

	// Ran4 draws from MCell's Ran4 generator (use_mcell_ran4(1) in NEURON) rather
	// than from the linear congruential one.
	Ran4 bool

	value   uint32
	streams uint32 // RANDOM variables so far
}

// SetSeed starts the sequence anew; it starts with 1 if nobody asks.
func (r *ScopRandom) SetSeed(seed float64) { r.value = wrap32(seed) }

// State is where the sequence is: SetState(State()) goes on with the same
// numbers.
func (r *ScopRandom) State() uint32 { return r.value }

// SetState moves to a place that State gave.
func (r *ScopRandom) SetState(x uint32) { r.value = x }

// Restart forgets seeds, indices and how many generators there were.
func (r *ScopRandom) Restart() { *r = ScopRandom{value: 1} }

// wrap32 makes an unsigned number of 32 bits as C compilers do on usual machines.
func wrap32(x float64) uint32 {
	if math.IsNaN(x) || math.Abs(x) >= 1<<63 {
		return 0
	}
	return uint32(int64(x))
}

// Float64 gives a number from 0 to 1, as NEURON's scop_random:
//
//	value = 2147437301·value + 453816981 (mod 2^32),  value / (2^32 - 1)
func (r *ScopRandom) Float64() float64 {
	if r.Ran4 {
		return random.Ran4Float(&r.value, r.Low)
	}
	r.value = 2147437301*r.value + 453816981
	return float64(r.value) / math.MaxUint32
}

// Exp gives a number of the exponential distribution.
func (r *ScopRandom) Exp(mean float64) float64 { return -mean * libm.Log(r.Float64()) }

// Normal gives a number of the normal distribution, by the polar method.
func (r *ScopRandom) Normal(mean, deviation float64) float64 {
	for {
		x := float64(2*r.Float64()) - 1
		y := float64(2*r.Float64()) - 1
		if s := float64(x*x) + float64(y*y); s < 1 {
			z := x * math.Sqrt(-2*libm.Log(s)/s)
			return float64(z*deviation) + mean
		}
	}
}

// Poisson gives a number of the Poisson distribution. A mean that is not below
// 700, where exp(-mean) is 0 or nearly so, gives the mean rounded.
func (r *ScopRandom) Poisson(mean float64) float64 {
	if !(mean < 700) {
		return math.Round(mean)
	}
	n, limit := 0.0, math.Exp(-mean)
	for q := 1.0; q >= limit; n++ {
		q *= r.Float64()
	}
	return n - 1
}

// RandomVar is a RANDOM variable: a Random123 stream of each instance, whose
// identifiers and place stand in RandomColumns columns from Column on.
type RandomVar struct {
	Name   string
	Column int
}

// RandomColumns is the number of columns of a RANDOM variable: its three
// identifiers, the sequence number and which of its four numbers comes next.
const RandomColumns = 5

// LoadStream gives the stream of a RANDOM variable in one row of the mechanism.
func (m *Mechanism) LoadStream(columns [][]float64, column, row int) random123.Stream {
	at := func(k int) uint32 { return uint32(columns[column+k][row]) }
	s := random123.Stream{ID1: at(0), ID2: at(1), ID3: at(2), Global: &m.Random.Global}
	s.SetSeq(at(3), int(at(4)))
	return s
}

// StoreStream writes a stream back.
func StoreStream(columns [][]float64, column, row int, s *random123.Stream) {
	seq, which := s.Seq()
	for k, x := range [RandomColumns]float64{float64(s.ID1), float64(s.ID2), float64(s.ID3), float64(seq), float64(which)} {
		columns[column+k][row] = x
	}
}

package mechanism

import (
	"math"

	"github.com/gneuron/gneuron/internal/random123"
)

// Random is a sequence of random numbers that a script made and handed to an
// instance (n.Random): nrn_random_pick draws from it.
type Random interface {
	// Pick gives the next number of its distribution.
	Pick() float64
}

// Random123 is a Random that draws from a Random123 stream.
type Random123 interface {
	Random
	Stream() *random123.Stream
}

// ScopRandom is the sequence behind scop_random, exprand, normrand and poisrand,
// which all mechanisms of a model share. The zero value is not ready to use.
type ScopRandom struct {
	// Ran4 draws from MCell's Ran4 generator (use_mcell_ran4(1) in NEURON) rather
	// than from the linear congruential one.
	Ran4 bool
	// Low is the second seed of Ran4, which all its sequences share.
	Low uint32

	value   uint32
	streams uint32 // RANDOM variables so far
}

// SetSeed starts the sequence anew; it starts with 1 if nobody asks.
func (r *ScopRandom) SetSeed(seed float64) { r.value = wrap32(seed) }

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
		return Ran4(&r.value, r.Low)
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

// Ran4 gives the number of MCell's Ran4 generator for two seeds, from 0 up to
// but not including 1, and adds 1 to the first.
//
// Source: the pseudo-DES hash of Press et al., Numerical Recipes in C, 2nd ed.,
// section 7.5, with two rounds, as NEURON's mcell_ran4.
func Ran4(high *uint32, low uint32) float64 { return float64(Ran4Int(high, low)) / (1 << 32) }

// Ran4Int is Ran4 as an integer of 32 bits.
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

// RandomVar is a RANDOM variable: a Random123 stream of each instance, whose
// identifiers and place stand in RandomColumns columns from Column on.
type RandomVar struct {
	Name   string
	Column int
}

// RandomColumns is the number of columns of a RANDOM variable: its three
// identifiers, the sequence number and which of its four numbers comes next.
const RandomColumns = 5

// LoadStream gives the stream of a RANDOM variable in one row.
func LoadStream(columns [][]float64, column, row int) random123.Stream {
	at := func(k int) uint32 { return uint32(columns[column+k][row]) }
	s := random123.Stream{ID1: at(0), ID2: at(1), ID3: at(2)}
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

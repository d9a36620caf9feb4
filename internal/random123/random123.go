// Package random123 makes random numbers from a counter: number k of a stream
// is a function of k and of the stream's name, so that streams are independent
// of each other and of the order in which they are used.
//
// The function is Philox 4x32 with 10 rounds. How its four counter words are
// named, and how numbers of a distribution come from its integers, is as in
// NEURON 8.2, so that equal streams give equal numbers.
//
// Source: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy
// as 1, 2, 3", SC'11.
package random123

import (
	"math"

	"github.com/gneuron/gneuron/internal/libm"
)

const (
	multiplier0 = 0xD2511F53
	multiplier1 = 0xCD9E8D57
	weyl0       = 0x9E3779B9
	weyl1       = 0xBB67AE85
	rounds      = 10
)

// Philox gives the four words of a counter under a key.
func Philox(c [4]uint32, key [2]uint32) [4]uint32 {
	for range rounds {
		p0, p1 := uint64(multiplier0)*uint64(c[0]), uint64(multiplier1)*uint64(c[2])
		c = [4]uint32{uint32(p1>>32) ^ c[1] ^ key[0], uint32(p1), uint32(p0>>32) ^ c[3] ^ key[1], uint32(p0)}
		key[0] += weyl0
		key[1] += weyl1
	}
	return c
}

// Stream is a sequence of random numbers with three identifiers. The zero value
// is the stream 0, 0, 0 at its start.
type Stream struct {
	ID1, ID2, ID3 uint32
	// Global points to the number that NEURON calls the global index: another one
	// gives other numbers in all streams that share it. nil stands for 0.
	Global *uint32

	seq    uint32 // of the next word's group of four
	which  uint8  // next word in the group
	cached bool
	words  [4]uint32 // the group
}

// New makes a stream at its start.
func New(id1, id2, id3 uint32) *Stream { return &Stream{ID1: id1, ID2: id2, ID3: id3} }

// Seq gives the place in the sequence: the group of four integers, and which of
// them comes next (0 to 3).
func (s *Stream) Seq() (seq uint32, which int) { return s.seq, int(s.which) }

// SetSeq moves to a place in the sequence. A which outside 0 to 3 is taken as 0.
func (s *Stream) SetSeq(seq uint32, which int) {
	if which < 0 || which > 3 {
		which = 0
	}
	s.seq, s.which, s.cached = seq, uint8(which), false
}

// SetIDs gives the stream another name. What is left of the present group of
// four numbers still comes from the old one, as in NEURON.
func (s *Stream) SetIDs(id1, id2, id3 uint32) {
	s.Fill()
	s.ID1, s.ID2, s.ID3 = id1, id2, id3
}

// Fill computes the present group of four integers, unless it was already. It
// need not be called, but to have a change of names or of the global index come
// too late for them.
func (s *Stream) Fill() {
	if s.cached {
		return
	}
	var key [2]uint32
	if s.Global != nil {
		key[0] = *s.Global
	}
	s.words = Philox([4]uint32{s.seq, s.ID3, s.ID1, s.ID2}, key)
	s.cached = true
}

// Uint32 gives the next integer.
func (s *Stream) Uint32() uint32 {
	s.Fill()
	x := s.words[s.which]
	if s.which++; s.which > 3 {
		s.which, s.cached = 0, false
		s.seq++
	}
	return x
}

// Float64 gives a number of the open interval from 0 to 1.
func (s *Stream) Float64() float64 { return Unit(s.Uint32()) }

// Unit makes a number of the open interval from 0 to 1 of an integer.
func Unit(x uint32) float64 { return float64(float64(x)+1) * (1.0 / 4294967297) }

// NegExp gives a number of the exponential distribution with mean 1.
func (s *Stream) NegExp() float64 { return -libm.Log(s.Float64()) }

// Normal gives a number of the normal distribution with mean 0 and standard
// deviation 1, by the polar method; the second number of each pair is not used.
func (s *Stream) Normal() float64 {
	for {
		x, y := s.Float64(), s.Float64()
		x, y = 2*x-1, 2*y-1
		if w := float64(x*x) + float64(y*y); w <= 1 {
			return x * math.Sqrt(float64(-2*libm.Log(w))/w)
		}
	}
}

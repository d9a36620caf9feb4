package random123

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// TestVsNEURON_Streams compares with what NEURON draws (testdata/streams.py).
// Integers and uniform numbers are equal; of those that need a logarithm, one
// in some hundred may round to the neighbour.
func TestVsNEURON_Streams(t *testing.T) {
	data, err := os.ReadFile("testdata/streams.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		IDs      [3]uint32
		Integers []uint32
		Uniform  []float64
		NegExp   []float64
		Normal   []float64
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		s := New(c.IDs[0], c.IDs[1], c.IDs[2])
		for i, want := range c.Integers {
			if got := s.Uint32(); got != want {
				t.Errorf("stream %v: integer %d is %d, NEURON has %d", c.IDs, i, got, want)
			}
		}
		check := func(name string, want []float64, tol float64, pick func() float64) {
			off := 0
			for i, want := range want {
				got := pick()
				if got != want {
					off++
				}
				if !(math.Abs(got-want) <= tol*math.Abs(want)) {
					t.Errorf("stream %v: %s %d is %.17g, NEURON has %.17g", c.IDs, name, i, got, want)
				}
			}
			if off*50 > len(want) {
				t.Errorf("stream %v: %d of %d numbers of %s differ in the last digit", c.IDs, off, len(want), name)
			}
		}
		s.SetSeq(0, 0)
		check("uniform", c.Uniform, 0, s.Float64)
		s.SetSeq(5, 2)
		check("negexp", c.NegExp, 5e-16, s.NegExp)
		s.SetSeq(1000, 3)
		check("normal", c.Normal, 1e-15, s.Normal)
	}
}

// TestPhilox checks the known answers that come with the method's paper.
func TestPhilox(t *testing.T) {
	const ones = 0xffffffff
	for _, c := range []struct {
		counter [4]uint32
		key     [2]uint32
		want    [4]uint32
	}{
		{[4]uint32{}, [2]uint32{}, [4]uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
		{[4]uint32{ones, ones, ones, ones}, [2]uint32{ones, ones}, [4]uint32{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
		{[4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, [2]uint32{0xa4093822, 0x299f31d0}, [4]uint32{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
	} {
		if got := Philox(c.counter, c.key); got != c.want {
			t.Errorf("Philox(%x, %x) = %x, want %x", c.counter, c.key, got, c.want)
		}
	}
}

func TestSeq(t *testing.T) {
	s := New(3, 1, 4)
	for range 6 {
		s.Uint32()
	}
	seq, which := s.Seq()
	if seq != 1 || which != 2 {
		t.Errorf("after 6 numbers the place is %d, %d; want 1, 2", seq, which)
	}
	want := s.Uint32()
	s.SetSeq(seq, which)
	if got := s.Uint32(); got != want {
		t.Errorf("back at the place the number is %d, want %d", got, want)
	}
	s.SetSeq(1, 9)
	if _, which := s.Seq(); which != 0 {
		t.Errorf("a place outside of the group becomes %d, want 0", which)
	}
}

func BenchmarkNegExp(b *testing.B) {
	s := New(1, 2, 3)
	for b.Loop() {
		s.NegExp()
	}
}

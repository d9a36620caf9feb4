package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// set is an instruction set.
type set struct {
	suffix string // of the names of functions
	lanes  int    // numbers in a vector; with 1 only the first lane counts
	masks  bool   // AVX-512: mask registers, 32 vectors, scaling by powers of 2

	constants map[uint64]Mem
}

var sets = map[string]*set{
	"avx512": {suffix: "AVX512", lanes: 8, masks: true, constants: map[uint64]Mem{}},
	"avx2":   {suffix: "AVX2", lanes: 4, constants: map[uint64]Mem{}},
}

// vec is a fresh vector register.
func (s *set) vec() reg.VecVirtual {
	switch s.lanes {
	case 8:
		return ZMM()
	case 4:
		return YMM()
	}
	return XMM()
}

func (s *set) load(m Mem, v reg.VecVirtual) {
	if s.lanes == 1 {
		VMOVSD(m, v)
	} else {
		VMOVUPD(m, v)
	}
}

func (s *set) store(v reg.VecVirtual, m Mem) {
	if s.lanes == 1 {
		VMOVSD(v, m)
	} else {
		VMOVUPD(v, m)
	}
}

// broadcast loads a number into every lane that counts.
func (s *set) broadcast(m Mem, v reg.VecVirtual) {
	if s.lanes == 1 {
		VMOVSD(m, v)
	} else {
		VBROADCASTSD(m, v)
	}
}

// bits is a constant in every lane: in a register where there are many of them,
// else in memory. It may stand as the first operand of an instruction.
func (s *set) bits(b uint64) Op {
	if s.masks {
		return s.inRegister(b)
	}
	return s.inMemory(b)
}

func (s *set) number(x float64) Op { return s.bits(math.Float64bits(x)) }

// inMemory is a vector of equal lanes.
func (s *set) inMemory(b uint64) Mem {
	m, made := s.constants[b]
	if !made {
		m = GLOBL("c"+hex(b)+s.suffix, 8|16) // RODATA, NOPTR
		for i := range s.lanes {
			DATA(8*i, U64(b))
		}
		s.constants[b] = m
	}
	return m
}

// inRegister loads a constant into every lane of a register.
func (s *set) inRegister(b uint64) reg.VecVirtual {
	v := s.vec()
	s.broadcast(s.inMemory(b), v)
	return v
}

// spread loads a scalar argument into every lane of a register.
func (s *set) spread(argument string) reg.VecVirtual {
	v := s.vec()
	m, err := Param(argument).Resolve()
	if err != nil {
		panic(err)
	}
	s.broadcast(m.Addr, v)
	return v
}

func hex(b uint64) string {
	const digits = "0123456789abcdef"
	var out [16]byte
	for i := range out {
		out[i] = digits[b>>(60-4*i)&15]
	}
	return string(out[:])
}

// Predicates of VCMPPD; none of them signals on a NaN.
const (
	equal     = 0x00
	unordered = 0x03
	notEqual  = 0x04 // or unordered
	less      = 0x11
	lessEqual = 0x12
)

// truth gives 1 in the lanes where a compares with b as the predicate says, else 0.
func (s *set) truth(predicate uint64, a reg.VecVirtual, b, one Op) reg.VecVirtual {
	d := s.vec()
	if s.masks {
		k := K()
		VCMPPD(U8(predicate), b, a, k)
		VMOVAPD_Z(one, k, d)
	} else {
		VCMPPD(U8(predicate), b, a, d)
		VANDPD(one, d, d)
	}
	return d
}

// choose gives yes in the lanes where a compares with b, else no.
func (s *set) choose(predicate uint64, a reg.VecVirtual, b Op, yes, no reg.VecVirtual) reg.VecVirtual {
	d := s.vec()
	if s.masks {
		k := K()
		VCMPPD(U8(predicate), b, a, k)
		VBLENDMPD(yes, no, k, d)
	} else {
		VCMPPD(U8(predicate), b, a, d)
		VBLENDVPD(d, yes, no, d)
	}
	return d
}

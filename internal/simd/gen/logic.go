package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// logic writes the comparisons, which give 1 or 0, and what is made of them.
func (s *set) logic() {
	var zero, one reg.VecVirtual
	constants := func() {
		zero, one = s.vec(), s.inRegister(math.Float64bits(1))
		VXORPD(zero, zero, zero)
	}
	for _, compare := range []struct {
		name      string
		predicate uint64
	}{{"less", less}, {"lessEq", lessEqual}, {"equal", equal}, {"notEqual", notEqual}} {
		s.emit(loop{name: compare.name, out: "dst", in: "a b", unroll: 2, setup: constants, body: func(in []group) []group {
			return each(in, func(v []reg.VecVirtual) reg.VecVirtual { return s.truth(compare.predicate, v[0], v[1], one) })
		}})
	}
	s.emit(loop{name: "not", out: "dst", in: "a", unroll: 2, setup: constants, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual { return s.truth(equal, v[0], zero, one) })
	}})
	for _, connective := range []struct {
		name string
		join func(...Op)
	}{{"and", VANDPD}, {"or", VORPD}} {
		s.emit(loop{name: connective.name, out: "dst", in: "a b", unroll: 2, setup: constants, body: func(in []group) []group {
			return each(in, func(v []reg.VecVirtual) reg.VecVirtual {
				a, b := s.truth(notEqual, v[0], zero, one), s.truth(notEqual, v[1], zero, one)
				connective.join(b, a, a)
				return a
			})
		}})
	}
	s.emit(loop{name: "choose", out: "dst", in: "c a b", unroll: 2, setup: constants, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual { return s.choose(notEqual, v[0], zero, v[1], v[2]) })
	}})
}

// any writes the search for a number that is not 0.
func (s *set) any() {
	TEXT("any"+s.suffix, 4, "func(a []float64) bool") // NOSPLIT
	Pragma("noescape")
	a, n := Load(Param("a").Base(), GP64()), Load(Param("a").Len(), GP64())
	found, zero := GP64(), s.vec()
	VXORPD(zero, zero, zero)
	test := func(v reg.VecVirtual) {
		if s.masks {
			k := K()
			VCMPPD(U8(notEqual), zero, v, k)
			KMOVW(k, found.As32())
		} else {
			VCMPPD(U8(notEqual), zero, v, v)
			VMOVMSKPD(v, found.As32())
		}
		TESTL(found.As32(), found.As32())
	}
	SUBQ(U8(s.lanes), n)
	JLT(LabelRef("rest"))
	Label("vectors")
	v := s.vec()
	VMOVUPD(Mem{Base: a}, v)
	test(v)
	JNE(LabelRef("done"))
	ADDQ(U8(8*s.lanes), a)
	SUBQ(U8(s.lanes), n)
	JGE(LabelRef("vectors"))
	Label("rest")
	ADDQ(U8(s.lanes), n)
	load, _ := s.masked(n)
	v = s.vec()
	load(Mem{Base: a}, v)
	test(v)
	Label("done")
	SETNE(found.As8())
	Store(found.As8(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

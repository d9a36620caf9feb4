package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// weaveLanes is simd.Lanes; a turn holds two vectors of them.
const weaveLanes = 16

// The places of the arrays of a simd.Weave, from A on, in bytes.
const (
	weaveA = 8 * weaveLanes * iota
	weaveB
	weaveV
	weaveX
	weaveD
	weaveRhs
)

// weave writes the loops of simd.Weave; see there. The columns are read from
// the first row on; the pieces are done as many at a time as two vectors hold.
func (s *set) weave() {
	TEXT("eliminateWeave"+s.suffix, 4, "func(a, b, d, rhs, v, fill, arrays *float64, inside int)") // NOSPLIT
	Pragma("noescape")
	base := map[string]reg.Register{}
	for _, c := range []string{"a", "b", "d", "rhs", "v", "fill", "arrays"} {
		base[c] = Load(Param(c), GP64())
	}
	lane := GP64()
	XORQ(lane, lane)
	one := s.number(1)
	Label("lanes")
	left := Load(Param("inside"), GP64())
	i, joint := GP64(), GP64()
	MOVQ(left, joint)
	SHLQ(U8(4), joint) // weaveLanes
	ADDQ(lane, joint)
	LEAQ(Mem{Base: joint, Disp: -weaveLanes}, i)
	at := func(c string, index reg.Register, k int) Mem {
		return Mem{Base: base[c], Index: index, Scale: 8, Disp: 8 * s.lanes * k}
	}
	above := func(c string, k int) Mem {
		m := at(c, i, k)
		m.Disp -= 8 * weaveLanes
		return m
	}
	array := func(offset, k int) Mem {
		m := at("arrays", lane, k)
		m.Disp += offset
		return m
	}
	load := func(m Mem) reg.VecVirtual { v := s.vec(); s.load(m, v); return v }
	var di, x, fill, back [2]reg.VecVirtual
	for k := range 2 {
		fill[k], back[k] = load(at("a", joint, k)), load(at("b", joint, k))
		dv := load(at("v", i, k))
		VSUBPD(at("v", joint, k), dv, dv)
		di[k], x[k] = load(at("d", i, k)), load(at("rhs", i, k))
		VSUBPD(fill[k], di[k], di[k])
		VFMADD231PD(fill[k], dv, x[k])
		sum := load(at("d", joint, k))
		VSUBPD(back[k], sum, sum)
		s.store(sum, at("d", joint, k))
		sum = load(at("rhs", joint, k))
		VFNMADD231PD(back[k], dv, sum)
		s.store(sum, at("rhs", joint, k))
	}
	// step takes out node i; the three functions give what there is of its parent.
	step := func(up, dUp, xUp func(k int) reg.VecVirtual) {
		for k := range 2 {
			a, b := load(at("a", i, k)), load(at("b", i, k))
			VSUBPD(b, di[k], di[k])
			pivot := s.vec()
			if m, ok := one.(Mem); ok {
				s.load(m, pivot)
				VDIVPD(di[k], pivot, pivot)
			} else {
				VDIVPD(di[k], one, pivot)
			}
			dv := up(k)
			VSUBPD(at("v", i, k), dv, dv)
			VFNMADD231PD(b, dv, x[k])
			s.store(pivot, at("d", i, k))
			s.store(x[k], at("rhs", i, k))
			s.store(fill[k], at("fill", i, k))
			nextX := xUp(k)
			VFMADD231PD(a, dv, nextX)
			g, sum := s.vec(), dv
			VMULPD(pivot, back[k], g)
			s.load(at("d", joint, k), sum)
			VFNMADD231PD(g, fill[k], sum)
			s.store(sum, at("d", joint, k))
			s.load(at("rhs", joint, k), sum)
			VFNMADD231PD(g, x[k], sum)
			s.store(sum, at("rhs", joint, k))
			f, zero := pivot, sum
			VMULPD(pivot, a, f)
			VFNMADD231PD(f, x[k], nextX)
			VMOVAPD(nextX, x[k])
			nextD := dUp(k)
			VSUBPD(a, nextD, nextD)
			VFNMADD231PD(f, b, nextD)
			VMOVAPD(nextD, di[k])
			VXORPD(zero, zero, zero)
			VFNMADD213PD(zero, f, fill[k])
			VMOVAPD(g, back[k])
			VFNMADD213PD(zero, b, back[k])
		}
	}
	DECQ(left)
	JE(LabelRef("first"))
	Label("nodes")
	step(func(k int) reg.VecVirtual { return load(above("v", k)) },
		func(k int) reg.VecVirtual { return load(above("d", k)) },
		func(k int) reg.VecVirtual { return load(above("rhs", k)) })
	SUBQ(U8(weaveLanes), i)
	DECQ(left)
	JNE(LabelRef("nodes"))
	Label("first")
	none := func(int) reg.VecVirtual { v := s.vec(); VXORPD(v, v, v); return v }
	step(func(k int) reg.VecVirtual { return load(array(weaveV, k)) }, none, none)
	for k := range 2 {
		s.store(fill[k], array(weaveA, k))
		s.store(back[k], array(weaveB, k))
		s.store(di[k], array(weaveD, k))
		s.store(x[k], array(weaveRhs, k))
	}
	ADDQ(U8(2*s.lanes), lane)
	CMPQ(lane, U8(weaveLanes))
	JLT(LabelRef("lanes"))
	VZEROUPPER()
	RET()

	s.substituteWeave()
}

func (s *set) substituteWeave() {
	TEXT("substituteWeave"+s.suffix, 4, "func(b, d, rhs, fill, arrays *float64, inside int)") // NOSPLIT
	Pragma("noescape")
	base := map[string]reg.Register{}
	for _, c := range []string{"b", "d", "rhs", "fill", "arrays"} {
		base[c] = Load(Param(c), GP64())
	}
	lane := GP64()
	XORQ(lane, lane)
	Label("lanes")
	left := Load(Param("inside"), GP64())
	i := GP64()
	MOVQ(left, i)
	SHLQ(U8(4), i) // weaveLanes
	ADDQ(lane, i)
	at := func(c string, k int) Mem { return Mem{Base: base[c], Index: i, Scale: 8, Disp: 8 * s.lanes * k} }
	var x, end [2]reg.VecVirtual
	for k := range 2 {
		x[k], end[k] = s.vec(), s.vec()
		s.load(at("rhs", k), end[k])
		s.load(Mem{Base: base["arrays"], Index: lane, Scale: 8, Disp: weaveX + 8*s.lanes*k}, x[k])
	}
	MOVQ(lane, i)
	Label("nodes")
	for k := range 2 {
		fill, b, y := s.vec(), s.vec(), s.vec()
		s.load(at("rhs", k), y)
		s.load(at("fill", k), fill)
		s.load(at("b", k), b)
		VFNMADD231PD(fill, end[k], y)
		VFNMADD231PD(b, x[k], y)
		VMULPD(at("d", k), y, x[k])
		s.store(x[k], at("rhs", k))
	}
	ADDQ(U8(weaveLanes), i)
	DECQ(left)
	JNE(LabelRef("nodes"))
	ADDQ(U8(2*s.lanes), lane)
	CMPQ(lane, U8(weaveLanes))
	JLT(LabelRef("lanes"))
	VZEROUPPER()
	RET()
}

package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// The numbers of simd.exp; see there.
const (
	expMax  = 710.0
	expMin  = -750.0
	log2e   = 0x1.71547652b82fep+0
	ln2Hi   = 0x1.62e42fefa39efp-1
	ln2Lo   = 0x1.abc9e3b39803fp-56
	shifter = 0x1.8p52 + 2046
)

var (
	expEven = []float64{0x1.0000000000007p-1, 0x1.55555555512e3p-5, 0x1.6c16c18236583p-10, 0x1.a0199eba45ba3p-16, 0x1.28a98d0604679p-22}
	expOdd  = []float64{0x1.5555555555502p-3, 0x1.1111111126ad2p-7, 0x1.a01a012c0457ep-13, 0x1.71df28657a05bp-19, 0x1.ad72407c03427p-26}
)

// exp writes the loop of k·e^(s·a) + c: the steps of simd.exp, over vectors.
// The steps of the vectors of a turn alternate, as each waits for the last.
func (s *set) exp() {
	var factor, k, c, hi, lo reg.VecVirtual
	var perLn2, shift, ln2High, ln2Low, one Op
	var even, odd [5]Op
	setup := func() {
		factor, k, c = s.spread("s"), s.spread("k"), s.spread("c")
		hi, lo = s.inRegister(math.Float64bits(expMax)), s.inRegister(math.Float64bits(expMin))
		perLn2, shift, one = s.number(log2e), s.number(shifter), s.number(1)
		ln2High, ln2Low = s.number(ln2Hi), s.number(ln2Lo)
		for i := range even {
			even[i], odd[i] = s.number(expEven[i]), s.number(expOdd[i])
		}
	}
	body := func(in []group) []group {
		x := in[0]
		fresh := func() group {
			g := make(group, len(x))
			for i := range g {
				g[i] = s.vec()
			}
			return g
		}
		step := func(f func(i int)) {
			for i := range x {
				f(i)
			}
		}
		// A NaN is the second source of min and max, which they hand on.
		step(func(i int) { VMULPD(factor, x[i], x[i]) })
		step(func(i int) { VMINPD(x[i], hi, x[i]) })
		step(func(i int) { VMAXPD(x[i], lo, x[i]) })
		t, m := fresh(), fresh()
		step(func(i int) { VMOVAPD(shift, t[i]) })
		step(func(i int) { VFMADD231PD(perLn2, x[i], t[i]) })
		step(func(i int) { VSUBPD(shift, t[i], m[i]) })
		r := x
		step(func(i int) { VFNMADD231PD(ln2High, m[i], r[i]) })
		step(func(i int) { VFNMADD231PD(ln2Low, m[i], r[i]) })
		r2, p, q := fresh(), fresh(), fresh()
		step(func(i int) { VMULPD(r[i], r[i], r2[i]) })
		step(func(i int) { VMOVAPD(even[4], p[i]) })
		step(func(i int) { VMOVAPD(odd[4], q[i]) })
		for j := 3; j >= 0; j-- {
			step(func(i int) { VFMADD213PD(even[j], r2[i], p[i]) })
			step(func(i int) { VFMADD213PD(odd[j], r2[i], q[i]) })
		}
		y := q
		step(func(i int) { VFMADD213PD(p[i], r[i], y[i]) })
		step(func(i int) { VFMADD213PD(one, r[i], y[i]) })
		step(func(i int) { VFMADD213PD(one, r[i], y[i]) })
		if s.masks {
			step(func(i int) { VSCALEFPD(m[i], y[i], y[i]) })
		} else { // two factors, as 2^n need not be a normal number
			half := m
			step(func(i int) { VPSRAD(U8(1), t[i], half[i]) })
			step(func(i int) { VPSUBD(half[i], t[i], t[i]) })
			step(func(i int) { VPSLLQ(U8(52), half[i], half[i]) })
			step(func(i int) { VPSLLQ(U8(52), t[i], t[i]) })
			step(func(i int) { VMULPD(half[i], y[i], y[i]) })
			step(func(i int) { VMULPD(t[i], y[i], y[i]) })
		}
		step(func(i int) { VMULPD(k, y[i], y[i]) })
		step(func(i int) { VADDPD(c, y[i], y[i]) })
		return []group{y}
	}
	l := loop{name: "exp", out: "dst", in: "a", more: "s, k, c float64", unroll: 2, setup: setup, body: body}
	if s.lanes == 1 {
		l.name, l.unroll = "expOne", 1
	}
	s.emit(l)
}

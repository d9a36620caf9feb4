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

// exponential is e^x over vectors, by the steps of simd.Exp1.
type exponential struct {
	s                                   *set
	hi, lo                              reg.VecVirtual
	perLn2, shift, one, ln2High, ln2Low Op
	even, odd                           [5]Op
}

// setup loads the constants.
func (e *exponential) setup() {
	s := e.s
	e.hi, e.lo = s.inRegister(math.Float64bits(expMax)), s.inRegister(math.Float64bits(expMin))
	e.shift, e.one = s.number(shifter), s.number(1)
	inMemory := func(x float64) Op { return s.inMemory(math.Float64bits(x)) }
	e.perLn2, e.ln2High, e.ln2Low = inMemory(log2e), inMemory(ln2Hi), inMemory(ln2Lo)
	for i := range e.even {
		e.even[i], e.odd[i] = s.number(expEven[i]), s.number(expOdd[i])
	}
}

// of gives e^x and overwrites x. The steps of the vectors of a turn alternate,
// as each waits for the last.
func (e *exponential) of(x group) group {
	s := e.s
	fresh := func() group {
		g := make(group, len(x))
		for i := range g {
			g[i] = s.vec()
		}
		return g
	}
	step := x.step
	// A NaN is the second source of min and max, which they hand on.
	step(func(i int) { VMINPD(x[i], e.hi, x[i]) })
	step(func(i int) { VMAXPD(x[i], e.lo, x[i]) })
	t, m := fresh(), fresh()
	step(func(i int) { VMOVAPD(e.shift, t[i]) })
	step(func(i int) { VFMADD231PD(e.perLn2, x[i], t[i]) })
	step(func(i int) { VSUBPD(e.shift, t[i], m[i]) })
	r := x
	step(func(i int) { VFNMADD231PD(e.ln2High, m[i], r[i]) })
	step(func(i int) { VFNMADD231PD(e.ln2Low, m[i], r[i]) })
	r2, p, q := fresh(), fresh(), fresh()
	step(func(i int) { VMULPD(r[i], r[i], r2[i]) })
	step(func(i int) { VMOVAPD(e.even[4], p[i]) })
	step(func(i int) { VMOVAPD(e.odd[4], q[i]) })
	for j := 3; j >= 0; j-- {
		step(func(i int) { VFMADD213PD(e.even[j], r2[i], p[i]) })
		step(func(i int) { VFMADD213PD(e.odd[j], r2[i], q[i]) })
	}
	y := q
	step(func(i int) { VFMADD213PD(p[i], r[i], y[i]) })
	step(func(i int) { VFMADD213PD(e.one, r[i], y[i]) })
	step(func(i int) { VFMADD213PD(e.one, r[i], y[i]) })
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
	return y
}

// step does one step for each vector of a turn.
func (g group) step(f func(i int)) {
	for i := range g {
		f(i)
	}
}

// scaled sets y to k·y + c, of scalar arguments.
func (s *set) scaled(y group) {
	k, c := s.spread("k"), s.spread("c")
	y.step(func(i int) { VMULPD(k, y[i], y[i]) })
	y.step(func(i int) { VADDPD(c, y[i], y[i]) })
}

// exp writes the loops around the exponential. Scalars that are used once in a
// turn are loaded there, as the constants take most registers.
func (s *set) exp() {
	e := exponential{s: s}
	// k·e^(s·x) + c of x = a + o
	inner := func(x group, keep bool) (sum, y group) {
		o, factor := s.spread("o"), s.spread("s")
		x.step(func(i int) { VADDPD(o, x[i], x[i]) })
		sum = x
		if keep {
			x = make(group, len(sum))
			sum.step(func(i int) { x[i] = s.vec() })
		}
		x.step(func(i int) { VMULPD(factor, sum[i], x[i]) })
		y = e.of(x)
		s.scaled(y)
		return sum, y
	}
	l := loop{name: "exp", out: "dst", in: "a", more: "o, s, k, c float64", unroll: 2, setup: e.setup, body: func(in []group) []group {
		_, y := inner(in[0], false)
		return []group{y}
	}}
	if s.lanes == 1 {
		l.name, l.unroll = "expOne", 1
		s.emit(l)
		return
	}
	s.emit(l)
	l.name, l.more = "overExp", "o, s, k, c, n float64"
	l.body = func(in []group) []group {
		_, y := inner(in[0], false)
		n := s.spread("n")
		y.step(func(i int) { VDIVPD(y[i], n, y[i]) })
		return []group{y}
	}
	s.emit(l)
	l.name, l.more = "linoid", "o, s, k, c, w, p, q, n float64"
	l.body = func(in []group) []group {
		x, y := inner(in[0], true)
		n := s.spread("n")
		top := make(group, len(x))
		x.step(func(i int) { top[i] = s.vec(); VMULPD(n, x[i], top[i]) })
		y.step(func(i int) { VDIVPD(y[i], top[i], y[i]) })
		q, p := s.spread("q"), s.spread("p")
		x.step(func(i int) { VMULPD(q, x[i], top[i]) })
		x.step(func(i int) { VADDPD(p, top[i], top[i]) })
		size, w := s.inRegister(1<<63-1), s.spread("w")
		x.step(func(i int) { VANDPD(size, x[i], x[i]) })
		x.step(func(i int) { y[i] = s.choose(less, x[i], w, top[i], y[i]) })
		return []group{y}
	}
	s.emit(l)
	l.in, l.more = "a b r", "s float64"
	if !s.masks {
		l.unroll = 1
	}
	for _, relax := range []struct {
		name string
		do   func(...Op)
	}{{"relax", VMULPD}, {"relaxOver", VDIVPD}} {
		l.name = relax.name
		l.body = func(in []group) []group {
			a, b, r := in[0], in[1], in[2]
			factor := s.spread("s")
			r.step(func(i int) { relax.do(r[i], factor, r[i]) })
			y := e.of(r)
			one := s.inRegister(math.Float64bits(1))
			y.step(func(i int) { VSUBPD(y[i], one, y[i]) })
			y.step(func(i int) { VSUBPD(a[i], b[i], b[i]) })
			y.step(func(i int) { VMULPD(y[i], b[i], b[i]) })
			y.step(func(i int) { VADDPD(b[i], a[i], a[i]) })
			return []group{a}
		}
		s.emit(l)
	}
}

package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// The numbers of simd.Log1; see there.
const (
	logLn2Hi = 0x1.62e42feep-1
	logLn2Lo = 0x1.a39ef35793c76p-33
	logFirst = 0x3fe6a09e667f3bcd
	logShift = 0x3ff0000000000000 - logFirst
)

var logSeries = []float64{6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
	2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01}

// log writes the loop of the natural logarithm. Numbers that have none are
// replaced at the end.
func (s *set) log() {
	memory := func(x float64) Mem { return s.inMemory(math.Float64bits(x)) }
	load := func(m Mem) reg.VecVirtual { v := s.vec(); s.load(m, v); return v }
	series := func(n int) Mem { return memory(logSeries[n-1]) }
	s.emit(loop{name: "log", out: "dst", in: "a", unroll: 1, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual {
			x := v[0]
			normal := memory(0x1p-1022)
			scaled := s.vec()
			VMULPD(memory(0x1p54), x, scaled)
			y := s.choose(less, x, normal, scaled, x)
			bias := s.choose(less, x, normal, load(memory(0x1p52+1023+54)), load(memory(0x1p52+1023)))
			VPADDQ(s.inMemory(logShift), y, y)
			k := s.vec()
			VPSRLQ(U8(52), y, k)
			if s.masks {
				VPORQ(memory(0x1p52), k, k)
				VPANDQ(s.inMemory(1<<52-1), y, y)
			} else {
				VPOR(memory(0x1p52), k, k)
				VPAND(s.inMemory(1<<52-1), y, y)
			}
			VSUBPD(bias, k, k)
			f := y
			VPADDQ(s.inMemory(logFirst), f, f)
			VSUBPD(memory(1), f, f)
			q, s2, s4 := s.vec(), s.vec(), s.vec()
			VADDPD(memory(2), f, q)
			VDIVPD(q, f, q)
			VMULPD(q, q, s2)
			VMULPD(s2, s2, s4)
			t1, t2 := load(series(6)), load(series(7))
			VFMADD213PD(series(4), s4, t1)
			VFMADD213PD(series(5), s4, t2)
			VFMADD213PD(series(2), s4, t1)
			VFMADD213PD(series(3), s4, t2)
			VMULPD(s4, t1, t1)
			VFMADD213PD(series(1), s4, t2)
			r := t2
			VFMADD213PD(t1, s2, r)
			half := s.vec()
			VMULPD(memory(0.5), f, half)
			VMULPD(f, half, half)
			VADDPD(half, r, r)
			sum := s.vec()
			VMULPD(memory(logLn2Lo), k, sum)
			VFMADD231PD(q, r, sum)
			VSUBPD(sum, half, half)
			VSUBPD(f, half, half)
			VMULPD(memory(logLn2Hi), k, k)
			VSUBPD(half, k, k)
			zero := s.vec()
			VXORPD(zero, zero, zero)
			out := s.choose(lessEqual, x, zero, load(memory(math.NaN())), k)
			out = s.choose(equal, x, zero, load(memory(math.Inf(-1))), out)
			infinite := load(memory(math.Inf(1)))
			out = s.choose(equal, x, infinite, infinite, out)
			return s.choose(unordered, x, x, x, out)
		})
	}})
}

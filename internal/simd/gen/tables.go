package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// tableIndex writes the search for the place in a table.
func (s *set) tableIndex() {
	var from, perStep, last, zero reg.VecVirtual
	s.emit(loop{name: "tableIndex", out: "index theta", in: "x", more: "from, perStep, last float64", unroll: 2,
		setup: func() {
			from, perStep, last, zero = s.spread("from"), s.spread("perStep"), s.spread("last"), s.vec()
			VXORPD(zero, zero, zero)
		},
		body: func(in []group) []group {
			var index, theta group
			for _, u := range in[0] {
				VSUBPD(from, u, u)
				VMULPD(perStep, u, u)
				held, k := s.vec(), s.vec()
				VMAXPD(zero, u, held) // a NaN becomes 0
				VMINPD(last, held, held)
				const towardsZero = 3
				if s.masks {
					VRNDSCALEPD(U8(towardsZero), held, k)
				} else {
					VROUNDPD(U8(towardsZero), held, k)
				}
				VSUBPD(k, held, held)
				index, theta = append(index, k), append(theta, s.choose(unordered, u, u, u, held))
			}
			return []group{index, theta}
		}})
}

// tableRead writes the interpolation. Instructions that gather are slow on many
// processors, so the numbers are fetched one by one, and AVX-512 gains nothing.
// The place is held within the table here, too: what is read is memory of the
// table whatever the index says.
func (s *set) tableRead() {
	var last, zero, stride reg.VecVirtual
	var columns, below reg.Register
	s.emit(loop{name: "tableRead", out: "dst", in: "index theta", more: "table *float64, stride int, last float64", unroll: 1,
		setup: func() {
			last, zero, stride = s.spread("last"), s.vec(), XMM()
			VXORPD(zero, zero, zero)
			columns, below = Load(Param("table"), GP64()), GP64()
			step := Load(Param("stride"), GP64())
			LEAQ(Mem{Base: columns, Index: step, Scale: 8}, below)
			VMOVD(step.(reg.GPVirtual).As32(), stride)
			VPBROADCASTD(stride, stride)
		},
		body: func(in []group) []group {
			index, theta := in[0][0], in[1][0]
			VMAXPD(zero, index, index) // a NaN becomes 0
			VMINPD(last, index, index)
			x := XMM()
			VCVTTPD2DQY(index, x)
			VPMULLD(stride, x, x)
			var row [4]reg.GPVirtual
			for pair := range 2 {
				row[2*pair], row[2*pair+1] = GP64(), GP64()
				if pair == 0 {
					VMOVQ(x, row[1])
				} else {
					VPEXTRQ(U8(1), x, row[3])
				}
				MOVL(row[2*pair+1].As32(), row[2*pair].As32())
				SHRQ(U8(32), row[2*pair+1])
			}
			fetch := func(base reg.Register) reg.VecVirtual {
				at := func(k int) Mem { return Mem{Base: base, Index: row[k], Scale: 8} }
				low, high := YMM(), YMM()
				VMOVSD(at(0), low.AsX())
				VMOVHPD(at(1), low.AsX(), low.AsX())
				VMOVSD(at(2), high.AsX())
				VMOVHPD(at(3), high.AsX(), high.AsX())
				VINSERTF128(U8(1), high.AsX(), low, low)
				return low
			}
			a, b := fetch(columns), fetch(below)
			VSUBPD(a, b, b)
			VMULPD(theta, b, b)
			VADDPD(b, a, a)
			return []group{{a}}
		}})
}

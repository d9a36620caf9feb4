package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// tableIndex writes the search for the place in a table.
func (s *set) tableIndex() {
	p := place{s: s}
	s.emit(loop{name: "tableIndex", out: "index theta", in: "x", more: "from, perStep, last float64", unroll: 2, setup: p.setup,
		body: func(in []group) []group {
			var index, theta group
			for _, x := range in[0] {
				k, rest := p.of(x)
				index, theta = append(index, k), append(theta, rest)
			}
			return []group{index, theta}
		}})
}

// place finds the place of numbers in a table.
type place struct {
	s                         *set
	from, perStep, last, zero reg.VecVirtual
}

func (p *place) setup() {
	p.from, p.perStep, p.last, p.zero = p.s.spread("from"), p.s.spread("perStep"), p.s.spread("last"), p.s.vec()
	VXORPD(p.zero, p.zero, p.zero)
}

// of gives the index, a whole number, and the fraction; it overwrites u.
func (p *place) of(u reg.VecVirtual) (index, theta reg.VecVirtual) {
	s := p.s
	VSUBPD(p.from, u, u)
	VMULPD(p.perStep, u, u)
	held, k := s.vec(), s.vec()
	VMAXPD(p.zero, u, held) // a NaN becomes 0
	VMINPD(p.last, held, held)
	const towardsZero = 3
	if s.masks {
		VRNDSCALEPD(U8(towardsZero), held, k)
	} else {
		VROUNDPD(U8(towardsZero), held, k)
	}
	VSUBPD(k, held, held)
	return k, s.choose(unordered, u, u, u, held)
}

// rowsOf gives the offsets of four rows, from their numbers.
func rowsOf(index, stride reg.VecVirtual) (row [4]reg.GPVirtual) {
	x := XMM()
	VCVTTPD2DQY(index, x)
	VPMULLD(stride, x, x)
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
	return row
}

// tableRows writes the interpolation of two and of four columns side by side.
// The rows of an instance are interpolated as they lie in memory, and four
// instances transposed.
func (s *set) tableRows() {
	p := place{s: s}
	var stride reg.VecVirtual
	var table, below reg.Register
	setup := func() {
		p.setup()
		stride = XMM()
		table, below = Load(Param("table"), GP64()), GP64()
		step := Load(Param("stride"), GP64())
		LEAQ(Mem{Base: table, Index: step, Scale: 8}, below)
		VMOVD(step.(reg.GPVirtual).As32(), stride)
		VPBROADCASTD(stride, stride)
	}
	const more = "table *float64, stride int, from, perStep, last float64"
	between := func(a, b, theta reg.VecVirtual) reg.VecVirtual {
		VSUBPD(a, b, b)
		VMULPD(theta, b, b)
		VADDPD(b, a, a)
		return a
	}
	s.emit(loop{name: "tableFour", out: "a b c d", in: "x", more: more, unroll: 1, setup: setup, body: func(in []group) []group {
		index, theta := p.of(in[0][0])
		row := rowsOf(index, stride)
		var y [4]reg.VecVirtual
		for k := range y {
			top, bottom, part := YMM(), YMM(), YMM()
			VPERMPD(U8(0x55*k), theta, part)
			VMOVUPD(Mem{Base: table, Index: row[k], Scale: 8}, top)
			VMOVUPD(Mem{Base: below, Index: row[k], Scale: 8}, bottom)
			y[k] = between(top, bottom, part)
		}
		var pair [4]reg.VecVirtual // of columns 0 and 2, 1 and 3, of two instances
		for k := range 2 {
			pair[2*k], pair[2*k+1] = YMM(), YMM()
			VUNPCKLPD(y[2*k+1], y[2*k], pair[2*k])
			VUNPCKHPD(y[2*k+1], y[2*k], pair[2*k+1])
		}
		var out []group
		for k, half := range []uint8{0x20, 0x20, 0x31, 0x31} {
			v := YMM()
			VPERM2F128(U8(half), pair[2+k%2], pair[k%2], v)
			out = append(out, group{v})
		}
		return out
	}})
	s.emit(loop{name: "tableTwo", out: "a b", in: "x", more: more, unroll: 1, setup: setup, body: func(in []group) []group {
		index, theta := p.of(in[0][0])
		row := rowsOf(index, stride)
		var y [2]reg.VecVirtual // instances 0 and 2, 1 and 3
		for k := range y {
			fetch := func(base reg.Register) reg.VecVirtual {
				v := YMM()
				VMOVUPD(Mem{Base: base, Index: row[k], Scale: 8}, v.AsX())
				VINSERTF128(U8(1), Mem{Base: base, Index: row[k+2], Scale: 8}, v, v)
				return v
			}
			part := YMM()
			if k == 0 {
				VUNPCKLPD(theta, theta, part)
			} else {
				VUNPCKHPD(theta, theta, part)
			}
			y[k] = between(fetch(table), fetch(below), part)
		}
		a, b := YMM(), YMM()
		VUNPCKLPD(y[1], y[0], a)
		VUNPCKHPD(y[1], y[0], b)
		return []group{{a}, {b}}
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
			row := rowsOf(index, stride)
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

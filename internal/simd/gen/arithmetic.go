package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// each applies an operation to the k-th vectors of all groups.
func each(in []group, f func(v []reg.VecVirtual) reg.VecVirtual) []group {
	var out group
	for k := range in[0] {
		v := make([]reg.VecVirtual, len(in))
		for j := range in {
			v[j] = in[j][k]
		}
		out = append(out, f(v))
	}
	return []group{out}
}

// arithmetic writes the loops of + - * /, of their fusions, and of the sign.
func (s *set) arithmetic() {
	type operation = func(...Op)
	var scalar reg.VecVirtual
	loadScalar := func() { scalar = s.spread("s") }
	for _, op := range []struct {
		name string
		do   operation
	}{{"add", VADDPD}, {"sub", VSUBPD}, {"mul", VMULPD}, {"div", VDIVPD}} {
		s.emit(loop{name: op.name, out: "dst", in: "a b", unroll: 4, body: func(in []group) []group {
			return each(in, func(v []reg.VecVirtual) reg.VecVirtual { op.do(v[1], v[0], v[0]); return v[0] })
		}})
		s.emit(loop{name: op.name + "S", out: "dst", in: "a", more: "s float64", unroll: 4, setup: loadScalar, body: func(in []group) []group {
			return each(in, func(v []reg.VecVirtual) reg.VecVirtual { op.do(scalar, v[0], v[0]); return v[0] })
		}})
		if op.name == "sub" || op.name == "div" {
			s.emit(loop{name: "s" + op.name, out: "dst", in: "a", swapped: true, more: "s float64", unroll: 4, setup: loadScalar, body: func(in []group) []group {
				return each(in, func(v []reg.VecVirtual) reg.VecVirtual { op.do(v[0], scalar, v[0]); return v[0] })
			}})
		}
	}
	for _, fused := range []struct {
		name  string
		first operation // of a and b
		then  operation // with c
	}{{"mul3", VMULPD, VMULPD}, {"mulAdd", VMULPD, VADDPD}, {"subMul", VSUBPD, VMULPD}} {
		s.emit(loop{name: fused.name, out: "dst", in: "a b c", unroll: 2, body: func(in []group) []group {
			return each(in, func(v []reg.VecVirtual) reg.VecVirtual {
				fused.first(v[1], v[0], v[0])
				fused.then(v[2], v[0], v[0])
				return v[0]
			})
		}})
	}
	for _, product := range []struct{ name, in string }{{"mul4", "a b c d"}, {"mul5", "a b c d e"}} {
		s.emit(loop{name: product.name, out: "dst", in: product.in, unroll: 2, body: func(in []group) []group {
			return each(in, func(v []reg.VecVirtual) reg.VecVirtual {
				for _, x := range v[1:] {
					VMULPD(x, v[0], v[0])
				}
				return v[0]
			})
		}})
	}
	s.emit(loop{name: "sum3", out: "dst", in: "a b c", unroll: 2, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual {
			VADDPD(v[1], v[0], v[0])
			VADDPD(v[2], v[0], v[0])
			return v[0]
		})
	}})
	s.emit(loop{name: "ohm", out: "dst sum slope", in: "v e g sum slope", unroll: 2, body: func(in []group) []group {
		v, e, g, sum, slope := in[0], in[1], in[2], in[3], in[4]
		for k := range v {
			VSUBPD(e[k], v[k], v[k])
			VMULPD(g[k], v[k], v[k])
			VADDPD(v[k], sum[k], sum[k])
			VADDPD(g[k], slope[k], slope[k])
		}
		return []group{v, sum, slope}
	}})
	s.emit(loop{name: "approach", out: "dst", in: "a b c", unroll: 2, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual {
			VSUBPD(v[0], v[1], v[1])
			VMULPD(v[2], v[1], v[1])
			VADDPD(v[1], v[0], v[0])
			return v[0]
		})
	}})
	var pattern reg.VecVirtual
	const sign = 1 << 63
	s.emit(loop{name: "neg", out: "dst", in: "a", unroll: 4, setup: func() { pattern = s.inRegister(sign) }, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual { VXORPD(pattern, v[0], v[0]); return v[0] })
	}})
	s.emit(loop{name: "abs", out: "dst", in: "a", unroll: 4, setup: func() { pattern = s.inRegister(sign - 1) }, body: func(in []group) []group {
		return each(in, func(v []reg.VecVirtual) reg.VecVirtual { VANDPD(pattern, v[0], v[0]); return v[0] })
	}})
	s.emit(loop{name: "fill", out: "dst", more: "s float64", unroll: 4, setup: loadScalar, body: func(in []group) []group {
		return each(in, func([]reg.VecVirtual) reg.VecVirtual { return scalar })
	}})
}

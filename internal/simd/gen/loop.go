package main

import (
	"math"
	"slices"
	"strings"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// group is the vectors that one turn of a loop holds of one argument.
type group []reg.VecVirtual

// loop is an operation that goes element by element.
type loop struct {
	name    string
	out, in string // names of the vectors that are written and read, by spaces; one may be both
	more    string // further arguments, as in a signature
	swapped bool   // the further arguments stand before the input
	unroll  int    // vectors in a turn

	// body sets the output groups from the input groups. Constants and scalars
	// it loads in setup, which runs before the loop.
	setup func()
	body  func(in []group) []group
}

// emit writes the function: turns of unroll vectors, single vectors, and the
// rest under a mask, so that nothing beyond the slices is read or written.
func (s *set) emit(l loop) {
	outs, ins := strings.Fields(l.out), strings.Fields(l.in)
	arguments := []string{strings.Join(outs, ", ") + " []float64"}
	read := slices.DeleteFunc(slices.Clone(ins), func(name string) bool { return slices.Contains(outs, name) })
	if len(read) > 0 {
		arguments = append(arguments, strings.Join(read, ", ")+" []float64")
	}
	if l.more != "" {
		arguments = append(arguments, l.more)
	}
	if l.swapped {
		arguments[1], arguments[2] = arguments[2], arguments[1]
	}
	TEXT(l.name+s.suffix, 4, "func("+strings.Join(arguments, ", ")+")") // NOSPLIT
	Pragma("noescape")

	pointer := map[string]reg.Register{}
	for _, name := range append(outs[:len(outs):len(outs)], read...) {
		pointer[name] = Load(Param(name).Base(), GP64())
	}
	n := Load(Param(outs[0]).Len(), GP64())
	if l.setup != nil {
		l.setup()
	}
	i := GP64()
	XORQ(i, i)
	place := func(name string, k int) Mem {
		return Mem{Base: pointer[name], Index: i, Scale: 8, Disp: 8 * s.lanes * k}
	}
	turn := func(unroll int) {
		groups := make([]group, len(ins))
		for j, name := range ins {
			for k := range unroll {
				v := s.vec()
				s.load(place(name, k), v)
				groups[j] = append(groups[j], v)
			}
		}
		if len(ins) == 0 {
			groups = []group{make(group, unroll)}
		}
		for j, g := range l.body(groups) {
			for k := range unroll {
				s.store(g[k], place(outs[j], k))
			}
		}
		ADDQ(U8(s.lanes*unroll), i)
		SUBQ(U8(s.lanes*unroll), n)
	}
	several := func(unroll int, label, next string) {
		SUBQ(U8(s.lanes*unroll), n)
		JLT(LabelRef(next + "_enter"))
		Label(label)
		turn(unroll)
		JGE(LabelRef(label))
		Label(next + "_enter")
		ADDQ(U8(s.lanes*unroll), n)
	}
	if l.unroll > 1 {
		several(l.unroll, "turns", "singles")
	}
	several(1, "singles", "rest")
	if s.lanes == 1 {
		RET()
		return
	}
	JE(LabelRef("done"))

	load, store := s.masked(n)
	groups := make([]group, len(ins))
	for j, name := range ins {
		v := s.vec()
		load(place(name, 0), v)
		groups[j] = group{v}
	}
	if len(ins) == 0 {
		groups = []group{make(group, 1)}
	}
	for j, g := range l.body(groups) {
		store(g[0], place(outs[j], 0))
	}
	Label("done")
	VZEROUPPER()
	RET()
}

// masked gives the load and the store of the first n lanes, n below a vector.
func (s *set) masked(n reg.Register) (load func(Mem, reg.VecVirtual), store func(reg.VecVirtual, Mem)) {
	if s.masks {
		ones, k := GP32(), K()
		MOVL(I32(-1), ones)
		BZHIL(n.(reg.GPVirtual).As32(), ones, ones)
		KMOVW(ones, k)
		return func(m Mem, v reg.VecVirtual) { VMOVUPD_Z(m, k, v) },
			func(v reg.VecVirtual, m Mem) { VMOVUPD(v, k, m) }
	}
	table, mask := GP64(), YMM()
	LEAQ(s.maskTable().Offset(32), table)
	NEGQ(n)
	VMOVUPD(Mem{Base: table, Index: n, Scale: 8}, mask)
	return func(m Mem, v reg.VecVirtual) { VMASKMOVPD(m, mask, v) },
		func(v reg.VecVirtual, m Mem) { VMASKMOVPD(v, mask, m) }
}

var maskTable *Mem

// maskTable is four lanes of ones and four of zeros: read n lanes before the
// middle, it has ones in the first n.
func (s *set) maskTable() Mem {
	if maskTable == nil {
		m := GLOBL("lanesAVX2", 8|16)
		for i := range 8 {
			b := uint64(math.MaxUint64)
			if i >= 4 {
				b = 0
			}
			DATA(8*i, U64(b))
		}
		maskTable = &m
	}
	return *maskTable
}

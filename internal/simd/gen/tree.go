package main

import (
	"strconv"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// runBytes is the size of a simd.Run: row, parent, n.
const runBytes = 12

// widths are the vectors that a run is cut into, the widest first: a single
// number can be loaded again at once where a part of a vector could not.
func (s *set) widths() []int {
	if s.lanes == 8 {
		return []int{8, 4, 1}
	}
	return []int{4, 1}
}

// narrower gives the instruction set with shorter vectors.
func (s *set) narrower(lanes int) *set {
	x := *s
	x.lanes = lanes
	return &x
}

// narrow is the register's part of as many lanes as the set has.
func (s *set) narrow(v reg.VecVirtual) reg.VecVirtual {
	switch s.lanes {
	case 8:
		return v
	case 4:
		return v.AsY().(reg.VecVirtual)
	}
	return v.AsX().(reg.VecVirtual)
}

// tree writes the loops over runs of rows whose parents are runs.
func (s *set) tree() {
	s.runs("eliminate", "a, b, d, rhs, v", true, func(w *set, at, up func(string) Mem, one reg.VecVirtual) {
		load := func(m Mem) reg.VecVirtual { v := w.vec(); w.load(m, v); return v }
		a, b := load(at("a")), load(at("b"))
		pivot, dv, own := load(at("d")), load(up("v")), load(at("v"))
		x, dUp, xUp := load(at("rhs")), load(up("d")), load(up("rhs"))
		VSUBPD(b, pivot, pivot)
		VDIVPD(pivot, one, pivot)
		VSUBPD(own, dv, dv)
		VFNMADD231PD(b, dv, x)
		VSUBPD(a, dUp, dUp)
		VFMADD231PD(a, dv, xUp)
		VMULPD(pivot, a, a)
		w.store(pivot, at("d"))
		w.store(x, at("rhs"))
		VFNMADD231PD(a, b, dUp)
		VFNMADD231PD(a, x, xUp)
		w.store(dUp, up("d"))
		w.store(xUp, up("rhs"))
	})
	s.runs("substitute", "b, d, rhs", false, func(w *set, at, up func(string) Mem, _ reg.VecVirtual) {
		b, d, x, above := w.vec(), w.vec(), w.vec(), w.vec()
		w.load(at("b"), b)
		w.load(at("d"), d)
		w.load(at("rhs"), x)
		w.load(up("rhs"), above)
		VFNMADD231PD(b, above, x)
		VMULPD(d, x, x)
		w.store(x, at("rhs"))
	})
}

// runs writes a function that goes through a list of runs, from its end if
// backwards, and does body to all vectors of each.
func (s *set) runs(name, columns string, backwards bool, body func(w *set, at, up func(string) Mem, one reg.VecVirtual)) {
	TEXT(name+s.suffix, 4, "func("+columns+" *float64, runs *int32, n int)") // NOSPLIT
	Pragma("noescape")
	base := map[string]reg.Register{}
	for _, c := range []string{"a", "b", "d", "rhs", "v"} {
		if name == "eliminate" || c == "b" || c == "d" || c == "rhs" {
			base[c] = Load(Param(c), GP64())
		}
	}
	run, count := Load(Param("runs"), GP64()), Load(Param("n"), GP64())
	var one reg.VecVirtual
	step := func() { ADDQ(U8(runBytes), run) }
	if backwards {
		one = s.inRegister(0x3ff0000000000000)
		last := GP64()
		IMUL3Q(U8(runBytes), count, last)
		ADDQ(last, run)
		SUBQ(U8(runBytes), run)
		step = func() { SUBQ(U8(runBytes), run) }
	}
	row, parent, left := GP64(), GP64(), GP64()
	at := func(c string) Mem { return Mem{Base: base[c], Index: row, Scale: 8} }
	up := func(c string) Mem { return Mem{Base: base[c], Index: parent, Scale: 8} }
	Label("run")
	MOVLQSX(Mem{Base: run}, row)
	MOVLQSX(Mem{Base: run, Disp: 4}, parent)
	MOVLQSX(Mem{Base: run, Disp: 8}, left)
	for _, lanes := range s.widths() {
		w := s.narrower(lanes)
		label := "by" + strconv.Itoa(lanes)
		SUBQ(U8(lanes), left)
		JLT(LabelRef(label + "_none"))
		Label(label)
		var unit reg.VecVirtual
		if backwards {
			unit = w.narrow(one)
		}
		body(w, at, up, unit)
		ADDQ(U8(lanes), row)
		ADDQ(U8(lanes), parent)
		SUBQ(U8(lanes), left)
		JGE(LabelRef(label))
		Label(label + "_none")
		ADDQ(U8(lanes), left)
	}
	step()
	DECQ(count)
	JNE(LabelRef("run"))
	VZEROUPPER()
	RET()
}

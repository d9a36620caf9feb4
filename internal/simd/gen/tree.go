package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// runBytes is the size of a simd.Run: Row, Parent, N, Levels.
const runBytes = 16

// columnsOfRun is a number of columns of a run that are done at once: vectors of
// so many lanes.
type columnsOfRun struct{ lanes, vectors int }

// widths is how the columns of a run are dealt, the widest first.
func (s *set) widths() []columnsOfRun {
	if s.lanes == 8 {
		return []columnsOfRun{{8, 2}, {8, 1}, {4, 1}, {2, 1}, {1, 1}}
	}
	return []columnsOfRun{{4, 2}, {4, 1}, {2, 1}, {1, 1}}
}

// narrower gives the instruction set with shorter vectors.
func (s *set) narrower(lanes int) *set {
	x := *s
	x.lanes = lanes
	return &x
}

// tree writes the loops over runs (simd.Run). Both go through all levels of some
// columns, and what a level hands on to the next stays in registers.
func (s *set) tree() {
	s.eliminate()
	s.substitute()
	s.potentials()
}

// potentials writes the loop of dst = a + s b, dst2 = k c b.
func (s *set) potentials() {
	var step, factor reg.VecVirtual
	s.emit(loop{name: "move", out: "dst dst2", in: "a b c", more: "s, k float64", unroll: 2,
		setup: func() { step, factor = s.spread("s"), s.spread("k") },
		body: func(in []group) []group {
			a, b, c := in[0], in[1], in[2]
			for i := range a {
				VMULPD(factor, c[i], c[i])
				VMULPD(b[i], c[i], c[i])
				VMULPD(step, b[i], b[i])
				VADDPD(b[i], a[i], a[i])
			}
			return []group{a, c}
		}})
}

func (s *set) eliminate() {
	TEXT("eliminate"+s.suffix, 4, "func(a, b, d, rhs, v *float64, runs *int32, n int)") // NOSPLIT
	Pragma("noescape")
	base := map[string]reg.Register{}
	for _, c := range []string{"a", "b", "d", "rhs", "v"} {
		base[c] = Load(Param(c), GP64())
	}
	run, count := Load(Param("runs"), GP64()), Load(Param("n"), GP64())
	SHLQ(U8(4), count) // runBytes
	ADDQ(count, run)
	one := s.inMemory(0x3ff0000000000000)
	last, parent, n, left, levels := GP64(), GP64(), GP64(), GP64(), GP64()
	row, up := GP64(), GP64()
	Label("run")
	SUBQ(U8(runBytes), run)
	MOVLQSX(Mem{Base: run, Disp: 8}, n)
	MOVLQSX(Mem{Base: run, Disp: 12}, last)
	DECQ(last)
	IMULQ(n, last)
	MOVLQSX(Mem{Base: run}, row)
	ADDQ(row, last)
	MOVLQSX(Mem{Base: run, Disp: 4}, parent)
	MOVQ(n, left)
	for _, width := range s.widths() {
		w := s.narrower(width.lanes)
		all := width.lanes * width.vectors
		label := fmt.Sprintf("by%d", all)
		at := func(c string, index reg.Register, k int) Mem {
			return Mem{Base: base[c], Index: index, Scale: 8, Disp: 8 * w.lanes * k}
		}
		load := func(m Mem) reg.VecVirtual { v := w.vec(); w.load(m, v); return v }
		SUBQ(U8(all), left)
		JLT(LabelRef(label + "_none"))
		Label(label)
		MOVQ(last, row)
		MOVLQSX(Mem{Base: run, Disp: 12}, levels)
		var d, x, v [2]reg.VecVirtual
		for k := range width.vectors {
			d[k], x[k], v[k] = load(at("d", row, k)), load(at("rhs", row, k)), load(at("v", row, k))
		}
		// step takes the rows out of the equations of their parents.
		step := func(up reg.Register) {
			for k := range width.vectors {
				a, b := load(at("a", row, k)), load(at("b", row, k))
				pivot, dv := w.vec(), load(at("v", up, k))
				VSUBPD(b, d[k], d[k])
				w.load(one, pivot)
				VDIVPD(d[k], pivot, pivot)
				next := w.vec()
				VMOVAPD(dv, next)
				VSUBPD(v[k], dv, dv)
				VMOVAPD(next, v[k])
				VFNMADD231PD(b, dv, x[k])
				w.store(pivot, at("d", row, k))
				w.store(x[k], at("rhs", row, k))
				xUp, dUp := load(at("rhs", up, k)), load(at("d", up, k))
				VFMADD231PD(a, dv, xUp)
				VSUBPD(a, dUp, dUp)
				VMULPD(pivot, a, a)
				VFNMADD231PD(a, x[k], xUp)
				VFNMADD231PD(a, b, dUp)
				VMOVAPD(xUp, x[k])
				VMOVAPD(dUp, d[k])
			}
		}
		DECQ(levels)
		JE(LabelRef(label + "_first"))
		Label(label + "_level")
		MOVQ(row, up)
		SUBQ(n, up)
		step(up)
		MOVQ(up, row)
		DECQ(levels)
		JNE(LabelRef(label + "_level"))
		Label(label + "_first")
		step(parent)
		for k := range width.vectors {
			w.store(d[k], at("d", parent, k))
			w.store(x[k], at("rhs", parent, k))
		}
		ADDQ(U8(all), last)
		ADDQ(U8(all), parent)
		SUBQ(U8(all), left)
		JGE(LabelRef(label))
		Label(label + "_none")
		ADDQ(U8(all), left)
	}
	SUBQ(U8(runBytes), count)
	JNE(LabelRef("run"))
	VZEROUPPER()
	RET()
}

func (s *set) substitute() {
	TEXT("substitute"+s.suffix, 4, "func(b, d, rhs *float64, runs *int32, n int)") // NOSPLIT
	Pragma("noescape")
	base := map[string]reg.Register{}
	for _, c := range []string{"b", "d", "rhs"} {
		base[c] = Load(Param(c), GP64())
	}
	run, count := Load(Param("runs"), GP64()), Load(Param("n"), GP64())
	first, parent, n, left, levels, row := GP64(), GP64(), GP64(), GP64(), GP64(), GP64()
	Label("run")
	MOVLQSX(Mem{Base: run}, first)
	MOVLQSX(Mem{Base: run, Disp: 4}, parent)
	MOVLQSX(Mem{Base: run, Disp: 8}, n)
	MOVQ(n, left)
	for _, width := range s.widths() {
		w := s.narrower(width.lanes)
		all := width.lanes * width.vectors
		label := fmt.Sprintf("by%d", all)
		at := func(c string, index reg.Register, k int) Mem {
			return Mem{Base: base[c], Index: index, Scale: 8, Disp: 8 * w.lanes * k}
		}
		load := func(m Mem) reg.VecVirtual { v := w.vec(); w.load(m, v); return v }
		SUBQ(U8(all), left)
		JLT(LabelRef(label + "_none"))
		Label(label)
		MOVQ(first, row)
		MOVLQSX(Mem{Base: run, Disp: 12}, levels)
		var x [2]reg.VecVirtual
		for k := range width.vectors {
			x[k] = load(at("rhs", parent, k))
		}
		Label(label + "_level")
		for k := range width.vectors {
			b, d, own := load(at("b", row, k)), load(at("d", row, k)), load(at("rhs", row, k))
			VFNMADD231PD(b, x[k], own)
			VMULPD(d, own, x[k])
			w.store(x[k], at("rhs", row, k))
		}
		ADDQ(n, row)
		DECQ(levels)
		JNE(LabelRef(label + "_level"))
		ADDQ(U8(all), first)
		ADDQ(U8(all), parent)
		SUBQ(U8(all), left)
		JGE(LabelRef(label))
		Label(label + "_none")
		ADDQ(U8(all), left)
	}
	ADDQ(U8(runBytes), run)
	DECQ(count)
	JNE(LabelRef("run"))
	VZEROUPPER()
	RET()
}

package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/random123"
	"github.com/gneuron/gneuron/mechanism"
)

// withStream runs f on the stream behind a pointer: an object, a RANDOM
// variable, or the one of a script's Random.
func (m *machine) withStream(r ref, pos fault.Pos, f func(s *random123.Stream)) {
	switch b := r.base.(type) {
	case *random123.Stream:
		f(b)
	case cStream:
		s := m.in.Mech.LoadStream(m.cols, b.at, m.row)
		f(&s)
		mechanism.StoreStream(m.cols, b.at, m.row, &s)
	case mechanism.Random123:
		s := b.Stream()
		if s == nil {
			panic(m.u.failure(fault.Model, pos, "the Random draws from another generator than Random123"))
		}
		f(s)
	default:
		panic(m.u.failure(fault.Model, pos, "there is no Random123 stream here"))
	}
}

func cWithStream(a *cArgs, f func(m *machine, s *random123.Stream) float64) cValue {
	p, pos := a.pointer(0), a.pos()
	return realValue(func(m *machine) (y float64) {
		m.withStream(p(m), pos, func(s *random123.Stream) { y = f(m, s) })
		return y
	})
}

func cDraw(a *cArgs, draw func(s *random123.Stream) float64) cValue {
	return cWithStream(a, func(_ *machine, s *random123.Stream) float64 { return draw(s) })
}

func cNewStream(a *cArgs) cValue {
	id := [3]whole{a.whole(0), a.whole(1), a.whole(2)}
	return refValue(cVoidStar, func(m *machine) ref {
		s := random123.New(uint32(id[0](m)), uint32(id[1](m)), uint32(id[2](m)))
		s.Global = &m.in.Mech.Random.Global
		return ref{base: s}
	})
}

func cSetSeq(a *cArgs) cValue {
	seq, which := a.value(1), a.whole(2)
	if a.n() == 2 { // the place as one number
		f := seq.real()
		return cWithStream(a, func(m *machine, s *random123.Stream) float64 { setSequence(s, f(m)); return 0 })
	}
	k := seq.whole(cLongType)
	return cWithStream(a, func(m *machine, s *random123.Stream) float64 {
		s.SetSeq(uint32(k(m)), int(which(m)))
		return 0
	})
}

func cGetSeq(a *cArgs) cValue {
	seq, which, pos := a.pointer(1), a.pointer(2), a.pos()
	return cWithStream(a, func(m *machine, s *random123.Stream) float64 {
		k, w := s.Seq()
		m.storeWhole(seq(m), cNamedTypes["uint32_t"], int64(k), pos)
		m.storeWhole(which(m), cCharType, int64(w), pos)
		return 0
	})
}

func cGetIDs(a *cArgs) cValue {
	to, pos := [3]pointer{a.pointer(1), a.pointer(2), a.pointer(3)}, a.pos()
	return cWithStream(a, func(m *machine, s *random123.Stream) float64 {
		for i, id := range [3]uint32{s.ID1, s.ID2, s.ID3} {
			if p := to[i](m); !p.isNull() {
				m.storeWhole(p, cNamedTypes["uint32_t"], int64(id), pos)
			}
		}
		return 0
	})
}

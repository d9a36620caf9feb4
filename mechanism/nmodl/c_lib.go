package nmodl

import (
	"math"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/random"
	"github.com/gneuron/gneuron/internal/random123"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// cLibrary holds the functions that C code can call, besides those of the math
// library. It is filled in init: functions refer to each other.
var cLibrary map[string]func(a *cArgs) cValue

func init() {
	cLibrary = map[string]func(a *cArgs) cValue{
		// numbers
		"abs": func(a *cArgs) cValue {
			k := a.whole(0)
			return wholeValue(func(m *machine) int64 { y := k(m); return max(y, -y) })
		},
		"isnan": func(a *cArgs) cValue {
			f := a.real(0)
			return truthValue(func(m *machine) bool { return math.IsNaN(f(m)) })
		},
		"isinf": func(a *cArgs) cValue {
			f := a.real(0)
			return truthValue(func(m *machine) bool { return math.IsInf(f(m), 0) })
		},
		"rint":      func(a *cArgs) cValue { return cMath(a, math.RoundToEven) },
		"nearbyint": func(a *cArgs) cValue { return cMath(a, math.RoundToEven) },
		"cbrt":      func(a *cArgs) cValue { return cMath(a, math.Cbrt) },
		"exp2":      func(a *cArgs) cValue { return cMath(a, math.Exp2) },
		"log2":      func(a *cArgs) cValue { return cMath(a, math.Log2) },
		"lgamma":    func(a *cArgs) cValue { return cMath(a, func(y float64) float64 { z, _ := math.Lgamma(y); return z }) },
		"asinh":     func(a *cArgs) cValue { return cMath(a, math.Asinh) },
		"acosh":     func(a *cArgs) cValue { return cMath(a, math.Acosh) },
		"atanh":     func(a *cArgs) cValue { return cMath(a, math.Atanh) },
		"fabsf":     func(a *cArgs) cValue { return cMath(a, math.Abs) },
		"hoc_Exp":   func(a *cArgs) cValue { return cMath(a, functions1["exp"]) },

		// messages
		"printf":   func(a *cArgs) cValue { return cPrint(a, 0) },
		"nrnpy_pr": func(a *cArgs) cValue { return cPrint(a, 0) },
		"Printf":   func(a *cArgs) cValue { return cPrint(a, 0) },
		"Fprintf":  cFprintf,
		"fprintf":  cFprintf,
		"puts": func(a *cArgs) cValue {
			s := a.text(0)
			return void(func(m *machine) { m.print(s(m) + "\n") })
		},
		"fflush":  func(a *cArgs) cValue { return void(func(*machine) {}) },
		"sprintf": cSprintf, "snprintf": cSprintf,
		"hoc_execerror": cStop, "hoc_execerr_ext": cStop, "hxe": cStop,
		"hoc_warning": func(a *cArgs) cValue {
			s, t := a.text(0), a.pointer(1)
			pos := a.pos()
			return void(func(m *machine) {
				text := s(m)
				if p := t(m); !p.isNull() {
					text += " " + m.text(p, pos)
				}
				m.print("Warning: " + text + "\n")
			})
		},
		"assert": func(a *cArgs) cValue {
			c, pos := a.value(0).test(), a.pos()
			return void(func(m *machine) {
				if !c(m) {
					panic(m.u.failure(fault.Model, pos, "an assert of the C code does not hold"))
				}
			})
		},
		"exit": cStop, "abort": cStop, "abort_run": cStop,

		// arguments of a script's call
		"ifarg": func(a *cArgs) cValue {
			k := a.whole(0)
			return truthValue(func(m *machine) bool { i := k(m); return i >= 1 && i <= int64(len(m.args)) })
		},
		"getarg": cGetarg, "hoc_getarg": cGetarg, "hoc_pgetarg": cGetarg,
		"chkarg": func(a *cArgs) cValue {
			k, lo, hi, pos := a.whole(0), a.real(1), a.real(2), a.pos()
			return realValue(func(m *machine) float64 {
				i := k(m)
				y, low, high := m.numberArg(i, pos), lo(m), hi(m)
				if !(y >= low && y <= high) {
					f := m.u.failure(fault.Range, pos, "argument %d is %g, outside %g to %g", i, y, low, high)
					f.err.Value, f.err.Lo, f.err.Hi, f.err.HasRange = y, low, high, true
					panic(f)
				}
				return y
			})
		},
		"gargstr": cGargstr, "hoc_gargstr": cGargstr,
		"hoc_is_double_arg":  func(a *cArgs) cValue { return cIsArg(a, func(v any) bool { _, ok := v.(float64); return ok }) },
		"hoc_is_str_arg":     func(a *cArgs) cValue { return cIsArg(a, func(v any) bool { _, ok := v.(string); return ok }) },
		"hoc_is_pdouble_arg": func(a *cArgs) cValue { return cIsArg(a, func(v any) bool { _, ok := v.(*float64); return ok }) },
		"hoc_is_object_arg": func(a *cArgs) cValue {
			return cIsArg(a, func(v any) bool {
				switch v.(type) {
				case float64, string, *float64, nil:
					return false
				}
				return true
			})
		},

		// text
		"strlen": func(a *cArgs) cValue {
			s := a.text(0)
			return cValue{t: cNamedTypes["size_t"], k: func(m *machine) int64 { return int64(len(s(m))) }}
		},
		"strcmp": func(a *cArgs) cValue {
			s, t := a.text(0), a.text(1)
			return wholeValue(func(m *machine) int64 { return int64(strings.Compare(s(m), t(m))) })
		},
		"strncmp": func(a *cArgs) cValue {
			s, t, k := a.text(0), a.text(1), a.whole(2)
			return wholeValue(func(m *machine) int64 {
				n := int(max(0, min(k(m), 1<<30)))
				cut := func(s string) string { return s[:min(n, len(s))] }
				return int64(strings.Compare(cut(s(m)), cut(t(m))))
			})
		},
		"strcpy": cStrcpy, "strncpy": cStrcpy,

		// memory
		"malloc": cMalloc, "emalloc": cMalloc, "hoc_Emalloc": cMalloc,
		"calloc": cMalloc, "ecalloc": cMalloc, "hoc_Ecalloc": cMalloc,
		"realloc": cRealloc, "erealloc": cRealloc,
		"free": func(a *cArgs) cValue {
			p := a.value(0).effect()
			return void(func(m *machine) { p(m) })
		},
		"hoc_malchk": func(a *cArgs) cValue { return void(func(*machine) {}) },

		// the simulator
		"net_send": func(a *cArgs) cValue {
			at, flag := a.real(3), a.real(4)
			return void(func(m *machine) { m.in.Sim.NetSend(m.in, at(m)-m.env[kernel.T], flag(m)) })
		},
		"artcell_net_send": func(a *cArgs) cValue { return cLibrary["net_send"](a) },
		"net_event": func(a *cArgs) cValue {
			at := a.real(1)
			return void(func(m *machine) { m.in.Sim.NetEvent(m.in, at(m)) })
		},
		"net_move": func(a *cArgs) cValue {
			at := a.real(2)
			return void(func(m *machine) { m.in.Sim.NetMove(m.in, at(m)) })
		},
		"nrn_fake_fire": func(a *cArgs) cValue {
			gid, at := a.whole(0), a.real(1)
			return void(func(m *machine) {
				if sim, ok := m.in.Sim.(mechanism.GidFirer); ok {
					sim.FireGid(int(gid(m)), at(m))
				}
			})
		},
		"artcell_net_move": func(a *cArgs) cValue { return cLibrary["net_move"](a) },
		"state_discontinuity": func(a *cArgs) cValue {
			p, y, pos := a.pointer(1), a.real(2), a.pos()
			return void(func(m *machine) { m.storeReal(p(m), cDoubleType, y(m), pos) })
		},
		"at_time": func(a *cArgs) cValue {
			te := a.real(a.n() - 1)
			return truthValue(func(m *machine) bool {
				at := te(m) - 1e-11
				return at <= m.env[kernel.T] && m.env[kernel.T]-m.env[kernel.Dt] < at
			})
		},
		"nrn_pointing": func(a *cArgs) cValue {
			p := a.pointer(0)
			return truthValue(func(m *machine) bool { return !p(m).isNull() })
		},
		"nrn_ghk": func(a *cArgs) cValue {
			v, ci, co, z := a.real(0), a.real(1), a.real(2), a.real(3)
			return realValue(func(m *machine) float64 { return mechanism.GHK(v(m), ci(m), co(m), z(m), m.env[kernel.Celsius]) })
		},
		"nernst": func(a *cArgs) cValue {
			in, out, z := a.real(0), a.real(1), a.real(2)
			return realValue(func(m *machine) float64 { return mechanism.Nernst(in(m), out(m), z(m), m.env[kernel.Celsius]) })
		},

		// Vectors
		"vector_capacity":    cVectorLength,
		"vector_buffer_size": cVectorLength,
		"vector_vec": func(a *cArgs) cValue {
			v, pos := a.pointer(0), a.pos()
			return refValue(cDoubleStar, func(m *machine) ref { return ref{base: cFloats(m.vector(v(m), pos).Data())} })
		},
		"vector_arg": func(a *cArgs) cValue {
			k, pos := a.whole(0), a.pos()
			return refValue(cVoidStar, func(m *machine) ref { return ref{base: m.vectorArg(k(m), pos)} })
		},
		"vector_instance_px": func(a *cArgs) cValue { return cVectorData(a, a.pointer(0)) },
		"vector_arg_px": func(a *cArgs) cValue {
			k, pos := a.whole(0), a.pos()
			return cVectorData(a, func(m *machine) ref { return ref{base: m.vectorArg(k(m), pos)} })
		},
		"vector_resize": cVectorResize, "vector_newsize": cVectorResize,

		// random numbers
		"scop_random": func(a *cArgs) cValue {
			return realValue(func(m *machine) float64 { return m.in.Mech.Random.Float64() })
		},
		"set_seed": func(a *cArgs) cValue {
			f := a.real(0)
			return void(func(m *machine) { m.in.Mech.Random.SetSeed(f(m)) })
		},
		"exprand": func(a *cArgs) cValue {
			return cMathMachine(a, func(m *machine, y float64) float64 { return m.in.Mech.Random.Exp(y) })
		},
		"poisrand": func(a *cArgs) cValue {
			return cMathMachine(a, func(m *machine, y float64) float64 { return m.in.Mech.Random.Poisson(y) })
		},
		"normrand": func(a *cArgs) cValue {
			f, g := a.real(0), a.real(1)
			return realValue(func(m *machine) float64 { return m.in.Mech.Random.Normal(f(m), g(m)) })
		},
		"mcell_ran4": func(a *cArgs) cValue {
			p, to, n, scale, pos := a.pointer(0), a.pointer(1), a.whole(2), a.real(3), a.pos()
			t := &cType{kind: cInt, size: 4, unsigned: true}
			return realValue(func(m *machine) float64 {
				r, out := p(m), to(m)
				first := 0.0
				for k := range max(0, min(n(m), 1<<24)) {
					high := uint32(m.loadWhole(r, t, pos))
					y := scale(m) * random.Ran4Float(&high, m.in.Mech.Random.Low)
					m.storeWhole(r, t, int64(high), pos)
					if k == 0 {
						first = y
					}
					m.storeReal(ref{out.base, out.i + k}, cDoubleType, y, pos)
				}
				return first
			})
		},
		"mcell_ran4_init": func(a *cArgs) cValue {
			k := a.whole(0)
			return void(func(m *machine) { m.in.Mech.Random.Low = uint32(k(m)) })
		},
		"nrn_random_arg": func(a *cArgs) cValue {
			k, pos := a.whole(0), a.pos()
			return refValue(cVoidStar, func(m *machine) ref {
				r, ok := m.arg(k(m), pos).(mechanism.Random)
				if !ok {
					panic(m.u.failure(fault.Type, pos, "argument %d must be a Random", k(m)))
				}
				return ref{base: r}
			})
		},
		"nrn_random_pick": func(a *cArgs) cValue {
			p, pos := a.pointer(0), a.pos()
			return realValue(func(m *machine) float64 {
				r, ok := p(m).base.(mechanism.Random)
				if !ok {
					panic(m.u.failure(fault.Model, pos, "nrn_random_pick: there is no Random to draw from"))
				}
				return r.Pick()
			})
		},
		"nrn_random_reset": func(a *cArgs) cValue {
			p := a.pointer(0)
			return void(func(m *machine) {
				if r, ok := p(m).base.(mechanism.Random); ok {
					r.Reset()
				}
			})
		},
		"nrn_random_isran123": func(a *cArgs) cValue {
			p, pos := a.pointer(0), a.pos()
			ids := [3]pointer{a.pointer(1), a.pointer(2), a.pointer(3)}
			t := cNamedTypes["uint32_t"]
			return truthValue(func(m *machine) bool {
				r, ok := p(m).base.(mechanism.Random123)
				if !ok || r.Stream() == nil {
					return false
				}
				s := r.Stream()
				for i, id := range [3]uint32{s.ID1, s.ID2, s.ID3} {
					if to := ids[i](m); !to.isNull() {
						m.storeWhole(to, t, int64(id), pos)
					}
				}
				return true
			})
		},
		"nrn_random123_getseq": func(a *cArgs) cValue { return cGetSeq(a) },
		"nrn_random123_setseq": cSetSeq,

		"nrnran123_newstream":  cNewStream,
		"nrnran123_newstream3": cNewStream,
		"nrnran123_deletestream": func(a *cArgs) cValue {
			p := a.value(0).effect()
			return void(func(m *machine) { p(m) })
		},
		"nrnran123_setseq": cSetSeq,
		"nrnran123_getseq": cGetSeq,
		"nrnran123_setids": func(a *cArgs) cValue {
			id := [3]whole{a.whole(1), a.whole(2), a.whole(3)}
			return cWithStream(a, func(m *machine, s *random123.Stream) float64 {
				s.SetIDs(uint32(id[0](m)), uint32(id[1](m)), uint32(id[2](m)))
				return 0
			})
		},
		"nrnran123_getids": cGetIDs, "nrnran123_getids3": cGetIDs,
		"nrnran123_dblpick": func(a *cArgs) cValue { return cDraw(a, (*random123.Stream).Float64) },
		"nrnran123_uniform": func(a *cArgs) cValue { return cDraw(a, (*random123.Stream).Float64) },
		"nrnran123_negexp":  func(a *cArgs) cValue { return cDraw(a, (*random123.Stream).NegExp) },
		"nrnran123_normal":  func(a *cArgs) cValue { return cDraw(a, (*random123.Stream).Normal) },
		"nrnran123_ipick": func(a *cArgs) cValue {
			v := cDraw(a, func(s *random123.Stream) float64 { return float64(s.Uint32()) })
			f := v.f
			return cValue{t: cNamedTypes["uint32_t"], k: func(m *machine) int64 { return int64(f(m)) }}
		},
		"nrnran123_set_globalindex": func(a *cArgs) cValue {
			k := a.whole(0)
			return void(func(m *machine) { m.in.Mech.Random.Global = uint32(k(m)) })
		},
		"nrnran123_get_globalindex": func(a *cArgs) cValue {
			return cValue{t: cNamedTypes["uint32_t"], k: func(m *machine) int64 { return int64(m.in.Mech.Random.Global) }}
		},
	}
}

func cMath(a *cArgs, g func(float64) float64) cValue {
	f := a.real(0)
	return realValue(func(m *machine) float64 { return g(f(m)) })
}

func cMathMachine(a *cArgs, g func(m *machine, y float64) float64) cValue {
	f := a.real(0)
	return realValue(func(m *machine) float64 { return g(m, f(m)) })
}

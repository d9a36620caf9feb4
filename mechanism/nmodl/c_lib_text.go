package nmodl

import (
	"math"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
)

// cPrint is printf with the format in argument at.
func cPrint(a *cArgs, at int) cValue {
	format, list := a.text(at), a.printed(at+1)
	return wholeValue(func(m *machine) int64 {
		s := cformat.Format(format(m), list(m)...)
		m.print(s)
		return int64(len(s))
	})
}

func cFprintf(a *cArgs) cValue {
	file, pos, print := a.pointer(0), a.pos(), cPrint(a, 1).k
	return wholeValue(func(m *machine) int64 {
		if _, ok := file(m).base.(cOutput); !ok {
			panic(m.u.failure(fault.Model, pos, "not supported in VERBATIM: writing to files"))
		}
		return print(m)
	})
}

func cSprintf(a *cArgs) cValue {
	at := 1
	limit := whole(func(*machine) int64 { return math.MaxInt64 })
	if a.name == "snprintf" {
		at, limit = 2, a.whole(1)
	}
	to, format, list, pos := a.pointer(0), a.text(at), a.printed(at+1), a.pos()
	return wholeValue(func(m *machine) int64 {
		s := cformat.Format(format(m), list(m)...)
		m.setText(to(m), s, limit(m), pos)
		return int64(len(s))
	})
}

// setText writes a text and its end to where r points; what has no room is an
// error.
func (m *machine) setText(r ref, s string, limit int64, pos fault.Pos) {
	b, ok := m.target(r, cCharType, pos).(cBytes)
	if !ok {
		panic(m.unlike(pos))
	}
	if int64(len(s)) >= limit {
		s = s[:max(limit-1, 0)]
	}
	if int64(len(s))+1 > int64(len(b))-r.i {
		panic(m.u.failure(fault.Range, pos, "a text of %d characters does not fit into the %d of the C code", len(s), int64(len(b))-r.i-1))
	}
	copy(b[r.i:], s)
	b[r.i+int64(len(s))] = 0
}

func cStrcpy(a *cArgs) cValue {
	to, s, pos := a.pointer(0), a.text(1), a.pos()
	limit := whole(func(*machine) int64 { return math.MaxInt64 })
	if a.name == "strncpy" {
		k := a.whole(2)
		limit = func(m *machine) int64 { return k(m) + 1 }
	}
	return refValue(cCharStar, func(m *machine) ref {
		r := to(m)
		m.setText(r, s(m), limit(m), pos)
		return r
	})
}

// cStop is hoc_execerror and its like: the code says that it cannot go on.
func cStop(a *cArgs) cValue {
	var list []func(m *machine) string
	for i := range a.n() {
		v, pos := a.value(i), a.pos()
		if v.r == nil {
			continue
		}
		r := v.r
		list = append(list, func(m *machine) string {
			p := r(m)
			if _, ok := p.base.(cBytes); ok {
				return m.text(p, pos)
			}
			return ""
		})
	}
	pos, name := a.pos(), a.name
	return void(func(m *machine) {
		var words []string
		for _, f := range list {
			if s := strings.TrimSpace(f(m)); s != "" {
				words = append(words, s)
			}
		}
		if len(words) == 0 {
			words = []string{"the C code called " + name}
		}
		panic(m.u.failure(fault.Model, pos, "%s", strings.Join(words, " ")))
	})
}
